import type { ClassifierManifest, TaggerManifest } from '../../models/artefact/manifest';
import { facts } from './markdown';
import { sizeOf, trainingFacts } from './manifest-facts';

/** What is said of each kind of model that labels texts or words. */
const KINDS = {
  classifier: {
    use: 'The topic of a text, such as the text around a picture, with the words that decided it.',
    unit: 'texts with the right topic',
    limits:
      'It knows four topics of English news and gives every text one of them, also a text about none.',
  },
  tagger: {
    use: 'The part of speech of each word of a text, such as the nouns of a caption.',
    unit: 'words with the right part of speech',
    limits: 'It knows English as it was written on the web around 2010.',
  },
};

/** The model card of a classifier or tagger, in Markdown. */
export function labellerCard(manifest: ClassifierManifest | TaggerManifest): string {
  const { id, version, description, licence, training, scores, kind } = manifest;
  const { use, unit, limits } = KINDS[kind];
  const percent = (split: { accuracy: number } | undefined) =>
    split ? `${split.accuracy.toFixed(1)} %` : undefined;
  return `# ${id} ${version}

<!-- Written by \`npm run card\` from the manifest. Do not edit. -->

${description}

## What it is for

${use}

## Data and terms

${licence}.

## Training

${trainingFacts(training)}

## How good it is

${facts({
  [`dev, ${unit}`]: percent(scores.dev),
  [`test, ${unit}, read once`]: percent(scores.test),
  files: sizeOf(manifest),
})}

## Limits and known biases

- ${limits}
- What it says of a text is a guess; the probability beside it says how sure it is.
`;
}
