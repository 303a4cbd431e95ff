'use client';

import { useTranslations } from 'use-intl';
import { AddLink } from '../parts/add-link';
import { CollectionChoice, Collections, useChosen } from '../parts/collection-choice';
import { Blank } from '../review/blank';
import { DescribeFiles } from './describe-files';
import { Downloads } from './downloads';
import { ImportFile } from './import-file';
import { PatchFiles } from './patch-files';

/** The ways out of a collection, and the way back. */
export function View() {
  const t = useTranslations('workspace.exports');
  const chosen = useChosen(({ id }) => id);
  return (
    <Collections>
      {(collections) => {
        const collection = collections.find(({ id }) => id === chosen) ?? collections[0];
        if (!collection) {
          return (
            <Blank title={t('none')} text={t('noneText')}>
              <AddLink />
            </Blank>
          );
        }
        const { id } = collection;
        return (
          <div className="grid gap-8 py-6">
            <div className="flex flex-wrap items-center justify-between gap-4">
              <h2 className="font-serif text-3xl leading-tight font-medium">{t('title')}</h2>
              <CollectionChoice collections={collections} collection={collection} />
            </div>
            <div className="grid gap-x-16 gap-y-10 xl:grid-cols-2" key={id}>
              <Downloads collectionId={id} />
              <ImportFile collectionId={id} />
              <PatchFiles collectionId={id} />
              <DescribeFiles collectionId={id} />
            </div>
          </div>
        );
      }}
    </Collections>
  );
}
