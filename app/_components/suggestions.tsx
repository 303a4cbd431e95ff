'use client';

import { type ReactNode, useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { suggestedAlt } from '../_lib/alt';
import type { Described } from '../_lib/photo';
import { setProgress } from '../_lib/photos';
import { useSettings } from '../_lib/settings';

interface SuggestionsProps {
  readonly id: string;
  readonly described: Described;
}

/** The captions to choose from, and the reader's own words once there are some. */
export function Suggestions({ id, described }: SuggestionsProps) {
  const t = useTranslations('suggestions');
  const format = useFormatter();
  const isNeutral = useSettings(({ neutral }) => neutral);
  const name = useId();
  const { caption, chosen, own, isOwn } = described;
  const { candidates } = caption;
  if (candidates.length === 1 && own === undefined) return null;

  return (
    <fieldset>
      <legend className="mb-1 text-muted">{t('title')}</legend>
      <div className="grid">
        {candidates.map(({ confidence }, i) => (
          <Suggestion
            key={i}
            name={name}
            isChosen={!isOwn && i === chosen}
            onChoose={() => setProgress(id, { ...described, chosen: i, isOwn: false })}
            note={format.number(confidence, { style: 'percent' })}
          >
            <span lang="en" dir="ltr">
              {suggestedAlt(caption, i)}
            </span>
          </Suggestion>
        ))}
        {own !== undefined && (
          <Suggestion
            name={name}
            isChosen={isOwn}
            onChoose={() => setProgress(id, { ...described, isOwn: true })}
            note={t('own')}
          >
            <bdi>{own}</bdi>
          </Suggestion>
        )}
      </div>
      {isNeutral && candidates.length > 1 && <p className="text-muted">{t('neutralNote')}</p>}
    </fieldset>
  );
}

interface SuggestionProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly note: string;
  readonly children: ReactNode;
}

function Suggestion({ name, isChosen, onChoose, note, children }: SuggestionProps) {
  return (
    <label className="-mx-2 grid grid-cols-[auto_1fr_auto] items-start gap-x-3 rounded-m px-2 py-1.5 hover:bg-sunken has-checked:font-bold">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        className="mt-[0.18em]"
      />
      <span className="leading-snug wrap-anywhere">{children}</span>
      <span className="text-muted figures">{note}</span>
    </label>
  );
}
