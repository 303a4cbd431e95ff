import type { CaptionerManifest } from '../../models/artefact/manifest';
import { type EvaluationReport, identify } from '../evaluation/report';

/** A report of made-up figures for a model. */
export function tinyReport(manifest: CaptionerManifest): EvaluationReport {
  const scores = { bleu1: 60, bleu2: 40, bleu3: 25, bleu4: 17, rougeL: 45, meteor: 18, cider: 42 };
  const diversity = {
    distinctWords: 240,
    distinct1: 0.02,
    distinct2: 0.06,
    copiedShare: 0.08,
    vocabularyShare: 0.1,
    meanLength: 10.5,
  };
  const said = { man: 4, woman: 3, both: 2, neither: 1 };
  return {
    format: 'negar-evaluation/1',
    model: identify(manifest),
    split: 'dev',
    photos: 50,
    date: '2026-01-31',
    commit: '0123abc',
    beams: [1, 3].map((beamWidth) => ({ beamWidth, scores, diversity })),
    gender: {
      counts: { man: said, woman: said, both: said, neither: said, divided: said },
      wrongShare: 0.5,
      wrongOfWomen: 4 / 7,
      wrongOfMen: 3 / 7,
      assumedShare: 0.9,
    },
    calibration: {
      captions: 25,
      medianCider: 30,
      ece: 0.05,
      hedgedShare: 0.2,
      hedgedCider: 20,
      otherCider: null,
      bins: [{ from: 0.4, to: 0.5, count: 25, predicted: 0.45, observed: 0.5 }],
    },
  };
}
