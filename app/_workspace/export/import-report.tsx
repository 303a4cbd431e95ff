'use client';

import { useTranslations } from 'use-intl';
import type { ImportReport as Report } from '../data/kinds';

/** Up to so many bad rows are listed at once, more when somebody asks. */
const FEW = 20;

/** What an import did, what it left alone, and what it could not read. */
export function ImportReport({ report }: { readonly report: Report }) {
  const t = useTranslations('workspace.exports.import');
  const { changed, unchanged, conflicts, conflictCount, bad, badCount } = report;
  return (
    <div className="grid gap-4">
      <p className="font-bold">{t('done', { changed, unchanged })}</p>
      {conflictCount > 0 && (
        <div className="grid gap-2">
          <h4 className="font-bold">{t('conflicts', { count: conflictCount })}</h4>
          <ul className="grid gap-3">
            {conflicts.map(({ row, id, file, alt, current, reviewer }) => (
              <li key={id} className="grid gap-1 border-s-4 border-glow ps-3">
                <p className="text-muted">
                  {t('row', { row })}: <bdi>{file}</bdi>
                </p>
                <dl className="grid gap-x-3 sm:grid-cols-[auto_1fr]">
                  <dt className="text-muted">{t('yours')}</dt>
                  <dd dir="auto">{alt || t('empty')}</dd>
                  <dt className="text-muted">{t('theirs', { name: reviewer ?? t('model') })}</dt>
                  <dd dir="auto">{current.alt || t('empty')}</dd>
                </dl>
              </li>
            ))}
          </ul>
          {conflicts.length < conflictCount && <p>{t('listed', { count: conflicts.length })}</p>}
        </div>
      )}
      {badCount > 0 && (
        <details open={badCount <= FEW} className="grid gap-2">
          <summary className="target font-bold">{t('bad', { count: badCount })}</summary>
          <ul className="border-s-4 border-danger ps-3">
            {bad.map(({ row, fault }) => (
              <li key={row}>
                <span className="text-muted">{t('row', { row })}:</span> {t(`faults.${fault}`)}
              </li>
            ))}
          </ul>
          {bad.length < badCount && <p>{t('listed', { count: bad.length })}</p>}
        </details>
      )}
    </div>
  );
}
