'use client';

import type { ReactNode } from 'react';

interface SeveralProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[];
  /** Empty where none narrows. */
  readonly chosen: readonly T[];
  /** @param chosen undefined once none is left. */
  readonly onChoose: (chosen: T[] | undefined) => void;
}

/** Any of a few. */
export function Several<T extends string>({ label, options, chosen, onChoose }: SeveralProps<T>) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-bold">{label}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-8 items-center gap-2.5 leading-tight">
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              className="shrink-0"
              onChange={({ target }) => {
                const now = options
                  .map(({ value }) => value)
                  .filter((value) =>
                    value === option.value ? target.checked : chosen.includes(value),
                  );
                onChoose(now.length > 0 ? now : undefined);
              }}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
