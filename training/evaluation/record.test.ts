import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinyCaptionerFolder } from '../../models/testing/tiny-artefact';
import { root } from '../../tools/process.mjs';
import { manifestSchema } from '../../models/artefact/manifest';
import { temporaryFolder } from '../testing/temporary-folder';
import { tinyReport } from '../testing/tiny-report';
import { recordedReport, recordReport, renderCard } from './record';

const MODELS = join(root, 'public/models');
const names = await readdir(MODELS);

describe('the shipped model cards', () => {
  it.each(names)('%s has the card that its manifest and reports give', async (name) => {
    const folder = join(MODELS, name);
    const card = await readFile(join(folder, 'MODEL_CARD.md'), 'utf8');
    // Another one? `npm run card -- --model public/models/*` writes them again.
    expect(card).toBe(await renderCard(folder));
  });
});

describe('the reports beside a model', () => {
  async function tinyModel() {
    const folder = await temporaryFolder();
    const files = await tinyCaptionerFolder('a'.repeat(64));
    for (const [path, content] of Object.entries(files))
      await writeFile(join(folder, path), content);
    const text = await readFile(join(folder, 'manifest.json'), 'utf8');
    const manifest = manifestSchema.parse(JSON.parse(text));
    if (manifest.kind !== 'captioner') throw new Error('The tiny model is no captioner.');
    return { folder, manifest };
  }

  it('are written with a card and read again', async () => {
    const { folder, manifest } = await tinyModel();
    const report = tinyReport(manifest);
    await recordReport(folder, report);
    expect(await recordedReport(folder, manifest, 'dev')).toEqual(report);
    expect(await recordedReport(folder, manifest, 'test')).toBeNull();
    expect(await readFile(join(folder, 'MODEL_CARD.md'), 'utf8')).toBe(await renderCard(folder));
  });

  it('do not count for a model that has changed since', async () => {
    const { folder, manifest } = await tinyModel();
    await recordReport(folder, tinyReport(manifest));
    const [first, ...others] = manifest.files;
    const changes = [
      { version: '1.0.1' },
      { files: [{ ...first, sha256: 'b'.repeat(64) }, ...others] },
      { generation: { ...manifest.generation, beamWidth: 5 } },
    ];
    for (const change of changes) {
      expect(await recordedReport(folder, { ...manifest, ...change }, 'dev')).toBeNull();
    }
  });

  it('are asked for where there is none', async () => {
    const { folder } = await tinyModel();
    await expect(renderCard(folder)).rejects.toThrow(/npm run evaluate/);
  });

  it('tell the card of the test split once it was read', async () => {
    const { folder, manifest } = await tinyModel();
    const dev = tinyReport(manifest);
    await recordReport(folder, dev);
    expect(await renderCard(folder)).toMatch(/For this model it has not been\s+read/);
    await recordReport(folder, { ...dev, split: 'test', photos: 123 });
    const card = await renderCard(folder);
    expect(card).toContain('this model on test, beam 3');
    expect(card).toContain('Over 123 captions of test');
    expect(card).not.toMatch(/not been\s+read/);
  });
});
