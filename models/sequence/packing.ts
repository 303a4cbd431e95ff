/**
 * How sequences of different lengths are packed without padding: items lie step by step, and within
 * a step the sequences lie longest first, so that those still running are always the first rows.
 */
export interface Packing {
  /** Sequences that are still running at each step, [steps]; the first is the number of sequences. */
  readonly activeRows: readonly number[];
  /** For each packed item, its place when the sequences lie one after another, [items]. */
  readonly order: Int32Array;
  /** For each item of the sequences one after another, its packed place, [items]. */
  readonly places: Int32Array;
  /** Packed places of each sequence's first item, [sequences], in their own order. */
  readonly first: Int32Array;
  /** Packed places of each sequence's last item, [sequences], in their own order. */
  readonly last: Int32Array;
}

/** @param lengths items of each sequence, at least 1. */
export function pack(lengths: readonly number[]): Packing {
  const starts: number[] = [];
  let items = 0;
  for (const length of lengths) {
    starts.push(items);
    items += length;
  }
  const longestFirst = [...lengths.keys()].sort((a, b) => lengths[b] - lengths[a] || a - b);
  const order = new Int32Array(items);
  const places = new Int32Array(items);
  const activeRows: number[] = [];
  let running = longestFirst.length;
  for (let packed = 0; packed < items;) {
    const t = activeRows.length;
    while (lengths[longestFirst[running - 1]] <= t) running--;
    activeRows.push(running);
    for (let row = 0; row < running; row++, packed++) {
      const item = starts[longestFirst[row]] + t;
      order[packed] = item;
      places[item] = packed;
    }
  }
  return {
    activeRows,
    order,
    places,
    first: Int32Array.from(starts, (start) => places[start]),
    last: Int32Array.from(starts, (start, i) => places[start + lengths[i] - 1]),
  };
}
