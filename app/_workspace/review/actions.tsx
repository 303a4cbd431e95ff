'use client';

import { Check, ChevronLeft, ChevronRight, EyeOff, List, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import { useDesk } from './desk-store';
import { Kbd } from './kbd';
import { useReviewer } from './reviewer';
import { KEYS } from './shortcuts';
import type { Review } from './use-review';

/** What can be done with the image that is open, always in reach. */
export function Actions({ review }: { readonly review: Review }) {
  const t = useTranslations('workspace');
  return (
    <fieldset className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-page px-4 py-2.5 sm:-mx-8 sm:px-8 lg:-ms-8 lg:me-0 lg:ps-8 lg:pe-1">
      <legend className="sr-only">{t('do.label')}</legend>
      <div className="flex grow items-center gap-2 sm:grow-0">
        <Act command="accept" look="primary" onClick={review.accept} isWide>
          <Check aria-hidden="true" className="size-5" />
          {t('do.accept')}
        </Act>
        <Act command="decorative" onClick={review.decorative}>
          <EyeOff aria-hidden="true" className="size-5" />
          {t('do.decorative')}
        </Act>
      </div>
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-label={t('queue.show')}
          onClick={() => useDesk.setState({ isListOpen: true })}
          className={`${buttonClass('quiet')} px-2 lg:hidden`}
        >
          <List aria-hidden="true" className="size-5" />
        </button>
        <Act command="undo" look="quiet" onClick={review.undo} label={t('do.undo')}>
          <Undo2 aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        </Act>
        <Act command="previous" look="quiet" onClick={review.previous} label={t('do.previous')}>
          <ChevronLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        </Act>
        <Act command="next" look="quiet" onClick={review.next} label={t('do.next')}>
          <ChevronRight aria-hidden="true" className="size-5 rtl:-scale-x-100" />
        </Act>
      </div>
    </fieldset>
  );
}

interface ActProps {
  readonly command: 'accept' | 'decorative' | 'undo' | 'previous' | 'next';
  readonly look?: 'primary' | 'quiet';
  /** On narrow screens only its icon shows. */
  readonly label?: string;
  readonly isWide?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Act({ command, look, label, isWide, onClick, children }: ActProps) {
  const hasKeys = useReviewer(({ shortcuts }) => shortcuts);
  const key = KEYS[command][0].toUpperCase();
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={label}
      aria-keyshortcuts={hasKeys ? key : undefined}
      className={`${buttonClass(look)} px-3 ${isWide ? 'max-sm:grow' : ''}`}
    >
      {children}
      {label && <span className="max-sm:hidden">{label}</span>}
      {hasKeys && (
        <span aria-hidden="true" className="pointer-coarse:hidden max-sm:hidden">
          <Kbd>{key}</Kbd>
        </span>
      )}
    </button>
  );
}
