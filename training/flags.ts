import { Command, Option } from 'commander';
import { availableParallelism } from 'node:os';
import { z } from 'zod';

/** Threads that the programs use unless told otherwise. */
const WORKERS = Math.min(2, availableParallelism());

/** What `npm run train` was told to do. */
export interface TrainFlags<Options> {
  readonly run: string;
  readonly workers: number;
  readonly options: Options;
}

/**
 * Reads the flags of a training program: one for each option of the schema, with its description, its
 * choices and its default. Ends the program when one is wrong.
 */
export function readTrainFlags<S extends z.ZodObject>(
  task: string,
  description: string,
  schema: S,
): TrainFlags<z.output<S>> {
  const program = new Command(`npm run train -- --task ${task}`)
    .description(`${description}, and goes on where the run stopped before.`)
    .requiredOption('--run <name>', 'name of the run; its files lie in runs/<name>')
    .option('--workers <n>', 'worker threads that share each step', String(WORKERS));
  for (const flag of flagsOf(schema)) program.addOption(flag);
  const { run, workers, ...flags } = program.parse().opts<{ run: string; workers: string }>();
  const options = schema.safeParse(flags);
  if (!options.success) program.error(z.prettifyError(options.error));
  return { run, workers: Number(workers), options: options.data! };
}

function flagsOf(schema: z.ZodObject): Option[] {
  const defaults = schema.parse({}) as Record<string, unknown>;
  return Object.entries(schema.shape).map(([name, type]) => {
    const inner: unknown = type instanceof z.ZodDefault ? type.unwrap() : type;
    const description = (type as z.ZodType).description ?? (inner as z.ZodType).description;
    const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const option = new Option(`--${flag} <value>`, description).default(defaults[name]);
    return inner instanceof z.ZodEnum ? option.choices(inner.options.map(String)) : option;
  });
}

/** What `npm run release` was told to do. */
export interface ReleaseFlags {
  readonly run: string;
  /** Folder of the artefact. */
  readonly out: string;
  readonly version: string;
  readonly workers: number;
}

export function readReleaseFlags(): ReleaseFlags {
  const flags = new Command('npm run release --')
    .description("Writes a run's best weights as an artefact, with what is measured on dev.")
    .requiredOption('--run <name>', 'the training run')
    .requiredOption('--out <folder>', 'folder of the artefact')
    .requiredOption('--version <version>', 'version of the artefact')
    .option('--workers <n>', 'worker threads', String(WORKERS))
    .parse()
    .opts<Record<'run' | 'out' | 'version' | 'workers', string>>();
  return { ...flags, workers: Number(flags.workers) };
}

/** What `npm run evaluate` was told to do. */
export interface EvaluateFlags {
  /** Folder of the artefact. */
  readonly model: string;
  readonly split: 'dev' | 'test';
  readonly workers: number;
}

/** @param model the shipped artefact. */
export function readEvaluateFlags(model: string): EvaluateFlags {
  const flags = new Command('npm run evaluate --')
    .description(
      "Measures an artefact on a split, prints the figure and writes it into the artefact's manifest.",
    )
    .option('--model <folder>', 'folder of the artefact', model)
    .addOption(
      new Option('--split <name>', 'test is read once for each released model')
        .choices(['dev', 'test'])
        .makeOptionMandatory(),
    )
    .option('--workers <n>', 'worker threads', String(WORKERS))
    .parse()
    .opts<{ model: string; split: 'dev' | 'test'; workers: string }>();
  return { ...flags, workers: Number(flags.workers) };
}
