import type { Hypothesis } from '../../models/generate/hypothesis';
import { measureDiversity } from '../../models/metrics/diversity';
import { evaluateCaptions } from '../../models/metrics/evaluate';
import { measureGender } from '../../models/metrics/gender';
import type { CaptionItem } from '../../models/metrics/item';
import { checkCalibration, halve, judgeCaptions, median } from '../caption/calibrate';
import type { CaptionedPhoto, Split } from '../data/flickr8k';
import type { EvaluationReport } from './report';
import type { ShippedModel } from './shipped-model';

/** Captions of a split's photos, for each photo the best first. */
export type Captions = readonly (readonly Hypothesis[])[];

type Measured = Pick<EvaluationReport, 'beams' | 'gender' | 'calibration'>;

/**
 * Everything that a report says of a model's captions.
 * @param byBeam the captions of each beam width, the shipped one among them.
 * @param train captions that the model was trained on, to find copies.
 */
export function measure(
  { manifest, decoder: { vocabulary } }: ShippedModel,
  split: Split,
  photos: readonly CaptionedPhoto[],
  byBeam: ReadonlyMap<number, Captions>,
  train: readonly CaptionedPhoto[],
): Measured {
  const itemsOf = (captions: Captions): CaptionItem[] =>
    photos.map(({ captions: references }, i) => ({
      hypothesis: vocabulary.decode(captions[i][0].tokens),
      references,
    }));
  const shipped = byBeam.get(manifest.generation.beamWidth)!;
  const judged = judgeCaptions(vocabulary, photos, shipped);
  const { confidence } = manifest;
  return {
    beams: [...byBeam].map(([beamWidth, captions]) => {
      const items = itemsOf(captions);
      return {
        beamWidth,
        scores: evaluateCaptions(items),
        diversity: measureDiversity(
          items.map(({ hypothesis }) => hypothesis),
          train.flatMap((photo) => photo.captions),
          vocabulary,
        ),
      };
    }),
    gender: measureGender(itemsOf(shipped)),
    calibration: checkCalibration(
      confidence,
      confidence.medianCider ?? median(judged),
      split === 'dev' ? halve(judged).checked : judged,
    ),
  };
}
