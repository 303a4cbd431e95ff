'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '../../_components/button';
import { Modal } from '../../_components/modal';
import { useDesk } from './desk-store';
import { useReviewer } from './reviewer';

const MAX_NAME = 80;

/** Asks once who reviews; a change that waited for the name is made then. */
export function NameDialog() {
  const t = useTranslations('workspace');
  const isOpen = useDesk(({ dialog }) => dialog === 'name');
  const close = () => useDesk.setState({ dialog: undefined, waiting: undefined });
  return (
    <Modal title={t('name.title')} isOpen={isOpen} onClose={close}>
      <NameForm onCancel={close} />
    </Modal>
  );
}

function NameForm({ onCancel }: { readonly onCancel: () => void }) {
  const t = useTranslations('workspace');
  const id = useId();
  const known = useReviewer((reviewer) => reviewer.name);
  const [name, setName] = useState(known);
  const [isMissing, setMissing] = useState(false);

  function save(event: FormEvent): void {
    event.preventDefault();
    const written = name.trim();
    if (written === '') return setMissing(true);
    const { waiting } = useDesk.getState();
    useReviewer.setState({ name: written });
    useDesk.setState({ dialog: undefined, waiting: undefined });
    waiting?.();
  }

  return (
    <form noValidate onSubmit={save} className="grid gap-4">
      <p className="text-muted">{t('name.text')}</p>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-bold">
          {t('name.label')}
        </label>
        <input
          id={id}
          type="text"
          autoComplete="name"
          dir="auto"
          value={name}
          maxLength={MAX_NAME}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-error` : undefined}
          onChange={({ target }) => setName(target.value)}
          className="target rounded-m border border-edge bg-surface px-3"
        />
        {isMissing && (
          <p id={`${id}-error`} role="alert" className="text-danger">
            {t('name.missing')}
          </p>
        )}
      </div>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>{t('rules.cancel')}</Button>
        <button type="submit" className={buttonClass('primary')}>
          {t('name.save')}
        </button>
      </div>
    </form>
  );
}
