import { standOut } from './attention';
import type { EngineWord } from './engine';

/** Below this the model was unsure of a word. */
const UNSURE = 0.25;

export function isUnsure({ probability }: EngineWord): boolean {
  return probability < UNSURE;
}

/** The words, each with what it looked at more than the others. */
export function distinguish(words: readonly EngineWord[]): readonly EngineWord[] {
  const attentions = words.flatMap(({ attention }) => (attention ? [attention] : []));
  if (attentions.length < words.length) return words;
  const distinct = standOut(attentions);
  return words.map((word, i) => ({ ...word, attention: distinct[i] }));
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
