import { Command } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decoderWeightSpecs } from '../models/captioner/decoder';
import { layOut } from '../models/training/weight-vector';
import { openRunFolder } from './caption/run-folder';
import { type Comparison, readDevScores } from './evaluation/comparison';
import { COMPARISON, writeCard } from './evaluation/record';

const program = new Command('npm run compare --')
  .description("Records caption runs that differ in their cell, and puts them into a model's card.")
  .requiredOption('--run <names...>', 'runs; cell-rnn="tanh RNN" names runs/cell-rnn so')
  .requiredOption('--budget <words>', 'what all runs share, as the card says it')
  .requiredOption('--model <folder>', "folder of the captioner's artefact")
  .parse();

const { run, budget, model } = program.opts<{ run: string[]; budget: string; model: string }>();
const runs = await Promise.all(
  run.map(async (given) => {
    const [folder, name = folder] = given.split('=');
    const { config } = await openRunFolder(folder);
    return {
      name,
      parameters: layOut(decoderWeightSpecs(config)).length,
      epochs: readDevScores(await readFile(join('runs', folder, 'log.jsonl'), 'utf8')),
    };
  }),
);
const comparison: Comparison = { budget, runs };
await writeFile(join(model, COMPARISON), `${JSON.stringify(comparison, null, 2)}\n`);
await writeCard(model);
