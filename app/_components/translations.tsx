'use client';

import { useTranslations } from 'use-intl';
import type { TranslationsOfText } from '../_lib/texts';
import { CopyButton } from './copy-button';

interface TranslationsProps {
  readonly translations: TranslationsOfText['translations'];
}

/** A text in other languages, each set as it is written. */
export function Translations({ translations }: TranslationsProps) {
  const t = useTranslations('texts');
  if (translations.length === 0) return null;
  return (
    <dl className="grid gap-3">
      {translations.map(({ lang, dir, text }) => (
        <div key={lang} className="grid gap-x-4 gap-y-1 border-s-2 border-line ps-3">
          <dt className="text-muted">{t(`languages.${lang}`)}</dt>
          <dd className="grid gap-1.5">
            <p
              lang={lang}
              dir={dir}
              className="text-lg leading-snug whitespace-pre-wrap wrap-anywhere"
            >
              {text}
            </p>
            <div>
              <CopyButton text={text}>{t('copy', { language: t(`languages.${lang}`) })}</CopyButton>
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
}
