import { useEffect, useState } from 'react';
import { prefersReducedMotion } from './motion';

/** Words come faster than eyes follow, so each is shown at least this long before the next. */
const WORD_MS = 110;

/**
 * How many of the words are shown.
 * @param isWritten whether they are written before the reader's eyes; otherwise all are shown.
 * @returns one more at a time, up to `count`.
 */
export function useRevealed(count: number, isWritten: boolean): number {
  const [revealed, setRevealed] = useState(isWritten ? 0 : count);
  useEffect(() => {
    if (revealed === count) return undefined;
    const isAtOnce = !isWritten || revealed > count || prefersReducedMotion();
    const timer = setTimeout(
      () => setRevealed(isAtOnce ? count : revealed + 1),
      isAtOnce ? 0 : WORD_MS,
    );
    return () => clearTimeout(timer);
  }, [revealed, count, isWritten]);
  return Math.min(revealed, count);
}
