import { isFunctionWord } from './function-words';
import { GENDERS, NEUTRAL_NOUNS, NEUTRAL_PLURALS, OCCUPATIONS } from './gendered-words';
import { mergePeople } from './merge-people';
import { neutralPhrases } from './neutral-phrases';
import { replacePronoun } from './neutral-pronouns';
import { Sentence } from './sentence';
import { PARTICIPLES, PLAIN_THIRD_PERSONS } from './verbs';

/**
 * English text with words for people that do not say their gender: "a man and his son" -> "a person
 * and their child". Articles, verbs after "they" and counts of people follow; an animal's "his"
 * becomes "its". Text without gendered words is returned as it is, so a second call changes nothing.
 * Titles and characters (queen, superman, snowman) keep their names.
 */
export function neutralWording(text: string): string {
  const sentence = new Sentence(neutralPhrases(text));
  for (let index = 0; index < sentence.source.length; index++) {
    const word = sentence.source[index];
    if (NEUTRAL_NOUNS.has(word)) replaceNoun(sentence, index, NEUTRAL_NOUNS.get(word)!);
    else if (GENDERS.has(word)) replaceGender(sentence, index, GENDERS.get(word)!);
    else replacePronoun(sentence, index);
  }
  const result = sentence.toString();
  if (result === text) return text;
  const merged = mergePeople(result);
  return /^[A-Z]/.test(text) ? merged.charAt(0).toUpperCase() + merged.slice(1) : merged;
}

/** "woman" -> "person", a second "a woman" -> "another person", "woman surfer" -> "surfer". */
function replaceNoun(sentence: Sentence, index: number, neutral: string): void {
  const owned = sentence.hasClitic(index) ? index + 1 : index;
  if (OCCUPATIONS.has(sentence.next(owned) ?? '')) {
    for (let i = index; i <= owned; i++) sentence.drop(i);
    return;
  }
  sentence.replace(index, neutral);
  const plural = NEUTRAL_PLURALS.get(neutral);
  if (
    plural &&
    sentence.hasBefore(index, [neutral, plural]) &&
    sentence.source[index - 1] === 'a'
  ) {
    sentence.replace(index - 1, 'another');
  }
}

/** "a male" -> "a person", but "a male singer" -> "a singer". */
function replaceGender(sentence: Sentence, index: number, neutral: string): void {
  const last = lastGender(sentence, index);
  if (isNoun(sentence, last)) replaceNoun(sentence, index, neutral);
  else for (let i = index; i <= last; i++) sentence.drop(i);
}

/** The second index of "male and female", otherwise `index` itself. */
function lastGender(sentence: Sentence, index: number): number {
  const isPair = /^(and|or)$/.test(sentence.next(index) ?? '');
  return isPair && GENDERS.has(sentence.source[index + 2]) ? index + 2 : index;
}

function isNoun(sentence: Sentence, index: number): boolean {
  const next = sentence.next(index);
  if (sentence.source[index].endsWith('s') || next === undefined) return true;
  return (
    isFunctionWord(next) ||
    PARTICIPLES.has(next) ||
    PLAIN_THIRD_PERSONS.has(next) ||
    /(ed|ly)$/.test(next)
  );
}
