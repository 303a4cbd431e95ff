import type { inferRouterOutputs } from '@trpc/server';
import type { Target } from '../../models/sequence/languages';
import type { AppRouter } from '../../server/routers/app';

type TextAnswers = inferRouterOutputs<AppRouter>['text'];

export type TopicOfText = TextAnswers['topic'];
export type TagsOfText = TextAnswers['tag'];
export type TranslationsOfText = TextAnswers['translate'];

/** The languages that texts are translated to, in the order that they are offered in. */
export const TRANSLATED = ['de', 'fr', 'cs', 'fa'] as const satisfies readonly Target[];

/** Reads texts for the page: on the server, or in this browser. */
export interface TextEngine {
  /** @throws {EngineError} a code of `models/errors.ts`; CANCELLED once the signal is aborted. */
  topic(text: string, signal: AbortSignal): Promise<TopicOfText>;
  /** @throws {EngineError} as `topic` does. */
  tag(text: string, signal: AbortSignal): Promise<TagsOfText>;
  /** @throws {EngineError} as `topic` does. */
  translate(
    text: string,
    languages: readonly Target[],
    signal: AbortSignal,
  ): Promise<TranslationsOfText>;
}
