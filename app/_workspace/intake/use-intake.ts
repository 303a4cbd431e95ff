import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { say } from '../announcements';
import { useTRPCClient } from '../data/trpc';
import { useChosen } from '../parts/collection-choice';
import { useReviewer } from '../review/reviewer';
import type { IntakeReport } from '../data/kinds';
import { type JobFields, sendArchive, sendFiles, sendList } from './send';

/** Where pictures go: a collection that is there, or a new one. */
export interface Destination {
  /** Undefined for a new collection. */
  readonly id: string | undefined;
  /** Of a new collection. */
  readonly name: string;
  readonly keepOriginals: boolean;
}

/** What comes in. */
export type Given =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'zip'; readonly file: File }
  | { readonly kind: 'csv'; readonly file: File }
  | { readonly kind: 'page'; readonly address: string };

/** Begins imports, one at a time. */
export function useIntake(destination: Destination) {
  const t = useTranslations('workspace.intake');
  const client = useTRPCClient();
  const queries = useQueryClient();
  const reviewer = useReviewer(({ name }) => name.trim());
  const [share, setShare] = useState(0);

  async function bringIn(given: Given): Promise<IntakeReport> {
    setShare(0);
    const { id, name, keepOriginals } = destination;
    const collectionId =
      id ?? (await client.collections.create.mutate({ name: name.trim(), keepOriginals })).id;
    useChosen.setState({ id: collectionId });
    const fields: JobFields = { collectionId, keepOriginals, ...(reviewer && { reviewer }) };
    if (given.kind === 'files') return sendFiles(client, fields, given.files, setShare);
    if (given.kind === 'zip') return sendArchive(client, fields, given.file, setShare);
    if (given.kind === 'csv') return sendList(client, fields, given.file);
    return client.intake.page.mutate({ ...fields, address: given.address });
  }

  const { mutate, data, error, isPending } = useMutation({
    mutationFn: bringIn,
    retry: false,
    onSuccess: ({ added, bad }) => say(t('done', { added, bad })),
    onSettled: () => void queries.invalidateQueries(),
  });
  return { bringIn: mutate, report: data, error, isPending, share };
}
