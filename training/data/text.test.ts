import { expect, it } from 'vitest';
import { dataFolder, skipAloud } from '../data-folder';
import { readAgNews, TOPICS } from './ag-news';
import { PARTS_OF_SPEECH, readUdEwt } from './ud-ewt';

const hasData = dataFolder() !== null;
if (!hasData) skipAloud('the readers of AG News and UD EWT');

it.skipIf(!hasData)('carves dev out of AG News, and keeps test out of train', async () => {
  const { train, dev, test } = await readAgNews();
  expect([train.length, dev.length, test.length]).toEqual([8_998, 1_000, 7_600]);
  const tested = new Set(test.map(({ text }) => text));
  expect([...train, ...dev].filter(({ text }) => tested.has(text))).toEqual([]);
  for (let label = 0; label < TOPICS.length; label++) {
    expect(train.some((text) => text.label === label)).toBe(true);
    expect(dev.filter((text) => text.label === label).length).toBeGreaterThan(200);
  }
  expect((await readAgNews()).dev).toEqual(dev);
});

it.skipIf(!hasData)('reads UD EWT with a known tag for every word', async () => {
  const [train, dev] = await Promise.all([readUdEwt('train'), readUdEwt('dev')]);
  expect([train.length, dev.length]).toEqual([12_544, 2_001]);
  expect(train[1]).toEqual({
    words: ['Iguazu', 'Falls'],
    tags: [PARTS_OF_SPEECH.indexOf('PROPN'), PARTS_OF_SPEECH.indexOf('PROPN')],
  });
  for (const { words, tags } of [...train, ...dev]) {
    expect(Math.min(...tags)).toBeGreaterThanOrEqual(0);
    expect(words.every((word) => word.length > 0)).toBe(true);
  }
});
