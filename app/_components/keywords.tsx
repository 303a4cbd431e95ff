'use client';

import { useTranslations } from 'use-intl';
import type { TagsOfText } from '../_lib/texts';

const KINDS = ['nouns', 'verbs', 'adjectives'] as const;

interface KeywordsProps {
  readonly keywords: TagsOfText['keywords'];
  /** What a word can be chosen for, if it can. */
  readonly action?: { label(word: string): string; choose(word: string): void };
}

/** What a text is about, kind by kind. */
export function Keywords({ keywords, action }: KeywordsProps) {
  const t = useTranslations('texts');
  const kinds = KINDS.filter((kind) => keywords[kind].length > 0);
  if (kinds.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {kinds.map((kind) => (
        <div key={kind} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <dt className="text-muted">{t(kind)}</dt>
          {keywords[kind].map((word) => (
            <dd
              key={word}
              lang="en"
              dir="ltr"
              className="rounded-m border border-line bg-sunken wrap-anywhere"
            >
              {action ? (
                <button
                  type="button"
                  title={action.label(word)}
                  onClick={() => action.choose(word)}
                  className="min-h-6 px-2.5 py-0.5 hover:text-accent"
                >
                  {word}
                </button>
              ) : (
                <span className="block px-2.5 py-0.5">{word}</span>
              )}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
