import { useCallback, useRef, useState } from 'react';
import { type FailureCode, failureCode } from '../_lib/failure';
import { ask } from './lesson-link';
import type { LessonName, Lessons } from './protocol';

/** How far a question is. */
export type Asked<Answer> = {
  /** The last answer, also while the next one is awaited. */
  readonly answer?: Answer;
} & (
  | { readonly state: 'idle' | 'working' | 'answered' }
  /** Share of the model that has arrived, in [0, 1]. */
  | { readonly state: 'downloading'; readonly share: number }
  | { readonly state: 'failed'; readonly code: FailureCode }
);

/**
 * Asks the models in this browser.
 * @returns how far the last question is, and what asks one; an answer to an older one is dropped.
 */
export function useLesson<Name extends LessonName>(lesson: Name) {
  type Answer = Lessons[Name]['answer'];
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'idle' });
  const newest = useRef(0);

  const put = useCallback(
    async (question: Lessons[Name]['question']) => {
      const number = ++newest.current;
      const set = (change: Asked<Answer>) => {
        if (number === newest.current) setAsked(({ answer }) => ({ answer, ...change }));
      };
      set({ state: 'working' });
      try {
        const answer = await ask(lesson, question, (share) =>
          set(share < 1 ? { state: 'downloading', share } : { state: 'working' }),
        );
        set({ state: 'answered', answer });
      } catch (error) {
        set({ state: 'failed', code: failureCode(error) });
      }
    },
    [lesson],
  );
  return [asked, put] as const;
}
