'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';

interface ModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page; the browser keeps the focus inside and gives it back. */
export function Modal({ title, isOpen, onClose, children }: ModalProps) {
  const t = useTranslations('settings');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      closedby="any"
      className="m-auto max-h-[90dvh] w-[min(30rem,calc(100vw-2rem))] translate-y-0 overflow-y-auto rounded-m border border-edge bg-surface text-ink opacity-100 transition-[opacity,translate] duration-200 backdrop:bg-[oklch(0.15_0.03_240/0.6)] starting:open:translate-y-4 starting:open:opacity-0"
    >
      {isOpen && (
        <div className="grid gap-6 p-6">
          <div className="flex items-start justify-between gap-4">
            <h2 id={id} className="font-serif text-2xl leading-tight">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              aria-label={t('close')}
              className="target -me-2 -mt-1.5 grid place-items-center rounded-m text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
