import { reframe, unframe } from '../../models/sequence/framing';
import type { OutputLanguage, TranslatedItem } from '../../models/training/translation-batch';
import type { Translation } from '../data/translations';
import type { Lesson } from '../lesson';
import { translationBleu } from './bleu';
import type { SharedTranslator } from './shared-translator';
import type { TranslateOptions } from './options';

/** Sources of a worker's task when dev is translated. */
const CHUNK = 75;

/**
 * What a run learns translation from, and how it is measured on dev. An item of the lesson is a group
 * of sources of about the same length.
 * @param translator what is measured.
 */
export function translateLesson(
  translator: SharedTranslator,
  options: TranslateOptions,
  train: readonly TranslatedItem[],
  dev: readonly Translation[],
): Lesson {
  const { config, languages, pool } = translator;
  const { dropEmbedding, dropMemory, dropReadout, smoothing, group, devSentences } = options;
  const groups = groupByLength(train, group);
  return {
    items: groups.length,
    gradient: (items, { weights, gradient, seed }) =>
      pool.run('gradient', {
        config,
        weights,
        gradient,
        seed,
        items: items.flatMap((item) => groups[item]),
        languages,
        dropout: { embedding: dropEmbedding, memory: dropMemory, readout: dropReadout },
        smoothing,
      }),
    async evaluate() {
      const scores: Record<string, number> = {};
      for (const output of languages) {
        const { language } = output;
        const pairs = dev.filter(({ targets }) => language in targets).slice(0, devSentences);
        scores[language] = await greedyBleu(translator, output, pairs);
      }
      const values = Object.values(scores);
      return { ...scores, score: values.reduce((sum, value) => sum + value, 0) / values.length };
    },
  };
}

function groupByLength(items: readonly TranslatedItem[], size: number): TranslatedItem[][] {
  const lengthOf = ({ source, targets }: TranslatedItem) =>
    Math.max(...Object.values(targets).map((target) => target.length)) * 1000 + source.length;
  const sorted = items.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, g) =>
    sorted.slice(g * size, (g + 1) * size),
  );
}

/** BLEU of greedy translations, times 100, lower-cased, tokenised as sacrebleu's 13a does. */
async function greedyBleu(
  { config, weights, subwords, pool }: SharedTranslator,
  language: OutputLanguage,
  pairs: readonly Translation[],
): Promise<number> {
  const frames = pairs.map(({ source }) => unframe(source));
  const starts = Array.from({ length: Math.ceil(pairs.length / CHUNK) }, (_, c) => c * CHUNK);
  const found = await Promise.all(
    starts.map((start) =>
      pool.run('translate', {
        config,
        weights,
        language,
        sources: frames
          .slice(start, start + CHUNK)
          .map(({ core }) => subwords.encode(core.toLowerCase())),
      }),
    ),
  );
  const items = found.flat().map((pieces, i) => ({
    hypothesis: reframe(subwords.decode(pieces), frames[i], language.language),
    reference: pairs[i].targets[language.language]!,
  }));
  return translationBleu(items);
}
