import type { Evidence } from '../../../models/sequence/classifier';

/** A word of a text and how much it spoke for the topic, compared with the strongest, in [0, 1]. */
export interface LitWord {
  readonly text: string;
  readonly light: number;
}

/** Splits a text at its spaces; each word is as lit as the strongest evidence in it. */
export function splitLit(text: string, evidence: readonly Evidence[]): LitWord[] {
  const strongest = Math.max(0, ...evidence.map(({ weight }) => weight));
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const inside = evidence.filter(({ start, end }) => start < index + word.length && end > index);
    const weight = Math.max(0, ...inside.map((one) => one.weight));
    return { text: word, light: strongest > 0 ? weight / strongest : 0 };
  });
}
