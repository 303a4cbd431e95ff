import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom, shuffle } from '../../models/random';
import { requireDataFolder } from '../data-folder';

/** The topics of AG News, in the order of its labels. */
export const TOPICS = ['World', 'Sports', 'Business', 'Sci/Tech'];

/** A text and its topic. */
export interface LabelledText {
  readonly text: string;
  /** Index in {@link TOPICS}. */
  readonly label: number;
}

/** Texts that are carved out of train, always the same. */
const DEV_TEXTS = 1_000;
const DEV_SEED = 1;

/**
 * AG News (Zhang, Zhao & LeCun 2015). Its dev split is carved out of train, and train has no text
 * that occurs in test.
 */
export async function readAgNews(): Promise<
  Record<'train' | 'dev' | 'test', readonly LabelledText[]>
> {
  const [all, test] = await Promise.all([readTexts('train.tsv'), readTexts('test.tsv')]);
  const tested = new Set(test.map(({ text }) => text));
  const unseen = all.filter(({ text }) => !tested.has(text));
  const shuffled = shuffle(unseen, createRandom(DEV_SEED));
  return { train: shuffled.slice(DEV_TEXTS), dev: shuffled.slice(0, DEV_TEXTS), test };
}

async function readTexts(file: string): Promise<LabelledText[]> {
  const lines = await readFile(join(requireDataFolder(), 'ag-news', file), 'utf8');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [label, text] = line.split('\t');
      return { text: text.trim(), label: Number(label) - 1 };
    });
}
