import { Command, Option } from 'commander';
import { availableParallelism } from 'node:os';
import { BACKENDS, type Backend } from '../backend';
import { runCaptionTraining } from './run';
import { OBJECTIVES, trainOptionsSchema } from './options';
import { runSmoke } from '../smoke/smoke';
import { z } from 'zod';

const defaults = trainOptionsSchema.parse({});

const program = new Command('npm run train --')
  .description(
    'Trains a caption decoder on Flickr8k, and goes on where the run stopped before. ' +
      'With --task topic, tag, translate or detect, trains a topic classifier, a tagger, a translator ' +
      'or a word detector instead.',
  )
  .addOption(
    new Option('--objective <name>', 'what is learnt')
      .choices(OBJECTIVES)
      .default(defaults.objective),
  )
  .addOption(
    new Option(
      '--preset <name>',
      'smoke: the whole path on pictures drawn for it, in a temporary folder; takes no other option',
    ).choices(['smoke']),
  )
  .option('--run <name>', 'name of the run; its files lie in runs/<name>')
  .option('--encoder <folder>', 'artefact of the encoder', 'public/models/encoder')
  .option(
    '--start <run>',
    'take the vocabulary and the first weights of another run, or of a shipped captioner (its folder)',
  )
  .addOption(
    new Option(
      '--backend <name>',
      'what computes: wasm on CPU cores, webgpu on any graphics card, or tfjs-node(-gpu)',
    )
      .choices(BACKENDS)
      .default('wasm'),
  )
  .option(
    '--workers <n>',
    'worker threads that share each step; on a graphics card they only caption dev',
    String(Math.min(2, availableParallelism())),
  )
  .addOption(
    new Option('--cell <cell>', 'recurrent cell')
      .choices(['rnn', 'gru', 'lstm'])
      .default(defaults.cell),
  )
  .option('--no-attention', 'only seed the decoder with the image (init-inject)')
  .option('--no-tied', 'give the output layer a kernel of its own')
  .option('--embedding-size <n>', 'size of a word embedding', String(defaults.embeddingSize))
  .option('--hidden-size <n>', 'size of the hidden state', String(defaults.hiddenSize))
  .option(
    '--attention-size <n>',
    'size of the attention keys and values',
    String(defaults.attentionSize),
  )
  .option('--min-count <n>', 'words seen less often become <unk>', String(defaults.minCount))
  .option('--epochs <n>', 'passes over the training photos', String(defaults.epochs))
  .option(
    '--batch <n>',
    'photos a step, each with all its captions; of text, sentences',
    String(defaults.batch),
  )
  .option('--learning-rate <x>', 'peak of the cosine schedule', String(defaults.learningRate))
  .option('--warmup <n>', 'steps of linear warm-up', String(defaults.warmup))
  .option('--drop-embedding <p>', 'dropout of word embeddings', String(defaults.dropEmbedding))
  .option(
    '--drop-evidence <p>',
    'dropout of hidden state and context',
    String(defaults.dropEvidence),
  )
  .option('--drop-readout <p>', 'dropout before the output layer', String(defaults.dropReadout))
  .option('--smoothing <p>', 'label smoothing', String(defaults.smoothing))
  .option(
    '--patience <n>',
    'epochs without a better dev score before it stops',
    String(defaults.patience),
  )
  .option(
    '--scheduled-sampling <p>',
    "share of input words that are the decoder's own at the end of training",
    String(defaults.scheduledSampling),
  )
  .option(
    '--ema <decay>',
    'decay of the moving average of the weights that is kept; 0 keeps the weights',
    String(defaults.ema),
  )
  .option(
    '--views <n>',
    'feature sets of the training photos: mirrored, cropped',
    String(defaults.views),
  )
  .option('--samples <n>', 'captions drawn of each photo, self-critical', String(defaults.samples))
  .option(
    '--temperature <t>',
    'of the distribution that self-critical training draws from',
    String(defaults.temperature),
  )
  .option(
    '--surprise <weight>',
    "weight of the words' surprise beside CIDEr-D, self-critical",
    String(defaults.surprise),
  )
  .option('--seed <n>', 'seed of weights, order and dropout', String(defaults.seed))
  .parse();

const { preset, run, encoder, start, backend, workers, ...flags } = program.opts<
  Record<'encoder' | 'workers', string> & {
    backend: Backend;
    preset?: string;
    run?: string;
    start?: string;
  }
>();
if (preset) await runSmoke();
else if (!run) program.error("error: required option '--run <name>' not specified");
else {
  const options = trainOptionsSchema.safeParse(flags);
  if (!options.success) program.error(z.prettifyError(options.error));
  await runCaptionTraining({
    run,
    encoder,
    start,
    backend,
    workers: Number(workers),
    options: options.data!,
  });
}
