'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Messages } from '../../_messages/messages';
import { LessonState } from '../lesson-state';
import { useLesson } from '../use-lesson';
import { Shape } from './shape';
import { TextField } from './text-field';
import { Unrolled } from './unrolled';

/** Many to many, in step: the tagger. */
export function Aligned() {
  const t = useTranslations('learn.shapes.aligned');
  const tags = useTranslations('learn.shapes.tags');
  const format = useFormatter();
  const [text, setText] = useState(t('example'));
  const [asked, put] = useLesson('tags');
  const isBusy = asked.state === 'working' || asked.state === 'downloading';
  return (
    <Shape sketch="aligned" title={t('title')} use={t('use')} text={t('text')}>
      <TextField text={text} isBusy={isBusy} onChange={setText} onRun={() => void put(text)} />
      <LessonState asked={asked} />
      {asked.answer && (
        <output>
          <Unrolled
            label={t('result', { count: asked.answer.words.length })}
            isTwoWay
            steps={asked.answer.words.map((word) => ({
              input: word.text,
              output: (
                <span lang="">
                  <strong className="block">
                    {tags(word.tag as keyof Messages['learn']['shapes']['tags'])}
                  </strong>
                  <span className="text-sm text-muted figures">
                    {format.number(word.probability, { style: 'percent' })}
                  </span>
                </span>
              ),
            }))}
          />
        </output>
      )}
    </Shape>
  );
}
