import { client } from './client';
import { EngineError } from './engine';
import { reason } from './server-engine';
import type { TextEngine } from './texts';

/** Reads texts on the server. */
export const serverTexts: TextEngine = {
  topic: (text, signal) => asked(client.text.topic.mutate({ text }, { signal }), signal),
  tag: (text, signal) => asked(client.text.tag.mutate({ text }, { signal }), signal),
  translate: (text, languages, signal) =>
    asked(client.text.translate.mutate({ text, languages: [...languages] }, { signal }), signal),
};

async function asked<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw signal.aborted ? new EngineError('CANCELLED', 'The work was stopped.') : reason(error);
  }
}
