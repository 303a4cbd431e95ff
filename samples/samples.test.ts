import { readdir, readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readSamples, samplesFolder } from './samples';

const samples = await readSamples();
const files = samples.map(({ file }) => file);

describe('sample pictures', () => {
  it('are the pictures that samples.json lists, each with its scene', async () => {
    const pictures = (await readdir(samplesFolder)).filter((name) => name !== 'samples.json');
    expect(pictures.toSorted()).toEqual(files.toSorted());
    const scenes = (await readdir(new URL('scenes', import.meta.url))).filter((name) =>
      name.endsWith('.pov'),
    );
    expect(scenes.map((name) => name.replace('.pov', '.jpg')).toSorted()).toEqual(files.toSorted());
  });

  it.each(files)('%s decodes to a picture with contrast', async (file) => {
    const { data, info } = await sharp(await readFile(`${samplesFolder}${file}`))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 1024, height: 683, channels: 3 });
    expect(data.reduce((most, value) => Math.max(most, value), 0)).toBeGreaterThan(180);
    expect(data.reduce((least, value) => Math.min(least, value), 255)).toBeLessThan(60);
  });

  it('take less than 800 kB together', async () => {
    const sizes = await Promise.all(files.map((file) => stat(`${samplesFolder}${file}`)));
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(800_000);
  });

  it.each(samples)('the description of $file has an expected word', (sample) => {
    const said = sample.description.toLowerCase().split(/[^a-z]+/);
    expect(said.filter((word) => sample.expect.includes(word))).not.toEqual([]);
  });
});
