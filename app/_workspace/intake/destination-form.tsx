'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Switch } from '../../_components/switch';
import type { Collection } from '../data/kinds';
import type { Destination } from './use-intake';

interface DestinationFormProps {
  readonly collections: readonly Collection[];
  readonly destination: Destination;
  readonly onChange: (destination: Destination) => void;
}

/** Where pictures go, and whether their files are kept. */
export function DestinationForm({ collections, destination, onChange }: DestinationFormProps) {
  const t = useTranslations('workspace.intake.destination');
  const id = useId();
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-bold">
          {t('label')}
        </label>
        <select
          id={id}
          value={destination.id ?? ''}
          onChange={({ target }) => onChange({ ...destination, id: target.value || undefined })}
          className="target max-w-[18rem] truncate rounded-m border border-edge bg-surface px-2"
        >
          {collections.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
          <option value="">{t('new')}</option>
        </select>
      </div>
      {destination.id === undefined && (
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-name`} className="font-bold">
            {t('name')}
          </label>
          <input
            id={`${id}-name`}
            type="text"
            dir="auto"
            maxLength={200}
            value={destination.name}
            onChange={({ target }) => onChange({ ...destination, name: target.value })}
            className="target rounded-m border border-edge bg-surface px-3"
          />
        </div>
      )}
      <Switch
        label={t('keep')}
        hint={t('keepHint')}
        isOn={destination.keepOriginals}
        onChange={(keepOriginals) => onChange({ ...destination, keepOriginals })}
      />
    </div>
  );
}
