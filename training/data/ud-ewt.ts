import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireDataFolder } from '../data-folder';

/** The universal parts of speech, as Universal Dependencies 2 names them. */
export const PARTS_OF_SPEECH =
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' ');

/** The words of a sentence with their parts of speech. */
export interface TaggedSentence {
  readonly words: readonly string[];
  /** Indices in {@link PARTS_OF_SPEECH}. */
  readonly tags: readonly number[];
}

/** A split of the English Web Treebank (Silveira et al. 2014). */
export async function readUdEwt(split: 'train' | 'dev' | 'test'): Promise<TaggedSentence[]> {
  const lines = await readFile(join(requireDataFolder(), 'ud-ewt', `${split}.tsv`), 'utf8');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const tokens = line.split(' ').map((token) => {
        const slash = token.lastIndexOf('/');
        return { word: token.slice(0, slash), tag: token.slice(slash + 1) };
      });
      return {
        words: tokens.map(({ word }) => word),
        tags: tokens.map(({ tag }) => PARTS_OF_SPEECH.indexOf(tag)),
      };
    });
}
