'use client';

import type { ReactNode } from 'react';
import { buttonClass } from './button';

interface ToolButtonProps {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** On narrow screens only its icon shows. */
export function ToolButton({ label, isDisabled, onClick, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={isDisabled}
      title={label}
      className={`${buttonClass('quiet')} disabled:opacity-50`}
    >
      {children}
      <span className="max-sm:sr-only">{label}</span>
    </button>
  );
}
