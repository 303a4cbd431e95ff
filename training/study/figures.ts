import type { CourseResult } from './results';

/** What a cell achieved on a task over a lag: of several seeds, the median. */
export interface Figure {
  readonly task: CourseResult['task'];
  readonly cell: CourseResult['cell'];
  readonly lag: number;
  /** Share of right answers on unseen sequences, and their loss. */
  readonly right: number;
  readonly loss: number;
  /** Training steps until the task was solved; null where it was not. */
  readonly solvedAt: number | null;
}

/** One figure for each task, lag and cell, in this order. */
export function figuresOf(results: readonly CourseResult[]): Figure[] {
  const order = { rnn: 0, gru: 1, lstm: 2 };
  return groups(results)
    .map((runs) => {
      const { test, solvedAt, task, cell, lag } = median(runs);
      return { task, cell, lag, right: test.right, loss: test.loss, solvedAt };
    })
    .sort((a, b) => a.task.localeCompare(b.task) || a.lag - b.lag || order[a.cell] - order[b.cell]);
}

function groups(results: readonly CourseResult[]): CourseResult[][] {
  const byKey = new Map<string, CourseResult[]>();
  for (const result of results) {
    const { task, cell, lag } = result;
    const key = `${task} ${cell} ${lag}`;
    byKey.set(key, [...(byKey.get(key) ?? []), result]);
  }
  return [...byKey.values()];
}

/** The run in the middle by its test loss; of an even number the worse one. */
function median(runs: readonly CourseResult[]): CourseResult {
  const sorted = [...runs].sort((a, b) => a.test.loss - b.test.loss);
  return sorted[Math.floor(sorted.length / 2)];
}
