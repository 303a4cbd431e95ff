'use client';

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EngineWord } from '../_lib/engine';
import type { Progress } from '../_lib/photo';
import { useRevealed } from '../_lib/use-revealed';
import { useWhere } from '../_lib/use-where';
import { capitalized, distinguish, isUnsure } from '../_lib/words';
import { WordRow } from './word-row';

interface WordsProps {
  readonly progress: Progress;
  /** Whether to say what can be done with the words. */
  readonly isExplained: boolean;
  /** Gets the 7x7 weights of the word that is looked at. */
  readonly onLight: (weights: readonly number[] | null) => void;
  /** Stands below the words while they are written. */
  readonly children: ReactNode;
}

/** The caption, word by word; each lights up the part of the photo that it came from. */
export function Words({ progress, isExplained, onLight, children }: WordsProps) {
  const t = useTranslations('words');
  const tell = useWhere();
  const written = wordsOf(progress);
  const words = useMemo(() => distinguish(written), [written]);
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
        <p lang="en" dir="ltr" className="font-serif text-3xl leading-tight wrap-anywhere">
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
        {isWriting && children}
        {!isWriting && word?.attention && <p>{tell(word)}</p>}
        {!isWriting && !word && isExplained && (
          <p>
            {t('hint')} {words.some(isUnsure) && t('unsure')}
          </p>
        )}
      </div>
    </div>
  );
}

const NONE: readonly EngineWord[] = [];

function wordsOf(progress: Progress): readonly EngineWord[] {
  if (progress.step === 'done') return progress.caption.words;
  return progress.step === 'working' ? progress.words : NONE;
}
