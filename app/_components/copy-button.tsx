'use client';

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { copy } from '../_lib/copy';
import { buttonClass } from './button';

const THANKS_MS = 2000;

interface CopyButtonProps {
  readonly text: string;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** Copies a text, and says whether that worked. */
export function CopyButton({ text, isDisabled, children }: CopyButtonProps) {
  const t = useTranslations('alt');
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();

  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(undefined), THANKS_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <>
      <button
        type="button"
        disabled={isDisabled}
        onClick={() => void copy(text).then((ok) => setOutcome(ok ? 'copied' : 'copyFailed'))}
        className={`${buttonClass()} disabled:opacity-50`}
      >
        {outcome === 'copied' ? (
          <Check aria-hidden="true" className="size-4" />
        ) : (
          <Copy aria-hidden="true" className="size-4" />
        )}
        <span>{children}</span>
      </button>
      <output className={outcome === 'copyFailed' ? 'w-full text-warn' : 'sr-only'}>
        {outcome && t(outcome)}
      </output>
    </>
  );
}
