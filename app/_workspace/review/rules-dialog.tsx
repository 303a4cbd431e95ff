'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Modal } from '../../_components/modal';
import type { Collection } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Trouble } from '../trouble';
import { useDesk } from './desk-store';
import { Loading } from './loading';
import { RulesForm } from './rules-form';

/** The house rules, to be read and changed. */
export function RulesDialog({ collection }: { readonly collection: Collection }) {
  const t = useTranslations('workspace');
  const trpc = useTRPC();
  const isOpen = useDesk(({ dialog }) => dialog === 'rules');
  const { data, error, refetch } = useQuery(
    trpc.rules.get.queryOptions({ collectionId: collection.id }),
  );
  return (
    <Modal
      title={t('rules.title')}
      isOpen={isOpen}
      onClose={() => useDesk.setState({ dialog: undefined })}
    >
      {data && <RulesForm collection={collection} rules={data.rules} isOwn={data.own} />}
      {!data && error && (
        <Trouble title={t('trouble.rules')} error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Loading />}
    </Modal>
  );
}
