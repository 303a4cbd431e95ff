import type { CaptionWord } from '../../models/captioner/result';
import type { Inference, ServedStreamOptions } from '../inference/inference';
import { procedure, router } from '../trpc';
import { base64InputSchema, formInputSchema, streamInputSchema } from './caption-input';
import { type CaptionEvent, captionEventsSchema, captionSchema } from './caption-output';

export const captionRouter = router({
  /** Captions the photo of a form. */
  create: procedure
    .input(formInputSchema)
    .output(captionSchema)
    .mutation(({ ctx, input, signal }) =>
      ctx.inference.caption(input.photo, input.options, signal),
    ),

  /** Captions a photo in base64, for clients that speak JSON. */
  fromBase64: procedure
    .input(base64InputSchema)
    .output(captionSchema)
    .mutation(({ ctx, input, signal }) =>
      ctx.inference.caption(input.photo, input.options, signal),
    ),

  /**
   * Tells each word of a caption as it is decoded. Photos should be shrunk first: a form cannot be
   * streamed, so they come in base64.
   */
  stream: procedure
    .input(streamInputSchema)
    .output(captionEventsSchema)
    .mutation(async function* ({ ctx, input, signal }) {
      yield* captionEvents(ctx.inference, input.photo, input.options, signal);
    }),
});

/** Leaving the loop over the stream cancels the caption, as does the signal. */
function captionEvents(
  inference: Inference,
  photo: Uint8Array<ArrayBuffer>,
  options: ServedStreamOptions,
  signal = new AbortController().signal,
): ReadableStream<CaptionEvent> {
  const left = new AbortController();
  const either = AbortSignal.any([signal, left.signal]);
  async function write(stream: ReadableStreamDefaultController<CaptionEvent>): Promise<void> {
    const onWord = (word: CaptionWord) => stream.enqueue({ kind: 'word', word });
    try {
      const caption = await inference.stream(photo, onWord, options, either);
      stream.enqueue({ kind: 'caption', caption });
      stream.close();
    } catch (error) {
      stream.error(error);
    }
  }
  return new ReadableStream({ start: (stream) => void write(stream), cancel: () => left.abort() });
}
