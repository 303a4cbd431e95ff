import { useRef, useState } from 'react';
import type { Target } from '../../models/sequence/languages';
import { textsFor } from '../_lib/engines';
import { type FailureCode, failureCode } from '../_lib/failure';
import type { TagsOfText, TopicOfText, TranslationsOfText } from '../_lib/texts';

/** What is known of a text so far. */
export interface Answers {
  readonly text: string;
  readonly topic?: TopicOfText;
  readonly tags?: TagsOfText;
  readonly translations?: TranslationsOfText;
  /** Why something is missing. */
  readonly failures: readonly FailureCode[];
  readonly isReading: boolean;
}

/** Reads one text at a time; a new one ends the one before. */
export function useAnswers() {
  const [answers, setAnswers] = useState<Answers>();
  const running = useRef<AbortController>(undefined);

  async function read(text: string, languages: readonly Target[]): Promise<void> {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const texts = textsFor();
    const tell = (change: (known: Answers) => Partial<Answers>) => {
      if (signal.aborted) return;
      setAnswers((known) => ({ ...known!, ...change(known!) }));
    };
    const attempt = async (ask: () => Promise<Partial<Answers>>) => {
      try {
        const found = await ask();
        tell(() => found);
      } catch (error) {
        const code = failureCode(error);
        tell(({ failures }) => ({ failures: [...new Set([...failures, code])] }));
      }
    };
    setAnswers({ text, failures: [], isReading: true });
    await attempt(async () => ({ topic: await texts.topic(text, signal) }));
    await attempt(async () => ({ tags: await texts.tag(text, signal) }));
    if (languages.length > 0) {
      await attempt(async () => ({ translations: await texts.translate(text, languages, signal) }));
    }
    tell(() => ({ isReading: false }));
  }

  return { answers, read };
}
