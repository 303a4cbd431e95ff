import { dot, line, type Markish, text } from '@observablehq/plot';
import type { EpochRecord } from './run-log';
import { COLOURS, drawSvg } from './svg';

/** A training run with the name it is drawn under. */
export interface Curve {
  readonly name: string;
  readonly epochs: readonly EpochRecord[];
}

type Quantity = Exclude<keyof EpochRecord, 'epoch'>;

/** Loss and dev CIDEr-D of runs by epoch: dev as solid lines, training as dashed ones. */
export function trainingCurves(curves: readonly Curve[]): string {
  const last = Math.max(...curves.map(({ epochs }) => epochs.at(-1)?.epoch ?? 1));
  const ticks = Array.from({ length: last }, (_, i) => i + 1);
  const x = { label: 'epoch', ticks, tickFormat: 'd', inset: 10 };
  const colour = (curve: Curve) => COLOURS[curves.indexOf(curve) % COLOURS.length];
  const draw = (quantity: Quantity, dashed = false) =>
    curves.flatMap((curve) => drawCurve(curve.epochs, quantity, colour(curve), dashed));
  const legend = (corner: 'top-right' | 'bottom-right') =>
    curves.flatMap((curve, i) => {
      const dy = corner === 'top-right' ? 16 * i : 16 * (i + 1 - curves.length);
      const place = { frameAnchor: corner, dy };
      return [
        text([curve.name], { ...place, dx: -14 }),
        text(['●'], { ...place, fill: colour(curve) }),
      ];
    });
  return drawSvg('Training curves', describe(curves), [
    {
      grid: true,
      x,
      y: { label: 'loss, nats a word (dashed: training, with dropout)' },
      marks: [...draw('devLoss'), ...draw('trainLoss', true), ...legend('top-right')],
    },
    {
      grid: true,
      x,
      y: { label: 'CIDEr-D of dev' },
      marks: [...draw('devCider'), ...legend('bottom-right')],
    },
  ]);
}

function drawCurve(
  epochs: readonly EpochRecord[],
  quantity: Quantity,
  colour: string,
  dashed: boolean,
): Markish[] {
  const points = epochs.filter((epoch) => epoch[quantity] !== null);
  const place = { x: 'epoch', y: quantity };
  const dash = dashed ? { strokeDasharray: '5 4' } : {};
  return [
    line(points, { ...place, stroke: colour, strokeWidth: 2, ...dash }),
    ...(dashed ? [] : [dot(points, { ...place, fill: colour, r: 3 })]),
  ];
}

function describe(curves: readonly Curve[]): string {
  const figure = (value: number | null, digits: number) => value?.toFixed(digits) ?? 'not measured';
  return curves
    .map(({ name, epochs }) => {
      const end = epochs.at(-1);
      if (!end) return `${name}: no epoch yet.`;
      return (
        `${name}: after epoch ${end.epoch}, dev loss ${figure(end.devLoss, 2)}, ` +
        `dev CIDEr-D ${figure(end.devCider, 1)}.`
      );
    })
    .join(' ');
}
