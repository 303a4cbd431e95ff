/** A word, a number or a mark of a text. */
export interface Word {
  readonly text: string;
  /** Where it begins and ends in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** No part can make the matching slower than linear in the length of the text. */
const TOKEN = new RegExp(
  [
    // Addresses.
    String.raw`(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)]`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}`,
    // Dates, times, decimal numbers.
    String.raw`\p{N}+(?:[.,:\/-]\p{N}+)+`,
    // Abbreviations.
    String.raw`(?:\p{L}\.){2,}|(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Ltd|Co|Corp|vs)\.`,
    // Words, with the prefixes that keep their hyphen; ZWNJ joins the parts of Persian words.
    String.raw`(?<![\p{L}\p{N}])(?:e|co|pre|post|non|re|semi|anti|multi)-\p{L}+`,
    String.raw`[\p{L}\p{M}\p{N}_\u200c]+(?:['’]\p{L}+)*`,
    // Emoji with their skin tones and joined parts, flags, emoticons.
    String.raw`\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic})*`,
    String.raw`\p{Regional_Indicator}{2}`,
    String.raw`[:;=]-?[)(DP]`,
    // Marks; a repeated one is one.
    String.raw`([^\s\p{L}\p{M}\p{N}\p{Cc}\p{Cf}])\1*`,
  ].join('|'),
  'giu',
);

/** "don't" -> "do", "n't"; "dog's" -> "dog", "'s"; "cannot" -> "can", "not". */
const CONTRACTION = /^(.+)(n['’]t|['’](?:s|re|ve|ll|d|m))$|^(can)(not)$/isu;

/**
 * Splits a text of any script into words, numbers and marks, in the way of the Penn Treebank: marks
 * stand alone, and contractions are split. Spaces and control characters belong to nothing.
 */
export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => {
    const parts = CONTRACTION.exec(token)?.slice(1).filter(Boolean) ?? [token];
    let start = index;
    return parts.map((part) => {
      const word = { text: part, start, end: start + part.length };
      start = word.end;
      return word;
    });
  }).flat();
}

const SENTENCE_END = /^[.!?…。！？]+$/u;
const CLOSING = /^["'”’)\]»]+$/u;

/**
 * Groups words into sentences, which end at a full stop and the like, or with a line.
 * @param words of the text, in order.
 * @param longest words after which a sentence is cut.
 */
export function splitSentences(text: string, words: readonly Word[], longest: number): Word[][] {
  const sentences: Word[][] = [];
  let sentence: Word[] = [];
  let hasEnded = false;
  for (const word of words) {
    const previous = sentence.at(-1);
    const isNewLine = text.slice(previous?.end, word.start).includes('\n');
    const goesOn = SENTENCE_END.test(word.text) || CLOSING.test(word.text);
    if (!previous || isNewLine || (hasEnded && !goesOn) || sentence.length >= longest) {
      sentence = [];
      sentences.push(sentence);
      hasEnded = false;
    }
    sentence.push(word);
    hasEnded ||= SENTENCE_END.test(word.text);
  }
  return sentences;
}

/** The runs of letters of a text; a text classifier needs no more. */
export function splitLetters(text: string): Word[] {
  return Array.from(text.matchAll(/\p{L}[\p{L}\p{M}]*/gu), ({ 0: run, index }) => ({
    text: run,
    start: index,
    end: index + run.length,
  }));
}
