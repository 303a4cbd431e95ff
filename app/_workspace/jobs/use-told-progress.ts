import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { say } from '../announcements';
import type { Job } from '../data/kinds';

/** So many times a running job is told of. */
const STEPS = 4;

/** Tells screen readers when a job has got a quarter further, and when its state changes. */
export function useToldProgress({ name, state, progress }: Job): void {
  const t = useTranslations('workspace.jobs');
  const { total, done, failed } = progress;
  const step = total > 0 ? Math.floor(((done + failed) / total) * STEPS) : 0;
  const told = useRef({ state, step });
  useEffect(() => {
    const before = told.current;
    if (before.state === state && before.step === step) return;
    told.current = { state, step };
    say(t('told', { name, state: t(`states.${state}`), done, failed, total }));
  });
}
