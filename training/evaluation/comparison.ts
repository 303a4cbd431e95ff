import { z } from 'zod';
import { integer, table } from './markdown';

const epochSchema = z.object({
  epoch: z.number(),
  /** Nats a word. */
  loss: z.number(),
  bleu4: z.number(),
  cider: z.number(),
  /** Computing time from the beginning, without the looks at dev. */
  seconds: z.number(),
});

/** Training runs that differ in one thing, as their logs tell of them. Scores are of dev, x100. */
export const comparisonSchema = z.object({
  /** What all runs share, in words. */
  budget: z.string(),
  runs: z.array(
    z.object({ name: z.string(), parameters: z.number().int(), epochs: z.array(epochSchema) }),
  ),
});

export type Comparison = z.infer<typeof comparisonSchema>;

/** @param jsonl a caption run's `log.jsonl`. @returns its looks at dev. */
export function readDevScores(jsonl: string): Comparison['runs'][number]['epochs'] {
  return jsonl
    .split('\n')
    .filter((line) => line.includes('"epoch"'))
    .map((line) => epochSchema.parse(JSON.parse(line)));
}

/** The part of a captioner's card on runs that were compared. */
export function comparisonSection({ budget, runs }: Comparison): string {
  const rows = runs.flatMap(({ name, parameters, epochs }) =>
    epochs.map(({ epoch, loss, bleu4, cider, seconds }) => [
      name,
      integer(parameters),
      `${epoch}`,
      (seconds / 60).toFixed(1),
      loss.toFixed(2),
      bleu4.toFixed(1),
      cider.toFixed(1),
    ]),
  );
  const header = ['cell', 'parameters', 'epoch', 'minutes', 'dev loss', 'BLEU-4', 'CIDEr-D'];
  return `## Which cell

The same decoder with each recurrent cell, trained anew side by side: ${budget}.

${table(header, rows)}`;
}
