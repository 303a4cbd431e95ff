import { useTranslations } from 'use-intl';
import { LineChart, type Series } from '../line-chart';
import type { MemoryRun } from '../protocol';
import { differences, relativeReach } from './read-trace';

/** Gradients are drawn down to this share. */
const LEAST = 1e-6;
const MOST = 100;

/** How long each network remembers the first number, and how far back its gradient reaches. */
export function MemoryCharts({ runs }: { readonly runs: readonly MemoryRun[] }) {
  const t = useTranslations('learn.cells');
  const steps = runs[0].trace.reach[0].length;
  const names = { rnn: t('names.rnn'), gru: t('names.gru'), lstm: t('names.lstm') };
  const common = { names, xLabel: t('x'), x: { from: 1, to: steps } };
  const memory: Series[] = runs
    .filter(({ isTrained }) => isTrained)
    .map(({ cell, trace }) => ({ cell, points: differences(trace) }));
  const reach: Series[] = runs
    .toSorted((a, b) => Number(a.isTrained) - Number(b.isTrained))
    .map(({ cell, isTrained, trace }) => ({
      cell,
      isFaint: !isTrained,
      points: relativeReach(trace),
    }));
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <section className="grid content-start gap-3">
        <h4 className="font-bold">{t('memory.title')}</h4>
        <p className="lg:min-h-[4.5em]">{t('memory.text')}</p>
        <LineChart
          {...common}
          label={t('memory.title')}
          yLabel={t('memory.y')}
          series={memory}
          y={{ from: 0, to: 1, isPercent: true, ticks: [1, 0.5, 0] }}
        />
      </section>
      <section className="grid content-start gap-3">
        <h4 className="font-bold">{t('reach.title')}</h4>
        <p className="lg:min-h-[4.5em]">{t('reach.text')}</p>
        <LineChart
          {...common}
          label={t('reach.title')}
          yLabel={t('reach.y')}
          series={reach}
          y={{ from: LEAST, to: MOST, isLog: true, ticks: [MOST, 1, 1e-2, 1e-4, LEAST] }}
        />
      </section>
    </div>
  );
}
