import type { NegarError } from '../../models/errors';
import { plainText } from '../workspace/plain-text';

/** Longest message that is kept, characters. */
const MAX_MESSAGE = 1000;

/** What an item says of why it failed; the message may hold what a file or a page does. */
export function failure({ code, message }: NegarError) {
  return {
    state: 'failed',
    errorCode: code,
    errorMessage: plainText(message, MAX_MESSAGE),
    finishedAt: new Date(),
  } as const;
}
