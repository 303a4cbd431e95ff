'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ClassifiedText } from '../../../models/sequence/classifier';
import { TopicName } from '../../_components/topic-name';
import { LessonState } from '../lesson-state';
import { useLesson } from '../use-lesson';
import { Shape } from './shape';
import { splitLit } from './split-lit';
import { TextField } from './text-field';
import { Unrolled } from './unrolled';

/** Many to one: the topic classifier. */
export function ManyToOne() {
  const t = useTranslations('learn.shapes.manyToOne');
  const [text, setText] = useState(t('example'));
  const [read, setRead] = useState('');
  const [asked, put] = useLesson('topic');
  const isBusy = asked.state === 'working' || asked.state === 'downloading';
  return (
    <Shape sketch="manyToOne" title={t('title')} use={t('use')} text={t('text')}>
      <TextField
        text={text}
        isBusy={isBusy}
        onChange={setText}
        onRun={() => {
          void put(text).then(() => setRead(text));
        }}
      />
      <LessonState asked={asked} />
      {asked.answer && read && <Topics text={read} answer={asked.answer} />}
    </Shape>
  );
}

interface TopicsProps {
  readonly text: string;
  readonly answer: ClassifiedText;
}

function Topics({ text, answer: { topics, evidence } }: TopicsProps) {
  const t = useTranslations('learn.shapes');
  const format = useFormatter();
  const words = splitLit(text, evidence);
  const percent = (value: number) => format.number(value, { style: 'percent' });
  const steps = words.map(({ text: word, light }) => ({ input: word, light }));
  const best = topics[0];
  const answered = steps.map((step, i) =>
    i === steps.length - 1
      ? {
          ...step,
          output: (
            <strong lang="">
              <TopicName label={best.label} />
            </strong>
          ),
        }
      : step,
  );
  return (
    <div className="grid gap-4">
      <output>
        <Unrolled
          label={t('manyToOne.result', { count: words.length })}
          steps={answered}
          isTwoWay
        />
      </output>
      <ul className="grid gap-1 sm:grid-cols-2 sm:gap-x-8">
        {topics.map(({ label, probability }) => (
          <li key={label} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
            <span>
              <TopicName label={label} />
            </span>
            <span className="text-muted figures">{percent(probability)}</span>
            <span aria-hidden="true" className="col-span-2 h-1.5 bg-sunken">
              <span className="block h-full bg-accent" style={{ width: `${probability * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
