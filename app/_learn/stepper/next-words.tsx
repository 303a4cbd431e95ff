import { useFormatter, useTranslations } from 'use-intl';
import type { InspectedStep } from '../../../models/captioner/inspect';

interface NextWordsProps {
  readonly step: InspectedStep;
  readonly isBusy: boolean;
  readonly onWord: (word: string) => void;
}

/** The most probable next words; any of them can be had instead. */
export function NextWords({ step, isBusy, onWord }: NextWordsProps) {
  const t = useTranslations('learn.writing');
  const format = useFormatter();
  return (
    <section className="grid content-start gap-2">
      <h3 className="font-bold">{t('next', { word: nameOf(step.read, t('nothing')) })}</h3>
      <ul dir="ltr" className="grid gap-1">
        {step.next.map(({ text, probability }) => {
          const isWritten = text === step.written;
          const share = format.number(probability, {
            style: 'percent',
            maximumFractionDigits: probability < 0.1 ? 1 : 0,
          });
          return (
            <li key={text}>
              <button
                type="button"
                disabled={isBusy || isWritten || text === '<unk>'}
                onClick={() => onWord(text)}
                className="group relative grid min-h-8 w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-3 overflow-hidden rounded-s px-2 text-start enabled:hover:bg-sunken"
              >
                <span
                  aria-hidden="true"
                  className={`absolute inset-y-0 start-0 transition-[width] duration-200 ${isWritten ? 'bg-glow-soft' : 'bg-sunken group-enabled:group-hover:bg-line'}`}
                  style={{ width: `${probability * 100}%` }}
                />
                <span lang="en" className={`relative ${isWritten ? 'font-bold' : ''}`}>
                  {nameOf(text, t('end'), t('unknown'))}
                </span>
                <span className="relative text-muted figures">{share}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className="text-muted">{t('choice')}</p>
    </section>
  );
}

/** A word as it is shown: those that begin with `<` are the model's own. */
function nameOf(word: string, special: string, unknown = special): string {
  if (!word.startsWith('<')) return word;
  return word === '<unk>' ? unknown : special;
}
