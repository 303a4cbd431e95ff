/** A learning rate that rises linearly over `warmup` steps and then falls along a cosine to zero at `total`. */
export function cosineSchedule(
  peak: number,
  warmup: number,
  total: number,
): (step: number) => number {
  return (step) => {
    if (step < warmup) return (peak * (step + 1)) / warmup;
    const progress = Math.min(1, (step - warmup) / Math.max(1, total - warmup));
    return (peak * (1 + Math.cos(Math.PI * progress))) / 2;
  };
}
