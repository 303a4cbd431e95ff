/** What a translator does not learn, because it can be copied: how a sentence begins and ends. */
export interface Frame {
  /** The sentence without its last mark. */
  readonly core: string;
  /** Whether it begins with a capital letter. */
  readonly isCapital: boolean;
  /** Its last mark: `.`, `!`, `?`, `…`, or nothing. */
  readonly end: string;
}

const LAST_MARK = /\s*([.!?؟…])\s*$/u;

/** Takes a sentence apart. Letters with accents become one character, apostrophes straight. */
export function unframe(sentence: string): Frame {
  const text = sentence.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim();
  const end = LAST_MARK.exec(text)?.[1] ?? '';
  return {
    core: text.replace(LAST_MARK, ''),
    isCapital: /^\P{L}*\p{Lu}/u.test(text),
    end: end === '؟' ? '?' : end,
  };
}

/** Makes a sentence of a core that begins and ends as another sentence does. */
export function reframe(core: string, { isCapital, end }: Frame, language: string): string {
  const begun = isCapital
    ? core.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(language))
    : core;
  return begun + (end === '?' && language === 'fa' ? '؟' : end);
}
