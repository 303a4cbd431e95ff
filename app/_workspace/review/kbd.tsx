import type { ReactNode } from 'react';

/** A key. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd
      dir="ltr"
      className="inline-grid min-w-[1.5em] place-items-center rounded-s border border-b-2 border-edge px-[0.35em] font-sans text-[0.8em] leading-[1.45] font-normal"
    >
      {children}
    </kbd>
  );
}
