import type { ReactNode } from 'react';

interface BlankProps {
  readonly title: string;
  readonly text: string;
  /** The ways on. */
  readonly children?: ReactNode;
}

/** Says why there is nothing to read here. */
export function Blank({ title, text, children }: BlankProps) {
  return (
    <div className="m-auto grid max-w-[34rem] justify-items-start gap-4 px-2 py-12">
      <span aria-hidden="true" className="inline-flex gap-1.5 text-2xl">
        <span className="nuqta bg-glow" />
        <span className="nuqta bg-accent" />
        <span className="nuqta bg-glow" />
      </span>
      <h2 className="font-serif text-4xl leading-tight font-medium text-balance">{title}</h2>
      <p className="text-xl leading-relaxed text-muted">{text}</p>
      <div className="flex flex-wrap gap-3 empty:hidden">{children}</div>
    </div>
  );
}
