import study from '../../../docs/why-lstm.json';

/** What the study measured of a cell on a task over a distance. */
export interface Figure {
  readonly task: 'adding' | 'copy';
  readonly cell: 'rnn' | 'gru' | 'lstm';
  readonly lag: number;
  /** Share of right answers on sequences that no training has seen. */
  readonly right: number;
  /** Training steps until it was solved; null where it was not. */
  readonly solvedAt: number | null;
}

/** As `npm run study:report` wrote them. */
export const FIGURES = study.figures as readonly Figure[];

/** The tasks that were studied. */
export const TASKS = [...new Set(FIGURES.map(({ task }) => task))];

/** The distances that a task was tried over, the shortest first. */
export function lagsOf(task: Figure['task']): number[] {
  const lags = FIGURES.filter((figure) => figure.task === task).map(({ lag }) => lag);
  return [...new Set(lags)].sort((a, b) => a - b);
}
