/** More open parameters and wildcards than these, in a path or in one part of it, are not looked for: how they share its text can be tried in too many ways. */
const [mostOpen, mostInPart, mostVaried] = [3, 2, 4];
const action = /\{\{-?\s{0,8}([^{}]{1,200}?)\s{0,8}-?\}\}/;

/** Whether a path has a parameter that is not known. */
export const isOpenPath = (pattern: string): boolean => action.test(pattern);

/** The text of a pattern around its parameters, the first part of it first. */
export const textsOf = (pattern: string): readonly string[] =>
  pattern.split(new RegExp(action, 'g')).filter((_, index) => index % 2 === 0);

/** What each of these paths that fits says of the parameters of a pattern; undefined where these are too many. Of globs `*` and `**` are read. */
export function boundPaths(
  pattern: string,
  paths: Iterable<string>,
): readonly (readonly (readonly [name: string, value: string])[])[] | undefined {
  const opens = (text: string) => textsOf(text).length - 1;
  const varied = (text: string) => opens(text) + (text.match(/\*+/g)?.length ?? 0);
  if (opens(pattern) > mostOpen || varied(pattern) > mostVaried || pattern.split('**').length > 2) return undefined;
  if (pattern.split('/').some((part) => varied(part) > mostInPart)) return undefined;
  const names: string[] = [];
  const source = pattern.split(new RegExp(action, 'g')).map((part, index) => {
    if (index % 2 === 0)
      return part.replaceAll(/\*{2,}|[\\^$.*+?()[\]{}|]/g, (sign) =>
        sign === '*' ? '[^/]*' : sign.startsWith('**') ? '.*' : `\\${sign}`,
      );
    const name = part.startsWith('.') ? part.slice(1) : part;
    const known = names.indexOf(name);
    if (known >= 0) return `\\${known + 1}`;
    names.push(name);
    return '([^/]+)';
  });
  const fits = new RegExp(`^${source.join('')}$`);
  const bound = new Map<string, readonly (readonly [string, string])[]>();
  for (const path of paths) {
    const found = fits.exec(path);
    if (found === null) continue;
    const values = names.map((name, index) => [name, found[index + 1] ?? ''] as const);
    bound.set(JSON.stringify(values), values);
  }
  return [...bound.values()];
}
