import type { EngineCaption } from './engine';
import type { Described } from './photo';

/** How sure a caption is, in words. */
export type Sureness = 'high' | 'medium' | 'low';

/** The alt text that is suggested for a candidate. */
export function suggestedAlt({ candidates, alt }: EngineCaption, chosen: number): string {
  return chosen === 0 ? alt : asSentence(candidates[chosen].text);
}

/** The alt text that counts: none for a decorative photo. */
export function altOf(described: Described): string {
  return described.decorative ? '' : wordingOf(described);
}

/** What the alt text is, or would be if the photo were not decorative. */
export function wordingOf({ caption, chosen, own, isOwn }: Described): string {
  return isOwn && own !== undefined ? own : suggestedAlt(caption, chosen);
}

/**
 * @param chosen index of a candidate; of the first, the caption itself says whether it is hedged.
 */
export function sureness({ candidates, hedged }: EngineCaption, chosen: number): Sureness {
  const { confidence } = candidates[chosen];
  if ((hedged && chosen === 0) || confidence < 0.33) return 'low';
  return confidence < 0.6 ? 'medium' : 'high';
}

/** Characters as people count them. */
export function lengthOf(text: string): number {
  return Array.from(new Intl.Segmenter().segment(text)).length;
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
