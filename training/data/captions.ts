import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenize } from '../../models/text/tokenizer';
import { requireDataFolder } from '../data-folder';

/** Sentences at the end of the file that are kept to measure on. */
const DEV_SENTENCES = 2_000;

/**
 * Captions without photos, tokenised: Multi30k's `captions-train.en`, which has no caption of
 * Flickr8k's dev and test photos.
 */
export async function readCaptionText(): Promise<{ train: string[][]; dev: string[][] }> {
  const path = join(requireDataFolder(), 'multi30k', 'captions-train.en');
  const sentences = (await readFile(path, 'utf8'))
    .split('\n')
    .map(tokenize)
    .filter((words) => words.length > 0);
  return { train: sentences.slice(0, -DEV_SENTENCES), dev: sentences.slice(-DEV_SENTENCES) };
}
