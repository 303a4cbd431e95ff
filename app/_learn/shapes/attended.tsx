'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Target } from '../../../models/sequence/languages';
import { TRANSLATED } from '../../_lib/texts';
import { LessonState } from '../lesson-state';
import { useLesson } from '../use-lesson';
import { AttentionTable } from './attention-table';
import { Looks } from './looks';
import { Shape } from './shape';
import { TextField } from './text-field';

/** Many to many, after reading everything: the translator and its attention. */
export function Attended() {
  const t = useTranslations('learn.shapes.attended');
  const names = useTranslations('texts.languages');
  const id = useId();
  const [text, setText] = useState(t('example'));
  const [language, setLanguage] = useState<Target>('de');
  const [asked, put] = useLesson('translation');
  const isBusy = asked.state === 'working' || asked.state === 'downloading';
  const { answer } = asked;
  return (
    <Shape sketch="attended" title={t('title')} use={t('use')} text={t('text')}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="font-bold">
          {t('language')}
        </label>
        <select
          id={id}
          value={language}
          onChange={(event) => setLanguage(event.target.value as Target)}
          className="min-h-10 rounded-m border border-edge bg-surface px-3 text-lg"
        >
          {TRANSLATED.map((target) => (
            <option key={target} value={target}>
              {names(target)}
            </option>
          ))}
        </select>
      </div>
      <TextField
        text={text}
        isBusy={isBusy}
        onChange={setText}
        onRun={() => void put({ text, language })}
      />
      <LessonState asked={asked} />
      {answer && (
        <>
          <output>
            <p lang={answer.lang} dir={answer.dir} className="text-2xl leading-snug">
              {answer.text}
            </p>
          </output>
          {answer.words.length > 0 && (
            <>
              <Looks key={answer.text} translation={answer} />
              <AttentionTable translation={answer} />
            </>
          )}
        </>
      )}
    </Shape>
  );
}
