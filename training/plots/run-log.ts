import { z } from 'zod';

const stepSchema = z.object({ step: z.number(), loss: z.number() });
const epochSchema = z.object({
  epoch: z.number(),
  loss: z.number().optional(),
  cider: z.number().optional(),
});

/** What a training run's log says of an epoch. */
export interface EpochRecord {
  readonly epoch: number;
  /** Mean loss of the logged steps, with dropout; null where none was logged. */
  readonly trainLoss: number | null;
  /** Loss and CIDEr-D (x100) of dev after the epoch, where they were measured. */
  readonly devLoss: number | null;
  readonly devCider: number | null;
}

/**
 * Reads a run's `log.jsonl`. Steps and epochs that were logged again when the run went on from a
 * checkpoint count once.
 */
export function readRunLog(jsonl: string): EpochRecord[] {
  const epochs = new Map<number, EpochRecord>();
  const steps = new Map<number, number>();
  for (const line of jsonl.split('\n').filter((text) => text !== '')) {
    const entry: unknown = JSON.parse(line);
    const step = stepSchema.safeParse(entry);
    if (step.success) steps.set(step.data.step, step.data.loss);
    const epoch = epochSchema.safeParse(entry);
    if (epoch.success) {
      const { loss, cider } = epoch.data;
      epochs.set(epoch.data.epoch, {
        epoch: epoch.data.epoch,
        trainLoss: mean([...steps.values()]),
        devLoss: loss ?? null,
        devCider: cider ?? null,
      });
      steps.clear();
    }
  }
  return [...epochs.values()].sort((a, b) => a.epoch - b.epoch);
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
