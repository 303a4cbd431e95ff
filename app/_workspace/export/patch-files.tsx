'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FileField } from '../parts/file-field';
import { formOf } from '../parts/form';
import { Section } from '../parts/section';
import { FileResults } from './file-results';
import { PatchResult } from './patch-result';
import { useFiles } from './use-files';
import { useTRPCClient } from '../data/trpc';

const SCOPES = ['missing', 'empty', 'all'] as const;
const REVIEWED = 'edited,approved,decorative';

/** Fills in alt attributes of HTML files that are handed in. */
export function PatchFiles({ collectionId }: { readonly collectionId: string }) {
  const t = useTranslations('workspace.exports.patch');
  const id = useId();
  const client = useTRPCClient();
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('missing');
  const [hasDrafts, setDrafts] = useState(false);
  const [address, setAddress] = useState('');
  const { results, isRunning, start } = useFiles((file) =>
    client.exports.patch.mutate(
      formOf(file, {
        collectionId,
        scope,
        states: hasDrafts ? `draft,${REVIEWED}` : REVIEWED,
        ...(address.trim() && { address: address.trim() }),
      }),
    ),
  );

  return (
    <Section title={t('title')} text={t('text')}>
      <fieldset>
        <legend className="mb-1 font-bold">{t('scope')}</legend>
        {SCOPES.map((one) => (
          <label key={one} className="target flex items-center gap-2">
            <input
              type="radio"
              name={`${id}-scope`}
              checked={scope === one}
              onChange={() => setScope(one)}
            />
            {t(`scopes.${one}`)}
          </label>
        ))}
      </fieldset>
      <label className="target flex items-center gap-2">
        <input
          type="checkbox"
          checked={hasDrafts}
          onChange={({ target }) => setDrafts(target.checked)}
        />
        {t('drafts')}
      </label>
      <div className="grid max-w-[34rem] gap-1.5">
        <label htmlFor={id} className="font-bold">
          {t('address')}
        </label>
        <input
          id={id}
          type="url"
          dir="ltr"
          value={address}
          placeholder="https://"
          onChange={({ target }) => setAddress(target.value)}
          className="target rounded-m border border-edge bg-surface px-3"
        />
      </div>
      <FileField
        label={t('choose')}
        accept=".html,.htm,.xhtml,.php,text/html"
        multiple
        disabled={isRunning}
        onFiles={(files) => void start(files)}
      />
      <FileResults results={results} running={(name) => t('running', { name })}>
        {(name, patch) => <PatchResult name={name} patch={patch} />}
      </FileResults>
    </Section>
  );
}
