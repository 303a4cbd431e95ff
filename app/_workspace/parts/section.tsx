import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One thing that can be done on a page of the workspace. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid content-start gap-4 border-t border-line pt-5 first-of-type:border-0"
    >
      <div className="grid max-w-[44rem] gap-1">
        <h3 id={id} className="font-serif text-2xl leading-tight font-medium">
          {title}
        </h3>
        <p className="text-muted">{text}</p>
      </div>
      {children}
    </section>
  );
}
