/** A word of one caption matched with a word of another. */
export interface Match {
  readonly hypothesisAt: number;
  readonly referenceAt: number;
  readonly kind: MatchKind;
}

export type MatchKind = 'exact' | 'stem';

/** Matches in the order of the hypothesis, and in how many unbroken runs they come. */
export interface Alignment {
  readonly matches: readonly Match[];
  /** Runs of matches that are adjacent and in the same order in both captions. */
  readonly chunks: number;
}

/** How much a match counts when alignments are compared. */
const COVERAGE: Readonly<Record<MatchKind, number>> = { exact: 1, stem: 0.5 };

/** Partial alignments kept from word to word. */
const BEAM = 40;

/** An alignment of the first words of the hypothesis. */
interface Partial extends Alignment {
  readonly coverage: number;
  /** Sum over the matches of the difference between both places. */
  readonly distance: number;
}

/**
 * METEOR's alignment of two captions (Denkowski & Lavie 2014): each word is matched at most once, so
 * that the matches cover most, then come in the fewest chunks, then lie nearest to each other. The
 * search keeps the 40 best partial alignments.
 * @param compare how a word of the hypothesis matches one of the reference, if it does.
 */
export function align<Word>(
  hypothesis: readonly Word[],
  reference: readonly Word[],
  compare: (hypothesisWord: Word, referenceWord: Word) => MatchKind | undefined,
): Alignment {
  const options = hypothesis.map((word, hypothesisAt) =>
    reference.flatMap((other, referenceAt): Match[] => {
      const kind = compare(word, other);
      return kind ? [{ hypothesisAt, referenceAt, kind }] : [];
    }),
  );
  const rivals = new Uint32Array(reference.length);
  for (const { referenceAt } of options.flat()) rivals[referenceAt]++;
  let partials: Partial[] = [{ matches: [], chunks: 0, coverage: 0, distance: 0 }];
  for (const matches of options) {
    const isForced = matches.length === 1 && rivals[matches[0].referenceAt] === 1;
    const extended = matches.flatMap((match) =>
      partials.filter((partial) => isFree(partial, match)).map((partial) => extend(partial, match)),
    );
    partials = isForced ? extended : [...partials, ...extended];
    if (partials.length > BEAM) partials = partials.sort(better).slice(0, BEAM);
  }
  return partials.sort(better)[0];
}

function isFree({ matches }: Partial, { referenceAt }: Match): boolean {
  return matches.every((match) => match.referenceAt !== referenceAt);
}

function extend({ matches, chunks, coverage, distance }: Partial, match: Match): Partial {
  const last = matches.at(-1);
  const goesOn =
    last?.hypothesisAt === match.hypothesisAt - 1 && last.referenceAt === match.referenceAt - 1;
  return {
    matches: [...matches, match],
    chunks: chunks + (goesOn ? 0 : 1),
    coverage: coverage + COVERAGE[match.kind],
    distance: distance + Math.abs(match.hypothesisAt - match.referenceAt),
  };
}

function better(a: Partial, b: Partial): number {
  return b.coverage - a.coverage || a.chunks - b.chunks || a.distance - b.distance;
}
