'use client';

import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { Modal } from '../../_components/modal';
import { say } from '../announcements';
import { changeTo } from './change';
import { useDesk } from './desk-store';
import type { Review } from './use-review';

/** Tells a reviewer what somebody else wrote in the meantime, and lets them choose. */
export function Conflicts({ apply }: Pick<Review, 'apply'>) {
  const t = useTranslations('workspace');
  const [conflict] = useDesk(({ conflicts }) => conflicts);
  const name = conflict?.theirs.reviewer ?? t('said.rules');
  const isOpen = conflict !== undefined;

  const tell = useEffectEvent(() => say(t('said.conflict', { name })));
  useEffect(() => {
    if (isOpen) tell();
  }, [isOpen]);

  const settle = () =>
    useDesk.setState(({ conflicts }) => ({
      conflicts: conflicts.filter((other) => other !== conflict),
    }));

  return (
    <Modal title={t('conflict.title', { name })} isOpen={isOpen} onClose={settle}>
      {conflict && (
        <>
          <div className="flex items-start gap-4">
            <img
              src={conflict.item.thumbnail}
              alt=""
              className="ruled m-[5px] size-24 shrink-0 object-cover"
            />
            <p>{t('conflict.text', { name, image: conflict.item.name })}</p>
          </div>
          <Version
            title={t('conflict.theirs', { name, state: t(`states.${conflict.theirs.state}`) })}
            text={conflict.theirs.text}
          />
          <Version
            title={t('conflict.yours', { state: t(`states.${conflict.mine.state}`) })}
            text={conflict.mine.alt}
          />
          <div className="flex flex-wrap justify-end gap-3">
            <Button
              onClick={() => {
                settle();
                const { item, mine, theirs } = conflict;
                const basis = { ...item, version: theirs.version, alt: theirs.text };
                apply({ ...basis, state: theirs.state }, changeTo(mine));
              }}
            >
              {t('conflict.use')}
            </Button>
            <Button look="primary" onClick={settle}>
              {t('conflict.keep')}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

function Version({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useTranslations('workspace.conflict');
  return (
    <div className="grid gap-1 border-s-2 border-edge ps-3">
      <h3 className="text-muted">{title}</h3>
      <p lang="en" dir="auto" className="font-serif text-xl leading-snug wrap-anywhere">
        {text || <i className="text-muted">{t('empty')}</i>}
      </p>
    </div>
  );
}
