'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';

interface PageFormProps {
  readonly disabled: boolean;
  readonly onAddress: (address: string) => void;
}

/** Takes the address of a page. */
export function PageForm({ disabled, onAddress }: PageFormProps) {
  const t = useTranslations('workspace.intake.page');
  const id = useId();
  const [address, setAddress] = useState('');
  const isAddress = /^https?:\/\/\S+$/i.test(address.trim());

  function send(event: FormEvent): void {
    event.preventDefault();
    if (isAddress && !disabled) onAddress(address.trim());
  }

  return (
    <form onSubmit={send} noValidate className="grid max-w-[34rem] justify-items-start gap-3">
      <div className="grid gap-1.5 justify-self-stretch">
        <label htmlFor={id} className="font-bold">
          {t('label')}
        </label>
        <input
          id={id}
          type="url"
          dir="ltr"
          placeholder="https://"
          value={address}
          aria-invalid={address !== '' && !isAddress}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setAddress(target.value)}
          className="target rounded-m border border-edge bg-surface px-3"
        />
        <p id={`${id}-hint`} className="text-muted">
          {t('hint')}
        </p>
      </div>
      <button
        type="submit"
        disabled={disabled || !isAddress}
        className={`${buttonClass('primary')} disabled:opacity-60`}
      >
        {t('send')}
      </button>
    </form>
  );
}
