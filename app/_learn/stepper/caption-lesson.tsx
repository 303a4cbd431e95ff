'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { fetchSample, sampleAddress, type SampleName } from '../../_lib/samples';
import { Lesson } from '../lesson';
import { LessonState } from '../lesson-state';
import { useLesson } from '../use-lesson';
import { SampleChoice } from './sample-choice';
import { Stepper } from './stepper';

/** A caption that is written step by step, on the model that captions photos. */
export function CaptionLesson() {
  const t = useTranslations('learn.writing');
  const titles = useTranslations('samples');
  const [sample, setSample] = useState<SampleName>('brown-dog');
  const [step, setStep] = useState(0);
  const [prefix, setPrefix] = useState<readonly string[]>([]);
  const [asked, put] = useLesson('caption');
  const caption = asked.state === 'answered' ? asked.answer : undefined;

  async function write(name: SampleName, words: readonly string[]) {
    setSample(name);
    setPrefix(words);
    setStep(words.length);
    await put({ photo: await fetchSample(name), prefix: words });
  }

  return (
    <Lesson name="writing">
      <SampleChoice
        chosen={sample}
        onChoose={(name) => (asked.state === 'idle' ? setSample(name) : void write(name, []))}
      />
      {asked.answer ? (
        <Stepper
          caption={caption ?? asked.answer}
          sample={sample}
          step={Math.min(step, asked.answer.steps.length - 1)}
          isBusy={caption === undefined}
          isChanged={prefix.length > 0}
          onStep={setStep}
          onWord={(word) => {
            const before = asked.answer!.steps.slice(0, step).map(({ written }) => written);
            void write(sample, [...before, word]);
          }}
          onReset={() => void write(sample, [])}
        />
      ) : (
        <div className="grid items-center gap-6 sm:grid-cols-2">
          <img
            src={sampleAddress(sample, 828)}
            alt={titles(sample)}
            width={1024}
            height={683}
            className="ruled m-[5px] w-[calc(100%-10px)]"
          />
          <div className="grid justify-items-start gap-3">
            <p className="text-muted">{t('before')}</p>
            <Button
              look="primary"
              disabled={asked.state !== 'idle' && asked.state !== 'failed'}
              onClick={() => void write(sample, [])}
            >
              {t('start')}
            </Button>
          </div>
        </div>
      )}
      <LessonState asked={asked} />
    </Lesson>
  );
}
