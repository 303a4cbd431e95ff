'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { ItemDetail } from '../data/kinds';

/** Who made what of the alt text, and when. */
export function History({ detail: { history } }: { readonly detail: ItemDetail }) {
  const t = useTranslations('workspace');
  const format = useFormatter();
  return (
    <details id="history">
      <summary className="flex min-h-10 items-center gap-2 text-muted hover:text-ink">
        {t('item.history')}
        <span className="figures">{format.number(history.length)}</span>
      </summary>
      <ol className="grid gap-3 border-s-2 border-line py-1 ps-3">
        {history.map(({ version, action, state, text, reviewer, createdAt }) => (
          <li key={version} className="grid">
            <p className="text-sm text-muted">
              <bdi className="font-bold text-ink">
                {reviewer ?? t(action === 'rules' ? 'item.rules' : 'item.model')}
              </bdi>{' '}
              {t(`actions.${action}`)},{' '}
              <time dateTime={createdAt}>
                {format.dateTime(new Date(createdAt), {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
                })}
              </time>
            </p>
            <p lang="en" dir="auto" className="leading-snug wrap-anywhere">
              {text || <i className="text-muted">{t(`states.${state}`)}</i>}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
