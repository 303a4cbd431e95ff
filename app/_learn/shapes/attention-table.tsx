import { useFormatter, useTranslations } from 'use-intl';
import type { InspectedTranslation } from '../../../models/sequence/translator';

interface AttentionTableProps {
  readonly translation: InspectedTranslation;
}

/** Where every word of a translation looked: a row for each, a column for each word of the source. */
export function AttentionTable({ translation: { source, words, lang, dir } }: AttentionTableProps) {
  const t = useTranslations('learn.shapes.attended');
  const names = useTranslations('texts.languages');
  const format = useFormatter();
  return (
    <section aria-label={t('table')} className="grid min-w-0 gap-2">
      <p className="text-muted">{t('table')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Keyboards scroll it. */}
      <div dir="ltr" tabIndex={0} className="overflow-x-auto">
        <table className="border-separate border-spacing-0.5 text-center">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 bg-page pe-2 text-end font-normal text-muted"
              >
                <bdi>{names(lang)}</bdi>
              </th>
              {source.map((word, i) => (
                <th key={i} scope="col" lang="en" className="px-1 font-normal">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {words.map(({ text, attention }, i) => (
              <tr key={i}>
                <th scope="row" className="sticky left-0 z-10 bg-page pe-2 text-end font-normal">
                  <bdi lang={lang} dir={dir}>
                    {text}
                  </bdi>
                </th>
                {attention.map((weight, j) => (
                  <td key={j} className="relative h-7 min-w-10 bg-sunken">
                    <span
                      aria-hidden="true"
                      className="absolute inset-0 bg-glow"
                      style={{ opacity: weight }}
                    />
                    <span className="sr-only">{format.number(weight, { style: 'percent' })}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
