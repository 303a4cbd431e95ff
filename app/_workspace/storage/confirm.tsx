'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '../../_components/button';
import { Modal } from '../../_components/modal';
import { Problem } from '../parts/problem';

interface ConfirmProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks for a word before something is deleted for good. */
export function Confirm({ title, isOpen, onClose, ...rest }: ConfirmProps) {
  return (
    <Modal title={title} isOpen={isOpen} onClose={onClose}>
      <ConfirmForm onClose={onClose} {...rest} />
    </Modal>
  );
}

type ConfirmFormProps = Omit<ConfirmProps, 'title' | 'isOpen'>;

function ConfirmForm({ isPending, error, onClose, onConfirm }: ConfirmFormProps) {
  const t = useTranslations('workspace.storage.confirm');
  const id = useId();
  const [written, setWritten] = useState('');
  const isConfirmed = written.trim().toLowerCase() === t('word');

  function confirm(event: FormEvent): void {
    event.preventDefault();
    if (isConfirmed && !isPending) onConfirm();
  }

  return (
    <form onSubmit={confirm} className="grid gap-4">
      <p id={`${id}-text`}>{t('text', { word: t('word') })}</p>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-bold">
          {t('label')}
        </label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          aria-describedby={`${id}-text`}
          value={written}
          onChange={({ target }) => setWritten(target.value)}
          className="target rounded-m border border-edge bg-surface px-3"
        />
      </div>
      {error !== null && <Problem error={error} />}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <button
          type="submit"
          disabled={!isConfirmed || isPending}
          className={`${buttonClass('danger')} disabled:opacity-50`}
        >
          {t('button')}
        </button>
      </div>
    </form>
  );
}
