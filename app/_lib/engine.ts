import type { inferRouterOutputs } from '@trpc/server';
import type { CaptionOptions } from '../../models/captioner/options';
import type { CaptionWord } from '../../models/captioner/result';
import type { ErrorCode } from '../../models/errors';
import type { AppRouter } from '../../server/routers/app';

export type EngineOptions = CaptionOptions;
export type EngineWord = CaptionWord;
export type EngineCaption = inferRouterOutputs<AppRouter>['caption']['create'];

/** Captions photos for the page: on the server, or in this browser. */
export interface Engine {
  /**
   * Captions one photo.
   * @param watch.onWord gets the words of a first caption, along a single path, as they are decoded.
   *   The result may be another where several candidates or a beam are asked for.
   * @throws {EngineError} a code of `models/errors.ts`; CANCELLED once the signal is aborted.
   */
  caption(
    photo: Blob,
    options: EngineOptions,
    watch: { onWord?(word: EngineWord): void },
    signal: AbortSignal,
  ): Promise<EngineCaption>;
}

/** What an engine says of a failure; looks like the `NegarError` of `models/`, which pages cannot import. */
export class EngineError extends Error {
  override readonly name = 'NegarError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
