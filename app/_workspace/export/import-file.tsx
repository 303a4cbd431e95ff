'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { say } from '../announcements';
import { useTRPC } from '../data/trpc';
import { FileField } from '../parts/file-field';
import { formOf } from '../parts/form';
import { Problem } from '../parts/problem';
import { ReviewerField } from '../parts/reviewer-field';
import { Section } from '../parts/section';
import { useReviewer } from '../review/reviewer';
import { ImportReport } from './import-report';

/** Takes a file that was exported and edited. */
export function ImportFile({ collectionId }: { readonly collectionId: string }) {
  const t = useTranslations('workspace.exports.import');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const reviewer = useReviewer(({ name }) => name.trim());
  const { mutate, data, error, isPending, variables } = useMutation(
    trpc.exports.import.mutationOptions({
      onSuccess({ changed, unchanged }) {
        say(t('done', { changed, unchanged }));
        void queries.invalidateQueries();
      },
    }),
  );
  const name = (variables as FormData | undefined)?.get('file');

  return (
    <Section title={t('title')} text={t('text')}>
      <ReviewerField label={t('name')} hint={t('nameHint')} />
      <FileField
        label={t('choose')}
        accept=".csv,.json,.txt,text/csv,application/json"
        disabled={reviewer === '' || isPending}
        onFiles={([file]) => mutate(formOf(file, { collectionId, reviewer }))}
      />
      {isPending && (
        <output>{t('running', { name: name instanceof File ? name.name : '' })}</output>
      )}
      {error && <Problem error={error} />}
      {data && <ImportReport report={data} />}
    </Section>
  );
}
