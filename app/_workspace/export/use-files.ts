import { useState } from 'react';

/** A file that was handed in: until there is an answer or an error, it is in work. */
export interface FileResult<R> {
  readonly name: string;
  readonly answer?: R;
  readonly error?: unknown;
}

/** Hands in files one after the other; one that fails stops no other. */
export function useFiles<R>(handIn: (file: File) => Promise<R>) {
  const [results, setResults] = useState<readonly FileResult<R>[]>([]);
  const [isRunning, setRunning] = useState(false);

  async function start(files: readonly File[]): Promise<void> {
    setRunning(true);
    setResults([]);
    for (const file of files) {
      const { name } = file;
      setResults((before) => [...before, { name }]);
      const result = await handIn(file).then(
        (answer) => ({ name, answer }),
        (error: unknown) => ({ name, error }),
      );
      setResults((before) => [...before.slice(0, -1), result]);
    }
    setRunning(false);
  }

  return { results, isRunning, start };
}
