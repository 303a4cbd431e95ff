import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { InspectedCaption } from '../../../models/captioner/inspect';
import { ribbonRows } from './ribbon-rows';
import { Dots } from './units';

interface RibbonProps {
  readonly caption: InspectedCaption;
  readonly step: number;
}

/** The cell state over the whole sentence: a unit a row, a step a column. */
export function Ribbon({ caption: { steps }, step }: RibbonProps) {
  const t = useTranslations('learn.writing');
  const rows = useMemo(() => ribbonRows(steps.map(({ states }) => states.at(-1)!)), [steps]);
  return (
    <figure className="grid gap-2">
      <figcaption>
        <span className="font-bold">{t('ribbon')}</span>{' '}
        <span className="text-muted">{t('ribbonText')}</span>
      </figcaption>
      <div
        dir="ltr"
        className="grid gap-x-1"
        style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` }}
      >
        {steps.map(({ written }, i) => (
          <div
            key={i}
            className={`grid min-w-0 gap-1 rounded-s p-0.5 transition-colors ${i === step ? 'bg-glow-soft' : ''}`}
          >
            <Column values={rows.map((row) => row[i])} />
            <span
              lang="en"
              className="truncate text-center text-sm leading-tight max-sm:rotate-180 max-sm:[writing-mode:vertical-rl]"
            >
              {written === '<end>' ? '◆' : written}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** Four units a line, so that the columns are no towers. */
function Column({ values }: { readonly values: readonly number[] }) {
  return <Dots values={values} columns={4} />;
}
