import { CircleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Asked } from './use-lesson';

/** How far a question is: what is loading, or why it failed. Nothing once it is answered. */
export function LessonState({ asked }: { readonly asked: Asked<unknown> }) {
  const t = useTranslations('learn.state');
  const reasons = useTranslations('failure.texts');
  const format = useFormatter();
  if (asked.state === 'failed') {
    return (
      <p role="alert" className="flex items-start gap-2 font-bold text-danger">
        <CircleAlert aria-hidden="true" className="mt-[0.15em] size-[1.1em] shrink-0" />
        {reasons(asked.code)}
      </p>
    );
  }
  const text = {
    idle: '',
    answered: '',
    working: asked.answer ? '' : t('working'),
    downloading:
      asked.state === 'downloading'
        ? t('downloading', { share: format.number(asked.share, { style: 'percent' }) })
        : '',
  }[asked.state];
  return (
    <div className="grid gap-2">
      <output className="flex min-h-[1.5em] items-center gap-2 text-muted">
        {text && <span aria-hidden="true" className="nuqta animate-breathe bg-glow" />}
        {text}
      </output>
      {asked.state === 'downloading' && (
        <progress aria-label={t('download')} value={asked.share} className="w-full max-w-[34rem]" />
      )}
    </div>
  );
}
