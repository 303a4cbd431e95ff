import type { TranslatorManifest } from '../../models/artefact/manifest';
import { TARGETS } from '../../models/sequence/languages';
import { facts, table } from './markdown';
import { sizeOf, trainingFacts } from './manifest-facts';

const NAMES = { de: 'German', fr: 'French', cs: 'Czech', fa: 'Persian' };

/** The model card of a translator, in Markdown. */
export function translatorCard(manifest: TranslatorManifest): string {
  const { id, version, description, licence, training, scores, generation } = manifest;
  const figure = (value: number | undefined) => value?.toFixed(1) ?? '';
  const rows = TARGETS.map((language) => [
    NAMES[language],
    figure(scores.dev[language]),
    figure(scores.test?.[language]),
  ]);
  return `# ${id} ${version}

<!-- Written by \`npm run card\` from the manifest. Do not edit. -->

${description}

## What it is for

Captions and alt texts in other languages, beside the English that they come from.

## Data and terms

${licence}.

## Training

${trainingFacts(training)}

## How good it is

BLEU times 100, lower-cased, tokenised as sacrebleu's 13a does, with one reference a sentence. Dev is
the first 100 sentences of each dev split; test is all of Multi30k's test2016 and Flickr8k-fa's test
split, read once.

${table(['from English to', 'dev', 'test'], rows)}

${facts({
  'beam width': String(generation.beamWidth),
  'length penalty': String(generation.lengthPenalty),
  files: sizeOf(manifest),
})}

## Limits and known biases

- It knows captions of everyday photos. Other text becomes the nearest caption that it knows, or
  nonsense.
- Its Persian was learnt from what another machine translated, and is measured against that.
- It guesses the gender of people where a language needs one and English has none.
- Names and words that it does not know are spelled from pieces, often wrongly.
`;
}
