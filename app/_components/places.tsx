'use client';

import { useLocale, useTranslations } from 'use-intl';
import { localPath, type Place, PLACES } from '../_lib/locales';

/** The ways to the other parts of the site. */
export function Places({ path }: { readonly path: string }) {
  const t = useTranslations('places');
  const locale = useLocale();
  return (
    <nav aria-label={t('label')} className="-mx-2 max-sm:order-last max-sm:w-full sm:ms-4">
      <ul className="flex flex-wrap gap-x-1">
        {(Object.keys(PLACES) as Place[]).map((place) => (
          <li key={place}>
            {/* Whole pages, so that each loads only what it needs. */}
            <a
              href={localPath(locale, PLACES[place])}
              aria-current={isAt(path, PLACES[place]) ? 'page' : undefined}
              className="group target inline-flex items-center gap-1.5 rounded-m px-2 text-muted hover:text-ink aria-[current]:text-ink"
            >
              <span
                aria-hidden="true"
                className="nuqta scale-0 bg-glow transition-transform duration-150 group-hover:scale-75 group-aria-[current]:scale-100"
              />
              {t(place)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isAt(path: string, place: string): boolean {
  return path === place || (place !== PLACES.photos && path.startsWith(`${place}/`));
}
