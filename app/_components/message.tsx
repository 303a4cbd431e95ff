import type { ReactNode } from 'react';
import { Logo } from './logo';

interface MessageProps {
  readonly title: string;
  readonly text: string;
  /** The way on. */
  readonly children: ReactNode;
}

/** All that a page says when there is nothing else on it. */
export function Message({ title, text, children }: MessageProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[34rem] content-center justify-items-start gap-5 px-6 py-16">
      <Logo className="size-12 text-accent" />
      <h1 className="font-serif text-5xl leading-tight font-medium">{title}</h1>
      <p className="text-xl text-muted">{text}</p>
      {children}
    </main>
  );
}
