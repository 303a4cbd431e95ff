'use client';

import { type ReactNode, useId } from 'react';
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
          className={`figures ${over > 0 ? 'font-bold text-warn' : 'text-muted'}`}
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
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <div className="flex flex-wrap gap-2">
          <CopyButton text={used} isDisabled={used === ''}>
            {t('copy')}
          </CopyButton>
          <CopyButton text={imgTag(name, used)}>{t.rich('copyTag', { tag: asCode })}</CopyButton>
        </div>
        <label className="flex min-h-10 items-center gap-2.5">
          <input
            type="checkbox"
            checked={decorative}
            onChange={(event) =>
              setProgress(id, { ...described, decorative: event.target.checked })
            }
          />
          {t('decorative')}
        </label>
      </div>
    </div>
  );
}

function asCode(text: ReactNode) {
  return (
    <code dir="ltr" className="text-[0.85em]">
      {text}
    </code>
  );
}
