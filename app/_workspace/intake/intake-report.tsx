'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import { localPath } from '../../_lib/locales';
import type { IntakeReport as Report } from '../data/kinds';

/** What came in, and what could not. */
export function IntakeReport({ report }: { readonly report: Report }) {
  const t = useTranslations('workspace.intake');
  const reasons = useTranslations('failure.texts');
  const locale = useLocale();
  const { added, known, bad, badRows } = report;
  return (
    <div className="grid gap-3 rounded-m border border-glow bg-glow-soft p-4">
      <p className="font-bold">{t('done', { added, bad })}</p>
      {known > 0 && <p>{t('known', { count: known })}</p>}
      {badRows.length > 0 && (
        <ul className="border-s-4 border-danger ps-3">
          {badRows.map(({ row, name, code }) => (
            <li key={`${row} ${name}`}>
              {t('row', { row })}: <bdi className="[overflow-wrap:anywhere]">{name}</bdi>.{' '}
              {reasons(code)} <code className="text-sm">{code}</code>
            </li>
          ))}
        </ul>
      )}
      {badRows.length < bad && <p>{t('listed', { count: badRows.length })}</p>}
      <Link
        href={localPath(locale, '/workspace/jobs')}
        className={`${buttonClass('primary')} justify-self-start`}
      >
        {t('watch')}
      </Link>
    </div>
  );
}
