'use client';

import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import type { Item } from '../data/kinds';
import { useDesk } from './desk-store';
import { focusStage } from './focus';
import { Kbd } from './kbd';
import { Length } from './length';
import { useChecked } from './use-checked';
import type { Review } from './use-review';

interface AltFieldProps {
  readonly item: Item;
  readonly review: Review;
}

/** The alt text, to be read and written, with what should be looked at in it. */
export function AltField({ item, review }: AltFieldProps) {
  const t = useTranslations('workspace');
  const id = useId();
  const own = useDesk((desk) => (desk.own?.id === item.id ? desk.own : undefined));
  const text = own?.text ?? item.alt;
  const warnings = useChecked(item, own?.text);
  const isEmptied = own !== undefined && text.trim() === '';

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor="alt-text" className="font-bold">
          {t('item.field')}
        </label>
        <Length text={text} collectionId={item.collectionId} />
      </div>
      <textarea
        id="alt-text"
        value={text}
        rows={2}
        lang="en"
        dir="auto"
        maxLength={2000}
        aria-describedby={`${id}-keys ${id}-warnings`}
        placeholder={item.state === 'decorative' ? t('item.decorative') : undefined}
        onChange={({ target }) =>
          useDesk.setState({
            own: { id: item.id, version: own?.version ?? item.version, text: target.value },
          })
        }
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') focusStage();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          focusStage();
          review.accept();
        }}
        className="field-sizing-content min-h-[3.3em] w-full resize-y rounded-m border border-edge bg-surface px-3 py-2 font-serif text-2xl leading-snug placeholder:font-sans placeholder:text-lg placeholder:text-muted"
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p id={`${id}-keys`} className="text-sm text-muted pointer-coarse:sr-only">
          {t.rich('item.fieldKeys', { tag: asKey })}
        </p>
        {own && (
          <span className="flex gap-1">
            <button type="button" onClick={review.save} className={buttonClass('quiet')}>
              {t('item.save')}
            </button>
            <button type="button" onClick={review.undo} className={buttonClass('quiet')}>
              {t('item.discard')}
            </button>
          </span>
        )}
      </div>
      <ul id={`${id}-warnings`} aria-label={t('item.warnings')} className="grid gap-1 empty:hidden">
        {isEmptied && <Warning>{t('item.emptyOwn')}</Warning>}
        {warnings.map((warning) => (
          <Warning key={warning}>{t(`warnings.${warning}`)}</Warning>
        ))}
      </ul>
    </div>
  );
}

function asKey(name: ReactNode) {
  return <Kbd>{name}</Kbd>;
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-2 font-bold text-warn">
      <TriangleAlert aria-hidden="true" className="mt-[0.2em] size-[1em] shrink-0" />
      {children}
    </li>
  );
}
