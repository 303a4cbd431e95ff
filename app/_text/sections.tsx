'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Keywords } from '../_components/keywords';
import { Translations } from '../_components/translations';
import { TaggedWords } from './tagged-words';
import { Topic } from './topic';
import type { Answers } from './use-answers';

/** What is known of a text, part by part. */
export function Sections({ answers }: { readonly answers: Answers }) {
  const t = useTranslations('text');
  const { text, topic, tags, translations, isReading } = answers;
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      {topic && (
        <Section title={t('topic')}>
          <Topic text={text} topic={topic} />
        </Section>
      )}
      {tags && (
        <Section title={t('words')}>
          <Keywords keywords={tags.keywords} />
          <TaggedWords words={tags.words} />
        </Section>
      )}
      {translations ? (
        <Section title={t('translations')}>
          <Translations translations={translations.translations} />
        </Section>
      ) : (
        tags && !isReading && <p className="text-muted">{t('none')}</p>
      )}
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid min-w-0 content-start gap-4">
      <h2 className="font-serif text-3xl leading-tight">{title}</h2>
      {children}
    </section>
  );
}
