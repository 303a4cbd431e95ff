import { Argument, Command } from 'commander';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { startProgress } from '../cli/progress';
import { NegarError, toNegarError } from '../models/errors';
import { readSamples, samplesFolder } from './samples';

const size = { width: 1024, height: 683 };
const scenes = fileURLToPath(new URL('scenes/', import.meta.url));

const names = (await readSamples()).map(({ file }) => file.replace('.jpg', ''));
const program = new Command('npm run samples --')
  .description('Draws the sample pictures with POV-Ray 3.7 (Debian: apt-get install povray).')
  .addArgument(new Argument('[names...]', 'which pictures').choices(names).default(names))
  .parse();
const [chosen] = program.processedArgs as [string[]];

const folder = await mkdtemp(join(tmpdir(), 'negar-samples-'));
const progress = startProgress('samples', chosen.length);
try {
  for (const name of chosen) {
    const png = join(folder, `${name}.png`);
    await render(name, png);
    await sharp(png).jpeg({ quality: 72, mozjpeg: true }).toFile(`${samplesFolder}${name}.jpg`);
    progress.advance(1, name);
  }
} catch (error) {
  console.error(toNegarError(error).message);
  process.exitCode = 1;
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
