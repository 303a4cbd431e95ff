'use client';

import { useTranslations } from 'use-intl';
import { useTRPCClient } from '../data/trpc';
import { FileField } from '../parts/file-field';
import { formOf } from '../parts/form';
import { SaveButton } from '../parts/save-button';
import { Section } from '../parts/section';
import { FileResults } from './file-results';
import { useFiles } from './use-files';

/** Writes alt texts into picture files that are handed in again. */
export function DescribeFiles({ collectionId }: { readonly collectionId: string }) {
  const t = useTranslations('workspace.exports.describe');
  const client = useTRPCClient();
  const { results, isRunning, start } = useFiles((file) =>
    client.exports.describe.mutate(formOf(file, { collectionId })),
  );
  return (
    <Section title={t('title')} text={t('text')}>
      <FileField
        label={t('choose')}
        accept="image/*,.heic,.heif"
        multiple
        disabled={isRunning}
        onFiles={(files) => void start(files)}
      />
      <FileResults results={results} running={(name) => t('running', { name })}>
        {(name, { outcome, alt, file }) => (
          <div className="grid justify-items-start gap-2">
            <p>{t(`outcomes.${outcome}`)}</p>
            {alt && <p dir="auto">{alt}</p>}
            {file && (
              <SaveButton file={file} name={name}>
                {name}
              </SaveButton>
            )}
          </div>
        )}
      </FileResults>
    </Section>
  );
}
