import type { EngineCaption } from './engine';
import type { Described } from './photo';
import { capitalized } from './words';

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

/** @param confidence probability that a caption is at least as good as the model's median one. */
export function sureness(confidence: number): Sureness {
  if (confidence >= 0.7) return 'high';
  return confidence >= 0.5 ? 'medium' : 'low';
}

/** Whether a candidate is hedged, or no surer than the first, which is. */
export function mayBeWrong({ candidates, hedged }: EngineCaption, chosen: number): boolean {
  return hedged && candidates[chosen].confidence <= candidates[0].confidence;
}

/** Characters as people count them. */
export function lengthOf(text: string): number {
  return Array.from(new Intl.Segmenter().segment(text)).length;
}

function asSentence(text: string): string {
  return `${capitalized(text)}.`;
}
