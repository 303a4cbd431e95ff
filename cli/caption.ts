import { Command, InvalidArgumentError } from 'commander';
import { readFile, stat } from 'node:fs/promises';
import type { Captioner } from '../models/captioner/captioner';
import { type CaptionOptions, captionOptionsSchema } from '../models/captioner/options';
import type { CaptionResult } from '../models/captioner/result';
import { toNegarError, type NegarError } from '../models/errors';
import { parseOptions } from '../models/options';
import { readModelSettings } from '../server/env';
import { decodeImage } from '../server/image/decode';
import { checkByteCount } from '../models/photo/limits';
import { useWasmBackend } from '../server/inference/backend';
import { loadConfiguredCaptioner } from '../server/inference/load-captioner';
import { findPictures } from './files';
import { startProgress } from './progress';

const program = new Command('npm run caption --')
  .description('Writes a caption and an alt text for each picture.')
  .argument('<paths...>', 'pictures, or folders of pictures')
  .option('--json', 'print one JSON object a line and nothing else')
  .option('--candidates <n>', 'captions a picture, 1 to 5', wholeNumber)
  .option('--beam-width <n>', 'hypotheses kept while searching, 1 to 10', wholeNumber)
  .option('--max-words <n>', 'longest caption in words, 5 to 50', wholeNumber)
  .option('--rare-words <x>', 'preference of rarer words, 0 to 2', number)
  .option('--alt-length <n>', 'longest alt text in characters, 20 to 500', wholeNumber)
  .option('--neutral', 'neutral wording for people in the alt text')
  .configureOutput({ writeOut: (text) => process.stderr.write(text) })
  .parse();

type Outcome = { readonly file: string } & ({ result: CaptionResult } | { error: NegarError });

const { json, ...given } = program.opts<CaptionOptions & { json?: boolean }>();
const options = checkOptions(given);
const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());

const found = await findPictures(program.args);
await useWasmBackend();
const captioner = await loadCaptioner().catch(fail);
const progress = found.length > 1 ? startProgress('captions', found.length) : undefined;
const failed: string[] = [];
for (const item of found) {
  const outcome: Outcome = 'error' in item ? item : await captionFile(item.file);
  if ('error' in outcome) failed.push(outcome.file);
  report(outcome);
  progress?.advance(1);
  if (interruption.signal.aborted) break;
}
progress?.stop();
captioner.dispose();
if (failed.length > 0) {
  console.error(`${failed.length} of ${found.length} failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function loadCaptioner(): Promise<Captioner> {
  return (await loadConfiguredCaptioner(readModelSettings(process.env))).captioner;
}

async function captionFile(file: string): Promise<Outcome> {
  const { signal } = interruption;
  try {
    checkByteCount((await stat(file)).size);
    const image = await decodeImage(await readFile(file), { signal });
    return { file, result: await captioner.caption(image, { ...options, signal }) };
  } catch (error) {
    return { file, error: toNegarError(error) };
  }
}

function report(outcome: Outcome): void {
  if (json) console.log(JSON.stringify(toJson(outcome)));
  else if ('error' in outcome) {
    console.error(`${outcome.file}: ${outcome.error.code}: ${outcome.error.message}`);
  } else {
    const [{ confidence }] = outcome.result.candidates;
    console.log(`${outcome.file}: ${outcome.result.alt} (${Math.round(100 * confidence)} %)`);
  }
}

/** The line of one picture in the form that README.md documents. */
function toJson(outcome: Outcome): object {
  const { file } = outcome;
  if ('error' in outcome) {
    const { code, message } = outcome.error;
    return { file, error: { code, message } };
  }
  const { candidates, alt, model } = outcome.result;
  const [{ text, confidence }] = candidates;
  return { file, text, alt, confidence, candidates, model: `${model.id}@${model.version}` };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function number(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError('It must be a number.');
  return Number(text);
}

function checkOptions(unchecked: CaptionOptions) {
  try {
    return parseOptions(captionOptionsSchema, unchecked);
  } catch (error) {
    return fail(error);
  }
}

function fail(error: unknown): never {
  const { code, message } = toNegarError(error);
  console.error(`${code}: ${message}`);
  process.exit(1);
}
