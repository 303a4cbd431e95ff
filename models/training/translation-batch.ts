import type { Target } from '../sequence/languages';
import { pack, type Packing } from '../sequence/packing';
import { packSources, type SourceBatch } from '../sequence/translator-network';
import { END } from '../text/vocabulary';
import { type AttentionQueries, groupQueries } from './attention-queries';

/** A source and its translations, as ids of pieces. */
export interface TranslatedItem {
  readonly source: readonly number[];
  readonly targets: Readonly<Partial<Record<Target, readonly number[]>>>;
}

/** How a language is told to the decoder, and the pieces that it is written with. */
export interface OutputLanguage {
  readonly language: Target;
  /** Id of the piece that says the language. */
  readonly mark: number;
  /** Ids of its pieces; the special tokens come first. */
  readonly pieces: readonly number[];
}

/** What is to be predicted in one language. */
export interface LanguageTargets {
  /** Ids of the language's pieces. */
  readonly pieces: readonly number[];
  /** Packed places of the predictions, [predictions]. */
  readonly places: Int32Array;
  /** What is right there, as indices of `pieces`, [predictions]. */
  readonly targets: Int32Array;
}

/** Translations of some sources, packed without padding for teacher forcing. */
export interface TranslationBatch {
  readonly sources: SourceBatch;
  /** Source of each translation, in the order of the packing's rows, [translations]. */
  readonly sourceOfRow: Int32Array;
  /** Pieces fed to the decoder, packed. */
  readonly inputs: Int32Array;
  readonly packing: Packing;
  /** The decoder's steps as queries of their sources. */
  readonly queries: AttentionQueries;
  readonly languages: readonly LanguageTargets[];
}

/** Inputs begin with the language's mark, targets end with <end>. */
export function packTranslations(
  items: readonly TranslatedItem[],
  languages: readonly OutputLanguage[],
): TranslationBatch {
  const translations = items.flatMap(({ targets }, source) =>
    languages.flatMap((language) => {
      const pieces = targets[language.language];
      return pieces ? [{ source, language, pieces }] : [];
    }),
  );
  const packing = pack(translations.map(({ pieces }) => pieces.length + 1));
  const steps = translations.flatMap(({ source, language, pieces }) =>
    [...pieces, END].map((target, i) => ({
      source,
      language,
      target,
      input: i === 0 ? language.mark : pieces[i - 1],
    })),
  );
  const packed = Array.from(packing.order, (item) => steps[item]);
  const sourceOfRow = new Int32Array(translations.length);
  translations.forEach(({ source }, i) => (sourceOfRow[packing.first[i]] = source));
  return {
    sources: packSources(items.map(({ source }) => source)),
    sourceOfRow,
    inputs: Int32Array.from(packed, ({ input }) => input),
    packing,
    queries: groupQueries(
      packed.map(({ source }) => source),
      items.length,
    ),
    languages: languages.flatMap((language) => {
      const places = [...packed.keys()].filter((place) => packed[place].language === language);
      if (places.length === 0) return [];
      const indices = new Map(language.pieces.map((piece, index) => [piece, index]));
      const targets = places.map((place) => indices.get(packed[place].target)!);
      return [
        {
          pieces: language.pieces,
          places: Int32Array.from(places),
          targets: Int32Array.from(targets),
        },
      ];
    }),
  };
}
