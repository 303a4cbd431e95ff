import { isFunctionWord, wordSet } from './function-words';

/** Verbs that captions use, whose third person is hardly ever a noun. */
const PLAIN_VERBS =
  'admire appear apply approach attempt attend balance bark begin bend bite blow bounce bring brush ' +
  'buy carry carve catch celebrate chase chat check cheer chew chop clap clean climb cling close come ' +
  'compete congregate consider contain converse cook crawl cross crouch cut dance decide decorate ' +
  'demonstrate descend dig dive do drag draw dribble drive drop dunk eat embrace emerge engage enjoy ' +
  'enter examine exit explore fall feed feel fetch fight fill finish fix flip float fly follow frolic ' +
  'gallop gather gaze gesture get give go grab grasp grin grip hang help hide hike hit hold hop hug ' +
  'huddle hurdle inspect interact jog juggle jump keep kick kiss kneel land laugh lay lead lean leap ' +
  'learn leave let lick lie lift listen look lounge lunge make march move navigate observe offer open ' +
  'operate overlook paddle paint participate pass pause peek peer pedal perform pet pick play point ' +
  'poke pose pounce pour practice prepare present pretend pull push put race raise reach read receive ' +
  'relax repair rest retrieve return ride roam rub run scoop scratch scream see seem sell serve set ' +
  'shake share shave shoot show sing sip sit skip sleep slide smile smoke sniff snowboard speak spin ' +
  'splash spray sprint squat stand stare start steer stir stoop stop stretch stroll struggle study ' +
  'surf surround swim swing tackle take talk teach tell throw touch toss travel tread trot try tug ' +
  'turn twirl type use wade wait walk wander want wash watch wear weave wipe work wrap wrestle write';

/** Verbs whose third person is more often the plural of a noun: the waves, his skis. */
const NOUN_LIKE_VERBS =
  'bike board bound bow bowl color cover drink dress face film fish grill hand head kayak light line ' +
  'photograph place press rock roll row shop shovel sign skate skateboard ski sled stack step stick ' +
  'trail wave';

const bases = (verbs: string) => verbs.split(' ');
const thirdPersons = (verbs: string) =>
  new Map(bases(verbs).map((base) => [thirdPerson(base), base]));

export const PLAIN_BASES = wordSet(PLAIN_VERBS);
export const PLAIN_THIRD_PERSONS: ReadonlyMap<string, string> = thirdPersons(PLAIN_VERBS);
export const NOUN_LIKE_THIRD_PERSONS: ReadonlyMap<string, string> = thirdPersons(NOUN_LIKE_VERBS);
export const PARTICIPLES: ReadonlySet<string> = new Set(
  [...bases(PLAIN_VERBS), ...bases(NOUN_LIKE_VERBS)].map(participle),
);

/** "run" -> "running", "ride" -> "riding", "lie" -> "lying". */
export function participle(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^e]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  const isShortSyllable = /^(qu|[^aeiou])*[aeiou][^aeiouwxy]$/.test(base) || base === 'begin';
  return isShortSyllable ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

/** The form after "they" of a verb's form after "he": "is" -> "are", "catches" -> "catch". */
export function pluralForm(verb: string): string {
  const irregular = IRREGULAR_PLURALS.get(verb);
  if (irregular) return irregular;
  if (isFunctionWord(verb)) return verb;
  if (/^[^aeiou]ies$/.test(verb)) return verb.slice(0, -1);
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|zz|o)es$/.test(verb)) return verb.slice(0, -2);
  return /[^s]s$/.test(verb) ? verb.slice(0, -1) : verb;
}

/** The form after "they"; with the stems of "isn't" and the like. */
const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
  ['isn', 'aren'],
  ['wasn', 'weren'],
  ['hasn', 'haven'],
  ['doesn', 'don'],
]);

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`;
}

/** Forms after "he" that are hardly ever nouns. */
export const SINGULAR_VERBS: ReadonlySet<string> = new Set([
  ...IRREGULAR_PLURALS.keys(),
  ...PLAIN_THIRD_PERSONS.keys(),
]);
