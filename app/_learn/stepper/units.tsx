import type { ReactNode } from 'react';
import { unitsPath } from './units-path';

interface UnitsProps {
  readonly values: Float32Array;
  /** Of the equation that computes them. */
  readonly letter: ReactNode;
  readonly name: string;
  /** What they say together. */
  readonly summary: string;
  readonly className?: string;
}

const COLUMNS = 32;

/** Every unit of a gate or state as a dot: turquoise above zero, saffron below. */
export function Units({ values, letter, name, summary, className = '' }: UnitsProps) {
  return (
    <figure className={`grid content-start gap-1.5 ${className}`}>
      <figcaption className="flex flex-wrap items-baseline gap-x-2 leading-tight">
        <span className="font-bold">{letter}</span>
        <span>{name}</span>
        <span className="text-muted figures">{summary}</span>
      </figcaption>
      <Dots values={values} columns={COLUMNS} />
    </figure>
  );
}

interface DotsProps {
  readonly values: ArrayLike<number>;
  readonly columns: number;
}

/** Without a name of its own; what it shows is said beside it. */
export function Dots({ values, columns }: DotsProps) {
  return (
    <svg
      viewBox={`0 0 ${columns} ${Math.ceil(values.length / columns)}`}
      aria-hidden="true"
      className="w-full rounded-s bg-sunken"
    >
      <path d={unitsPath(values, columns, 1)} className="fill-accent" />
      <path d={unitsPath(values, columns, -1)} className="fill-glow" />
    </svg>
  );
}
