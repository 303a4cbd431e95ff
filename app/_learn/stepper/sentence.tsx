import { ChevronLeft, ChevronRight, RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { InspectedStep } from '../../../models/captioner/inspect';
import { Button } from '../../_components/button';

interface SentenceProps {
  readonly steps: readonly InspectedStep[];
  readonly step: number;
  readonly isChanged: boolean;
  readonly onStep: (step: number) => void;
  readonly onReset: () => void;
}

/** The sentence, a button for each step, and the buttons that lead back and forward. */
export function Sentence({ steps, step, isChanged, onStep, onReset }: SentenceProps) {
  const t = useTranslations('learn.writing');
  const row = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The focus follows the step, if it was on a word.
    if (row.current?.contains(document.activeElement)) {
      row.current.querySelectorAll('button')[step]?.focus();
    }
  }, [step]);

  return (
    <div className="grid gap-3">
      <div
        ref={row}
        lang="en"
        dir="ltr"
        className="-mx-1 flex flex-wrap font-serif text-3xl leading-tight"
      >
        {steps.map(({ written }, i) => (
          <button
            key={i}
            type="button"
            tabIndex={i === step ? 0 : -1}
            aria-current={i === step ? 'step' : undefined}
            onClick={() => onStep(i)}
            className={`rounded-s px-1.5 py-1 transition-colors ${i === step ? 'bg-glow-soft' : ''} ${i > step ? 'text-muted' : ''}`}
          >
            {written === '<end>' ? <End /> : written}
          </button>
        ))}
      </div>
      <div dir="ltr" className="flex flex-wrap items-center gap-2">
        <Button onClick={() => onStep(step - 1)} disabled={step === 0}>
          <ChevronLeft aria-hidden="true" className="size-5" />
          {t('back')}
        </Button>
        <Button onClick={() => onStep(step + 1)} disabled={step === steps.length - 1}>
          {t('forward')}
          <ChevronRight aria-hidden="true" className="size-5" />
        </Button>
        {isChanged && (
          <Button look="quiet" onClick={onReset}>
            <RotateCcw aria-hidden="true" className="size-4" />
            {t('reset')}
          </Button>
        )}
        <p className="text-muted max-sm:w-full">{t('keys')}</p>
      </div>
    </div>
  );
}

/** The end of the sentence, which is a word of its own to the network. */
function End() {
  const t = useTranslations('learn.writing');
  return (
    <>
      <span aria-hidden="true" className="nuqta scale-75 bg-current" />
      <span className="sr-only">{t('end')}</span>
    </>
  );
}
