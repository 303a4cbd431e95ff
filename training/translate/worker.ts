import '@tensorflow/tfjs';
import { createRandom } from '../../models/random';
import type { TranslatorConfig } from '../../models/sequence/config';
import {
  type TranslatorSite,
  translatorWeightSpecs,
} from '../../models/sequence/translator-network';
import { type SearchSettings, Translator } from '../../models/sequence/translator';
import { Subwords } from '../../models/text/subwords';
import { Vocabulary } from '../../models/text/vocabulary';
import { createDropout } from '../../models/training/dropout';
import {
  type OutputLanguage,
  packTranslations,
  type TranslatedItem,
} from '../../models/training/translation-batch';
import { translationLoss } from '../../models/training/translation-loss';
import { layOut, toTensors } from '../../models/training/weight-vector';
import { useWasmBackend } from '../../server/inference/backend';
import { writeGradient } from '../gradient';
import type { StepShard, SummedLoss } from '../lesson';
import { translateGreedily } from './greedy';

await useWasmBackend();

/** A translator in shared memory. */
interface TranslatorTask {
  readonly config: TranslatorConfig;
  /** The shared flat weight vector. */
  readonly weights: SharedArrayBuffer;
}

export interface GradientTask extends TranslatorTask, Omit<StepShard, 'progress'> {
  readonly items: readonly TranslatedItem[];
  readonly languages: readonly OutputLanguage[];
  readonly dropout: Readonly<Record<TranslatorSite, number>>;
  readonly smoothing: number;
}

/** Gradient of the summed loss of a shard. */
export async function gradient(task: GradientTask): Promise<SummedLoss> {
  const { config, items, languages, smoothing } = task;
  const batch = packTranslations(items, languages);
  const dropout = createDropout(task.dropout, createRandom(task.seed));
  const loss = await writeGradient(layOut(translatorWeightSpecs(config)), task, (weights) =>
    translationLoss(config, weights, batch, { dropout, smoothing }),
  );
  return { loss, terms: batch.inputs.length };
}

export interface GreedyTask extends TranslatorTask {
  readonly sources: readonly (readonly number[])[];
  readonly language: OutputLanguage;
}

/** Translates sources into one language by greedy search, as ids of pieces. */
export function translate(task: GreedyTask): Promise<number[][]> {
  const { config, weights, sources, language } = task;
  return translateGreedily(config, new Float32Array(weights), sources, language);
}

export interface SearchTask extends TranslatorTask {
  readonly texts: readonly string[];
  readonly pieces: readonly string[];
  readonly language: OutputLanguage;
  readonly search: SearchSettings;
}

/** Translates texts into one language as they will be served. */
export async function search(task: SearchTask): Promise<string[]> {
  const { config, texts, pieces, language, search: settings } = task;
  const translator = new Translator({
    id: 'measured',
    version: '0.0.0',
    config,
    weights: toTensors(layOut(translatorWeightSpecs(config)), new Float32Array(task.weights)),
    subwords: new Subwords(Vocabulary.fromWords(pieces)),
    languages: [language],
    search: settings,
  });
  const translated: string[] = [];
  for (const text of texts) {
    const { translations } = await translator.translate(text, [language.language]);
    translated.push(translations[0].text);
  }
  translator.dispose();
  return translated;
}
