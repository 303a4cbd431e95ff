import { type KeyboardEvent, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { InspectedTranslation } from '../../../models/sequence/translator';

interface LooksProps {
  readonly translation: InspectedTranslation;
}

/** The words of a translation, one of which is chosen, and what it looked at in the source. */
export function Looks({ translation: { source, words, lang, dir } }: LooksProps) {
  const t = useTranslations('learn.shapes.attended');
  const format = useFormatter();
  const row = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const last = words.length - 1;
  const { text, attention } = words[chosen];
  const most = attention.indexOf(Math.max(...attention));
  const percent = (weight: number) => format.number(weight, { style: 'percent' });

  function move(event: KeyboardEvent) {
    const targets: Record<string, number> = {
      [dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight']: chosen + 1,
      [dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft']: chosen - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, target));
    setChosen(next);
    row.current?.querySelectorAll('button')[next].focus();
  }

  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-bold">{t('choose')}</legend>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- The arrow keys go from button to button. */}
      <div
        ref={row}
        lang={lang}
        dir={dir}
        onKeyDown={move}
        className="-mx-1 flex flex-wrap text-2xl leading-tight"
      >
        {words.map((word, i) => (
          <button
            key={i}
            type="button"
            tabIndex={i === chosen ? 0 : -1}
            aria-current={i === chosen ? 'step' : undefined}
            onClick={() => setChosen(i)}
            className={`min-h-10 border-b-2 px-1.5 py-1 transition-colors ${i === chosen ? 'border-accent font-bold' : 'border-transparent'}`}
          >
            {word.text}
          </button>
        ))}
      </div>
      <p lang="en" dir="ltr" className="flex flex-wrap gap-x-1 gap-y-2 text-2xl leading-tight">
        {source.map((word, i) => (
          <span key={i} className="relative rounded-s px-1.5 py-1">
            <span
              aria-hidden="true"
              className="absolute inset-0 rounded-s bg-glow-soft transition-opacity"
              style={{ opacity: attention[i] / attention[most] }}
            />
            <span className="relative grid justify-items-center">
              {word}
              <span className="text-sm text-muted figures">{percent(attention[i])}</span>
            </span>
          </span>
        ))}
      </p>
      <output className="text-muted">
        {t('told', { word: text, source: source[most], share: percent(attention[most]) })}
      </output>
    </fieldset>
  );
}
