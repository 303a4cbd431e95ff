import { Check, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { MemoryRun } from '../protocol';
import { answerOf } from './read-trace';
import { type Sequence, sumOf } from './sequence';

/** An answer is right if it is at most so far off. */
const CLOSE = 0.1;

interface AnswersProps {
  readonly sequence: Sequence;
  readonly runs: readonly MemoryRun[];
  /** Whether the answers are those to the sequence, and are told to screen readers. */
  readonly isTold: boolean;
}

/** The sum beside what each trained network says. */
export function Answers({ sequence, runs, isTold }: AnswersProps) {
  const t = useTranslations('learn.cells.task');
  const names = useTranslations('learn.cells.names');
  const format = useFormatter();
  const show = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const sum = sumOf(sequence);
  const answers = runs
    .filter(({ isTrained }) => isTrained)
    .map(({ cell, trace }) => ({ cell, answer: answerOf(trace) }));
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <div className="grid gap-1 rounded-m bg-sunken p-4">
          <dt className="text-muted">{t('wanted')}</dt>
          <dd className="font-serif text-3xl figures">{show(sum)}</dd>
        </div>
        {answers.map(({ cell, answer }) => {
          const error = Math.abs(answer - sum);
          const isRight = error < CLOSE;
          return (
            <div
              key={cell}
              className={`grid gap-1 rounded-m border p-4 ${isRight ? 'border-accent' : 'border-line'}`}
            >
              <dt className="text-muted">{t('says', { cell: names(cell) })}</dt>
              <dd className="font-serif text-3xl figures">{show(answer)}</dd>
              <dd
                className={`flex items-center gap-1.5 ${isRight ? 'text-accent' : 'text-danger'}`}
              >
                {isRight ? (
                  <Check aria-hidden="true" className="size-4 shrink-0" />
                ) : (
                  <X aria-hidden="true" className="size-4 shrink-0" />
                )}
                {isRight ? t('right') : t('wrong', { error: show(error) })}
              </dd>
            </div>
          );
        })}
      </dl>
      <output className="sr-only">
        {isTold &&
          t('told', {
            sum: show(sum),
            answers: answers
              .map(({ cell, answer }) => t('told1', { cell: names(cell), answer: show(answer) }))
              .join(' '),
          })}
      </output>
    </>
  );
}
