import { Piscina } from 'piscina';
import { NegarError } from '../../models/errors';

/** Writes alt texts into picture files. */
export interface Describer {
  /**
   * A copy of a picture file that holds an alt text; not a pixel is coded anew.
   * @throws {NegarError} IMAGE_TYPE_UNSUPPORTED for formats that cannot hold one; IMAGE_DAMAGED;
   *   DEADLINE_EXCEEDED; CANCELLED; WORKER_CRASHED.
   */
  describe(
    photo: Uint8Array<ArrayBuffer>,
    text: string,
    signal?: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>>;
}

export interface DescriptionJob {
  readonly photo: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

export type DescriptionOutcome =
  | { readonly photo: Uint8Array<ArrayBuffer> }
  | { readonly error: { readonly code: NegarError['code']; readonly message: string } };

/** Starting takes seconds, so a thread stays for a while. */
const IDLE_MS = 60_000;
/** For one picture, when nothing waits. */
const DEADLINE_SECONDS = 60;

/** One thread that writes alt texts, since ExifTool blocks the one that it runs in. */
export class DescriberThread implements Describer {
  private readonly threads: Piscina<DescriptionJob, DescriptionOutcome>;

  /** @param worker path of the bundled `worker.ts`. */
  constructor(worker: string) {
    this.threads = new Piscina({
      filename: worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
    });
  }

  async describe(photo: Uint8Array<ArrayBuffer>, text: string, signal?: AbortSignal) {
    const deadline = AbortSignal.timeout(DEADLINE_SECONDS * 1000 * (this.threads.queueSize + 1));
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    const outcome = await this.threads
      .run({ photo, text }, { signal: either })
      .catch((cause: unknown) => {
        throw failure(cause, signal, deadline);
      });
    if ('error' in outcome) throw new NegarError(outcome.error.code, outcome.error.message);
    return outcome.photo;
  }

  close(): Promise<void> {
    return this.threads.destroy();
  }
}

function failure(
  cause: unknown,
  signal: AbortSignal | undefined,
  deadline: AbortSignal,
): NegarError {
  if (signal?.aborted) return new NegarError('CANCELLED', 'The work was cancelled by the caller.');
  if (deadline.aborted) {
    return new NegarError(
      'DEADLINE_EXCEEDED',
      `Writing the alt text took longer than ${DEADLINE_SECONDS} s. Export the picture again.`,
    );
  }
  return new NegarError(
    'WORKER_CRASHED',
    'The thread that writes alt texts died and was replaced. Try again.',
    { cause },
  );
}
