import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEncoder } from '../models/artefact/encoder';
import { type Folder, memorySource, tinyCaptionerFolder } from '../models/testing/tiny-artefact';
import { tinyConfig } from '../models/testing/tiny-decoder';
import { ENCODER_FEATURES, tinyEncoderFolder } from '../models/testing/tiny-encoder';
import { root } from '../tools/process.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'negar-caption-'));
  const encoder = await tinyEncoderFolder();
  const { weightsSha256 } = await readEncoder(memorySource(encoder));
  const captioner = await tinyCaptionerFolder(weightsSha256, tinyConfig(ENCODER_FEATURES));
  await write('models/encoder', encoder);
  await write('models/captioner-tiny-encoder', captioner);

  const picture = (red: number) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 30 } } });
  await write('photos', {
    'b.jpg': await picture(10).jpeg().toBuffer(),
    'A.PNG': await picture(250).png().toBuffer(),
    'deeper/c.webp': await picture(90).webp().toBuffer(),
    'notes.txt': Buffer.from('not a picture'),
  });
  await write('.', {
    'good.jpg': await picture(128).jpeg().toBuffer(),
    'empty.jpg': new Uint8Array(),
    'text.jpg': Buffer.from('These are words, not a picture.'),
    'bare/notes.txt': Buffer.from('nothing to see'),
  });
});

afterAll(() => rm(folder, { recursive: true }));

async function write(place: string, files: Record<string, Uint8Array> | Folder): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, place, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end in the folder of the pictures, with the tiny models. */
function run(command: string, args: string[], { cwd = folder, env = {} } = {}): Promise<Ended> {
  const { npm_config_loglevel: _, ...inherited } = process.env;
  const settings = { NEGAR_MODELS: join(folder, 'models'), NEGAR_ENCODER: '', INIT_CWD: folder };
  const child = spawn(command, args, { cwd, env: { ...inherited, ...settings, ...env } });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (ended.stdout += text));
  child.stderr.on('data', (text) => (ended.stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}

const caption = (args: string[], env = {}) =>
  run(process.execPath, [join(root, 'tools/run.mjs'), 'cli/caption.ts', ...args], { env });

/** The objects of an output that holds one a line and nothing else. */
function objects(stdout: string): Record<string, unknown>[] {
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
}

const captioned = (file: string) => ({
  file,
  text: expect.stringMatching(/^[a-z]+( [a-z]+)+$/),
  alt: expect.stringMatching(/^[A-Z].*\.$/),
  confidence: 0.5,
  candidates: expect.any(Array),
  model: 'tiny-captioner@1.0.0',
});

describe('npm run caption', () => {
  it('with --json prints one object a line, also for what fails, and names that', async () => {
    const paths = ['photos', 'missing.jpg', 'empty.jpg', 'text.jpg', 'bare', 'good.jpg'];
    const { code, stdout, stderr } = await caption(['--json', ...paths]);
    const failure = (file: string, errorCode: string) => ({
      file,
      error: { code: errorCode, message: expect.stringMatching(/\w{3,}/) },
    });
    const lines = objects(stdout);
    expect(lines).toEqual([
      captioned('photos/A.PNG'),
      captioned('photos/b.jpg'),
      captioned('photos/deeper/c.webp'),
      failure('missing.jpg', 'FILE_NOT_FOUND'),
      failure('empty.jpg', 'IMAGE_EMPTY'),
      failure('text.jpg', 'IMAGE_TYPE_UNSUPPORTED'),
      failure('bare', 'FILE_NOT_FOUND'),
      captioned('good.jpg'),
    ]);
    for (const { candidates, text, confidence } of lines.filter((line) => !line.error)) {
      const [best, ...others] = candidates as Record<string, unknown>[];
      expect(best).toEqual({ text, logProbability: expect.any(Number), confidence });
      expect(best.logProbability).toBeLessThan(0);
      expect(others.length).toBe(2);
    }
    expect(code).toBe(1);
    const last = '4 of 8 failed: missing.jpg, empty.jpg, text.jpg, bare';
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(last);
  });

  it('without --json prints a line for each picture, and succeeds', async () => {
    const { code, stdout } = await caption(['good.jpg', 'photos/b.jpg']);
    expect(stdout).toMatch(/^good\.jpg: [A-Z].*\. \(50 %\)\nphotos\/b\.jpg: [A-Z].*\. \(50 %\)\n$/);
    expect(code).toBe(0);
  });

  it('does what its options say', async () => {
    const flags = ['--candidates', '5', '--beam-width', '6', '--max-words', '5'];
    const { code, stdout } = await caption(['--json', ...flags, '--alt-length', '20', 'good.jpg']);
    const [{ candidates, alt }] = objects(stdout) as [{ candidates: object[]; alt: string }];
    expect(candidates.length).toBe(5);
    expect(alt.length).toBeLessThanOrEqual(20);
    expect(code).toBe(0);
  });

  it('through npm has nothing else on standard output either', async () => {
    const args = ['run', 'caption', '--', '--json', join(folder, 'good.jpg')];
    const { code, stdout } = await run('npm', args, { cwd: root });
    expect(objects(stdout)).toEqual([captioned(join(folder, 'good.jpg'))]);
    expect(code).toBe(0);
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown flag', ['--colour', 'good.jpg'], /unknown option '--colour'/],
    ['no picture', ['--json'], /missing required argument 'paths'/],
    ['half a caption', ['--candidates', '1.5', 'good.jpg'], /'1\.5' is invalid.*whole number/],
    [
      'too many captions',
      ['--json', '--candidates', '6', 'good.jpg'],
      /OPTION_INVALID.*candidates/s,
    ],
    ['too rare words', ['--rare-words', '3', 'good.jpg'], /OPTION_INVALID.*rareWords/s],
    [
      'more captions than the beam is wide',
      ['--candidates', '3', '--beam-width', '2', 'good.jpg'],
      /candidates must not be above beamWidth/,
    ],
  ])('refuses %s', async (_what, args, message) => {
    const { code, stdout, stderr } = await caption(args);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  it('says which model is missing', async () => {
    const env = { NEGAR_MODELS: join(folder, 'photos') };
    const { code, stdout, stderr } = await caption(['--json', 'good.jpg'], env);
    expect(stderr).toMatch(/ARTEFACT_MISSING: .*"manifest\.json".*photos\/encoder/);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});
