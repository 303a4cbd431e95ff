import type { Lesson } from './lesson';
import type { Trainer } from './trainer';

/**
 * Trains to the end, or until Ctrl-C, which leaves a checkpoint to go on from; tells of each look at
 * dev.
 */
export async function trainToEnd(trainer: Trainer, lesson: Lesson): Promise<void> {
  process.once('SIGINT', () => trainer.stop());
  process.once('SIGTERM', () => trainer.stop());
  const { best, step, seconds } = await trainer.run({
    ...lesson,
    async evaluate() {
      const scores = await lesson.evaluate();
      console.error(`dev: ${summary(scores)}`);
      return scores;
    },
  });
  const result = best
    ? `best dev score ${best.score.toFixed(2)} after epoch ${best.epoch}`
    : 'no look at dev yet';
  console.error(`${step} steps in ${Math.round(seconds / 60)} minutes; ${result}`);
}

function summary(scores: Record<string, number>): string {
  return Object.entries(scores)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ');
}
