'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { placeOf } from '../_lib/attention';
import type { EngineWord } from '../_lib/engine';
import type { Progress } from '../_lib/photo';
import { useRevealed } from '../_lib/use-revealed';

/** Below this the model was unsure of a word. */
const UNSURE = 0.25;

interface WordsProps {
  readonly progress: Progress;
  /** Gets the 7x7 weights of the word that is looked at. */
  readonly onLight: (weights: readonly number[] | null) => void;
  /** Stands below the words while they are written. */
  readonly children: ReactNode;
}

/** The caption, word by word; each lights up the part of the photo that it came from. */
export function Words({ progress, onLight, children }: WordsProps) {
  const t = useTranslations('words');
  const words = wordsOf(progress);
  const isDone = progress.step === 'done';
  const revealed = useRevealed(words.length, !isDone || progress.isFresh === true);
  const isWriting = !isDone || revealed < words.length;
  const [looked, setLooked] = useState<number>();
  const [pinned, setPinned] = useState<number>();
  const lit = isWriting ? (revealed > 0 ? revealed - 1 : undefined) : (looked ?? pinned);
  const word = lit === undefined ? undefined : words[lit];
  const attention = word?.attention ?? null;
  useEffect(() => onLight(attention), [attention, onLight]);

  if (isDone && progress.chosen > 0) {
    return (
      <div>
        <p lang="en" dir="ltr" className="font-serif text-3xl leading-tight">
          {capitalized(progress.caption.candidates[progress.chosen].text)}
        </p>
        <p className="mt-1 min-h-[1.5em] text-muted">{t('none')}</p>
      </div>
    );
  }

  return (
    <div onPointerLeave={() => setLooked(undefined)}>
      <WordRow
        words={words.slice(0, revealed)}
        lit={lit}
        isWriting={isWriting}
        onLook={setLooked}
        onPin={(index) => setPinned(index === pinned ? undefined : index)}
      />
      <div className="mt-1 min-h-[1.5em] text-muted">
        {isDone && !isWriting ? <Reading word={word} words={words} /> : children}
      </div>
    </div>
  );
}

interface WordRowProps {
  readonly words: readonly EngineWord[];
  readonly lit: number | undefined;
  readonly isWriting: boolean;
  readonly onLook: (index: number | undefined) => void;
  readonly onPin: (index: number) => void;
}

/** One stop of the Tab key; the arrow keys go from word to word. */
function WordRow({ words, lit, isWriting, onLook, onPin }: WordRowProps) {
  const t = useTranslations('words');
  const row = useRef<HTMLDivElement>(null);
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
    <div
      ref={row}
      role="group"
      aria-label={t('label')}
      lang="en"
      dir="ltr"
      onKeyDown={move}
      className="-mx-1 flex flex-wrap font-serif text-3xl leading-tight"
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
        />
      ))}
    </div>
  );
}

interface WordButtonProps {
  readonly word: EngineWord;
  readonly isFirst: boolean;
  readonly isLit: boolean;
  readonly isReachable: boolean;
  readonly onLook: (isLooked: boolean) => void;
  readonly onPin: () => void;
}

function WordButton({ word, isFirst, isLit, isReachable, onLook, onPin }: WordButtonProps) {
  const tell = useWhere();
  return (
    <button
      type="button"
      tabIndex={isReachable ? 0 : -1}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onLook(true)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
      onClick={onPin}
      className={`animate-written rounded-s px-1 py-0.5 transition-colors duration-150 ${isLit ? 'bg-glow-soft' : ''}`}
    >
      <span
        className={
          word.probability < UNSURE
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

/** Says of the word that is looked at where it came from, or what can be done. */
function Reading({
  word,
  words,
}: {
  readonly word: EngineWord | undefined;
  readonly words: readonly EngineWord[];
}) {
  const t = useTranslations('words');
  const tell = useWhere();
  if (word?.attention) return <p>{tell(word)}</p>;
  const hasUnsure = words.some(({ probability }) => probability < UNSURE);
  return (
    <p>
      {t('hint')}
      {hasUnsure && `. ${t('unsure')}`}
    </p>
  );
}

/** Says where a word came from. */
function useWhere(): (word: EngineWord) => string {
  const t = useTranslations('words');
  const format = useFormatter();
  return ({ text, probability, attention }) =>
    t('where', {
      word: text,
      place: t(`places.${attention ? placeOf(attention) : 'all'}`),
      probability: format.number(probability, { style: 'percent' }),
    });
}

function wordsOf(progress: Progress): readonly EngineWord[] {
  if (progress.step === 'done') return progress.caption.words;
  return progress.step === 'working' ? progress.words : [];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
