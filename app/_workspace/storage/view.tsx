'use client';

import { useTranslations } from 'use-intl';
import { Collections } from '../parts/collection-choice';
import { CollectionList } from './collection-list';
import { Everything } from './everything';
import { Retention } from './retention';

/** What the workspace keeps, for how long, and how it goes. */
export function View() {
  const t = useTranslations('workspace.storage');
  return (
    <div className="grid gap-8 py-6">
      <h2 className="font-serif text-3xl leading-tight font-medium">{t('title')}</h2>
      <div className="grid max-w-[52rem] gap-10">
        <Retention />
        <Collections>{(collections) => <CollectionList collections={collections} />}</Collections>
        <Everything />
      </div>
    </div>
  );
}
