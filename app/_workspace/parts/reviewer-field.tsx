'use client';

import { useId } from 'react';
import { useReviewer } from '../review/reviewer';

interface ReviewerFieldProps {
  readonly label: string;
  readonly hint: string;
}

/** The name that changes carry; the browser remembers it. */
export function ReviewerField({ label, hint }: ReviewerFieldProps) {
  const id = useId();
  const name = useReviewer((reviewer) => reviewer.name);
  return (
    <div className="grid max-w-[24rem] gap-1.5">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="name"
        dir="auto"
        value={name}
        maxLength={80}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => useReviewer.setState({ name: target.value })}
        className="target rounded-m border border-edge bg-surface px-3"
      />
      <p id={`${id}-hint`} className="text-muted">
        {hint}
      </p>
    </div>
  );
}
