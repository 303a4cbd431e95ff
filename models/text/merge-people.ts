import { isFunctionWord, NUMBERS } from './function-words';
import { NEUTRAL_PLURALS } from './gendered-words';
import { PARTICIPLES, SINGULAR_VERBS } from './verbs';

const SINGULARS: ReadonlyMap<string, string> = new Map(
  [...NEUTRAL_PLURALS].map(([singular, plural]) => [plural, singular]),
);
const POSSESSIVES = ['my', 'your', 'its', 'our', 'their'];

const NOUN = [...NEUTRAL_PLURALS].flat().join('|');
const PLURAL = [...SINGULARS.keys()].join('|');
const DETERMINER = ['a', 'an', 'the', ...POSSESSIVES, ...NUMBERS].join('|');

/** "a person or a person" */
const CHOICE = new RegExp(`\\b(${NOUN}) or (?:an? |another )?\\1\\b`, 'gi');
/** "people and people" */
const PLURALS = new RegExp(`\\b(${PLURAL}) and \\1\\b`, 'gi');
/**
 * "a person and another person", "a young person and person", or "person and person" where a noun
 * phrase begins; but not "a dog sees a person and a person is asleep".
 */
const PAIR = new RegExp(
  `(?:\\b(${DETERMINER}) ((?:[a-z]+ ){0,2}?)|(?<=^|[.,;:] |\\b(?:of|with|between|by|to|for|as|at) ))` +
    `(${NOUN}) and (?:(another|${DETERMINER}) )?(${NOUN})\\b` +
    `(?!['’-]| (?:${[...SINGULAR_VERBS].join('|')})\\b)`,
  'gi',
);

/**
 * Counts together what neutral words no longer tell apart: "a person and a person" -> "two people",
 * "two children and a child" -> "three children", "people and people" -> "people".
 */
export function mergePeople(text: string): string {
  return text
    .replace(CHOICE, '$1')
    .replace(PLURALS, '$1')
    .replace(PAIR, (pair: string, ...groups: (string | undefined)[]) => {
      const parts = groups.slice(0, 5).map((group) => group?.toLowerCase());
      return mergePair(parts) ?? pair;
    });
}

/** What the parts of a PAIR become, undefined where they differ or cannot be counted. */
function mergePair(parts: readonly (string | undefined)[]): string | undefined {
  const [determiner = '', adjectives = '', noun = '', otherDeterminer, otherNoun = ''] = parts;
  const singular = singularOf(noun);
  if (singular !== singularOf(otherNoun)) return undefined;
  if (adjectives && (otherDeterminer || !areAdjectives(adjectives))) return undefined;
  const many = adjectives + NEUTRAL_PLURALS.get(singular);
  if (POSSESSIVES.includes(determiner)) {
    return (otherDeterminer ?? determiner) === determiner ? `${determiner} ${many}` : undefined;
  }
  const total = NUMBERS[count(determiner, noun) + count(otherDeterminer, otherNoun)];
  if (!total || (otherDeterminer === 'the' && determiner !== 'the')) return undefined;
  return determiner === 'the' ? `the ${total} ${many}` : `${total} ${many}`;
}

function singularOf(noun: string): string {
  return SINGULARS.get(noun) ?? noun;
}

function areAdjectives(text: string): boolean {
  return !text
    .trim()
    .split(' ')
    .some((word) => isFunctionWord(word) || PARTICIPLES.has(word));
}

/** How many people a noun and its determiner speak of; NaN if they do not say. */
function count(determiner = '', noun: string): number {
  if (NUMBERS.includes(determiner)) return NUMBERS.indexOf(determiner);
  return SINGULARS.has(noun) || POSSESSIVES.includes(determiner) ? NaN : 1;
}
