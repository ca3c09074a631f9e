/** What a template or a variable makes of a tag, alternatives (`{a,b}`) and expressions are not read: they may be for any. */
const unread = /^\/|[{}]|\$\(/;

/** Whether one of several patterns may be for the tags of a stream, which may have a `*` as well: an input puts the path of its file there. */
export function mayMatch(patterns: string, stream: string): boolean {
  if (unread.test(patterns) || unread.test(stream)) return true;
  return patternsIn(patterns).some((pattern) =>
    stream.includes('*') ? mayMeet(pattern, stream) : isMatch(pattern, stream),
  );
}

/** Whether one of several patterns is for all tags of a stream for certain. */
export function takesAll(patterns: string, stream: string): boolean {
  if (unread.test(patterns)) return false;
  // What a star may be only another star takes.
  const tag = stream.replaceAll(/\*+/g, '\0');
  return patternsIn(patterns).some((pattern) => isMatch(pattern, tag));
}

/** `a.**` of Fluentd is for `a` as well. */
function patternsIn(patterns: string): readonly string[] {
  return patterns.split(/\s+/).flatMap((each) => (each.endsWith('.**') ? [each, each.slice(0, -3)] : [each]));
}

/** Whether two patterns begin and end alike, so that a tag may fit both; a pattern without a star is the tag itself. */
function mayMeet(one: string, other: string): boolean {
  if (!one.includes('*')) return isMatch(other, one);
  const [begins, ends] = [
    [one, other].map((each) => each.split('*', 1)[0] ?? ''),
    [one, other].map((each) => each.slice(each.lastIndexOf('*') + 1)),
  ] as const;
  const isPrefix = ([a = '', b = '']: readonly string[]) => a.startsWith(b) || b.startsWith(a);
  const isSuffix = ([a = '', b = '']: readonly string[]) => a.endsWith(b) || b.endsWith(a);
  return isPrefix(begins) && isSuffix(ends);
}

/** Whether a tag fits a pattern, in which `*` is anything; each part is looked for once, from the left. */
export function isMatch(pattern: string, tag: string): boolean {
  const [first = '', ...parts] = pattern.split(/\*+/);
  if (!tag.startsWith(first)) return false;
  const last = parts.pop();
  if (last === undefined) return tag === pattern;
  let at = first.length;
  for (const part of parts) {
    const found = tag.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return tag.length - last.length >= at && tag.endsWith(last);
}

/** Whether files of one glob may be among those of others, with commas between them; a star stops at a slash, two do not. */
export function takesFiles(globs: string, file: string): boolean {
  const wanted = file.split('/');
  return globs.split(/\s*,\s*/).some((glob) => {
    if (glob.includes('**')) return isMatch(glob, file);
    const parts = glob.split('/');
    return parts.length === wanted.length && parts.every((part, at) => isMatch(part, wanted[at] ?? ''));
  });
}
