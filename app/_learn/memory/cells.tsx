import { useTranslations } from 'use-intl';
import { Lesson } from '../lesson';
import { LstmEquations, RnnEquations } from './equations';
import { MemoryTask } from './memory-task';

/** The tanh RNN beside the LSTM: their equations, and how far each remembers. */
export function Cells() {
  const t = useTranslations('learn.cells');
  return (
    <Lesson name="cells">
      <div className="grid gap-8 lg:grid-cols-2">
        {(['rnn', 'lstm'] as const).map((cell) => (
          <article
            key={cell}
            className="ruled m-[5px] grid min-w-0 content-start gap-4 bg-surface p-6"
          >
            <h3 className="font-serif text-2xl leading-tight">{t(`${cell}.name`)}</h3>
            {cell === 'rnn' ? <RnnEquations /> : <LstmEquations />}
            <p>{t(`${cell}.text`)}</p>
            <p className="font-bold">{t(`${cell}.sum`)}</p>
          </article>
        ))}
      </div>
      <p className="text-muted">{t('keyboard')}</p>
      <MemoryTask />
    </Lesson>
  );
}
