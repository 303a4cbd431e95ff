/** What to put in place of an ending. */
type Rule = readonly [ending: string, replacement: string];

/** Whether an ending may be replaced, given what is left of the word without it. */
type Condition = (left: string, ending: string) => boolean;

const PLURALS = rules('sses ss, ies i, ss ss, s');
const DOUBLE_SUFFIXES = rules(
  'ational ate, tional tion, enci ence, anci ance, izer ize, bli ble, alli al, entli ent, eli e, ' +
    'ousli ous, ization ize, ation ate, ator ate, alism al, iveness ive, fulness ful, ousness ous, ' +
    'aliti al, iviti ive, biliti ble, logi log',
);
const ADJECTIVES = rules('icate ic, ative, alize al, iciti ic, ical ic, ful, ness');
const SINGLE_SUFFIXES = rules(
  'al, ance, ence, er, ic, able, ible, ant, ement, ment, ent, ion, ou, ism, ate, iti, ous, ive, ize',
);

/**
 * Porter's stemmer (Porter 1980, "An algorithm for suffix stripping"), with the changes of its
 * author's own program: `bli` -> `ble`, `logi` -> `log`, and words of one or two letters stay as they
 * are.
 * @param word in lower case.
 */
export function stem(word: string): string {
  if (word.length <= 2) return word;
  const steps: ((word: string) => string)[] = [
    (w) => replaceEnding(w, PLURALS, () => true),
    withoutPast,
    (w) => (w.endsWith('y') && hasVowel(w.slice(0, -1)) ? `${w.slice(0, -1)}i` : w),
    (w) => replaceEnding(w, DOUBLE_SUFFIXES, (left) => measure(left) > 0),
    (w) => replaceEnding(w, ADJECTIVES, (left) => measure(left) > 0),
    (w) => replaceEnding(w, SINGLE_SUFFIXES, isLong),
    withoutE,
    (w) => (w.endsWith('ll') && measure(w) > 1 ? w.slice(0, -1) : w),
  ];
  return steps.reduce((rest, step) => step(rest), word);
}

/** agreed -> agree, hopping -> hop, filing -> file. */
function withoutPast(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const left = word.replace(/(ed|ing)$/, '');
  if (left === word || !hasVowel(left)) return word;
  if (/(at|bl|iz)$/.test(left)) return `${left}e`;
  if (/([^aeiouylsz])\1$/.test(left)) return left.slice(0, -1);
  return measure(left) === 1 && endsShort(left) ? `${left}e` : left;
}

/** probate -> probat, cease -> ceas, but rate. */
function withoutE(word: string): string {
  if (!word.endsWith('e')) return word;
  const left = word.slice(0, -1);
  const m = measure(left);
  return m > 1 || (m === 1 && !endsShort(left)) ? left : word;
}

const isLong: Condition = (left, ending) =>
  measure(left) > 1 && (ending !== 'ion' || /[st]$/.test(left));

/** Applies the rule of the longest ending that the word has, if its condition holds. */
function replaceEnding(word: string, step: readonly Rule[], condition: Condition): string {
  const fitting = step.filter(([ending]) => word.endsWith(ending));
  if (fitting.length === 0) return word;
  const [ending, replacement] = fitting.reduce((a, b) => (b[0].length > a[0].length ? b : a));
  const left = word.slice(0, -ending.length);
  return condition(left, ending) ? left + replacement : word;
}

/** How often a consonant follows a vowel: Porter's m. */
function measure(word: string): number {
  return kinds(word).match(/vc/g)?.length ?? 0;
}

function hasVowel(word: string): boolean {
  return kinds(word).includes('v');
}

/** Whether a word ends with consonant, vowel, consonant, the last not w, x or y: Porter's *o. */
function endsShort(word: string): boolean {
  return kinds(word).endsWith('cvc') && !/[wxy]$/.test(word);
}

/** `v` for each vowel and `c` for each consonant; y is a vowel after a consonant. */
function kinds(word: string): string {
  let found = '';
  for (const letter of word) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && found.endsWith('c'));
    found += isVowel ? 'v' : 'c';
  }
  return found;
}

/** @param text `ending replacement, ending replacement`; without a replacement it is empty. */
function rules(text: string): Rule[] {
  return text.split(', ').map((rule): Rule => {
    const [ending, replacement = ''] = rule.split(' ');
    return [ending, replacement];
  });
}
