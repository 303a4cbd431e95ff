'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EngineWord } from '../_lib/engine';
import { useWhere } from '../_lib/use-where';
import { capitalized, isUnsure } from '../_lib/words';

interface WordRowProps {
  readonly words: readonly EngineWord[];
  readonly lit: number | undefined;
  readonly isWriting: boolean;
  readonly onLook: (index: number | undefined) => void;
  readonly onPin: (index: number) => void;
}

/** One stop of the Tab key; the arrow keys go from word to word. */
export function WordRow({ words, lit, isWriting, onLook, onPin }: WordRowProps) {
  const t = useTranslations('words');
  const row = useRef<HTMLFieldSetElement>(null);
  const [current, setCurrent] = useState(0);

  function move(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
    const targets: Record<string, number> = { Home: 0, End: words.length - 1 };
    const next = targets[event.key] ?? current + (steps[event.key] ?? Number.NaN);
    if (!(next >= 0 && next < words.length)) return;
    event.preventDefault();
    row.current?.querySelectorAll('button')[next].focus();
  }

  if (words.length === 0) return null;
  return (
    <fieldset
      ref={row}
      aria-label={t('label')}
      lang="en"
      dir="ltr"
      className="-mx-1 flex min-w-0 wrap-anywhere flex-wrap font-serif text-3xl leading-tight"
    >
      {words.map((word, i) => (
        <WordButton
          key={i}
          word={word}
          isFirst={i === 0}
          isLit={i === lit}
          isReachable={i === Math.min(current, words.length - 1) && !isWriting}
          onLook={(isLooked) => {
            if (isLooked) setCurrent(i);
            onLook(isLooked ? i : undefined);
          }}
          onPin={() => onPin(i)}
          onKeyDown={move}
        />
      ))}
    </fieldset>
  );
}

interface WordButtonProps {
  readonly word: EngineWord;
  readonly isFirst: boolean;
  readonly isLit: boolean;
  readonly isReachable: boolean;
  readonly onLook: (isLooked: boolean) => void;
  readonly onPin: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function WordButton({
  word,
  isFirst,
  isLit,
  isReachable,
  onLook,
  onPin,
  onKeyDown,
}: WordButtonProps) {
  const tell = useWhere();
  return (
    <button
      type="button"
      tabIndex={isReachable ? 0 : -1}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onLook(true)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
      onClick={onPin}
      onKeyDown={onKeyDown}
      className={`animate-written rounded-s px-1 py-0.5 transition-colors duration-150 ${isLit ? 'bg-glow-soft' : ''}`}
    >
      <span
        className={
          isUnsure(word)
            ? 'underline decoration-edge decoration-dotted decoration-2 underline-offset-[0.22em]'
            : ''
        }
      >
        {isFirst ? capitalized(word.text) : word.text}
      </span>
      {word.attention && <span className="sr-only">{tell(word)}</span>}
    </button>
  );
}
