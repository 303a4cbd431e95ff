'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Header } from '../_components/header';
import { Sections } from './sections';

/** Header, sections, and below them the section that is open. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('workspace');
  return (
    <div className="mx-auto flex min-h-dvh max-w-[124rem] flex-col px-4 sm:px-8">
      <Header />
      <h1 className="sr-only">{t('title')}</h1>
      <Sections />
      <main className="flex grow flex-col">{children}</main>
    </div>
  );
}
