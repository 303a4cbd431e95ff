import type { Manifest } from '../../models/artefact/manifest';
import { facts } from './markdown';

/** Size of an artefact's files. */
export function sizeOf({ files }: Manifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The record of how a model was trained, as a Markdown list. */
export function trainingFacts(training: NonNullable<Manifest['training']>): string {
  const { data, device, minutes, commit, seed, epochs, options } = training;
  const listed = Object.entries(options).map(
    ([name, value]) => `  - ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const record = facts({
    data,
    device,
    time: minutes < 60 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`,
    'commit of the project': commit && `\`${commit}\``,
    seed: seed?.toString(),
    'epochs, up to the best on dev': epochs?.toString(),
  });
  return [record, '- options:', ...listed].join('\n');
}
