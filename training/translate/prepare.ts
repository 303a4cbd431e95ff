import { unframe } from '../../models/sequence/framing';
import { markOf, type Target, TARGETS } from '../../models/sequence/languages';
import type { Subwords } from '../../models/text/subwords';
import { SPECIAL_TOKENS } from '../../models/text/vocabulary';
import { learnSubwords } from '../../models/training/learn-subwords';
import type { OutputLanguage, TranslatedItem } from '../../models/training/translation-batch';
import type { Translation } from '../data/translations';
import { learnCase } from './truecase';

/** Characters seen less often become <unk>. */
const MIN_CHARACTERS = 5;

/** What a translator learns from. */
export interface TranslationLessons {
  readonly subwords: Subwords;
  readonly languages: readonly OutputLanguage[];
  readonly items: readonly TranslatedItem[];
}

/**
 * Learns the pieces of all languages together and splits the texts into them. Translations of the
 * same source become one item.
 * @param pieces how many pieces to learn altogether, or those that are known already.
 */
export function prepareTranslations(
  translations: readonly Translation[],
  pieces: number | Subwords,
): TranslationLessons {
  const texts = mergeSources(withoutFrames(translations));
  const subwords = typeof pieces === 'number' ? learnPieces(texts, pieces) : pieces;
  const items = texts.map(({ source, targets }) => ({
    source: subwords.encode(source),
    targets: Object.fromEntries(
      Object.entries(targets).map(([language, text]) => [language, subwords.encode(text)]),
    ),
  }));
  return {
    subwords,
    items,
    languages: TARGETS.map((language) => describe(language, subwords, items)),
  };
}

function learnPieces(texts: readonly Translation[], size: number): Subwords {
  return learnSubwords(
    texts.flatMap(({ source, targets }) => [source, ...Object.values(targets)]),
    { size, marks: TARGETS.map(markOf), minCount: MIN_CHARACTERS },
  );
}

function describe(
  language: Target,
  { vocabulary }: Subwords,
  items: readonly TranslatedItem[],
): OutputLanguage {
  const used = new Set(items.flatMap(({ targets }) => targets[language] ?? []));
  for (const token of SPECIAL_TOKENS.keys()) used.add(token);
  return {
    language,
    mark: vocabulary.encode([markOf(language)])[0],
    pieces: [...used].sort((a, b) => a - b),
  };
}

/** Sources in lower case, and targets whose first word has a capital only where it has one anywhere. */
function withoutFrames(translations: readonly Translation[]): Translation[] {
  const cores = translations.map(({ source, targets }) => ({
    source: unframe(source).core.toLowerCase(),
    targets: Object.fromEntries(
      Object.entries(targets).map(([language, text]) => [language, unframe(text).core]),
    ) as Translation['targets'],
  }));
  const cases = new Map(
    TARGETS.map((language) => [
      language as string,
      learnCase(cores.flatMap(({ targets }) => targets[language] ?? [])),
    ]),
  );
  return cores
    .map(({ source, targets }) => ({
      source,
      targets: Object.fromEntries(
        Object.entries(targets)
          .map(([language, text]) => [language, cases.get(language)!(text)])
          .filter(([, text]) => text !== ''),
      ) as Translation['targets'],
    }))
    .filter(({ source }) => source !== '');
}

function mergeSources(translations: readonly Translation[]): Translation[] {
  const merged: Translation[] = [];
  const places = new Map<string, number>();
  for (const { source, targets } of translations) {
    const place = places.get(source);
    const known = place === undefined ? undefined : merged[place];
    if (known && !Object.keys(targets).some((language) => language in known.targets)) {
      merged[place!] = { source, targets: { ...known.targets, ...targets } };
    } else {
      places.set(source, merged.length);
      merged.push({ source, targets });
    }
  }
  return merged;
}
