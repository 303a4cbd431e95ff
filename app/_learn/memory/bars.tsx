import { useTranslations } from 'use-intl';
import type { Sequence } from './sequence';

/** Height of the tallest bar, of 100; the marks are above. */
const TALLEST = 80;

/** The numbers as bars, from left to right; the marked ones stand out. */
export function Bars({ sequence: { numbers, marked } }: { readonly sequence: Sequence }) {
  const t = useTranslations('learn.cells.task');
  const height = (number: number) => 3 + number * (TALLEST - 3);
  return (
    <svg
      role="img"
      aria-label={t('sequence', {
        count: numbers.length,
        first: marked[0] + 1,
        second: marked[1] + 1,
      })}
      viewBox={`0 0 ${numbers.length} 100`}
      preserveAspectRatio="none"
      className="h-28 w-full overflow-visible border-b border-edge"
    >
      {numbers.map((number, i) => (
        <rect
          key={i}
          x={i + 0.08}
          y={100 - height(number)}
          width="0.84"
          height={height(number)}
          className={marked.includes(i) ? 'fill-glow' : 'fill-line'}
        />
      ))}
      {marked.map((i) => (
        <path
          key={i}
          d={`M${i + 0.5} ${88 - height(numbers[i])}h0`}
          vectorEffect="non-scaling-stroke"
          strokeWidth="11"
          strokeLinecap="square"
          className="stroke-glow"
        />
      ))}
    </svg>
  );
}
