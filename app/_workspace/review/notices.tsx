'use client';

import { useMutationState } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { useOnline } from '../../_lib/use-online';
import { useDesk, type Unsaved } from './desk-store';
import type { Review } from './use-review';

/** What is not saved yet or was not saved, and no network. */
export function Notices({ review }: { readonly review: Review }) {
  const t = useTranslations('workspace.notices');
  const isOnline = useOnline();
  const unsaved = useDesk((desk) => desk.unsaved);
  const hasOwn = useDesk(({ own }) => own !== undefined);
  const pending = useMutationState({
    filters: { mutationKey: ['review'], status: 'pending' },
    select: ({ state }) => state.isPaused || state.failureCount > 0,
  });
  const isStuck = pending.includes(true);
  const isAtRisk = pending.length > 0 || unsaved.length > 0 || hasOwn;

  useEffect(() => {
    if (!isAtRisk) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);

  return (
    <div aria-live="polite" className="grid gap-2 empty:hidden">
      {isStuck && <Notice>{t('waiting', { count: pending.length })}</Notice>}
      {!isStuck && !isOnline && <Notice>{t('offline')}</Notice>}
      {unsaved.map((entry) => (
        <Failed key={entry.item.id} entry={entry} onRetry={review.retry} />
      ))}
    </div>
  );
}

interface FailedProps {
  readonly entry: Unsaved;
  readonly onRetry: (entry: Unsaved) => void;
}

function Failed({ entry, onRetry }: FailedProps) {
  const t = useTranslations('workspace.notices');
  const reasons = useTranslations('failure.texts');
  const { item, code } = entry;
  const drop = () =>
    useDesk.setState(({ unsaved }) => ({ unsaved: unsaved.filter((one) => one !== entry) }));
  return (
    <Notice>
      <p className="min-w-0 grow">
        <bdi>{t('unsaved', { name: item.name, reason: reasons(code) })}</bdi>{' '}
        <code className="text-sm">{code}</code>
      </p>
      <Button
        onClick={() => {
          drop();
          onRetry(entry);
        }}
      >
        {t('retry')}
      </Button>
      <Button look="quiet" onClick={drop}>
        {t('dismiss')}
      </Button>
    </Notice>
  );
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mt-2 flex animate-arrive flex-wrap items-center gap-x-4 gap-y-2 rounded-m border border-glow bg-glow-soft px-4 py-2">
      {children}
    </div>
  );
}
