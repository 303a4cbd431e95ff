import { EngineError } from '../engine';
import { rememberBackend, rememberedBackend } from './backend-choice';
import type { Backend, News } from './protocol';
import { WorkerLink } from './worker-link';

/** The backend runs a thread for every two cores that the browser tells of, at most four. */
const CORES_FOR_THREADS = 4;
/** They take seconds to start, and may be faster then. */
const GPU = ['webgpu', 'webgl'] as const;
/** How long a GPU may take to start. */
const GPU_PATIENCE_MS = 5_000;

/** A worker that is ready to caption. */
export interface ReadyWorker {
  readonly link: WorkerLink;
  readonly backend: Backend;
  /** What a caption takes. */
  readonly milliseconds: number;
}

/** What starting workers is watched by. */
export interface StartWatch {
  /** Is given each worker before it starts. */
  onLink(link: WorkerLink): void;
  onNews(news: News): void;
}

/**
 * Starts a worker with the backend that captions fastest in this browser. That is measured once: the
 * CPU's, and the GPU's if it has one that starts in time.
 * @throws {EngineError} MODEL_NOT_READY when no backend works or the model does not arrive; what
 *   loading the model throws.
 */
export async function startFastest(watch: StartWatch): Promise<ReadyWorker> {
  const remembered = rememberedBackend();
  const first = await startOne(remembered ? [remembered, ...cpu()] : [...cpu(), ...GPU], watch);
  const rival = remembered ? undefined : await tryGpu(watch);
  const isFaster = rival !== undefined && rival.milliseconds < first.milliseconds;
  const [best, other] = isFaster ? [rival, first] : [first, rival];
  other?.link.stop(new EngineError('CANCELLED', 'Another backend is faster.'));
  rememberBackend(best.backend);
  return best;
}

/** What starts at once, and is missing in few browsers; the faster first. */
function cpu(): Backend[] {
  const hasThreads = navigator.hardwareConcurrency >= CORES_FOR_THREADS;
  return hasThreads ? ['wasm-threads', 'wasm'] : ['wasm', 'wasm-threads'];
}

async function tryGpu({ onLink }: StartWatch): Promise<ReadyWorker | undefined> {
  const impatience = new EngineError('INTERNAL', 'The GPU takes too long to start.');
  const timers: ReturnType<typeof setTimeout>[] = [];
  const watch: StartWatch = {
    onLink(link) {
      onLink(link);
      timers.push(setTimeout(() => link.stop(impatience), GPU_PATIENCE_MS));
    },
    onNews: () => undefined,
  };
  const gpu = await startOne(GPU, watch).catch(() => undefined);
  timers.forEach(clearTimeout);
  return gpu;
}

/** The first backend that works, each in a worker of its own, so that a failure leaves nothing. */
async function startOne(
  backends: readonly Backend[],
  { onLink, onNews }: StartWatch,
): Promise<ReadyWorker> {
  const failures: string[] = [];
  for (const backend of backends) {
    const link = new WorkerLink();
    onLink(link);
    try {
      const outcome = await link.ask({ kind: 'start', backend }, onNews);
      if (outcome.kind === 'ready') return { link, backend, milliseconds: outcome.milliseconds };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      link.stop(error);
      if (!isOfBackend(error)) throw error;
      failures.push(error.message);
    }
  }
  throw new EngineError(
    'MODEL_NOT_READY',
    `This browser cannot run the model. ${failures.join(' ')}`,
  );
}

/** Whether another backend may do better. */
function isOfBackend({ code }: EngineError): boolean {
  return code === 'INTERNAL' || code === 'WORKER_CRASHED';
}
