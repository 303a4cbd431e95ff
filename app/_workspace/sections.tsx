'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { localPath, withoutLocale } from '../_lib/locales';

/** The sections of the workspace and where each is. */
const SECTIONS = {
  review: '/workspace',
  add: '/workspace/add',
  jobs: '/workspace/jobs',
  export: '/workspace/export',
  storage: '/workspace/storage',
} as const;

/** The ways between the sections; what was loaded stays. */
export function Sections() {
  const t = useTranslations('workspace.sections');
  const locale = useLocale();
  const path = withoutLocale(usePathname());
  return (
    <nav aria-label={t('label')} className="border-b border-line">
      <ul className="-mx-3 flex flex-wrap">
        {Object.entries(SECTIONS).map(([section, address]) => (
          <li key={section}>
            <Link
              href={localPath(locale, address)}
              aria-current={path === address ? 'page' : undefined}
              className="target -mb-px inline-flex items-center border-b-3 border-transparent px-3 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink"
            >
              {t(section as keyof typeof SECTIONS)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
