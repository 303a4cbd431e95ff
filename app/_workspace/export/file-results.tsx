'use client';

import type { ReactNode } from 'react';
import { Problem } from '../parts/problem';
import type { FileResult } from './use-files';

interface FileResultsProps<R> {
  readonly results: readonly FileResult<R>[];
  /** What is said of a file in work. */
  readonly running: (name: string) => string;
  readonly children: (name: string, answer: R) => ReactNode;
}

/** What became of each file that was handed in. */
export function FileResults<R>({ results, running, children }: FileResultsProps<R>) {
  return (
    <ul aria-live="polite" className="grid gap-4 empty:hidden">
      {results.map(({ name, answer, error }, i) => (
        <li key={i} className="grid gap-1">
          <p className="font-bold [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
          </p>
          {answer !== undefined && children(name, answer)}
          {error !== undefined && <Problem error={error} />}
          {answer === undefined && error === undefined && <p>{running(name)}</p>}
        </li>
      ))}
    </ul>
  );
}
