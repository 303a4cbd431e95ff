import type { CaptionerManifest } from '../../models/artefact/manifest';
import { decoderWeightSpecs } from '../../models/captioner/decoder';
import { UNK } from '../../models/text/vocabulary';
import { type Comparison, comparisonSection } from './comparison';
import { facts, integer, percent } from './markdown';
import type { EvaluationReport, Reports } from './report';
import { beamTables, calibrationSection, genderSection, scoresTable } from './captioner-results';
import { sizeOf, trainingFacts } from './manifest-facts';

/**
 * The model card of a captioner (Mitchell et al. 2019), in Markdown.
 * @param comparison runs that it was compared with, if there are any.
 */
export function captionerCard(
  manifest: CaptionerManifest,
  reports: Reports,
  comparison: Comparison | null,
): string {
  const { id, version, description, decoder, detector, encoder, generation, licence, training } =
    manifest;
  const { dev, test } = reports;
  const main = test ?? dev;
  const parameters = decoderWeightSpecs(decoder)
    .map(({ shape }) => shape.reduce((product, size) => product * size, 1))
    .reduce((sum, size) => sum + size, 0);
  return `# ${id} ${version}

<!-- Written by \`npm run card\` from the manifest and the reports beside it. Do not edit. -->

${description}

${facts({
  decoder: `${decoder.cell}, hidden state ${decoder.hiddenSize}, embeddings ${decoder.embeddingSize}, ${
    decoder.attention
      ? `attention over ${decoder.gridCells} cells of the photo`
      : 'seeded with the photo, without attention'
  }`,
  parameters: integer(parameters),
  vocabulary: `${integer(decoder.vocabularySize - UNK - 1)} English words`,
  encoder: `${encoder.id}, sha256 \`${encoder.sha256}\``,
  search: `beam ${generation.beamWidth}, length exponent ${generation.lengthPenalty}, ${
    generation.minWords
  } to ${generation.maxWords} words${
    generation.blockRepeatedTrigrams ? ', no three words twice in a row of a caption' : ''
  }${generation.consensus > 0 ? `, chosen by consensus at temperature ${generation.consensus}` : ''}${
    generation.rareWords > 0 ? `, rarer words preferred with weight ${generation.rareWords}` : ''
  }${
    generation.detection > 0
      ? `, evidence of detected words with weight ${generation.detection}`
      : ''
  }`,
  'word detector': detector && `${detector.hiddenSize} units over the pooled vector`,
  files: sizeOf(manifest),
})}

## What it is for

Drafts of captions and alternative texts for everyday photos, which a person reads before they are
used. It is not for recognising people, for judging them, or for anything where a wrong description
does harm.

## Data and terms

${licence}. Flickr8k's photos (Hodosh, Young & Hockenmaier 2013) belong to the people who took them
and were collected for research and education; the files of this model hold none of the photos.
Whether that allows what you want to do with the model is for you to check.

## Training

${trainingFacts(training)}
${detector ? `\nIts word detector by itself:\n\n${trainingFacts(detector.training)}\n` : ''}
## Scores

${scoresTable(reports)}

The published scores are of the test split. ${
    test
      ? 'So is the first row.'
      : 'For this model it has not been read: its row is of dev, on which its search was chosen.'
  } Everything is times 100.

${beamTables(reports)}

Over ${integer(main.photos)} captions of ${main.split}, beam ${generation.beamWidth}: ${
    shippedBeam(main).diversity.distinctWords
  } distinct words, and ${percent(shippedBeam(main).diversity.copiedShare)} of the captions occur word for word in the
training captions.

${precision(manifest.scores.dev)}

${comparison ? comparisonSection(comparison) : ''}

## Confidence

${calibrationSection(main)}

## Gender

${genderSection(main)}

## Limits and known biases

- It has seen the world of Flickr8k: people, children, dogs, sports, beaches and snow, mostly
  outdoors, chosen and described by English-speaking crowd workers. Of other things (food, documents,
  screens, products, art) it makes the nearest of these.
- It guesses the gender and the age of people from how they look; see the table above. The option
  \`neutral\` leaves gender open in alternative texts.
- It miscounts, mixes up colours and what touches what, and reads no text.
- It sees photos squashed to 224 x 224 pixels: small things are lost.
- Its confidence says how good a caption is among captions of such photos. Of photos of another kind
  it can be wrong and sure.

## How it was measured

- \`npm run evaluate -- --model <this folder> --split ${main.split}${
    test ? ' --release' : ''
  }\` on ${main.date}, commit ${main.commit}, on the
  files as they are shipped.
- Captions and references are split into words by \`models/text/tokenizer.ts\`: lower case, no
  punctuation. The official scorer uses the PTB tokenizer, which differs in rare cases.
- CIDEr-D takes its document frequencies from the references of the split.
- METEOR is the project's own: exact and Porter-stem matches with METEOR 1.5's parameters, without
  synonyms and paraphrases. It is lower than, and not to be compared with, METEOR 1.5.
`;
}

function precision({ cider, float32Cider }: CaptionerManifest['scores']['dev']): string {
  if (float32Cider === undefined) return '';
  return `In float32 the same weights have CIDEr-D ${float32Cider.toFixed(2)} on dev, as they are shipped ${cider.toFixed(2)}.`;
}

function shippedBeam({ beams, model }: EvaluationReport) {
  return beams.find(({ beamWidth }) => beamWidth === model.generation.beamWidth)!;
}
