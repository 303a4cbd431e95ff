'use client';

import { useTranslations } from 'use-intl';
import type { Described } from '../_lib/photo';
import { readAgain } from '../_lib/reading';
import { Keywords } from './keywords';
import { TextFailure } from './text-failure';
import { Translations } from './translations';

interface PhotoTextsProps {
  readonly id: string;
  readonly described: Described;
}

/** What a photo's caption is about, and its alt text in other languages. */
export function PhotoTexts({ id, described: { reading } }: PhotoTextsProps) {
  const t = useTranslations('texts');
  if (!reading) return null;
  const { keywords, translations, failure } = reading;
  return (
    <section aria-label={t('about')} className="grid gap-4 empty:hidden">
      {keywords && <Keywords keywords={keywords} />}
      <Translations translations={translations} />
      {failure && <TextFailure code={failure} onRetry={() => readAgain(id)} />}
    </section>
  );
}
