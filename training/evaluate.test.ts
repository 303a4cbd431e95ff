import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { readEncoder } from '../models/artefact/encoder';
import { type Folder, memorySource, tinyCaptionerFolder } from '../models/testing/tiny-artefact';
import { tinyConfig } from '../models/testing/tiny-decoder';
import { ENCODER_FEATURES, tinyEncoderFolder } from '../models/testing/tiny-encoder';
import { root } from '../tools/process.mjs';
import { type EvaluationReport, reportSchema } from './evaluation/report';
import { writeTinyFlickr8k } from './testing/tiny-flickr8k';
import { temporaryFolder } from './testing/temporary-folder';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeTinyFlickr8k(join(folder, 'data'));
  const encoder = await tinyEncoderFolder();
  const { weightsSha256 } = await readEncoder(memorySource(encoder));
  await write('encoder', encoder);
  await write('captioner', await tinyCaptionerFolder(weightsSha256, tinyConfig(ENCODER_FEATURES)));
});

async function write(name: string, files: Folder): Promise<void> {
  await mkdir(join(folder, name));
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(folder, name, path), content);
  }
}

/** Evaluates the tiny model on the tiny photos. */
function evaluate(...options: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const tsx = ['--import', import.meta.resolve('tsx'), join(root, 'training/evaluate.ts')];
  const tiny = ['--model', 'captioner', '--encoder', 'encoder', '--workers', '1'];
  const env = { ...process.env, NEGAR_DATA: join(folder, 'data') };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...tsx, ...tiny, ...options],
      { cwd: folder, env },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

const read = (path: string) => readFile(join(folder, path), 'utf8');
const readReport = async (path: string): Promise<EvaluationReport> =>
  reportSchema.parse(JSON.parse(await read(path)));

describe('npm run evaluate', () => {
  it('measures dev and records it with a model card', async () => {
    const { code, stdout, stderr } = await evaluate('--beams', '1', '--record');
    expect({ code, stderr: code ? stderr : '' }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('.cache/evaluation/tiny-captioner-1.0.0/dev/');

    const report = await readReport('captioner/evaluation-dev.json');
    expect(report).toMatchObject({ split: 'dev', photos: 4, model: { id: 'tiny-captioner' } });
    expect(report.beams.map(({ beamWidth }) => beamWidth)).toEqual([1, 3]);
    // Half of the four photos check the calibration; they are in its bins.
    expect(report.calibration.captions).toBe(2);
    expect(report.calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(2);

    const card = await read('captioner/MODEL_CARD.md');
    expect(card).toContain('# tiny-captioner 1.0.0');
    expect(card).toContain(`**this model on dev, beam 3**`);
    expect(card).toMatch(/has\s+not\s+been\s+read/);

    const html = await read('.cache/evaluation/tiny-captioner-1.0.0/dev/gallery.html');
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('article').length).toBe(12);
    expect(html).not.toMatch(/(src|href|url\()=?["']?(https?:)?\/\//);
  });

  it('reads the test split once, for a released model', async () => {
    const unasked = await evaluate('--split', 'test', '--beams', '1');
    expect(unasked.code).toBe(1);
    expect(unasked.stderr).toMatch(/once for each released model.*--release/s);

    const released = await evaluate('--split', 'test', '--beams', '3', '--release');
    expect(released.code).toBe(0);
    const report = await readReport('captioner/evaluation-test.json');
    expect(report).toMatchObject({ split: 'test', photos: 4 });
    expect(report.calibration.captions).toBe(4);
    const card = await read('captioner/MODEL_CARD.md');
    expect(card).toContain('**this model on test, beam 3**');

    const again = await evaluate('--split', 'test', '--beams', '3', '--release');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain(`was read for this model on ${report.date}`);
  });

  it('refuses beam widths that are none', async () => {
    const { code, stderr } = await evaluate('--beams', '1,many');
    expect(code).toBe(1);
    expect(stderr).toContain('whole numbers from 1 to 100');
  });
});
