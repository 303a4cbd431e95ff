import { ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** One step of a network that is drawn in time. */
export interface UnrolledStep {
  readonly input?: ReactNode;
  readonly output?: ReactNode;
  /** How strongly the step is lit, in [0, 1]. */
  readonly light?: number;
}

interface UnrolledProps {
  /** What goes in and comes out, in words. */
  readonly label: string;
  readonly steps: readonly UnrolledStep[];
  /** Whether the network also reads from the end. */
  readonly isTwoWay?: boolean;
}

/** A network unrolled in time: a column a step, inputs below, answers above. */
export function Unrolled({ label, steps, isTwoWay = false }: UnrolledProps) {
  const t = useTranslations('learn.shapes');
  return (
    <figure className="grid min-w-0 gap-2">
      <figcaption>
        <span className="font-bold">{t('unrolled')}.</span> {label}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Keyboards scroll it. */}
      <ol dir="ltr" lang="en" tabIndex={0} aria-label={label} className="flex overflow-x-auto pb-2">
        {steps.map(({ input, output, light = 0 }, i) => (
          <li
            key={i}
            className="grid min-w-16 shrink-0 grow grid-rows-[minmax(3.2rem,auto)_1.4rem_2.6rem_1.4rem_auto] justify-items-center text-center leading-tight"
          >
            <div className="row-start-5 px-1.5 wrap-anywhere">{input}</div>
            <Arrow isShown={input !== undefined} className="row-start-4" />
            <span
              aria-hidden="true"
              className="relative row-start-3 grid w-full grid-cols-[1fr_2.6rem_1fr] items-center"
            >
              <Way isShown={i > 0} isTwoWay={isTwoWay} />
              <span className="relative h-full overflow-hidden rounded-m border border-edge bg-surface">
                <span className="absolute inset-0 bg-glow" style={{ opacity: light }} />
              </span>
              <Way isShown={i < steps.length - 1} isTwoWay={isTwoWay} />
            </span>
            <Arrow isShown={output !== undefined} className="row-start-2" />
            <div className="row-start-1 self-end px-1.5">{output}</div>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Arrow({ isShown, className }: { readonly isShown: boolean; readonly className: string }) {
  return (
    <ArrowUp
      aria-hidden="true"
      className={`size-4 self-center text-edge ${className} ${isShown ? '' : 'invisible'}`}
    />
  );
}

/** The state on its way to the next step, and back to the one before. */
function Way({ isShown, isTwoWay }: { readonly isShown: boolean; readonly isTwoWay: boolean }) {
  return (
    <span className={`grid gap-1.5 ${isShown ? '' : 'invisible'}`}>
      <span className="h-0.5 bg-edge" />
      {isTwoWay && <span className="h-0.5 bg-edge" />}
    </span>
  );
}
