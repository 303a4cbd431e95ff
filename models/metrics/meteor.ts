import { isFunctionWord } from '../text/function-words';
import { align, type Match, type MatchKind } from './align';
import { type CaptionItem, requireReferences } from './item';
import { stem } from './stem';

/** METEOR 1.5's parameters for English (Denkowski & Lavie 2014, table 1). */
const ALPHA = 0.85;
const BETA = 0.2;
const GAMMA = 0.6;
const DELTA = 0.75;
const WEIGHTS: Readonly<Record<MatchKind, number>> = { exact: 1, stem: 0.6 };

/** What METEOR counts in a caption and a reference; it adds up over a corpus. */
interface Statistics {
  readonly hypothesis: Side;
  readonly reference: Side;
  readonly matches: number;
  readonly chunks: number;
}

interface Side {
  readonly words: number;
  /** Words, a content word counting delta and a function word 1 - delta. */
  readonly weightedWords: number;
  /** The same for the matched words, times the weight of their match. */
  readonly weightedMatches: number;
}

/**
 * METEOR in [0, 1] (Denkowski & Lavie 2014) without synonyms and paraphrases: words match exactly or
 * by their stem, with the weights and parameters that METEOR 1.5 has for English. It differs from
 * METEOR 1.5 in three ways: no WordNet and no paraphrase table, so it scores lower; Porter's stemmer
 * instead of Porter's second one; function words are the closed classes of `text/function-words`.
 *
 * As in COCO's caption scorer each caption is compared with the reference that it scores best with,
 * and the counts are added up over the corpus before the score is computed.
 * @throws {NegarError} OPTION_INVALID when there are no items, or one has no references.
 */
export function corpusMeteor(items: readonly CaptionItem[]): number {
  requireReferences(items.map((item) => item.references));
  return score(items.map(bestStatistics).reduce(add));
}

/** A word as METEOR sees it. */
interface Word {
  readonly text: string;
  readonly stem: string;
  readonly weight: number;
}

function bestStatistics({ hypothesis, references }: CaptionItem): Statistics {
  const words = hypothesis.map(wordOf);
  return references
    .map((reference) => compare(words, reference.map(wordOf)))
    .reduce((best, next) => (score(next) > score(best) ? next : best));
}

function wordOf(text: string): Word {
  return { text, stem: stem(text), weight: isFunctionWord(text) ? 1 - DELTA : DELTA };
}

function compare(hypothesis: readonly Word[], reference: readonly Word[]): Statistics {
  const { matches, chunks } = align(hypothesis, reference, matchOf);
  const side = (words: readonly Word[], place: (match: Match) => number): Side => ({
    words: words.length,
    weightedWords: sum(words.map(({ weight }) => weight)),
    weightedMatches: sum(matches.map((match) => WEIGHTS[match.kind] * words[place(match)].weight)),
  });
  return {
    hypothesis: side(hypothesis, (match) => match.hypothesisAt),
    reference: side(reference, (match) => match.referenceAt),
    matches: matches.length,
    chunks,
  };
}

function matchOf(a: Word, b: Word): MatchKind | undefined {
  if (a.text === b.text) return 'exact';
  return a.stem === b.stem ? 'stem' : undefined;
}

function score({ hypothesis, reference, matches, chunks }: Statistics): number {
  if (matches === 0) return 0;
  const precision = hypothesis.weightedMatches / hypothesis.weightedWords;
  const recall = reference.weightedMatches / reference.weightedWords;
  const mean = (precision * recall) / (ALPHA * precision + (1 - ALPHA) * recall);
  const isWhole = chunks === 1 && matches === hypothesis.words && matches === reference.words;
  const penalty = isWhole ? 0 : GAMMA * (chunks / matches) ** BETA;
  return mean * (1 - penalty);
}

function add(a: Statistics, b: Statistics): Statistics {
  return {
    hypothesis: addSide(a.hypothesis, b.hypothesis),
    reference: addSide(a.reference, b.reference),
    matches: a.matches + b.matches,
    chunks: a.chunks + b.chunks,
  };
}

function addSide(a: Side, b: Side): Side {
  return {
    words: a.words + b.words,
    weightedWords: a.weightedWords + b.weightedWords,
    weightedMatches: a.weightedMatches + b.weightedMatches,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
