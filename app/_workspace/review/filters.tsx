'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { Choices } from '../../_components/choices';
import { type Filter, STATES, WARNINGS } from '../data/kinds';
import { setView, useDesk } from './desk-store';
import { Facets } from './facets';
import { Several } from './several';
import { Span } from './span';
import { TO_REVIEW, tidy } from './view-address';

/** What narrows the list; each choice counts at once. */
export function Filters({ collectionId }: { readonly collectionId: string }) {
  const t = useTranslations('workspace');
  const { filter } = useDesk(({ view }) => view);
  const narrow = (part: Filter) => setView({ filter: tidy({ ...filter, ...part }) });
  const { missing } = filter;
  const missings = { any: undefined, yes: true, no: false };

  return (
    <div className="grid min-h-0 content-start gap-5 overflow-y-auto py-4 lg:pe-4">
      <Several
        label={t('filters.state')}
        options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        chosen={filter.states ?? []}
        onChoose={(states) => narrow({ states })}
      />
      <Several
        label={t('filters.warning')}
        options={WARNINGS.map((value) => ({ value, label: t(`warnings.${value}`) }))}
        chosen={filter.warnings ?? []}
        onChoose={(warnings) => narrow({ warnings })}
      />
      <Facets collectionId={collectionId} />
      <Span
        label={t('filters.confidence')}
        most={100}
        from={percent(filter.confidence?.from)}
        to={percent(filter.confidence?.to)}
        onChange={(from, to) => narrow({ confidence: span(share(from), share(to)) })}
      />
      <Span
        label={t('filters.length')}
        most={2000}
        from={filter.length?.from}
        to={filter.length?.to}
        onChange={(from, to) => narrow({ length: span(from, to) })}
      />
      <Choices
        label={t('filters.missing')}
        options={(['any', 'yes', 'no'] as const).map((value) => ({
          value,
          label: t(`filters.missings.${value}`),
        }))}
        value={missing === undefined ? 'any' : missing ? 'yes' : 'no'}
        onChoose={(value) => narrow({ missing: missings[value] })}
      />
      <Choices
        label={t('filters.duplicates')}
        options={(['any', 'picture', 'text'] as const).map((value) => ({
          value,
          label: t(`filters.duplicateKinds.${value}`),
        }))}
        value={filter.duplicates ?? 'any'}
        onChoose={(value) => narrow({ duplicates: value === 'any' ? undefined : value })}
      />
      <label className="grid gap-1.5 font-bold">
        {t('filters.word')}
        <input
          type="text"
          dir="auto"
          defaultValue={filter.word}
          maxLength={100}
          onChange={({ target }) => narrow({ word: target.value.trim() || undefined })}
          className="target rounded-m border border-edge bg-surface px-3 font-normal"
        />
      </label>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => useDesk.setState({ isFiltering: false })}>
          {t('filters.close')}
        </Button>
        <Button onClick={() => setView({ filter: TO_REVIEW })}>{t('filters.toReview')}</Button>
        <Button onClick={() => setView({ filter: {} })}>{t('filters.clear')}</Button>
      </div>
    </div>
  );
}

function span(from: number | undefined, to: number | undefined): Filter['length'] {
  return from === undefined && to === undefined ? undefined : { from, to };
}

function percent(part: number | undefined): number | undefined {
  return part === undefined ? undefined : Math.round(part * 100);
}

function share(percents: number | undefined): number | undefined {
  return percents === undefined ? undefined : percents / 100;
}
