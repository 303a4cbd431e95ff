'use client';

import { X } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { altOf } from '../_lib/alt';
import type { Photo } from '../_lib/photo';
import { remove } from '../_lib/work';
import { AltEditor } from './alt-editor';
import { Confidence } from './confidence';
import { Failure } from './failure';
import { PhotoFrame } from './photo-frame';
import { PhotoTexts } from './photo-texts';
import { Status } from './status';
import { Suggestions } from './suggestions';
import { Words } from './words';

interface PhotoCardProps {
  readonly photo: Photo;
  /** Whether it is at the top, and explains itself. */
  readonly isFirst: boolean;
  readonly isOnline: boolean;
}

/** A photo, its words, and what can be done with them. */
export const PhotoCard = memo(function PhotoCard({ photo, isFirst, isOnline }: PhotoCardProps) {
  const t = useTranslations('photo');
  const { id, name, picture, progress } = photo;
  const [light, setLight] = useState<readonly number[] | null>(null);
  const size = picture?.size;

  return (
    <li className="@container animate-arrive border-b border-line pb-8 last:border-0">
      <article
        aria-label={name}
        className="grid gap-x-8 gap-y-5 @3xl:grid-cols-[minmax(0,1.05fr)_minmax(0,1fr)]"
      >
        <PhotoFrame
          photo={photo}
          light={light}
          alt={progress.step === 'done' ? altOf(progress) : t('undescribed', { name })}
        />
        <div
          className={`grid min-w-0 content-start gap-4 ${progress.step === 'failed' ? '' : 'min-h-[26rem]'}`}
        >
          <div className="flex items-center justify-between gap-3">
            <p className="min-w-0 truncate text-muted">
              <bdi>{name}</bdi>
              {size && <span className="ms-3 max-sm:hidden">{t('size', size)}</span>}
            </p>
            <button
              type="button"
              data-remove={id}
              onClick={() => remove([id])}
              aria-label={t('remove', { name })}
              className="target -me-2 grid shrink-0 place-items-center rounded-m text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </button>
          </div>
          {progress.step === 'failed' ? (
            <Failure photo={photo} code={progress.code} />
          ) : (
            <Words progress={progress} isExplained={isFirst} onLight={setLight}>
              <Status photo={photo} isOnline={isOnline} />
            </Words>
          )}
          {progress.step === 'done' && (
            <>
              <Confidence caption={progress.caption} chosen={progress.chosen} />
              <Suggestions id={id} described={progress} />
              <AltEditor photo={photo} described={progress} />
              <PhotoTexts id={id} described={progress} />
            </>
          )}
        </div>
      </article>
    </li>
  );
});
