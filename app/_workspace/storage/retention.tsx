'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import { useTRPC } from '../data/trpc';
import { Problem } from '../parts/problem';
import { Section } from '../parts/section';
import { Loading } from '../review/loading';

const MOST_DAYS = 3650;

/** After how many days without a change images are deleted. */
export function Retention() {
  const t = useTranslations('workspace.storage.retention');
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.workspace.retention.queryOptions());
  return (
    <Section title={t('title')} text={t('text')}>
      {error && <Problem error={error} />}
      {data ? <RetentionForm days={data.days} /> : !error && <Loading />}
    </Section>
  );
}

function RetentionForm({ days }: { readonly days: number | null }) {
  const t = useTranslations('workspace.storage.retention');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const id = useId();
  const [isKept, setKept] = useState(days === null);
  const [written, setWritten] = useState(String(days ?? 365));
  const { mutate, data, error, isPending } = useMutation(
    trpc.workspace.setRetention.mutationOptions({
      onSuccess: () => void queries.invalidateQueries(),
    }),
  );
  const number = Number(written);
  const isValid = isKept || (Number.isInteger(number) && number >= 1 && number <= MOST_DAYS);

  function save(event: FormEvent): void {
    event.preventDefault();
    if (isValid) mutate({ days: isKept ? null : number });
  }

  return (
    <form onSubmit={save} noValidate className="grid justify-items-start gap-3">
      {[true, false].map((keep) => (
        <label key={String(keep)} className="target flex items-center gap-2">
          <input
            type="radio"
            name={`${id}-kept`}
            checked={isKept === keep}
            onChange={() => setKept(keep)}
          />
          {keep ? t('keep') : t('days')}
        </label>
      ))}
      {!isKept && (
        <div className="flex flex-wrap items-center gap-3">
          <label htmlFor={id} className="font-bold">
            {t('number')}
          </label>
          <input
            id={id}
            type="number"
            inputMode="numeric"
            min={1}
            max={MOST_DAYS}
            value={written}
            aria-invalid={!isValid}
            aria-describedby={isValid ? undefined : `${id}-error`}
            onChange={({ target }) => setWritten(target.value)}
            className="target w-28 rounded-m border border-edge bg-surface px-3"
          />
          {!isValid && (
            <p id={`${id}-error`} role="alert" className="text-danger">
              {t('invalid')}
            </p>
          )}
        </div>
      )}
      <button type="submit" disabled={isPending} className={buttonClass('primary')}>
        {t('save')}
      </button>
      <output>{data && !isPending ? t('saved', { count: data.deleted }) : ''}</output>
      {error && <Problem error={error} />}
    </form>
  );
}
