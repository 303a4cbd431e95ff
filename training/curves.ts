import { Command } from 'commander';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readRunLog } from './plots/run-log';
import { trainingCurves } from './plots/training-curves';

const program = new Command('npm run curves --')
  .description('Draws the loss and the dev CIDEr-D of training runs, by epoch, as an SVG file.')
  .requiredOption('--run <names...>', 'runs to draw; own=LSTM draws runs/own as "LSTM"')
  .requiredOption('--out <file>', 'the SVG file')
  .parse();

const { run, out } = program.opts<{ run: string[]; out: string }>();
const curves = await Promise.all(
  run.map(async (given) => {
    const [folder, name = folder] = given.split('=');
    return { name, epochs: readRunLog(await readFile(join('runs', folder, 'log.jsonl'), 'utf8')) };
  }),
);
await mkdir(dirname(out), { recursive: true });
await writeFile(out, trainingCurves(curves));
