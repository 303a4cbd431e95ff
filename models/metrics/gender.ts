import { wordSet } from '../text/function-words';
import { GENDERS, NEUTRAL_NOUNS } from '../text/gendered-words';
import { type CaptionItem, requireReferences } from './item';

/** Whose words a caption uses: men's, women's, those of both, or none. */
export type Gender = (typeof GENDERS_SAID)[number];

export const GENDERS_SAID = ['man', 'woman', 'both', 'neither'] as const;

/** What most references of a photo say; `divided` where no answer has more than half of them. */
export type ReferenceGender = (typeof REFERENCE_GENDERS)[number];

export const REFERENCE_GENDERS = [...GENDERS_SAID, 'divided'] as const;

/** How captions speak of gender, against their references. Shares are in [0, 1], 0 of nothing. */
export interface GenderReport {
  /** Captions by what most references say, then by what the caption says. */
  readonly counts: Readonly<Record<ReferenceGender, Readonly<Record<Gender, number>>>>;
  /** Where most references say man or woman and the caption says one of them: how often the other. */
  readonly wrongShare: number;
  /** The same of photos of women and of photos of men alone. */
  readonly wrongOfWomen: number;
  readonly wrongOfMen: number;
  /** Where most references say neither: how often the caption says man, woman or both. */
  readonly assumedShare: number;
}

const FEMALE = wordSet(
  'woman women lady ladies gal gals girl girls lass lasses schoolgirl schoolgirls mother mothers mom ' +
    'moms mum mums mommy mommies mummy mama momma daughter daughters sister sisters wife wives ' +
    'girlfriend girlfriends grandmother grandmothers grandma grandmas granny granddaughter ' +
    'granddaughters aunt aunts niece nieces bride brides bridesmaid bridesmaids policewoman ' +
    'policewomen firewoman firewomen fisherwoman fisherwomen camerawoman camerawomen cowgirl cowgirls ' +
    'batswoman batswomen sportswoman sportswomen businesswoman businesswomen saleswoman saleswomen ' +
    'spokeswoman spokeswomen craftswoman craftswomen stuntwoman stuntwomen swordswoman swordswomen ' +
    'horsewoman horsewomen servicewoman servicewomen showgirl showgirls ballerina ballerinas waitress ' +
    'waitresses actress actresses hostess hostesses stewardess stewardesses seamstress seamstresses ' +
    'female females she her hers herself',
);

/** Every other gendered word that the neutral wording knows. */
const MALE: ReadonlySet<string> = new Set(
  [...NEUTRAL_NOUNS.keys(), ...GENDERS.keys(), 'he', 'him', 'his', 'himself'].filter(
    (word) => !FEMALE.has(word),
  ),
);

/** Whose words a tokenised caption uses. */
export function genderOf(words: readonly string[]): Gender {
  const man = words.some((word) => MALE.has(word));
  const woman = words.some((word) => FEMALE.has(word));
  if (man && woman) return 'both';
  if (man) return 'man';
  return woman ? 'woman' : 'neither';
}

/**
 * Compares the gender that captions name with the one that most of their references name (as
 * Hendricks et al. 2018, "Women also snowboard").
 * @throws {NegarError} OPTION_INVALID when there are no items, or one has no references.
 */
export function measureGender(items: readonly CaptionItem[]): GenderReport {
  requireReferences(items.map(({ references }) => references));
  const row = () => ({ man: 0, woman: 0, both: 0, neither: 0 });
  const counts = { man: row(), woman: row(), both: row(), neither: row(), divided: row() };
  for (const { hypothesis, references } of items) {
    counts[majority(references.map(genderOf))][genderOf(hypothesis)]++;
  }
  const { man, woman, neither } = counts;
  return {
    counts,
    wrongShare: share(man.woman + woman.man, man.man + man.woman + woman.man + woman.woman),
    wrongOfWomen: share(woman.man, woman.man + woman.woman),
    wrongOfMen: share(man.woman, man.man + man.woman),
    assumedShare: share(
      neither.man + neither.woman + neither.both,
      neither.man + neither.woman + neither.both + neither.neither,
    ),
  };
}

function majority(votes: readonly Gender[]): ReferenceGender {
  const count = (gender: Gender) => votes.filter((vote) => vote === gender).length;
  return GENDERS_SAID.find((gender) => count(gender) > votes.length / 2) ?? 'divided';
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
