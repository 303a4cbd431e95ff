import type { MemoryManifest } from '../../models/artefact/manifest';
import { trainingFacts } from './manifest-facts';
import { facts } from './markdown';

/** The model card of the study's networks, in Markdown. */
export function memoryCard(manifest: MemoryManifest): string {
  const { id, version, description, licence, training, networks } = manifest;
  const results = networks.map(({ config, isTrained, accuracy }): [string, string] => [
    `${config.cell}, ${isTrained ? 'trained' : 'untrained'}`,
    `${accuracy.toFixed(1)} %`,
  ]);
  return `# ${id} ${version}

<!-- Written by \`npm run card\` from the manifest. Do not edit. -->

${description}

## What it is for

The page that explains recurrent networks. It is of no use for anything else.

## Data and terms

${licence}.

## Training

${trainingFacts(training)}

## How good it is

Answers that are off by less than 0.1, on sequences that no training has seen:

${facts(Object.fromEntries(results))}
`;
}
