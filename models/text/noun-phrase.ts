import {
  beginsPhrase,
  DETERMINERS,
  isFunctionWord,
  NUMBERS,
  SUBORDINATORS,
  wordSet,
} from './function-words';
import { ANIMALS, isPerson } from './gendered-words';
import {
  NOUN_LIKE_THIRD_PERSONS,
  participle,
  PARTICIPLES,
  PLAIN_BASES,
  PLAIN_THIRD_PERSONS,
} from './verbs';

const RELATIVES = wordSet('who which that');
const COPULAS = wordSet('is are was were');
const EXPLETIVES = wordSet('here there');
/** What can follow a noun directly, as in "a child asleep", unlike most adjectives. */
const POSTPOSED = wordSet(
  'alone asleep awake close next ready visible built caught held lit made seen shown thrown worn',
);

/**
 * Turns a clause into a noun phrase that can follow "shows": "a dog runs and is barking" becomes "a
 * dog running and barking". Clauses after "who", "while" and the like keep their verbs, and so do
 * clauses whose verb is rare in captions.
 */
export function asNounPhrase(text: string): string {
  const words = text.split(' ');
  const lower = words.map((word) => word.toLowerCase());
  const firstClause = lower.findIndex((word) => SUBORDINATORS.has(word) && !RELATIVES.has(word));
  const end = firstClause < 0 ? words.length : firstClause;
  let isRelative = false;
  let hasVerb = false;
  for (let index = 1; index < end; index++) {
    if (RELATIVES.has(lower[index])) isRelative = true;
    const form = nonFiniteForm(lower, index, hasVerb);
    if (form === undefined) continue;
    if (isRelative) isRelative = false;
    else {
      words[index] = form;
      hasVerb = true;
    }
  }
  return words.filter((word) => word !== '').join(' ');
}

/**
 * What replaces a finite verb: a participle, "with" for "has", nothing for "is" before a participle.
 * Undefined for any other word.
 */
function nonFiniteForm(
  words: readonly string[],
  index: number,
  hasVerb: boolean,
): string | undefined {
  const word = words[index];
  const next = words[index + 1] ?? '';
  if (!mayFollowSubject(words, index, hasVerb) || next === 'not') return undefined;
  if (COPULAS.has(word)) return withoutCopula(word, words.slice(index + 1));
  if (word === 'has' || word === 'have') {
    return DETERMINERS.has(next) || NUMBERS.includes(next) ? 'with' : 'having';
  }
  const base = baseForm(words, index);
  return base && participle(base);
}

/** Whether a verb can stand here: after a noun, or after "and" and an earlier verb. */
function mayFollowSubject(words: readonly string[], index: number, hasVerb: boolean): boolean {
  const previous = words[index - 1];
  if (previous === 'and') return hasVerb;
  if (RELATIVES.has(previous)) return true;
  return !(
    isFunctionWord(previous) ||
    NUMBERS.includes(previous) ||
    PARTICIPLES.has(previous) ||
    EXPLETIVES.has(previous)
  );
}

function withoutCopula(copula: string, rest: readonly string[]): string | undefined {
  const complement = rest.find((word) => !/^(also|just|now|still|then|not|.+ly)$/.test(word));
  if (complement === undefined) return undefined;
  const followsNoun =
    POSTPOSED.has(complement) || beginsPhrase(complement) || /(ing|ed)$/.test(complement);
  return followsNoun ? '' : `that ${copula}`;
}

function baseForm(words: readonly string[], index: number): string | undefined {
  const word = words[index];
  const previous = words[index - 1];
  const singular = PLAIN_THIRD_PERSONS.get(word);
  if (singular) return singular;
  if (isBeing(previous) && NOUN_LIKE_THIRD_PERSONS.has(word)) {
    return NOUN_LIKE_THIRD_PERSONS.get(word);
  }
  const isVerb = PLAIN_BASES.has(word) && (isBeing(previous) || previous === 'and');
  return isVerb ? word : undefined;
}

/** Whether a word names people or animals. */
function isBeing(word: string): boolean {
  return isPerson(word) || ANIMALS.has(word);
}
