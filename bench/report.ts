import type { SoakReport } from './soak';
import type { Spread, StageReport, Stages } from './stages';
import type { PoolReport } from './throughput';

/** Bar: p50 of a caption to that of the network alone. */
const MAX_RATIO = 2.2;
/** Bar: growth of memory, bytes a caption; 1 MB per 1,000 captions. */
const MAX_GROWTH = 1000;

export interface BenchReport {
  readonly machine: string;
  readonly stages: StageReport;
  readonly pools: PoolReport;
}

export function passes({ stages }: Pick<BenchReport, 'stages'>): boolean {
  return stages.ratio <= MAX_RATIO;
}

export function passesSoak({ growth, tensors }: SoakReport): boolean {
  return growth < MAX_GROWTH && tensors.length === 1;
}

export function formatReport({ machine, stages, pools }: BenchReport): string {
  const [one, two] = pools.captionsPerSecond;
  const rows = (Object.keys(stages.small) as (keyof Stages)[]).map((stage) => [
    stage,
    milliseconds(stages.small[stage]),
    milliseconds(stages.large[stage]),
  ]);
  return [
    machine,
    `"${stages.caption}"`,
    '',
    table([
      ['ms, p50 / p95', '224 x 224', '4000 x 3000'],
      ...rows,
      ['mobilenet.infer', milliseconds(stages.plain), ''],
    ]),
    '',
    table([
      ['total / mobilenet.infer', `${stages.ratio.toFixed(2)} (bar: ${MAX_RATIO})`],
      ['captions a second', `${one.toFixed(1)} with 1 worker, ${two.toFixed(1)} with 2`],
      ['loading the model', `${(pools.load / 1000).toFixed(2)} s`],
      ['peak memory of a worker', megabytes(pools.workerMemory)],
    ]),
  ].join('\n');
}

export function formatSoak({ captions, growth, memory, tensors }: SoakReport): string {
  const [first, last] = memory.map(megabytes);
  return table([
    ['captions after the warm-up', `${captions}`],
    ['growth per 1,000 captions', `${(growth / 1000).toFixed(2)} MB (bar: ${MAX_GROWTH / 1000})`],
    ['server and workers, RSS', `${first} at first, ${last} at last`],
    ['tensors of a worker', tensors.join(', ')],
  ]);
}

function milliseconds({ p50, p95 }: Spread): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Rows in columns; the first column begins at the left, the others end at the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const align = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(align).join('  ')).join('\n');
}
