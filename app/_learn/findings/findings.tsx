import { useTranslations } from 'use-intl';
import { Lesson } from '../lesson';
import { LineChart } from '../line-chart';
import { FiguresTable } from './figures-table';
import { FIGURES, lagsOf, TASKS } from './figures';

/** The study's results as they came out. */
export function Findings() {
  const t = useTranslations('learn.findings');
  const cells = useTranslations('learn.cells.names');
  const names = { rnn: cells('rnn'), gru: cells('gru'), lstm: cells('lstm') };
  return (
    <Lesson name="findings">
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {TASKS.map((task) => {
          const lags = lagsOf(task);
          return (
            <section key={task} className="grid content-start gap-3">
              <h3 className="font-bold">{t(task)}</h3>
              <LineChart
                label={t(task)}
                xLabel={t('x')}
                yLabel={t('y')}
                names={names}
                hasDots
                x={{ from: lags[0], to: lags.at(-1)! }}
                y={{ from: 0, to: 1, isPercent: true, ticks: [1, 0.75, 0.5, 0.25, 0] }}
                series={(['rnn', 'gru', 'lstm'] as const).map((cell) => ({
                  cell,
                  points: FIGURES.filter((one) => one.task === task && one.cell === cell).map(
                    ({ lag, right }) => [lag, right] as const,
                  ),
                }))}
              />
            </section>
          );
        })}
      </div>
      <details>
        <summary className="w-fit py-1 text-accent hover:text-accent-strong">{t('table')}</summary>
        <div className="grid gap-8 pt-4 lg:grid-cols-2">
          {TASKS.map((task) => (
            <FiguresTable key={task} task={task} names={names} />
          ))}
        </div>
      </details>
      <p className="max-w-[44rem] text-muted">{t('note')}</p>
    </Lesson>
  );
}
