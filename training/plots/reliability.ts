import { dot, line, text } from '@observablehq/plot';
import type { ReliabilityBin } from '../../models/metrics/calibration';
import { COLOURS, drawSvg } from './svg';

/** A reliability diagram: predicted against observed frequency, the area of a dot its captions. */
export function reliabilityPlot(bins: readonly ReliabilityBin[], ece: number): string {
  const described = bins.map(
    ({ count, predicted, observed }) =>
      `${count} captions: confidence ${predicted.toFixed(2)}, of which ${observed.toFixed(2)} good`,
  );
  return drawSvg('Reliability of the confidence', `${described.join('; ')}.`, [
    {
      grid: true,
      x: { domain: [0, 1], label: 'confidence' },
      y: { domain: [0, 1], label: `share of good captions (ECE ${ece.toFixed(3)})` },
      r: { range: [0, 14] },
      marks: [
        line(
          [
            [0, 0],
            [1, 1],
          ],
          { strokeDasharray: '4 4' },
        ),
        line(bins, { x: 'predicted', y: 'observed', stroke: COLOURS[0] }),
        dot(bins, { x: 'predicted', y: 'observed', r: 'count', fill: COLOURS[0] }),
        text(bins, { x: 'predicted', y: 'observed', text: 'count', dy: 20 }),
      ],
    },
  ]);
}
