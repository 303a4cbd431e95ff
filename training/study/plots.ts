import { dot, line, ruleY, text } from '@observablehq/plot';
import { COLOURS, drawSvg } from '../plots/svg';
import type { Figure } from './figures';
import { CELLS } from './plan';
import type { CourseResult } from './results';

const NAMES = { rnn: 'tanh RNN', gru: 'GRU', lstm: 'LSTM' } as const;
const colourOf = (cell: CourseResult['cell']) => COLOURS[CELLS.indexOf(cell)];

const TITLES = { adding: 'adding', copy: 'copying three letters' } as const;

/** Right answers over the lag, a panel for each task. */
export function rightAnswersPlot(figures: readonly Figure[]): string {
  const tasks = [...new Set(figures.map(({ task }) => task))];
  const described = figures.map(
    ({ task, cell, lag, right }) =>
      `${task}, lag ${lag}, ${NAMES[cell]}: ${(100 * right).toFixed(0)} % right`,
  );
  return drawSvg(
    'Right answers over the lag',
    `${described.join('; ')}.`,
    tasks.map((task) => {
      const points = figures.filter((figure) => figure.task === task);
      return {
        grid: true,
        x: { label: `lag, steps (${TITLES[task]})`, inset: 8 },
        y: { label: 'right answers, %', domain: [0, 100] },
        marks: [
          ...CELLS.flatMap((cell) => {
            const ofCell = points.filter((point) => point.cell === cell);
            const place = { x: 'lag', y: (point: Figure) => 100 * point.right };
            return [
              line(ofCell, { ...place, stroke: colourOf(cell), strokeWidth: 2 }),
              dot(ofCell, { ...place, fill: colourOf(cell), r: 3.5 }),
            ];
          }),
          ...legend(),
        ],
      };
    }),
  );
}

/** Loss on unseen sequences during training on the adding task, a panel for each lag. */
export function learningPlot(results: readonly CourseResult[], forgetful: number): string {
  const lags = [...new Set(results.map(({ lag }) => lag))].sort((a, b) => a - b);
  return drawSvg(
    'Loss during training on the adding task',
    `Mean squared error by training step over the lags ${lags.join(', ')}; one that forgets the ` +
      `first number has ${forgetful.toFixed(3)}.`,
    lags.map((lag) => ({
      grid: true,
      x: { label: `training step (lag ${lag})`, domain: [0, 1500] },
      y: { label: 'mean squared error', type: 'log', domain: [0.001, 1] },
      marks: [
        ruleY([forgetful], { stroke: 'currentColor', strokeDasharray: '3 3' }),
        ...results
          .filter((result) => result.lag === lag)
          .map(({ cell, looks }) =>
            line(looks, { x: 'step', y: 'loss', stroke: colourOf(cell), strokeWidth: 2 }),
          ),
        ...legend(),
      ],
    })),
  );
}

/**
 * How strongly the answer depends on the state after each step, compared with the last step on which
 * it depends, over the distance to the end: before and after training.
 */
export function reachPlot(results: readonly CourseResult[]): string {
  const panels = (['start', 'end'] as const).map((when) => ({
    grid: true,
    x: { label: `steps before the end (${when === 'start' ? 'before' : 'after'} training)` },
    y: { label: 'gradient norm, relative', type: 'log' as const, domain: [1e-8, 100], clamp: true },
    marks: [
      ...results.flatMap(({ cell, reach }) =>
        (reach?.[when] ?? []).map((norms, state) =>
          line(relative(norms), {
            x: 0,
            y: 1,
            stroke: colourOf(cell),
            strokeWidth: 2,
            strokeDasharray: state === 1 ? '5 4' : undefined,
          }),
        ),
      ),
      ...legend(),
    ],
  }));
  return drawSvg(
    'Gradient norm over the distance',
    results.map((result) => describeReach(result)).join(' '),
    panels,
  );
}

function legend() {
  return CELLS.flatMap((cell, i) => {
    const place = { frameAnchor: 'bottom-left' as const, dy: -16 * (CELLS.length - 1 - i) - 4 };
    return [
      text(['●'], { ...place, dx: 6, fill: colourOf(cell) }),
      text([NAMES[cell]], { ...place, dx: 20, textAnchor: 'start' }),
    ];
  });
}

/** Distance to the end and norm, compared with that of the last step which has one. */
function relative(norms: readonly number[]): [distance: number, norm: number][] {
  const last = norms.findLastIndex((norm) => norm > 0);
  return norms
    .slice(0, last + 1)
    .map((norm, t): [number, number] => [
      norms.length - 1 - t,
      Math.max(1e-12, norm / norms[last]),
    ]);
}

function describeReach({ cell, lag, reach }: CourseResult): string {
  const first = (norms: readonly number[]) => relative(norms)[0][1].toExponential(1);
  const tell = (states: readonly (readonly number[])[]) => states.map(first).join(' and for c ');
  if (!reach) return '';
  return (
    `${NAMES[cell]}, lag ${lag}: at the first step ${tell(reach.start)} before and ` +
    `${tell(reach.end)} after training.`
  );
}
