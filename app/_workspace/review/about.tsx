'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemDetail } from '../data/kinds';

/** Where the image came from and what wrote about it. Addresses are shown, not opened. */
export function About({ detail }: { readonly detail: ItemDetail }) {
  const t = useTranslations('workspace.item');
  const { source, context, width, height, model, cached, original } = detail;
  const place = {
    file: () => source.kind === 'file' && source.path,
    zip: () => source.kind === 'zip' && `${source.archive}: ${source.path}`,
    url: () => source.kind === 'url' && source.url,
  }[source.kind]();
  return (
    <details>
      <summary className="flex min-h-10 items-center text-muted hover:text-ink">
        {t('about')}
      </summary>
      <dl className="grid gap-2 border-s-2 border-line py-1 ps-3">
        <Fact term={t('from')}>{place}</Fact>
        {source.kind === 'url' && source.page && <Fact term={t('page')}>{source.page}</Fact>}
        {context && <Fact term={t('context')}>{context}</Fact>}
        <Fact term={t('size')}>{t('pixels', { width, height })}</Fact>
        <Fact term={t('captionedBy')}>
          {model.id} {model.version}
          {cached && `, ${t('cached')}`}
        </Fact>
      </dl>
      {original && (
        <a
          href={original}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-10 items-center text-accent underline"
        >
          {t('original')}
        </a>
      )}
    </details>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd dir="auto" className="leading-snug wrap-anywhere">
        {children}
      </dd>
    </div>
  );
}
