import { type AttributesOf, attributesIn, type Effective } from '../git/attributes/effective-attributes.ts';
import type { AttributeValue } from '../git/attributes/parse-attributes.ts';
import type { Severity } from '../severity.ts';

/** An attribute that keeps what changes in a file from a reviewer's eyes. */
interface Hiding {
  readonly attribute: string;
  /** As it is written in `.gitattributes`, where a value hides; undefined where it does not. */
  written(value: AttributeValue): string | undefined;
  /** What it does to the files, as a clause. */
  readonly effect: string;
  readonly severity: Severity;
  /** Whether git also leaves out what is in a folder that has it. */
  readonly isInherited?: true;
  /** How much it matters that a new file has it from the base; absent where a diff shows the file all the same. */
  readonly ofNewFile?: Severity;
}

const unset = (name: string) => (value: AttributeValue) => (value === false ? `-${name}` : undefined);
const set = (name: string) => (value: AttributeValue) => (value === true ? name : undefined);
const generated = (name: string) => (value: AttributeValue) =>
  value === true || (typeof value === 'object' && value.text !== 'false') ? name : undefined;

/** Encodings in which git writes files as they are. */
const same = /^utf-?8$/i;

const hidings: readonly Hiding[] = [
  {
    attribute: 'diff',
    written: unset('diff'),
    effect: 'no diff shows what changes in them',
    severity: 'high',
    ofNewFile: 'medium',
  },
  { attribute: 'text', written: unset('text'), effect: 'git no longer treats them as text', severity: 'high' },
  {
    attribute: 'export-ignore',
    written: set('export-ignore'),
    effect: 'archives of the repository leave them out',
    severity: 'high',
    isInherited: true,
  },
  {
    attribute: 'filter',
    written: (value) => (typeof value === 'object' && value.text !== '' ? `filter=${value.text}` : undefined),
    effect: 'what is checked out is not what is committed',
    severity: 'high',
  },
  {
    attribute: 'working-tree-encoding',
    written: (value) =>
      typeof value === 'object' && value.text !== '' && !same.test(value.text)
        ? `working-tree-encoding=${value.text}`
        : undefined,
    effect: 'what is checked out is not what is committed',
    severity: 'high',
  },
  ...['linguist-generated', 'gitlab-generated'].map((name) => ({
    attribute: name,
    written: generated(name),
    effect: 'the forge folds their diff away',
    severity: 'medium' as const,
    ofNewFile: 'low' as const,
  })),
];

/** What an older git wrote for `text`. */
const oldText = 'crlf';
const wanted: ReadonlySet<string> = new Set([...hidings.map(({ attribute }) => attribute), oldText]);

/** A path that a line of `.gitattributes` hides, in one way: newly, or the path is new. */
export interface HiddenPath {
  readonly path: string;
  /** As it is written: `-diff`. */
  readonly attribute: string;
  readonly effect: string;
  readonly severity: Severity;
  /** The file is new, and the base hid what would be there. */
  readonly isNewFile?: true;
  readonly source: { readonly file: string; readonly line: number };
}

/** The `.gitattributes` files of one side by path. */
export type AttributeFiles = ReadonlyMap<string, Buffer>;

/** What is asked of both sides' `.gitattributes`. Paths are latin1 of their bytes, as the attribute files' own. */
export interface HidingQuestion {
  readonly paths: Iterable<string>;
  readonly before: AttributeFiles;
  readonly after: AttributeFiles;
  /** For a path that is new, the one its content came from, or '' where there is none; undefined for others. */
  cameFrom(path: string): string | undefined;
  /** Is given the steps that each comparison of a line with a path costs, and may throw. */
  spend(steps: number): void;
}

/** Which of the paths the files of `after` hide and those of `before` did not, and which new files both keep out of a diff. */
export function* newlyHidden({ paths, before, after, cameFrom, spend }: HidingQuestion): Generator<HiddenPath> {
  const of = (files: AttributeFiles) => rememberingFolders(attributesIn(files, wanted, spend));
  const [was, is] = [of(before), of(after)];
  for (const path of paths) {
    const hidden = hidingsOf(path, is);
    if (hidden.length === 0) continue;
    const known = attributeNames(path, was);
    const origin = cameFrom(path);
    // What only moves from one hidden place to another is not new to anybody.
    const moved = origin === undefined || origin === '' ? undefined : attributeNames(origin, was);
    for (const { ofNewFile, ...one } of hidden) {
      if (!known.has(one.attribute)) yield one;
      else if (origin !== undefined && ofNewFile !== undefined && !moved?.has(one.attribute)) {
        yield { ...one, severity: ofNewFile, isNewFile: true };
      }
    }
  }
}

function attributeNames(path: string, attributesOf: AttributesOf): ReadonlySet<string> {
  return new Set(hidingsOf(path, attributesOf).map(({ attribute }) => attribute));
}

/** Folders are asked for once for each of their files. */
function rememberingFolders(attributesOf: AttributesOf): AttributesOf {
  const known = new Map<string, ReturnType<AttributesOf>>();
  return (path) => {
    if (!path.endsWith('/')) return attributesOf(path);
    const found = known.get(path) ?? attributesOf(path);
    known.set(path, found);
    return found;
  };
}

function hidingsOf(path: string, attributesOf: AttributesOf): readonly (HiddenPath & Pick<Hiding, 'ofNewFile'>)[] {
  const own = attributesOf(path);
  return hidings.flatMap(({ attribute, written, effect, severity, isInherited, ofNewFile }) => {
    const holding = [own, ...(isInherited ? foldersOf(path).map(attributesOf) : [])];
    for (const each of holding) {
      const found = each.get(attribute) ?? (attribute === 'text' ? oldTextOf(each) : undefined);
      const text = found && written(found.value);
      if (found !== undefined && text !== undefined) {
        const source = { file: found.file, line: found.line };
        return [{ path, attribute: text, effect, severity, source, ...(ofNewFile && { ofNewFile }) }];
      }
    }
    return [];
  });
}

function oldTextOf(attributes: ReadonlyMap<string, Effective>): Effective | undefined {
  return attributes.get(oldText);
}

/** The folders a path is in, each ending in a slash, as git asks for the attributes of folders. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at + 1));
  return folders;
}
