import type { ShrinkAnswer, ShrinkRequest } from '../_worker/shrink-worker';
import type { Picture } from './photo';

/** Longest side of what is kept and captioned, pixels. The model looks at 224. */
const LONGEST_SIDE = 1024;
/** Files below this are kept as they are if they are small enough in pixels, too. */
const SMALL_BYTES = 1024 * 1024;

/** @returns the photo, shrunk where needed; as it came where this browser cannot decode it. */
export async function shrink(file: Blob): Promise<Picture> {
  try {
    const size = await measure(file);
    const scale = LONGEST_SIDE / Math.max(size.width, size.height);
    if (scale >= 1 && file.size <= SMALL_BYTES) {
      (await createImageBitmap(file)).close();
      return { blob: file, size };
    }
    const [width, height] = [size.width, size.height].map((side) =>
      Math.max(1, Math.round(side * Math.min(1, scale))),
    );
    return { blob: await scaled(file, width, height), size };
  } catch {
    return { blob: file };
  }
}

/** Reads the header only, so that a photo of 50 megapixels costs nothing yet. */
async function measure(file: Blob): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', reject);
    });
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** A JPEG of the photo; computed in a worker, which is started again if it dies. */
async function scaled(file: Blob, width: number, height: number): Promise<Blob> {
  const { port1, port2 } = new MessageChannel();
  const answered = new AbortController();
  const { signal } = answered;
  const blob = await new Promise<ShrinkAnswer>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<ShrinkAnswer>) => resolve(data));
    port1.start();
    worker ??= startWorker();
    worker.addEventListener('error', () => resolve(undefined), { signal });
    worker.postMessage({ file, width, height } satisfies ShrinkRequest, [port2]);
  });
  answered.abort();
  port1.close();
  if (!blob) throw new TypeError('This browser cannot decode the photo.');
  return blob;
}

let worker: Worker | undefined;

function startWorker(): Worker {
  const started = new Worker(new URL('../_worker/shrink-worker.ts', import.meta.url), {
    type: 'module',
  });
  started.addEventListener('error', () => (worker = undefined));
  return started;
}
