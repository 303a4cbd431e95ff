'use client';

import { Check, EyeOff, PenLine, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Nuqtas } from '../../_components/nuqtas';
import type { Item } from '../data/kinds';

const DOTS = 5;
const ICONS = { draft: null, edited: PenLine, approved: Check, decorative: EyeOff } as const;

interface RowProps {
  readonly id: string;
  /** Undefined until it was loaded. */
  readonly item: Item | undefined;
  readonly place: number;
  readonly total: number;
  readonly isActive: boolean;
  /** Pixels. */
  readonly top: number;
  readonly height: number;
  readonly onOpen: () => void;
}

/** An image in the list: what it says, and what holds of it. */
export function Row({ id, item, place, total, isActive, top, height, onOpen }: RowProps) {
  const t = useTranslations('workspace');
  return (
    // The list has the focus and the keys, and points at its active option.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- See above.
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- It has a picture.
      role="option"
      aria-selected={isActive}
      aria-posinset={place}
      aria-setsize={total}
      onClick={item && onOpen}
      className="absolute inset-x-0 top-0 grid cursor-pointer grid-cols-[auto_1fr_auto] items-center gap-3 border-s-4 border-transparent px-2 hover:bg-sunken aria-selected:border-accent aria-selected:bg-surface"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {item ? <Content item={item} /> : <span className="sr-only">{t('queue.loadingRow')}</span>}
    </div>
  );
}

function Content({ item }: { readonly item: Item }) {
  const t = useTranslations('workspace');
  const { thumbnail, alt, name, state, confidence, warnings } = item;
  const Icon = ICONS[state];
  return (
    <>
      <img
        src={thumbnail}
        alt=""
        decoding="async"
        className="size-[3.4rem] rounded-s bg-sunken object-cover"
      />
      <span className="grid min-w-0">
        <span lang="en" dir="auto" className="line-clamp-2 leading-tight wrap-anywhere">
          {alt || <i className="text-muted">{t(`states.${state}`)}</i>}
        </span>
        <bdi className="truncate text-sm text-muted">{name}</bdi>
      </span>
      <span className="grid min-w-6 justify-items-end gap-1.5">
        <span className="flex gap-1">
          {warnings.length > 0 && (
            <>
              <TriangleAlert aria-hidden="true" className="size-4 text-warn" />
              <span className="sr-only">{t('item.warnings')}</span>
            </>
          )}
          {Icon && <Icon aria-hidden="true" className="size-4 text-accent" />}
          <span className="sr-only">{t(`states.${state}`)}</span>
        </span>
        <span className="text-[0.6rem]">
          <Nuqtas filled={Math.round(confidence * DOTS)} of={DOTS} />
        </span>
      </span>
    </>
  );
}
