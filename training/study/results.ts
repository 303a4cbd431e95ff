import { z } from 'zod';
import { TASKS, type TaskName } from './tasks';

const numbers = z.array(z.number());
const taskNames = Object.keys(TASKS) as [TaskName, ...TaskName[]];

/** One line of `results.jsonl`: a network's training and what was measured of it. */
const courseResultSchema = z.object({
  task: z.enum(taskNames),
  cell: z.enum(['rnn', 'gru', 'lstm']),
  lag: z.number(),
  hiddenSize: z.number(),
  learningRate: z.number(),
  seed: z.number(),
  batch: z.number(),
  steps: z.number(),
  looks: z.array(z.strictObject({ step: z.number(), loss: z.number(), right: z.number() })),
  solvedAt: z.number().nullable(),
  /** On sequences that no training has seen. */
  test: z.strictObject({ loss: z.number(), right: z.number() }),
  /**
   * Of the adding task, before and after training, for each state, h and then c: how strongly the
   * last answer depends on it after each step, see `models/memory/trace.ts`.
   */
  reach: z.strictObject({ start: z.array(numbers), end: z.array(numbers) }).nullable(),
  weights: z.strictObject({ start: numbers, end: numbers }),
});

export type CourseResult = z.infer<typeof courseResultSchema>;

/** @param text of `results.jsonl`; a last line that was cut off is left out. */
export function parseResults(text: string): CourseResult[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => courseResultSchema.parse(JSON.parse(line)));
}
