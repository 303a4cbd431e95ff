/** The texts that a search looks through, by the weight that PostgreSQL gives their words. */
interface Searchable {
  readonly alt: string;
  readonly name: string;
  readonly presentAlt: string | null;
  readonly context: string | null;
}

const MAX_TEXT = 5000;
const MAX_WORD = 100;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The words of an item as a literal of PostgreSQL's tsvector. They are split here, not by PostgreSQL,
 * whose way with letters beyond ASCII depends on how the database was made.
 */
export function searchVector({ alt, name, presentAlt, context }: Searchable): string {
  const weights = new Map<string, string[]>();
  [alt, name, presentAlt, context].forEach((text, index) => {
    for (const word of new Set(wordsOf(text ?? ''))) {
      const weight = `${index + 1}${'ABCD'[index]}`;
      weights.set(word, [...(weights.get(word) ?? []), weight]);
    }
  });
  return [...weights].map(([word, places]) => `'${word}':${places.join(',')}`).join(' ');
}

/** A literal of tsquery: begins some word of the item with each word of the text? */
export function searchQuery(text: string): string {
  return wordsOf(text)
    .map((word) => `'${word}':*`)
    .join(' & ');
}

/** A literal of tsquery: has the alt text each word of the text? */
export function altQuery(text: string): string {
  return wordsOf(text)
    .map((word) => `'${word}':A`)
    .join(' & ');
}

function wordsOf(text: string): string[] {
  const words = text.slice(0, MAX_TEXT).normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return words.map((word) => word.slice(0, MAX_WORD));
}
