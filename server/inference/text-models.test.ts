import { beforeAll, describe, expect, it } from 'vitest';
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
const LONGEST = 'The dog runs on '.repeat(2_500);

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

  it('reads 10,000 words if it may, and refuses one more', async () => {
    const most = reader.read(LONGEST);
    if (name === 'translator') await expect(most).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
    else expect((await most).length).toBe(name === 'tagger' ? 10_000 : 4);
    await expect(reader.read(`${LONGEST} a dog`.repeat(2))).rejects.toMatchObject({
      code: 'TEXT_TOO_LONG',
    });
  });
});
