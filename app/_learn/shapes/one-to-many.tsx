'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { fetchSample, sampleAddress, type SampleName, SAMPLES } from '../../_lib/samples';
import { LessonState } from '../lesson-state';
import { useLesson } from '../use-lesson';
import { Shape } from './shape';
import { Unrolled } from './unrolled';

/** One to many: the captioner. */
export function OneToMany() {
  const t = useTranslations('learn.shapes');
  const titles = useTranslations('samples');
  const [sample, setSample] = useState<SampleName>('sailboat');
  const [shown, setShown] = useState<SampleName>();
  const [asked, put] = useLesson('caption');
  const isBusy = asked.state === 'working' || asked.state === 'downloading';
  const words = asked.answer?.steps.slice(0, -1) ?? [];

  async function write() {
    await put({ photo: await fetchSample(sample), prefix: [] });
    setShown(sample);
  }

  return (
    <Shape
      sketch="oneToMany"
      title={t('oneToMany.title')}
      use={t('oneToMany.use')}
      text={t('oneToMany.text')}
    >
      <div className="flex flex-wrap items-end gap-2">
        <label className="grid grow gap-2">
          <span className="font-bold">{t('picture')}</span>
          <select
            value={sample}
            onChange={(event) => setSample(event.target.value as SampleName)}
            className="min-h-10 rounded-m border border-edge bg-surface px-3 text-lg"
          >
            {SAMPLES.map((name) => (
              <option key={name} value={name}>
                {titles(name)}
              </option>
            ))}
          </select>
        </label>
        <Button look="primary" disabled={isBusy} onClick={() => void write()}>
          {t('run')}
        </Button>
      </div>
      <LessonState asked={asked} />
      {asked.answer && shown && (
        <output>
          <Unrolled
            label={t('oneToMany.result', { count: words.length })}
            steps={words.map(({ written, read }, i) => ({
              output: <strong>{written}</strong>,
              input:
                i === 0 ? (
                  <img
                    src={sampleAddress(shown, 384)}
                    alt={titles(shown)}
                    width={1024}
                    height={683}
                    className="w-20 rounded-s"
                  />
                ) : (
                  <span className="text-muted">{read}</span>
                ),
            }))}
          />
        </output>
      )}
    </Shape>
  );
}
