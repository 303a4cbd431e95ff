import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './program';
import { useWasmBackend } from '../../server/inference/backend';
import { writeSmokeData } from './data';
import { saveLayersModel, smallNetwork } from './network';

const ENCODER = {
  id: 'smoke-encoder',
  version: '1.0.0',
  description: 'A small network of random weights.',
  licence: 'MIT',
};
const SIZES = '--embedding-size 32 --hidden-size 48 --attention-size 32';
const NO_DROPOUT = '--drop-embedding 0 --drop-evidence 0 --drop-readout 0';
const SHORT = `${SIZES} ${NO_DROPOUT} --min-count 1 --batch 8 --views 2 --workers 1`;
/** Share of the test pictures whose colour must be named. */
const WANTED = 0.6;

/**
 * Runs the whole path from photos to captions on pictures that it draws itself, in a temporary
 * folder: encoder export, features, training, self-critical training, a word detector, release, and
 * captions from the command line.
 * @throws {Error} when a program fails, or when too few pictures are captioned with their colour.
 */
export async function runSmoke(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'negar-smoke-'));
  try {
    const pictures = await writeSmokeData(join(folder, 'data'));
    await useWasmBackend();
    await saveLayersModel(smallNetwork(), join(folder, 'network'));
    await writeFile(join(folder, 'about.json'), JSON.stringify(ENCODER));
    const env = { NEGAR_DATA: join(folder, 'data'), NEGAR_MODELS: join(folder, 'models') };
    const run = (program: string, args: string) =>
      runProgram(program, args.split(' '), { cwd: folder, env });
    await run(
      'training/encoder/export.ts',
      '--source network --out models/encoder --about about.json',
    );
    const train = `--encoder models/encoder ${SHORT}`;
    await run(
      'training/task.ts',
      `train --run first ${train} --epochs 12 --patience 12 --learning-rate 5e-3 --warmup 10`,
    );
    await run(
      'training/task.ts',
      `train --run second --start first --objective self-critical ${train} --epochs 1 --learning-rate 1e-3`,
    );
    await run(
      'training/task.ts',
      'train --task detect --run words --encoder models/encoder --captioner second --views 1 ' +
        '--hidden-size 16 --epochs 4 --batch 8 --workers 1',
    );
    const model = 'models/captioner-smoke-encoder';
    await run(
      'training/task.ts',
      `release --run second --detector words --out ${model} --version 1.0.0 --workers 1`,
    );

    await mkdir(join(folder, 'photos'));
    for (const { name, jpeg } of pictures) await writeFile(join(folder, 'photos', name), jpeg);
    const lines = (await run('cli/caption.ts', '--json photos')).trim().split('\n');
    const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
    const colours = new Map(pictures.map(({ name, colour }) => [join('photos', name), colour]));
    const files = lines.map((line) => (JSON.parse(line) as { file: string }).file);
    const named = texts.filter((text, i) => text.split(' ').includes(colours.get(files[i])!));
    console.log(
      `"${texts[0]}"; the colour is named in ${named.length} of ${texts.length} captions`,
    );
    if (named.length < WANTED * pictures.length) throw new Error('Too few colours are named.');
  } finally {
    await rm(folder, { recursive: true });
  }
}
