import { isFunctionWord, SUBORDINATORS } from './function-words';
import { ANIMALS, isPerson } from './gendered-words';
import type { Sentence } from './sentence';
import { PARTICIPLES, PLAIN_THIRD_PERSONS, pluralForm, SINGULAR_VERBS } from './verbs';

/** Neutral pronouns for a person and for an animal, by their part in the clause. */
const SUBJECT = ['they', 'it'];
const OBJECT = ['them', 'it'];
const REFLEXIVE = ['themselves', 'itself'];
const DETERMINER = ['their', 'its'];
const POSSESSIVE = ['theirs', 'its'];

const UNAMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map([
  ['he', SUBJECT],
  ['she', SUBJECT],
  ['him', OBJECT],
  ['himself', REFLEXIVE],
  ['herself', REFLEXIVE],
  ['hers', POSSESSIVE],
]);

/** Replaces the word at `index` if it is a pronoun of gender; verbs then agree with "they". */
export function replacePronoun(sentence: Sentence, index: number): void {
  const forms = neutralForms(sentence, index);
  if (!forms) return;
  const [person, animal] = forms;
  const isAnimal = refersToAnimal(sentence.source.slice(0, index));
  sentence.replace(index, isAnimal ? animal : person);
  if (forms === SUBJECT && !isAnimal) agreeWithThey(sentence, index);
}

function neutralForms(sentence: Sentence, index: number): readonly string[] | undefined {
  const pronoun = sentence.source[index];
  if (pronoun === 'his' || pronoun === 'her') {
    if (!endsNounPhrase(sentence, index)) return DETERMINER;
    return pronoun === 'his' ? POSSESSIVE : OBJECT;
  }
  return UNAMBIGUOUS.get(pronoun);
}

/** Whether no noun follows that the word at `index` could belong to. */
function endsNounPhrase(sentence: Sentence, index: number): boolean {
  const next = sentence.next(index);
  if (next === undefined || isFunctionWord(next)) return true;
  const mayBeVerb = PARTICIPLES.has(next) || PLAIN_THIRD_PERSONS.has(next);
  const afterNext = sentence.next(index + 1);
  return mayBeVerb && (afterNext === undefined || isFunctionWord(afterNext));
}

/** Whether animals, but no people, were spoken of. */
function refersToAnimal(before: readonly string[]): boolean {
  return before.some((word) => ANIMALS.has(word)) && !before.some(isPerson);
}

/** Puts the verb of the subject at `index`, and those that "and" joins to it, in the plural. */
function agreeWithThey(sentence: Sentence, index: number): void {
  if (sentence.hasClitic(index)) {
    if (sentence.source[index + 1] === 's') sentence.replace(index + 1, 're');
    return;
  }
  const verb = skipAdverbs(sentence, index + 1);
  pluralize(sentence, verb);
  for (let i = verb + 1; i < sentence.source.length; i++) {
    if (SUBORDINATORS.has(sentence.source[i])) return;
    if (!/^(and|or|then)$/.test(sentence.source[i])) continue;
    const joined = skipAdverbs(sentence, i + 1);
    if (SINGULAR_VERBS.has(sentence.source[joined])) pluralize(sentence, joined);
  }
}

function pluralize(sentence: Sentence, index: number): void {
  if (index < sentence.source.length) sentence.replace(index, pluralForm(sentence.source[index]));
}

function skipAdverbs(sentence: Sentence, index: number): number {
  const isAdverb = /^(also|always|just|never|now|often|still|then|.+ly)$/.test(
    sentence.source[index] ?? '',
  );
  return isAdverb ? skipAdverbs(sentence, index + 1) : index;
}
