import type { EngineWord } from './engine';

/** Below this the model was unsure of a word. */
const UNSURE = 0.25;

export function isUnsure({ probability }: EngineWord): boolean {
  return probability < UNSURE;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
