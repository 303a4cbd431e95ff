'use client';

import { useTranslations } from 'use-intl';
import { Collections, useChosen } from '../parts/collection-choice';
import { Ways } from './ways';

/** The ways in. */
export function View() {
  const t = useTranslations('workspace.intake');
  const chosen = useChosen(({ id }) => id);
  return (
    <Collections>
      {(collections) => {
        const collection = collections.find(({ id }) => id === chosen) ?? collections[0];
        return (
          <div className="grid gap-6 py-6">
            <h2 className="font-serif text-3xl leading-tight font-medium">{t('title')}</h2>
            <Ways collections={collections} collection={collection} />
          </div>
        );
      }}
    </Collections>
  );
}
