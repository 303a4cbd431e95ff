'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { lengthOf, wordingOf } from '../_lib/alt';
import { imgTag } from '../_lib/img-tag';
import type { Described, Photo } from '../_lib/photo';
import { setProgress } from '../_lib/photos';
import { ALT_LENGTH } from '../_lib/settings';
import { CopyButton } from './copy-button';

interface AltEditorProps {
  readonly photo: Photo;
  readonly described: Described;
}

/** The alt text as it will be used: to edit, to leave empty, to copy. */
export function AltEditor({ photo: { id, name }, described }: AltEditorProps) {
  const t = useTranslations('alt');
  const field = useId();
  const { decorative } = described;
  const text = wordingOf(described);
  const length = lengthOf(text);
  const over = length - ALT_LENGTH.advised;
  const used = decorative ? '' : text;

  return (
    <div className="grid gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={field} className="font-bold">
          {t('label')}
        </label>
        <span
          id={`${field}-count`}
          className={`tabular-nums ${over > 0 ? 'font-bold text-warn' : 'text-muted'}`}
        >
          {over > 0
            ? t('over', { count: over, limit: ALT_LENGTH.advised })
            : t('count', { length, limit: ALT_LENGTH.advised })}
        </span>
      </div>
      <textarea
        id={field}
        value={text}
        rows={2}
        lang="en"
        dir="auto"
        disabled={decorative}
        aria-describedby={`${field}-count`}
        onChange={(event) =>
          setProgress(id, { ...described, own: event.target.value, isOwn: true })
        }
        className="field-sizing-content min-h-[3.6em] w-full resize-y rounded-m border border-edge bg-surface px-3 py-2 text-lg leading-snug disabled:text-muted disabled:line-through"
      />
      {text.trim() === '' && !decorative && <p className="text-warn">{t('empty')}</p>}
      <label className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 py-1">
        <input
          type="checkbox"
          checked={decorative}
          onChange={(event) => setProgress(id, { ...described, decorative: event.target.checked })}
          className="size-4 translate-y-0.5"
        />
        <span>
          {t('decorative')}
          <span className="block text-muted">{t('decorativeHint')}</span>
        </span>
      </label>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={used} isDisabled={used === ''}>
          {t('copy')}
        </CopyButton>
        <CopyButton text={imgTag(name, used)}>
          {t.rich('copyTag', { tag: (chunks) => <code dir="ltr">{chunks}</code> })}
        </CopyButton>
      </div>
    </div>
  );
}
