'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Row } from './row';
import { useDesk } from './desk-store';
import type { Queue } from './use-queue';
import type { Review } from './use-review';

/** Height of a row, in the page's font size. */
const ROW_REM = 4.75;
/** Rows that a page key passes. */
const LEAP = 8;

interface RowsProps {
  readonly queue: Queue;
  readonly review: Review;
}

/** The list itself; of thousands of rows only those near the window exist. */
export function Rows({ queue, review }: RowsProps) {
  const t = useTranslations('workspace.queue');
  const { items, total, index, isEnd, reach } = queue;
  const box = useRef<HTMLDivElement>(null);
  const active = isEnd ? -1 : index;

  // oxlint-disable-next-line react/incompatible-library -- Nothing that it returns is memoized.
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 6,
    // The active row always exists, since the list points at it.
    rangeExtractor(range) {
      const shown = defaultRangeExtractor(range);
      if (active < 0 || active >= total || shown.includes(active)) return shown;
      return [...shown, active].sort((one, other) => one - other);
    },
  });
  const shown = rows.getVirtualItems();
  const last = shown.filter((row) => row.index !== active).at(-1)?.index ?? 0;
  useEffect(() => reach(last));

  const follow = useEffectEvent(() => {
    if (active >= 0 && active < total) rows.scrollToIndex(active, { align: 'auto' });
  });
  useEffect(() => follow(), [active]);

  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + LEAP,
    PageUp: index - LEAP,
    Home: 0,
    End: items.length - 1,
  };

  return (
    <div
      ref={box}
      id="rows"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A select has no pictures in it.
      role="listbox"
      tabIndex={0}
      aria-label={t('label')}
      aria-activedescendant={active >= 0 && active < items.length ? `row-${active}` : undefined}
      onKeyDown={(event) => {
        if (!(event.key in moves)) return;
        event.preventDefault();
        review.open(Math.max(0, Math.min(moves[event.key], items.length - 1)));
      }}
      className="min-h-0 grow overflow-y-auto overscroll-contain outline-offset-[-3px] [scrollbar-gutter:stable]"
    >
      <div role="presentation" className="relative w-full" style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => (
          <Row
            key={row.key}
            id={`row-${row.index}`}
            item={items[row.index]}
            place={row.index + 1}
            total={total}
            isActive={row.index === active}
            top={row.start}
            height={row.size}
            onOpen={() => {
              review.open(row.index);
              useDesk.setState({ isListOpen: false });
            }}
          />
        ))}
      </div>
    </div>
  );
}
