'use client';

import { useTranslations } from 'use-intl';
import { Footer } from '../_components/footer';
import { Header } from '../_components/header';
import { Cells } from './memory/cells';
import { Contents } from './contents';
import { Findings } from './findings/findings';
import { Shapes } from './shapes/shapes';
import { CaptionLesson } from './stepper/caption-lesson';

/** The lessons: how a recurrent network reads and writes, on models that run in this browser. */
export function Learn() {
  const t = useTranslations('learn');
  return (
    <div className="mx-auto flex min-h-dvh max-w-[84rem] flex-col px-4 sm:px-8">
      <Header />
      <main className="grid min-w-0 grow grid-cols-[minmax(0,1fr)] gap-24 pt-8 pb-24">
        <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
          <div className="grid content-start gap-5">
            <h1 className="max-w-[20ch] font-serif text-5xl leading-[1.05] font-medium sm:text-6xl">
              {t('title')}
            </h1>
            <p className="max-w-[36rem] text-xl text-muted">{t('intro')}</p>
          </div>
          <Contents />
        </div>
        <CaptionLesson />
        <Cells />
        <Findings />
        <Shapes />
      </main>
      <Footer />
    </div>
  );
}
