'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_components/button';
import { Footer } from '../_components/footer';
import { Header } from '../_components/header';
import { TextFailure } from '../_components/text-failure';
import { Translated } from '../_components/translated';
import { useSettings } from '../_lib/settings';
import { Reading } from './reading';
import { Sections } from './sections';
import { useAnswers } from './use-answers';

/** Reads a text that is pasted: what it is about, its words, and the same in other languages. */
export function TextDesk() {
  const t = useTranslations('text');
  const field = useId();
  const [text, setText] = useState('');
  const { private: isPrivate, languages } = useSettings();
  const { answers, read } = useAnswers();
  const readIt = () => void read(text, languages);

  function submit(event: FormEvent) {
    event.preventDefault();
    readIt();
  }

  return (
    <div className="mx-auto flex min-h-dvh max-w-[84rem] flex-col px-4 sm:px-8">
      <Header />
      <main className="grid grow content-start gap-8 pt-4 pb-16">
        <div className="grid max-w-[44rem] gap-2">
          <h1 className="font-serif text-5xl leading-tight font-medium">{t('title')}</h1>
          <p className="text-xl text-muted">{t('text')}</p>
        </div>
        <form onSubmit={submit} className="grid max-w-[52rem] gap-4">
          <div className="grid gap-1.5">
            <label htmlFor={field} className="font-bold">
              {t('label')}
            </label>
            <textarea
              id={field}
              value={text}
              rows={4}
              lang="en"
              dir="auto"
              aria-describedby={`${field}-where`}
              onChange={(event) => setText(event.target.value)}
              className="field-sizing-content max-h-[60dvh] min-h-[7em] w-full resize-y rounded-m border border-edge bg-surface px-3 py-2 text-lg leading-snug"
            />
            <p id={`${field}-where`} className="text-muted">
              {t(isPrivate ? 'private' : 'server')}
            </p>
          </div>
          <Translated />
          <div className="flex flex-wrap items-center gap-3">
            <Button look="primary" type="submit">
              {t('read')}
            </Button>
            <Button onClick={() => setText(t('exampleText'))}>{t('example')}</Button>
            <Reading isReading={answers?.isReading ?? false} />
          </div>
        </form>
        {answers?.failures.map((code) => (
          <TextFailure key={code} code={code} onRetry={readIt} />
        ))}
        {answers && <Sections answers={answers} />}
      </main>
      <Footer />
    </div>
  );
}
