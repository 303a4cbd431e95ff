import type { EncoderManifest } from '../../models/artefact/manifest';
import { facts } from './markdown';
import { sizeOf, trainingFacts } from './manifest-facts';

/** The model card of an encoder, in Markdown. */
export function encoderCard(manifest: EncoderManifest): string {
  const { id, version, description, licence, alpha, inputSize, featureSize, gridSize, training } =
    manifest;
  return `# ${id} ${version}

<!-- Written by \`npm run card\` from the manifest. Do not edit. -->

${description}

${facts({
  architecture: `MobileNetV2, width ${alpha.toFixed(1)}`,
  input: `${inputSize} x ${inputSize} RGB pixels, squashed, in [-1, 1]`,
  output: `a vector of ${featureSize} and a grid of ${gridSize} x ${gridSize} x ${featureSize}, both at least 0`,
  files: sizeOf(manifest),
})}

## What it is for

Features of photos for caption decoders, each of which belongs to one encoder. It has no classifier.

## Data and terms

${licence}. The photos belong to the people who took them; the files of this model hold none of them.

## Training

${training ? trainingFacts(training) : 'Not trained by this project.'}

## Limits and known biases

- It knows what its training photos show, mostly everyday scenes, pets and objects from the photo
  sites of the 2000s and 2010s in North America and Europe. Other places, dress and things it tells
  apart less well.
- It sees photos squashed to ${inputSize} x ${inputSize} pixels: small things, and text, are lost.
- What it is worth is measured with its decoders: see their model cards.
`;
}
