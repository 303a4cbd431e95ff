'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { lengthOf } from '../../_lib/alt';
import { ALT_LENGTH } from '../../_lib/settings';
import { useTRPC } from '../data/trpc';

interface LengthProps {
  readonly text: string;
  readonly collectionId: string;
}

/** How long the text is, and how long it may be. */
export function Length({ text, collectionId }: LengthProps) {
  const t = useTranslations('alt');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.rules.get.queryOptions({ collectionId }));
  const limit = data?.rules.maxLength ?? ALT_LENGTH.advised;
  const length = lengthOf(text);
  return (
    <span className={`figures ${length > limit ? 'font-bold text-warn' : 'text-muted'}`}>
      {t('count', { length, limit })}
    </span>
  );
}
