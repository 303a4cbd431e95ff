/** The language that captions are written in. */
export const SOURCE = 'en';

/** The languages that are translated to. */
export const TARGETS = ['de', 'fr', 'cs', 'fa'] as const;

export type Target = (typeof TARGETS)[number];
export type Language = typeof SOURCE | Target;

/** Which way a text is written, as the HTML attribute `dir` has it. */
export type Direction = 'ltr' | 'rtl';

export function directionOf(language: Language): Direction {
  return language === 'fa' ? 'rtl' : 'ltr';
}

/** The piece that tells a translator to write a language. */
export function markOf(language: Target): string {
  return `<${language}>`;
}
