import { useId, type ReactNode } from 'react';
import { Sketch, type SketchName } from './sketch';

interface ShapeProps {
  readonly sketch: SketchName;
  readonly title: string;
  /** What Negar has it for. */
  readonly use: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One shape: what it is, what it is for, and itself at work. */
export function Shape({ sketch, title, use, text, children }: ShapeProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
    >
      <div className="grid content-start gap-3">
        <Sketch name={sketch} />
        <h3 id={id} className="font-serif text-2xl leading-tight">
          {title}
        </h3>
        <p className="font-bold text-accent">{use}</p>
        <p>{text}</p>
      </div>
      <div className="grid min-w-0 content-start gap-4">{children}</div>
    </section>
  );
}
