/** How many of the first values hold, of values that are in order: once one does not hold, none after it does. */
export function countFirst(values: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
