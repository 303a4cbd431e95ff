'use client';

import { useId } from 'react';
import { useFormatter } from 'use-intl';

interface ChoicesProps<T extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string | number }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, side by side. */
export function Choices<T extends string | number>({
  label,
  options,
  value,
  onChoose,
}: ChoicesProps<T>) {
  const format = useFormatter();
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-bold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="target relative grid grow cursor-pointer place-items-center rounded-m border border-edge px-3 has-checked:border-accent has-checked:bg-accent has-checked:font-bold has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              className="absolute inset-0 cursor-pointer opacity-0 forced-colors:static forced-colors:opacity-100"
            />
            {typeof option.label === 'number' ? format.number(option.label) : option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
