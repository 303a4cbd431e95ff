import { useFormatter } from 'use-intl';
import { chartPath, type Scale, ticksOf } from './chart-path';

/** How each line is told apart; also without colour, by its dashes. */
const STROKES = {
  rnn: { line: 'stroke-glow', dash: undefined },
  gru: { line: 'stroke-muted', dash: '7 4' },
  lstm: { line: 'stroke-accent', dash: undefined },
} as const;

export interface Series {
  readonly cell: keyof typeof STROKES;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Thin and dotted: stands behind the others. */
  readonly isFaint?: boolean;
}

interface LineChartProps {
  /** What it shows, in words. */
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly names: Readonly<Record<keyof typeof STROKES, string>>;
  readonly series: readonly Series[];
  readonly x: Scale;
  readonly y: Scale;
  readonly hasDots?: boolean;
}

/** Lines over a common axis; the letters keep their size on every screen. */
export function LineChart({
  label,
  xLabel,
  yLabel,
  names,
  series,
  x,
  y,
  hasDots = false,
}: LineChartProps) {
  const format = useFormatter();
  const show = (value: number, scale: Scale) =>
    scale.isPercent
      ? format.number(value, { style: 'percent' })
      : format.number(value, { maximumSignificantDigits: 1 });
  return (
    <figure dir="ltr" className="grid min-w-0 gap-1">
      <figcaption dir="auto" className="flex flex-wrap justify-between gap-x-6 text-sm text-muted">
        <span>{yLabel}</span>
        <span className="flex flex-wrap gap-x-4">
          {[...new Set(series.map(({ cell }) => cell))].map((cell) => (
            <span key={cell} className="inline-flex items-center gap-1.5 text-ink">
              <svg viewBox="0 0 26 6" aria-hidden="true" className="w-[1.6rem]">
                <path
                  d="M0 3H26"
                  className={STROKES[cell].line}
                  strokeWidth="3"
                  strokeDasharray={STROKES[cell].dash}
                />
              </svg>
              {names[cell]}
            </span>
          ))}
        </span>
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-sm text-muted figures">
        <div
          className="flex h-52 flex-col justify-between text-end leading-none"
          aria-hidden="true"
        >
          {ticksOf(y).map((tick) => (
            <span key={tick}>{show(tick, y)}</span>
          ))}
        </div>
        <svg
          role="img"
          aria-label={label}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="my-[0.4em] h-[calc(13rem-0.8em)] w-full overflow-visible"
        >
          {ticksOf(y).map((tick) => (
            <path
              key={tick}
              d={chartPath(
                [
                  [x.from, tick],
                  [x.to, tick],
                ],
                x,
                y,
              )}
              vectorEffect="non-scaling-stroke"
              className="stroke-line"
            />
          ))}
          {series.map(({ cell, points, isFaint }, i) => (
            <path
              key={i}
              d={chartPath(points, x, y)}
              fill="none"
              vectorEffect="non-scaling-stroke"
              strokeWidth={isFaint ? 1.5 : 3}
              strokeLinejoin="round"
              strokeLinecap="round"
              strokeDasharray={isFaint ? '1 5' : STROKES[cell].dash}
              className={STROKES[cell].line}
            />
          ))}
          {hasDots &&
            series.map(({ cell, points }) =>
              points.map((point) => (
                <path
                  key={`${cell} ${point[0]}`}
                  d={`${chartPath([point], x, y)}h0`}
                  vectorEffect="non-scaling-stroke"
                  strokeWidth="9"
                  strokeLinecap="round"
                  className={STROKES[cell].line}
                />
              )),
            )}
        </svg>
        <div aria-hidden="true" className="col-start-2 flex justify-between">
          <span>{show(x.from, x)}</span>
          <span dir="auto">{xLabel}</span>
          <span>{format.number(x.to)}</span>
        </div>
      </div>
    </figure>
  );
}
