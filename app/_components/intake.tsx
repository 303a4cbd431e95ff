'use client';

import { Camera, ImagePlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FileButton } from './file-button';
import { PrivateMode } from './private-mode';
import { Samples } from './samples';

/** Where photos come in; large while there are none. */
export function Intake({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useTranslations('intake');
  return (
    <section
      aria-label={t('add')}
      className={
        isEmpty
          ? 'grid items-start gap-x-16 gap-y-12 pt-6 pb-16 sm:pt-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]'
          : 'grid items-start gap-x-10 gap-y-4 pt-2 pb-6 lg:grid-cols-[1fr_auto]'
      }
    >
      <div className={isEmpty ? 'grid gap-7 lg:pt-14 3xl:pt-24' : 'contents'}>
        <div className="grid gap-4">
          <h1
            className={
              isEmpty
                ? 'font-serif text-[clamp(2.5rem,1.6rem+3.6vw,4.75rem)] leading-[1.02] font-medium tracking-[-0.015em] text-balance rtl:leading-[1.3] rtl:tracking-normal'
                : 'font-serif text-3xl leading-tight font-medium tracking-[-0.01em] rtl:tracking-normal'
            }
          >
            {t('title')}
          </h1>
          {isEmpty && (
            <p className="max-w-[34rem] text-xl leading-relaxed text-muted">{t('text')}</p>
          )}
          <div className="flex flex-wrap items-center gap-3 pt-1">
            <FileButton look="primary" isLarge={isEmpty} multiple>
              <ImagePlus aria-hidden="true" className="size-5" />
              {isEmpty ? t('choose') : t('add')}
            </FileButton>
            <span className="hidden pointer-coarse:contents">
              <FileButton look="plain" isLarge={isEmpty} capture="environment">
                <Camera aria-hidden="true" className="size-5" />
                {t('photograph')}
              </FileButton>
            </span>
            <p className="text-muted pointer-coarse:hidden">{t('hint')}</p>
          </div>
        </div>
        <PrivateMode />
      </div>
      <Samples isLarge={isEmpty} />
    </section>
  );
}
