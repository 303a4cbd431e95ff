import { Command, Option } from 'commander';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../models/artefact/read';
import { folderSource } from '../server/inference/sources';
import { evaluateModel } from './evaluation/evaluate-model';
import { recordedReport, recordReport } from './evaluation/record';

const program = new Command('npm run evaluate --')
  .description(
    'Measures a shipped captioner on a split of Flickr8k: its files, its encoder, its search.',
  )
  .requiredOption('--model <folder>', "the captioner's artefact")
  .option('--encoder <folder>', "its encoder's artefact", 'public/models/encoder')
  .addOption(
    new Option('--split <split>', 'photos to caption').choices(['dev', 'test']).default('dev'),
  )
  .option('--beams <widths>', 'beam widths to measure beside the shipped one', '1,3,5')
  .option('--record', 'put the report beside the model and renew its model card', false)
  .option('--release', 'read the test split, once for each released model; implies --record', false)
  .option(
    '--workers <n>',
    'worker threads',
    (text) => Number(text),
    Math.min(2, availableParallelism()),
  )
  .parse();

const { model, encoder, split, beams, record, release, workers } = program.opts<{
  model: string;
  encoder: string;
  split: 'dev' | 'test';
  beams: string;
  record: boolean;
  release: boolean;
  workers: number;
}>();

const manifest = await readManifest(folderSource(model), 'captioner');
if (split === 'test') {
  if (!release) {
    program.error(
      'The test split is read once for each released model, or choices would be made on it. Use ' +
        '--split dev; for a model that is released as it is, add --release.',
    );
  }
  const before = await recordedReport(model, manifest, 'test');
  if (before) {
    program.error(
      `The test split was read for this model on ${before.date}, see evaluation-test.json in ${model}.`,
    );
  }
}

const widths = beams.split(',').map(Number);
if (!widths.every((width) => Number.isInteger(width) && width >= 1 && width <= 100)) {
  program.error(`--beams is "${beams}", but must be whole numbers from 1 to 100, such as 1,3,5.`);
}
const { report, folder } = await evaluateModel({ model, encoder, split, beams: widths, workers });
if (record || release) await recordReport(model, report);
for (const { beamWidth, scores } of report.beams) {
  const listed = Object.entries(scores).map(([name, score]) => `${name} ${score.toFixed(1)}`);
  console.log(`beam ${beamWidth}: ${listed.join(', ')}`);
}
console.log(`The report and the gallery are in ${join(folder, '/')}`);
