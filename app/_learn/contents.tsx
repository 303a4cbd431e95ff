import { useTranslations } from 'use-intl';

/** The lessons of the page, in their order. */
export const LESSONS = ['writing', 'cells', 'findings', 'shapes'] as const;

/** Leads to each lesson. */
export function Contents() {
  const t = useTranslations('learn');
  return (
    <nav aria-label={t('contents')} className="self-end border-s border-line ps-5">
      <ol className="grid gap-1">
        {LESSONS.map((lesson) => (
          <li key={lesson}>
            <a
              href={`#${lesson}`}
              className="group target inline-flex items-center gap-3 text-lg hover:text-accent-strong"
            >
              <span
                aria-hidden="true"
                className="nuqta scale-75 bg-glow transition-transform duration-150 group-hover:scale-110"
              />
              {t(`${lesson}.title`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
