import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_TRANSLATED_WORDS, MAX_WORDS } from '../../models/sequence/limits';
import { readModelSettings } from '../env';
import { useWasmBackend } from './backend';
import {
  loadConfiguredClassifier,
  loadConfiguredTagger,
  loadConfiguredTranslator,
} from './load-text-models';

/** What the models that ship do with any text: they answer, or refuse it with a code. */

const ODD = [
  'Zxqv blorf the wug gnarfled',
  'зебра 犬 سگ می‌دود a dog',
  '🐕',
  '👩🏽‍🚀🇮🇷 :-) a dog',
  'a\u0000b \ud800 \u202eabc',
  'a'.repeat(500),
];
const WORDLESS = ['', ' \n\t', '\u200b'];
const LONGEST = 'The dog runs on '.repeat(MAX_WORDS / 4);
const LONGEST_TRANSLATED = 'The dog runs on '.repeat(MAX_TRANSLATED_WORDS / 4);

interface Reader {
  read(text: string): Promise<readonly { readonly probability?: number; readonly text?: string }[]>;
}

const settings = readModelSettings({});
const readers: Record<string, () => Promise<Reader>> = {
  classifier: async () => {
    const model = await loadConfiguredClassifier(settings);
    return { read: async (text) => (await model.classify(text)).topics };
  },
  tagger: async () => {
    const model = await loadConfiguredTagger(settings);
    return { read: async (text) => (await model.tag(text)).words };
  },
  translator: async () => {
    const model = await loadConfiguredTranslator(settings);
    return { read: async (text) => (await model.translate(text, ['de', 'fa'])).translations };
  },
};

beforeAll(useWasmBackend);

describe.each(['classifier', 'tagger', 'translator'])('the %s that ships', (name) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await readers[name]();
  });

  it.each(ODD)('answers or refuses %j', async (text) => {
    const outcome = await reader.read(text).catch(({ code }: { code: string }) => code);
    if (typeof outcome === 'string') return expect(outcome).toBe('TEXT_EMPTY');
    expect(outcome).not.toHaveLength(0);
    for (const { probability = 1, text: written } of outcome) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(written).not.toBe('');
    }
  });

  it.each(WORDLESS)('refuses %j, which has no word', async (text) => {
    await expect(reader.read(text)).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
  });

  it('reads as many words as it may, and refuses one more', async () => {
    const longest = name === 'translator' ? LONGEST_TRANSLATED : LONGEST;
    const answers = { classifier: 4, tagger: MAX_WORDS, translator: 2 }[name];
    expect(await reader.read(longest)).toHaveLength(answers!);
    await expect(reader.read(`${longest}dog`)).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
  }, 240_000);
});
