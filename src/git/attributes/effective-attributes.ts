import { type AttributeFile, type AttributeLine, type AttributeValue, parseAttributes } from './parse-attributes.ts';

/** What holds for one attribute of a path, and which line says so. */
export interface Effective {
  readonly value: AttributeValue;
  /** The `.gitattributes` file, and its line, 1-based. */
  readonly file: string;
  readonly line: number;
}

/** Says what holds for a path, given as latin1 of its bytes; a folder's ends in a slash. Only attributes that were asked for. */
export type AttributesOf = (path: string) => ReadonlyMap<string, Effective>;

const builtin = new Map([
  [
    'binary',
    [
      { name: 'diff', value: false },
      { name: 'merge', value: false },
      { name: 'text', value: false },
    ],
  ],
] as const);

/**
 * The attributes that a tree's `.gitattributes` files give to paths (gitattributes(5), attr.c): the deepest file first, in a file
 * the last line first, in a line the last attribute first; the first that speaks of an attribute holds. A macro that is set
 * sets what it is short for. `files` by path, as latin1; `spend` is given the steps of each comparison of a line with a path.
 */
export function attributesIn(
  files: ReadonlyMap<string, Buffer>,
  wanted: ReadonlySet<string>,
  spend: (steps: number) => void = () => undefined,
): AttributesOf {
  const parsed = new Map([...files].map(([path, bytes]) => [folderOf(path), parseAttributes(bytes)] as const));
  const macros = new Map<string, AttributeFile['macros'] extends ReadonlyMap<string, infer S> ? S : never>([
    ...builtin,
    ...(parsed.get('')?.macros ?? []),
  ]);
  const wantedNames = namesThatSet(macros, wanted);
  const linesOf = new Map([...parsed].map(([folder, { lines }]) => [folder, relevant(lines, wantedNames).reverse()]));
  return (path) => {
    const found = new Map<string, Effective>();
    for (const folder of foldersAbove(path)) {
      for (const line of linesOf.get(folder) ?? []) {
        if (!line.matches(path.slice(folder.length), spend)) continue;
        const at = { file: `${folder}.gitattributes`, line: line.line };
        fill(line.settings, macros, at, found);
      }
    }
    return new Map([...found].filter(([name]) => wanted.has(name)));
  };
}

function fill(
  settings: AttributeLine['settings'],
  macros: ReadonlyMap<string, AttributeLine['settings']>,
  at: Omit<Effective, 'value'>,
  found: Map<string, Effective>,
): void {
  for (const { name, value } of [...settings].reverse()) {
    if (found.has(name)) continue;
    found.set(name, { value, ...at });
    const macro = value === true ? macros.get(name) : undefined;
    if (macro !== undefined) fill(macro, macros, at, found);
  }
}

/** The wanted names, and the macros that may set one of them. */
function namesThatSet(
  macros: ReadonlyMap<string, AttributeLine['settings']>,
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = new Set(wanted);
  for (let size = -1; size < names.size; ) {
    size = names.size;
    for (const [macro, settings] of macros) if (settings.some(({ name }) => names.has(name))) names.add(macro);
  }
  return names;
}

function relevant(lines: readonly AttributeLine[], names: ReadonlySet<string>): AttributeLine[] {
  return lines.filter(({ settings }) => settings.some(({ name }) => names.has(name)));
}

/** The folder of a file, ending in a slash; '' for the root. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The folders that a path is in, the deepest first. A folder is not in itself. */
function* foldersAbove(path: string): Generator<string> {
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  for (let end = bare.lastIndexOf('/'); end >= 0; end = bare.lastIndexOf('/', end - 1)) {
    yield bare.slice(0, end + 1);
    if (end === 0) break;
  }
  yield '';
}
