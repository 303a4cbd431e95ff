'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Header } from '../_components/header';
import { Announcements } from './announcements';
import { Data } from './data/trpc';
import { Sections } from './sections';

/** Header, sections, and below them the section that is open. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('workspace');
  return (
    <Data>
      <div className="mx-auto flex min-h-dvh max-w-[124rem] flex-col px-4 sm:px-8">
        <a
          href="#content"
          className="absolute start-4 top-2 z-30 -translate-y-20 rounded-m bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
        >
          {t('skip')}
        </a>
        <Header />
        <Sections />
        <main id="content" tabIndex={-1} className="flex grow flex-col outline-none">
          <h1 className="sr-only">{t('title')}</h1>
          {children}
        </main>
        <Announcements />
      </div>
    </Data>
  );
}
