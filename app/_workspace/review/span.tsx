'use client';

import { useTranslations } from 'use-intl';

interface SpanProps {
  readonly label: string;
  readonly most: number;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly onChange: (from: number | undefined, to: number | undefined) => void;
}

/** From one whole number to another, each of which may be left out. */
export function Span({ label, most, from, to, onChange }: SpanProps) {
  const t = useTranslations('workspace.filters');
  const read = ({ value, validity }: HTMLInputElement) =>
    value === '' || !validity.valid ? undefined : Number(value);
  const end = (name: 'from' | 'to', value: number | undefined) => (
    <label className="flex grow items-center gap-2">
      {t(name)}
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        step={1}
        defaultValue={value}
        onChange={({ target }) =>
          name === 'from' ? onChange(read(target), to) : onChange(from, read(target))
        }
        className="target w-0 grow rounded-m border border-edge bg-surface px-2"
      />
    </label>
  );
  return (
    <fieldset>
      <legend className="mb-1.5 font-bold">{label}</legend>
      <div className="flex gap-4">
        {end('from', from)}
        {end('to', to)}
      </div>
    </fieldset>
  );
}
