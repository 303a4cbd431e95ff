'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { KEYWORD_KINDS } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Problem } from '../parts/problem';
import { setView, useDesk } from './desk-store';
import { Several } from './several';
import { keywordFilter, tidy } from './view-address';

const FEW = 8;
const MANY = 60;
/** Between two looks while alt texts are still being read. */
const UNREAD_MS = 3_000;

/** The commonest words of the list, each with how many images have it; choosing some narrows it. */
export function Facets({ collectionId }: { readonly collectionId: string }) {
  const t = useTranslations('workspace.filters');
  const kinds = useTranslations('texts');
  const format = useFormatter();
  const trpc = useTRPC();
  const { filter } = useDesk(({ view }) => view);
  const [limit, setLimit] = useState(FEW);
  const { data, error } = useQuery(
    trpc.items.facets.queryOptions(
      { collectionId, filter, limit },
      {
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) => (state.data?.unread ? UNREAD_MS : false),
      },
    ),
  );
  if (error) return <Problem error={error} />;
  const shown = KEYWORD_KINDS.map((kind) => {
    const chosen = filter.keywords?.[kind] ?? [];
    const counted = data?.[kind] ?? [];
    const others = chosen.filter((word) => !counted.some((one) => one.word === word));
    return { kind, chosen, words: [...counted, ...others.map((word) => ({ word, count: 0 }))] };
  });
  const isLong = shown.some(({ words }) => words.length >= FEW);

  return (
    <>
      {shown.map(
        ({ kind, chosen, words }) =>
          words.length > 0 && (
            <Several
              key={kind}
              label={kinds(kind)}
              options={words.map(({ word, count }) => ({
                value: word,
                label: (
                  <span className="wrap-anywhere">
                    <bdi lang="en">{word}</bdi>{' '}
                    <span className="figures text-muted">({format.number(count)})</span>
                  </span>
                ),
              }))}
              chosen={chosen}
              onChoose={(chosenNow) => {
                const keywords = keywordFilter({ ...filter.keywords, [kind]: chosenNow });
                setView({ filter: tidy({ ...filter, keywords }) });
              }}
            />
          ),
      )}
      {isLong && (
        <Button
          look="plain"
          className="justify-self-start"
          onClick={() => setLimit(limit === FEW ? MANY : FEW)}
        >
          {t(limit === FEW ? 'moreWords' : 'fewerWords')}
        </Button>
      )}
      {!!data?.unread && <p className="text-muted">{t('unread', { count: data.unread })}</p>}
    </>
  );
}
