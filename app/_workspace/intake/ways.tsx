'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Collection } from '../data/kinds';
import { FileField } from '../parts/file-field';
import { Problem } from '../parts/problem';
import { Section } from '../parts/section';
import { DestinationForm } from './destination-form';
import { IntakeReport } from './intake-report';
import { PageForm } from './page-form';
import { type Destination, useIntake } from './use-intake';

interface WaysProps {
  readonly collections: readonly Collection[];
  /** Where pictures go unless somebody says otherwise; undefined while there is none. */
  readonly collection: Collection | undefined;
}

/** Files, a folder, an archive, a list of addresses, or the address of a page. */
export function Ways({ collections, collection }: WaysProps) {
  const t = useTranslations('workspace.intake');
  const [destination, setDestination] = useState<Destination>({
    id: collection?.id,
    name: t('newName'),
    keepOriginals: collection?.keepOriginals ?? false,
  });
  const { bringIn, report, error, isPending, share } = useIntake(destination);
  const isBlocked = isPending || (destination.id === undefined && destination.name.trim() === '');

  return (
    <>
      <DestinationForm
        collections={collections}
        destination={destination}
        onChange={setDestination}
      />
      <div className="grid gap-3 empty:hidden">
        {isPending && (
          <div className="grid gap-1.5">
            <output>{t('running')}</output>
            <progress aria-label={t('running')} value={share} className="w-full max-w-[34rem]" />
          </div>
        )}
        {error && <Problem error={error} />}
        {report && !isPending && <IntakeReport report={report} />}
      </div>
      <div className="grid gap-x-16 gap-y-10 xl:grid-cols-2">
        <Section title={t('files.title')} text={t('files.text')}>
          <FileField
            label={t('files.choose')}
            accept="image/*,.heic,.heif"
            multiple
            disabled={isBlocked}
            onFiles={(files) => bringIn({ kind: 'files', files })}
          />
          <FileField
            label={t('files.folder')}
            multiple
            folder
            disabled={isBlocked}
            onFiles={(files) => bringIn({ kind: 'files', files })}
          />
        </Section>
        <Section title={t('zip.title')} text={t('zip.text')}>
          <FileField
            label={t('zip.choose')}
            accept=".zip,application/zip"
            disabled={isBlocked}
            onFiles={([file]) => bringIn({ kind: 'zip', file })}
          />
        </Section>
        <Section title={t('csv.title')} text={t('csv.text')}>
          <FileField
            label={t('csv.choose')}
            accept=".csv,.txt,text/csv"
            disabled={isBlocked}
            onFiles={([file]) => bringIn({ kind: 'csv', file })}
          />
        </Section>
        <Section title={t('page.title')} text={t('page.text')}>
          <PageForm
            disabled={isBlocked}
            onAddress={(address) => bringIn({ kind: 'page', address })}
          />
        </Section>
      </div>
    </>
  );
}
