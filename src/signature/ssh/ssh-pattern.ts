/**
 * Whether `text` matches `pattern`, where `*` is any run of characters and `?` any one (ssh_config(5) PATTERNS,
 * `match_pattern` in OpenSSH's match.c). Linear in the product of both lengths, whatever the pattern.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  let star = -1;
  let resume = 0;
  let p = 0;
  for (let t = 0; t < text.length; ) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Whether `text` matches one pattern of the comma-separated list and none of its negated ones (`!pattern`). */
export function matchesPatternList(text: string, list: string): boolean {
  const patterns = list.split(',');
  if (patterns.some((pattern) => pattern.startsWith('!') && matchesPattern(text, pattern.slice(1)))) return false;
  return patterns.some((pattern) => !pattern.startsWith('!') && matchesPattern(text, pattern));
}
