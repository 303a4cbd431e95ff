import { Command } from 'commander';
import { availableParallelism } from 'node:os';
import { readDecoder } from '../models/artefact/captioner';
import { decoderWeightSpecs } from '../models/captioner/decoder';
import { detectorWeightSpecs } from '../models/captioner/detector';
import { layOut } from '../models/training/weight-vector';
import { folderSource } from '../server/inference/sources';
import { evaluateModel } from './evaluation/evaluate-model';
import { recordReport } from './evaluation/record';
import { sharedWeights, weightFiles } from './weight-files';
import { writeArtefact } from './write-artefact';

const program = new Command('npm run quantize --')
  .description('Writes a captioner once more with its weights in 8 bits, and measures it on dev.')
  .requiredOption('--model <folder>', "the captioner's artefact")
  .requiredOption('--out <folder>', 'folder of the smaller artefact')
  .option('--encoder <folder>', "its encoder's artefact", 'public/models/encoder')
  .option('--workers <n>', 'worker threads', String(Math.min(2, availableParallelism())))
  .parse();

const { model, out, encoder, workers } = program.opts<Record<string, string>>();
const { manifest, weights, vocabulary, detector } = await readDecoder(folderSource(model));
const { format: _format, files: _files, ...description } = manifest;
const storage = 'int8';
const files = {
  ...weightFiles(
    layOut(decoderWeightSpecs(manifest.decoder)),
    new Float32Array(sharedWeights(weights)),
    { storage },
  ),
  ...(detector &&
    weightFiles(
      layOut(detectorWeightSpecs(detector.config)),
      new Float32Array(sharedWeights(detector.weights)),
      { storage, name: 'detector' },
    )),
  'vocabulary.json': JSON.stringify(vocabulary),
};
const before = manifest.scores.dev;

function write(dev: typeof before): Promise<void> {
  return writeArtefact(
    out,
    {
      ...description,
      id: `${manifest.id}-int8`,
      description: `${manifest.description} Weights in 8 bits.`,
      weights: 'weights.json',
      vocabulary: 'vocabulary.json',
      scores: { dev },
    },
    files,
  );
}

await write(before);
const { report } = await evaluateModel({
  model: out,
  encoder,
  split: 'dev',
  beams: [],
  workers: Number(workers),
});
const [{ scores }] = report.beams;
await write({ ...before, ...scores });
await recordReport(out, report);
console.log(
  `CIDEr-D of dev, beam ${before.beamWidth}: ${scores.cider.toFixed(2)} in 8 bits, ${before.cider.toFixed(2)} before`,
);
