'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { TopicName } from '../_components/topic-name';
import type { TopicOfText } from '../_lib/texts';
import { marked } from './marked';

interface TopicProps {
  readonly text: string;
  readonly topic: TopicOfText;
}

/** How probable each topic is, and the words that decided it. */
export function Topic({ text, topic: { topics, evidence } }: TopicProps) {
  const t = useTranslations('text');
  const format = useFormatter();
  return (
    <>
      <ol className="grid gap-2">
        {topics.map(({ label, probability }) => (
          <li
            key={label}
            className="grid grid-cols-[11rem_1fr_3.5rem] items-center gap-3 first:font-bold"
          >
            <span className="leading-tight">
              <TopicName label={label} />
            </span>
            <span aria-hidden="true" className="h-2.5 rounded-s bg-sunken">
              <span
                className="block h-full rounded-s bg-accent"
                style={{ width: `${100 * probability}%` }}
              />
            </span>
            <span className="text-end figures">
              {format.number(probability, { style: 'percent' })}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-muted">{t('topicHint')}</p>
      <p lang="en" dir="auto" className="text-lg leading-normal whitespace-pre-wrap wrap-anywhere">
        {marked(text, evidence).map(({ start, part, isMarked }) =>
          isMarked ? (
            <mark key={start} className="rounded-s bg-glow-soft px-0.5 text-ink">
              {part}
            </mark>
          ) : (
            part
          ),
        )}
      </p>
    </>
  );
}
