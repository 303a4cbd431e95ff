import type { ComponentProps, ReactNode } from 'react';

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-accent font-bold',
  plain: 'border-edge bg-surface hover:border-accent hover:text-accent-strong',
  quiet: 'border-transparent text-muted hover:text-ink hover:bg-sunken',
  danger: 'border-danger text-danger bg-surface hover:bg-danger hover:text-surface',
} as const;

const SHAPE =
  'inline-flex target items-center justify-center gap-2 rounded-m border px-4 py-1.5 text-center transition-colors duration-150';

interface LookProps {
  readonly look?: keyof typeof LOOKS;
}

/** The classes of a button, for what looks like one. */
export function buttonClass(look: keyof typeof LOOKS = 'plain'): string {
  return `${SHAPE} ${LOOKS[look]}`;
}

export function Button({
  look,
  className = '',
  ...props
}: ComponentProps<'button'> & LookProps & { readonly children: ReactNode }) {
  return <button type="button" className={`${buttonClass(look)} ${className}`} {...props} />;
}
