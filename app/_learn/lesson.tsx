import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LESSONS } from './contents';

interface LessonProps {
  readonly name: (typeof LESSONS)[number];
  readonly children: ReactNode;
}

/** One lesson with its title; the contents lead to it. */
export function Lesson({ name, children }: LessonProps) {
  const t = useTranslations('learn');
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="grid min-w-0 gap-8">
      <div className="grid gap-4 border-t border-line pt-10">
        <h2 id={`${name}-title`} className="font-serif text-4xl leading-tight font-medium">
          {t(`${name}.title`)}
        </h2>
        <p className="max-w-[44rem] text-lg">{t(`${name}.text`)}</p>
      </div>
      {children}
    </section>
  );
}
