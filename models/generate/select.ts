/**
 * Indices of the largest values, largest first; equal values by the lower index. -Infinity and NaN
 * are never selected, so there may be fewer than `count`. Costs O(values) plus O(count) for each
 * value that enters the list.
 */
export function selectTop(values: Float32Array, count: number): number[] {
  const top: number[] = [];
  let threshold = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (!(value > threshold)) continue;
    let place = top.length;
    while (place > 0 && values[top[place - 1]] < value) place--;
    top.splice(place, 0, index);
    if (top.length > count) top.pop();
    if (top.length === count) threshold = values[top[count - 1]];
  }
  return top;
}

/** Index of the largest value, the lower one of equals; undefined when every value is -Infinity or NaN. */
export function mostProbable(values: Float32Array): number | undefined {
  return selectTop(values, 1)[0];
}
