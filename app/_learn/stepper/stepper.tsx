import { type KeyboardEvent, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { InspectedCaption } from '../../../models/captioner/inspect';
import { Light } from '../../_components/light';
import { standOut } from '../../_lib/attention';
import { sampleAddress, type SampleName } from '../../_lib/samples';
import { Inside } from './inside';
import { NextWords } from './next-words';
import { Ribbon } from './ribbon';
import { Sentence } from './sentence';
import { useTold } from './use-told';

interface StepperProps {
  readonly caption: InspectedCaption;
  readonly sample: SampleName;
  readonly step: number;
  /** Whether another caption is being written. */
  readonly isBusy: boolean;
  /** Whether the reader chose some of the words. */
  readonly isChanged: boolean;
  readonly onStep: (step: number) => void;
  readonly onWord: (word: string) => void;
  readonly onReset: () => void;
}

/** Everything that happens in one step, and the way to the others. */
export function Stepper({
  caption,
  sample,
  step,
  isBusy,
  isChanged,
  onStep,
  onWord,
  onReset,
}: StepperProps) {
  const t = useTranslations('learn.writing');
  const titles = useTranslations('samples');
  const tell = useTold();
  const { steps } = caption;
  const looks = useMemo(
    () => standOut(steps.map(({ attention }) => [...(attention ?? [])])),
    [steps],
  );
  const now = steps[step];
  const last = steps.length - 1;

  function move(event: KeyboardEvent) {
    const targets: Record<string, number> = {
      ArrowRight: step + 1,
      ArrowLeft: step - 1,
      Home: 0,
      End: last,
    };
    const next = targets[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onStep(Math.min(last, Math.max(0, next)));
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The arrow keys step wherever the focus is inside; each step has a button, too.
    <fieldset
      aria-label={t('stepper')}
      aria-busy={isBusy}
      onKeyDown={move}
      className={`grid min-w-0 gap-8 transition-opacity ${isBusy ? 'opacity-60' : ''}`}
    >
      <Sentence steps={steps} step={step} isChanged={isChanged} onStep={onStep} onReset={onReset} />
      <output className="sr-only">{tell(now, step, steps.length)}</output>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <div className="grid content-start gap-8">
          <div className="ruled relative m-[5px] aspect-3/2 overflow-clip bg-sunken">
            <img
              src={sampleAddress(sample, 828)}
              alt={titles(sample)}
              className="absolute inset-0 size-full"
            />
            <Light weights={looks[step]} />
          </div>
          <p className="-mt-5 text-muted">{t('look')}</p>
          <NextWords step={now} isBusy={isBusy} onWord={onWord} />
        </div>
        <Inside step={now} />
      </div>
      <Ribbon caption={caption} step={step} />
    </fieldset>
  );
}
