/** Closed word classes of English, as far as captions use them; all in lower case. */

/** Words that begin a clause with a verb of its own. */
export const SUBORDINATORS = wordSet(
  'as while when where because if though although whereas who which that whose before after until',
);

/** Each number at its own index. */
export const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);

export const DETERMINERS = wordSet(
  'a an the this that these those some any no every each another both either neither ' +
    'my your his her its our their',
);

const COORDINATORS = wordSet('and or but nor so');

const PREPOSITIONS = wordSet(
  'about above across against along alongside amid among amongst around at atop behind below ' +
    'beneath beside besides between beyond by down during for from in inside into like near of off ' +
    'on onto out outside over past than through throughout to toward towards under underneath up ' +
    'upon via with within without',
);

const AUXILIARIES = wordSet(
  'is are was were be been being am has have had having do does did can could will would may might ' +
    'must shall should not',
);

const PRONOUNS = wordSet('i you he she it we they me him us them');

const FUNCTION_WORDS = new Set(
  [DETERMINERS, COORDINATORS, SUBORDINATORS, PREPOSITIONS, AUXILIARIES, PRONOUNS].flatMap((set) => [
    ...set,
  ]),
);

/** Whether a word only connects others: no noun, full verb, adjective, adverb or number. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** Whether a word begins a phrase that a sentence can do without. */
export function beginsPhrase(word: string): boolean {
  return SUBORDINATORS.has(word) || (PREPOSITIONS.has(word) && word !== 'of');
}

/** The words of a text, which a single space separates. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
