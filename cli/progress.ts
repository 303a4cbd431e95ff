import cliProgress from 'cli-progress';

/** A progress bar on standard error; a line now and then where that is not a terminal. */
export interface Progress {
  /** @param note shown behind the bar, for example the loss. */
  advance(by: number, note?: string): void;
  stop(): void;
}

export function startProgress(title: string, total: number, done = 0): Progress {
  const bar = new cliProgress.SingleBar(
    {
      format: `${title} {bar} {value}/{total} {note} | {duration_formatted} | {eta_formatted} left`,
      noTTYOutput: true,
      notTTYSchedule: 15_000,
      hideCursor: true,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_grey,
  );
  bar.start(total, done, { note: '' });
  return {
    advance: (by, note) => bar.increment(by, note === undefined ? {} : { note }),
    stop: () => bar.stop(),
  };
}
