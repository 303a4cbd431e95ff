import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Target } from '../../models/sequence/languages';
import { requireDataFolder } from '../data-folder';

/** An English sentence and its translations. */
export interface Translation {
  readonly source: string;
  readonly targets: Readonly<Partial<Record<Target, string>>>;
}

export type TranslationSplit = 'train' | 'dev' | 'test';

const MULTI30K = { train: 'train', dev: 'val', test: 'test2016' } as const;
const MULTI30K_TARGETS = ['de', 'fr', 'cs'] as const;

/**
 * A split of Multi30k (Elliott et al. 2016) in German, French and Czech, then one of the captions of
 * Flickr8k in Persian, which are translated by a machine.
 */
export async function readTranslations(split: TranslationSplit): Promise<Translation[]> {
  return [...(await readMulti30k(split)), ...(await readPersian(split))];
}

async function readMulti30k(split: TranslationSplit): Promise<Translation[]> {
  const read = (language: string) => readLines(`multi30k/${MULTI30K[split]}.${language}`);
  const sources = await read('en');
  const targets = await Promise.all(MULTI30K_TARGETS.map(read));
  return sources.map((source, i) => ({
    source,
    targets: Object.fromEntries(MULTI30K_TARGETS.map((language, t) => [language, targets[t][i]])),
  }));
}

/** Rows that begin with a quotation mark were cut short at a comma; nothing is learnt from them. */
async function readPersian(split: TranslationSplit): Promise<Translation[]> {
  const rows = (await readLines('flickr8k-fa/pairs.tsv')).map((line) => line.split('\t'));
  return rows
    .filter(
      ([rowSplit, , source]) =>
        rowSplit === split && !(split === 'train' && source.startsWith('"')),
    )
    .map(([, , source, fa]) => ({ source, targets: { fa } }));
}

async function readLines(file: string): Promise<string[]> {
  const text = await readFile(join(requireDataFolder(), file), 'utf8');
  return text.replace(/\n$/, '').split('\n');
}
