'use client';

import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { LessonState } from '../lesson-state';
import { useLesson } from '../use-lesson';
import { Answers } from './answers';
import { Bars } from './bars';
import { MemoryCharts } from './memory-charts';
import { Slider } from './slider';
import { makeSequence, toInput } from './sequence';

/** Numbers of the sequences that the networks were trained on. */
const TRAINED_LAG = 50;
/** How long to wait for the reader to stop moving a slider, milliseconds. */
const PAUSE_MS = 200;

/** Three networks add two numbers that stand far apart; all of it is computed in this browser. */
export function MemoryTask() {
  const t = useTranslations('learn.cells.task');
  const [isStarted, setStarted] = useState(false);
  const [length, setLength] = useState(TRAINED_LAG);
  const [first, setFirst] = useState(0.9);
  const [round, setRound] = useState(0);
  const sequence = useMemo(() => makeSequence(length, first, round), [length, first, round]);
  const [asked, put] = useLesson('memory');

  useEffect(() => {
    if (!isStarted) return undefined;
    const timer = setTimeout(() => void put(toInput(sequence)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isStarted, sequence, put]);

  return (
    <section className="grid min-w-0 gap-6">
      <div className="grid max-w-[44rem] gap-2">
        <h3 className="font-serif text-2xl leading-tight">{t('title')}</h3>
        <p>{t('text', { lag: TRAINED_LAG })}</p>
      </div>
      <div className="grid items-end gap-x-8 gap-y-4 sm:grid-cols-[1fr_1fr_auto]">
        <Slider label={t('length')} value={length} min={10} max={120} onChange={setLength} />
        <Slider
          label={t('first')}
          value={first}
          min={0}
          max={0.99}
          step={0.01}
          onChange={setFirst}
        />
        <Button onClick={() => setRound(round + 1)}>{t('other')}</Button>
      </div>
      <Bars sequence={sequence} />
      {!isStarted && (
        <Button look="primary" className="justify-self-start" onClick={() => setStarted(true)}>
          {t('start')}
        </Button>
      )}
      <LessonState asked={asked} />
      {asked.answer && (
        <div
          aria-busy={asked.state !== 'answered'}
          className={`grid gap-8 transition-opacity ${asked.state === 'answered' ? '' : 'opacity-60'}`}
        >
          <Answers sequence={sequence} runs={asked.answer} isTold={asked.state === 'answered'} />
          <MemoryCharts runs={asked.answer} />
        </div>
      )}
    </section>
  );
}
