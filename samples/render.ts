import { Command } from 'commander';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { startProgress } from '../cli/progress';
import { NegarError } from '../models/errors';
import { readSamples, samplesFolder } from './samples';

const size = { width: 1024, height: 683 };
const scenes = fileURLToPath(new URL('scenes/', import.meta.url));

const program = new Command('npm run samples --')
  .description('Draws the sample pictures with POV-Ray 3.7 (Debian: apt-get install povray).')
  .argument('[names...]', 'which pictures, for example red-ball; all of them by default')
  .parse();

const all = (await readSamples()).map(({ file }) => file.replace('.jpg', ''));
const chosen = program.args.length > 0 ? program.args : all;
const unknown = chosen.find((name) => !all.includes(name));
if (unknown !== undefined) {
  throw new NegarError(
    'OPTION_INVALID',
    `There is no sample picture "${unknown}". There are: ${all.join(', ')}.`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'negar-samples-'));
const progress = startProgress('samples', chosen.length);
try {
  for (const name of chosen) {
    const png = join(folder, `${name}.png`);
    await render(name, png);
    await sharp(png).jpeg({ quality: 80, mozjpeg: true }).toFile(`${samplesFolder}${name}.jpg`);
    progress.advance(1, name);
  }
} finally {
  progress.stop();
  await rm(folder, { recursive: true });
}

/** One thread, no jitter: the same scene gives the same pixels each time. */
async function render(name: string, png: string): Promise<void> {
  const options = [
    `+I${name}.pov`,
    `+O${png}`,
    '+Lparts',
    `+W${size.width}`,
    `+H${size.height}`,
    '+WT1',
    '+A0.2',
    '+AM2',
    '+R2',
    '-J',
    '-D',
    '-V',
  ];
  try {
    await promisify(execFile)('povray', options, { cwd: scenes });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new NegarError(
        'FILE_NOT_FOUND',
        'There is no program "povray". Install POV-Ray 3.7 (Debian: apt-get install povray).',
        { cause: error },
      );
    }
    throw error;
  }
}
