import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../../server/routers/app';
import { client } from './client';
import { type Engine, EngineError } from './engine';
import { UnreachableError } from './failure';

/** Larger files are sent once, as a form, without their words being streamed. */
const STREAMED_BYTES = 1024 * 1024;

/** Captions on the server: the words of a first caption as they come, then the best captions. */
export const serverEngine: Engine = {
  async caption(photo, { candidates, ...options }, { onWord }, signal) {
    try {
      if (onWord && photo.size <= STREAMED_BYTES) {
        const input = { photo: await toBase64(photo), options };
        for await (const event of await client.caption.stream.mutate(input, { signal })) {
          if (event.kind === 'word') onWord(event.word);
        }
      }
      const form = new FormData();
      form.set('photo', photo);
      for (const [name, value] of Object.entries({ candidates, ...options })) {
        if (value !== undefined) form.set(name, String(value));
      }
      return await client.caption.create.mutate(form, { signal });
    } catch (error) {
      throw signal.aborted ? new EngineError('CANCELLED', 'The work was stopped.') : reason(error);
    }
  },
};

/** What is behind a failed call. */
export function reason(error: unknown): unknown {
  if (!(error instanceof TRPCClientError)) return error;
  const { cause, data, message } = error as TRPCClientError<AppRouter>;
  if (cause instanceof EngineError || cause instanceof UnreachableError) return cause;
  if (data) return new EngineError(data.negarCode, message);
  return new UnreachableError('The answer broke off.', { cause: error });
}

async function toBase64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    const finish = () => resolve((reader.result as string).replace(/^.*,/, ''));
    reader.addEventListener('load', finish);
    reader.addEventListener('error', () => reject(reader.error as DOMException));
    reader.readAsDataURL(blob);
  });
}
