import { useFormatter, useTranslations } from 'use-intl';
import type { InspectedStep } from '../../../models/captioner/inspect';
import { Variable } from '../maths';
import { MemoryEquations } from '../memory/equations';
import { Units } from './units';

/** The gates of an LSTM in the order in which a step passes them. */
const GATES = ['f', 'i', 'g', 'o'] as const;

/** What happens in the LSTM: its gates, its memory, and what it shows. */
export function Inside({ step }: { readonly step: InspectedStep }) {
  const t = useTranslations('learn.writing');
  const format = useFormatter();
  const percent = (value: number) => format.number(value, { style: 'percent' });
  const [h, c] = step.states;
  return (
    <section className="grid content-start gap-5">
      <h3 className="font-bold">{t('inside', { count: h.length })}</h3>
      <div className="grid gap-5 sm:grid-cols-2">
        {GATES.map((gate) => (
          <Units
            key={gate}
            values={step.gates[gate]}
            letter={<Variable>{gate}</Variable>}
            name={t(`gates.${gate}.name`)}
            summary={t(`gates.${gate}.summary`, { value: percent(meanSize(step.gates[gate])) })}
          />
        ))}
        <Units
          values={c.map((value) => value / Math.max(1, greatest(c)))}
          letter={<Variable>c</Variable>}
          name={t('memory')}
          summary={t('memorySummary', {
            value: format.number(greatest(c), { maximumFractionDigits: 1 }),
          })}
        />
        <Units
          values={h}
          letter={<Variable>h</Variable>}
          name={t('hidden')}
          summary={t('hiddenSummary', { value: percent(meanSize(h)) })}
        />
      </div>
      <MemoryEquations />
      <p className="text-muted">
        <span aria-hidden="true" className="nuqta me-1.5 bg-accent" />
        {t('positive')} <span aria-hidden="true" className="nuqta ms-3 me-1.5 bg-glow" />
        {t('negative')}
      </p>
    </section>
  );
}

function meanSize(values: Float32Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
}

function greatest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
