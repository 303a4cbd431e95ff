'use client';

import { useTranslations } from 'use-intl';

/** Reads alt texts one after the other. */
export function Review() {
  const t = useTranslations('workspace.empty');
  return (
    <section className="m-auto grid max-w-[34rem] gap-4 py-16">
      <h2 className="font-serif text-4xl leading-tight font-medium">{t('title')}</h2>
      <p className="text-xl text-muted">{t('text')}</p>
    </section>
  );
}
