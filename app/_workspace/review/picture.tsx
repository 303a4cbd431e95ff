'use client';

import { ImageOff } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Item } from '../data/kinds';

/** The picture in its ruled frame, as large as there is room. */
export function Picture({ item }: { readonly item: Item }) {
  const t = useTranslations('workspace.item');
  const [isBroken, setBroken] = useState(false);
  const { thumbnail, alt, state, width, height } = item;
  const ratio = width / height;
  return (
    <div
      className="ruled relative m-[5px] grid max-h-[36dvh] w-[min(100%-10px,calc(36dvh*var(--ratio)))] place-items-center self-start justify-self-center overflow-clip bg-sunken @2xl:max-h-[64dvh] @2xl:w-[min(100%-10px,calc(64dvh*var(--ratio)))]"
      style={{ '--ratio': ratio, aspectRatio: ratio } as CSSProperties}
    >
      {isBroken ? (
        <p className="grid justify-items-center gap-3 p-4 text-center text-muted">
          <ImageOff aria-hidden="true" className="size-8" />
          {t('noPicture')}
        </p>
      ) : (
        <img
          src={thumbnail}
          alt={state === 'decorative' ? '' : alt || t('undescribed')}
          onError={() => setBroken(true)}
          className="absolute inset-0 size-full object-contain"
        />
      )}
    </div>
  );
}
