import type { CaptionerManifest } from '../../models/artefact/manifest';
import type { CaptionOptions, StreamOptions } from '../../models/captioner/options';
import type { CaptionResult, CaptionWord, Timings } from '../../models/captioner/result';

/** A caption and how long each stage took, milliseconds. */
export type ServedCaption = Omit<CaptionResult, 'timings'> & {
  readonly timings: Timings & {
    /** Waiting for a thread. */
    readonly queue: number;
    /** From the file's bytes to pixels. */
    readonly image: number;
  };
};

/** What the routers need of whatever captions photos. */
export interface Inference {
  /**
   * Captions one photo. The call takes over the bytes of its file, which must not be used again.
   * @throws {NegarError} QUEUE_FULL, DEADLINE_EXCEEDED, CANCELLED, WORKER_CRASHED, SHUTTING_DOWN; what
   *   decoding the photo and captioning it throw.
   */
  caption(
    photo: Uint8Array<ArrayBuffer>,
    options: CaptionOptions,
    signal?: AbortSignal,
  ): Promise<ServedCaption>;
  /** Like `caption`, along a single path; `onWord` is called with each word as it is decoded. */
  stream(
    photo: Uint8Array<ArrayBuffer>,
    onWord: (word: CaptionWord) => void,
    options: StreamOptions,
    signal?: AbortSignal,
  ): Promise<ServedCaption>;
  /**
   * What is known of the loaded model.
   * @throws {NegarError} MODEL_NOT_READY.
   */
  model(): CaptionerManifest;
  /** Seconds until a thread should be free, at least 1. */
  expectedWait(): number;
}
