import type { DetailedHTMLProps, HTMLAttributes, ReactNode } from 'react';

type MathProps = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  readonly display?: 'block' | 'inline';
  readonly mathvariant?: 'normal';
};

declare module 'react' {
  /** React's types know no MathML. */
  namespace JSX {
    interface IntrinsicElements {
      math: MathProps;
      mfrac: MathProps;
      mi: MathProps;
      mn: MathProps;
      mo: MathProps;
      mrow: MathProps;
      msub: MathProps;
      msubsup: MathProps;
      mtext: MathProps;
    }
  }
}

/** An equation on a line of its own, from left to right in every language. */
export function Equation({ children }: { readonly children: ReactNode }) {
  return (
    <p dir="ltr" className="py-0.5 text-lg sm:text-xl">
      <math display="inline">{children}</math>
    </p>
  );
}

/** One letter within a sentence. */
export function Variable({ children }: { readonly children: string }) {
  return (
    <math display="inline">
      <mi>{children}</mi>
    </math>
  );
}
