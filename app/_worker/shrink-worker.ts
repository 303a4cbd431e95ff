/** The Web Worker that shrinks photos, so that decoding a large one never blocks the page. */

export interface ShrinkRequest {
  readonly file: Blob;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The JPEG, or nothing where this browser cannot decode the photo. */
export type ShrinkAnswer = Blob | undefined;

addEventListener('message', ({ data, ports: [port] }: MessageEvent<ShrinkRequest>) => {
  const answer = (blob: ShrinkAnswer) => port.postMessage(blob);
  scaled(data).then(answer, () => answer(undefined));
});

/** A JPEG of the photo, upright, with transparent parts on white as the server has them. */
async function scaled({ file, width, height }: ShrinkRequest): Promise<Blob> {
  const bitmap = await createImageBitmap(file, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
    imageOrientation: 'from-image',
  });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
