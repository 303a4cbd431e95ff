import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { tinyCaptionerFolder, tinyNamedWeights } from '../../models/testing/tiny-artefact';
import { readStart } from './start';

const folder = await mkdtemp(join(tmpdir(), 'negar-start-'));
afterAll(() => rm(folder, { recursive: true }));

it('takes vocabulary and weights of an artefact, whatever its encoder', async () => {
  for (const [name, content] of Object.entries(await tinyCaptionerFolder('0'.repeat(64)))) {
    await writeFile(join(folder, name), content);
  }
  const { vocabulary, weights } = await readStart(folder);
  expect(vocabulary.words[5]).toBe('dog');
  const originals = tinyNamedWeights().flatMap(({ values }) => [...values]);
  expect(weights).toHaveLength(originals.length);
  originals.forEach((value, i) => expect(weights[i]).toBeCloseTo(value, 3));
});

it('refuses a name that is neither a run nor an artefact', async () => {
  await expect(readStart('no-such-run')).rejects.toMatchObject({ code: 'ENOENT' });
});
