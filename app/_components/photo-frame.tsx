'use client';

import { ImageOff } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { Photo } from '../_lib/photo';
import { useBlobSource } from '../_lib/use-blob-source';
import { Light } from './light';

interface PhotoFrameProps {
  readonly photo: Photo;
  /** 7x7 weights of what is lit; null lights all. */
  readonly light: readonly number[] | null;
  readonly alt: string;
}

/** The photo in its ruled frame. */
export function PhotoFrame({ photo: { picture }, light, alt }: PhotoFrameProps) {
  const t = useTranslations('photo');
  const size = picture?.size;
  const image = useBlobSource(size && picture.blob);
  if (!size) {
    return (
      <div className="ruled m-[5px] grid aspect-3/2 place-items-center self-start bg-sunken p-6 text-center text-muted">
        {picture ? (
          <p className="grid justify-items-center gap-3">
            <ImageOff aria-hidden="true" className="size-8" />
            {t('noPreview')}
          </p>
        ) : (
          <span className="nuqta animate-breathe bg-glow text-2xl" />
        )}
      </div>
    );
  }
  const ratio = size.width / size.height;
  return (
    <div
      className="ruled relative m-[5px] w-[min(100%-10px,calc(70vh*var(--ratio)))] self-start justify-self-center overflow-clip bg-sunken @3xl:justify-self-end"
      style={{ '--ratio': ratio, aspectRatio: ratio } as CSSProperties}
    >
      <img ref={image} alt={alt} className="absolute inset-0 size-full" />
      <Light weights={light} />
    </div>
  );
}
