import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenize } from '../../models/text/tokenizer';
import { requireDataFolder } from '../data-folder';
import { forEachFile } from './tar';

/** The standard splits of Flickr8k (Hodosh, Young & Hockenmaier 2013). */
export type Split = 'train' | 'dev' | 'test';

/** One photo with its five captions, tokenised. */
export interface CaptionedPhoto {
  readonly name: string;
  readonly captions: readonly string[][];
}

const folder = () => join(requireDataFolder(), 'flickr8k');

/** Photos of a split in the order of its list, with their captions. */
export async function readSplit(split: Split): Promise<CaptionedPhoto[]> {
  const names = lines(await readFile(join(folder(), `${split}.txt`), 'utf8'));
  const captions = new Map<string, string[][]>(names.map((name) => [name, []]));
  for (const line of lines(await readFile(join(folder(), 'captions.tsv'), 'utf8'))) {
    const [name, caption] = line.split('\t');
    captions.get(name)?.push(tokenize(caption));
  }
  return names.map((name) => ({ name, captions: captions.get(name)! }));
}

/** Calls `visit` with each photo's file, in the order of the archives. */
export async function forEachPhoto(
  split: Split,
  visit: (name: string, jpeg: Buffer) => Promise<void>,
): Promise<void> {
  const archives = (await readdir(folder())).filter((file) => file.startsWith(`images-${split}`));
  for (const archive of archives.sort()) await forEachFile(join(folder(), archive), visit);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
