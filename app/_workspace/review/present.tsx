'use client';

import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import type { Item } from '../data/kinds';

interface PresentProps {
  readonly item: Item;
  readonly onTake: (text: string) => void;
}

/** The alt text that the picture has where it is used, to compare with. */
export function Present({ item: { presentAlt, alt }, onTake }: PresentProps) {
  const t = useTranslations('workspace.item');
  return (
    <div className="grid grid-cols-[1fr_auto] items-start gap-x-3 border-s-2 border-edge ps-3">
      <p className="text-muted">{t('present')}</p>
      {presentAlt ? (
        <>
          <p dir="auto" className="col-start-1 leading-snug wrap-anywhere">
            {presentAlt}
          </p>
          {presentAlt !== alt && (
            <button
              type="button"
              onClick={() => onTake(presentAlt)}
              className={`${buttonClass('quiet')} col-start-2 row-span-2 row-start-1 self-center px-2`}
            >
              {t('take')}
            </button>
          )}
        </>
      ) : (
        <p className="leading-snug">{presentAlt === '' ? t('presentEmpty') : t('presentNone')}</p>
      )}
    </div>
  );
}
