import { useEffect, useState } from 'react';

/** How long somebody pauses who has written something. */
const PAUSE_MS = 300;

/** A text once it has stopped changing. */
export function useSettled(text: string | undefined): string | undefined {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
