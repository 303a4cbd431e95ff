'use client';

import { Download, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOver, type Photo } from '../_lib/photo';
import { remove, retryFailed } from '../_lib/work';
import { Button } from './button';
import { Modal } from './modal';
import { ToolButton } from './tool-button';

/** How far all photos are, and what can be done with all of them. */
export function Toolbar({ photos }: { readonly photos: readonly Photo[] }) {
  const t = useTranslations('results');
  const [isAsking, setAsking] = useState(false);
  const total = photos.length;
  const done = photos.filter(({ progress }) => progress.step === 'done').length;
  const failed = photos.filter(({ progress }) => progress.step === 'failed').length;
  const isBusy = !photos.every(isOver);

  return (
    <div className="sticky top-0 z-20 -mx-4 border-b border-line bg-page px-4 py-2 sm:-mx-8 sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-lg">
          {isBusy || failed > 0 ? t('progress', { done, total }) : t('done', { total })}
          {failed > 0 && (
            <span className="ms-3 font-bold text-danger">{t('failed', { count: failed })}</span>
          )}
        </p>
        <div className="-me-2 flex items-center gap-1">
          {failed > 1 && !isBusy && (
            <ToolButton label={t('retryFailed')} onClick={retryFailed}>
              <RotateCcw aria-hidden="true" className="size-5" />
            </ToolButton>
          )}
          <ToolButton label={t('csv')} isDisabled={done === 0} onClick={() => void save(photos)}>
            <Download aria-hidden="true" className="size-5" />
          </ToolButton>
          <ToolButton label={t('removeAll')} onClick={() => setAsking(true)}>
            <Trash2 aria-hidden="true" className="size-5" />
          </ToolButton>
        </div>
      </div>
      {isBusy && (
        <progress
          aria-label={t('progress', { done, total })}
          value={done + failed}
          max={total}
          className="absolute inset-x-0 -bottom-[3px] block h-[3px] w-full"
        />
      )}
      <Modal title={t('removeAllTitle')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{t('removeAllText', { count: total })}</p>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
          <Button
            look="danger"
            onClick={() => {
              setAsking(false);
              remove(photos.map(({ id }) => id));
            }}
          >
            {t('confirm')}
          </Button>
        </div>
      </Modal>
    </div>
  );
}

/** What makes tables is fetched only now, to keep the page light. */
async function save(photos: readonly Photo[]): Promise<void> {
  const { download, toCsv } = await import('../_lib/csv');
  download(toCsv(photos), 'negar.csv', 'text/csv');
}
