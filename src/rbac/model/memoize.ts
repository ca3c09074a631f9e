/**
 * The function, computing the answer for each object once, for as long as the object lives. It is a cache inside one
 * computation: for what follows from one immutable object and is asked of it for each rule, subject or pair. It is not a way to
 * hand a result from one place to another: what several rules need is in the evidence.
 */
export function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    const computed = compute(key);
    known.set(key, computed);
    return computed;
  };
}
