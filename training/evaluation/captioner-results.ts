import { GENDERS_SAID, REFERENCE_GENDERS } from '../../models/metrics/gender';
import { integer, percent, table } from './markdown';
import { PUBLISHED_SCORES } from './published';
import type { EvaluationReport, Reports } from './report';

/** The model's scores as it is shipped, beside those that others published. */
export function scoresTable({ dev, test }: Reports): string {
  const own = [test, dev]
    .filter((report) => report !== undefined)
    .map((report) => {
      const { scores, beamWidth } = report.beams.find(
        (beam) => beam.beamWidth === report.model.generation.beamWidth,
      )!;
      return {
        ...scores,
        system: `**this model on ${report.split}, beam ${beamWidth}**`,
        encoder: 'MobileNetV2, 0.3 GMAC',
        source: `\`evaluation-${report.split}.json\``,
      };
    });
  return table(
    ['system', 'encoder', 'BLEU-1', 'BLEU-4', 'ROUGE-L', 'CIDEr-D', 'source'],
    [...own, ...PUBLISHED_SCORES].map(
      ({ system, encoder, bleu1, bleu4, rougeL, cider, source }) => [
        system,
        encoder,
        ...[bleu1, bleu4, rougeL, cider].map((score) => score?.toFixed(1) ?? ''),
        source,
      ],
    ),
  );
}

/** Scores and diversity by beam width, a table for each split. */
export function beamTables({ dev, test }: Reports): string {
  return [test, dev]
    .filter((report) => report !== undefined)
    .map(({ split, beams }) =>
      table(
        [
          `${split}, beam`,
          'BLEU-1',
          'BLEU-2',
          'BLEU-3',
          'BLEU-4',
          'ROUGE-L',
          'METEOR',
          'CIDEr-D',
          'distinct words',
          'distinct-1',
          'distinct-2',
          'vocabulary used',
          'copied',
          'words a caption',
        ],
        beams.map(({ beamWidth, scores, diversity }) => [
          `${beamWidth}`,
          ...[scores.bleu1, scores.bleu2, scores.bleu3, scores.bleu4, scores.rougeL].map((score) =>
            score.toFixed(1),
          ),
          scores.meteor.toFixed(1),
          scores.cider.toFixed(1),
          integer(diversity.distinctWords),
          diversity.distinct1.toFixed(3),
          diversity.distinct2.toFixed(3),
          percent(diversity.vocabularyShare),
          percent(diversity.copiedShare),
          diversity.meanLength.toFixed(1),
        ]),
      ),
    )
    .join('\n\n');
}

/** How well the confidence holds. */
export function calibrationSection({ split, calibration }: EvaluationReport): string {
  const { captions, medianCider, ece, hedgedShare, hedgedCider, otherCider, bins } = calibration;
  const of = split === 'dev' ? 'the half of dev that it was not fitted on' : split;
  const cider = (value: number | null) => value?.toFixed(1) ?? 'none';
  return `The confidence is the probability that a caption reaches CIDEr-D ${medianCider.toFixed(1)}, the model's median.
On ${integer(captions)} captions of ${of}: expected calibration error ${ece.toFixed(3)}; ${percent(hedgedShare)}
are hedged ("May show ..."), with CIDEr-D ${cider(hedgedCider)} where the others have ${cider(otherCider)}.

${table(
  ['confidence', 'captions', 'mean confidence', 'share that is good'],
  bins.map(({ from, to, count, predicted, observed }) => [
    `${from.toFixed(1)} to ${to.toFixed(1)}`,
    integer(count),
    predicted.toFixed(2),
    observed.toFixed(2),
  ]),
)}`;
}

/** Whose words the captions use, against their references. */
export function genderSection({ split, gender }: EvaluationReport): string {
  const { counts, wrongShare, wrongOfWomen, wrongOfMen, assumedShare } = gender;
  return `Captions of ${split} by whose words they use (woman, girl, her; man, boy, his), against what more than
half of the photo's references say:

${table(
  ['references', ...GENDERS_SAID.map((said) => `caption: ${said}`)],
  REFERENCE_GENDERS.map((of) => [of, ...GENDERS_SAID.map((said) => integer(counts[of][said]))]),
)}

Where both name one gender, ${percent(wrongShare)} of the captions name the wrong one: ${percent(wrongOfWomen)} of those of women
and ${percent(wrongOfMen)} of those of men. Where the references name none, ${percent(assumedShare)} of the captions do.`;
}
