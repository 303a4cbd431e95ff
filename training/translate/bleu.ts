import { corpusBleu } from '../../models/metrics/bleu';
import { tokenize13a } from '../../models/metrics/tokenize-13a';
import type { Target } from '../../models/sequence/languages';
import type { SearchSettings } from '../../models/sequence/translator';
import type { Translation } from '../data/translations';
import type { SharedTranslator } from './shared-translator';

/** Sentences of a worker's task. */
const CHUNK = 50;

/** BLEU of each language, times 100. */
export type BleuByLanguage = Partial<Record<Target, number>>;

/**
 * Translates pairs as they will be served and compares.
 * @param most sentences of each language.
 */
export async function searchBleu(
  { config, weights, subwords, languages, pool }: SharedTranslator,
  pairs: readonly Translation[],
  search: SearchSettings,
  most = Infinity,
): Promise<BleuByLanguage> {
  const scores: BleuByLanguage = {};
  for (const language of languages) {
    const chosen = pairs.filter(({ targets }) => language.language in targets).slice(0, most);
    const starts = Array.from({ length: Math.ceil(chosen.length / CHUNK) }, (_, c) => c * CHUNK);
    const found = await Promise.all(
      starts.map((start) =>
        pool.run('search', {
          config,
          weights,
          language,
          search,
          pieces: subwords.vocabulary.words,
          texts: chosen.slice(start, start + CHUNK).map(({ source }) => source),
        }),
      ),
    );
    scores[language.language] = translationBleu(
      found.flat().map((hypothesis, i) => ({
        hypothesis,
        reference: chosen[i].targets[language.language]!,
      })),
    );
  }
  return scores;
}

/** The mean of all languages. */
export function meanBleu(scores: BleuByLanguage): number {
  const values = Object.values(scores);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Corpus BLEU-4 times 100, lower-cased, tokenised as sacrebleu's 13a does. */
export function translationBleu(
  items: readonly { readonly hypothesis: string; readonly reference: string }[],
): number {
  const tokens = (text: string) => tokenize13a(text.toLowerCase());
  const scores = corpusBleu(
    items.map(({ hypothesis, reference }) => ({
      hypothesis: tokens(hypothesis),
      references: [tokens(reference)],
    })),
  );
  return 100 * scores[3];
}
