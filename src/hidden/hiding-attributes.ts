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
}

const unset = (name: string) => (value: AttributeValue) => (value === false ? `-${name}` : undefined);
const set = (name: string) => (value: AttributeValue) => (value === true ? name : undefined);
const generated = (name: string) => (value: AttributeValue) =>
  value === true || (typeof value === 'object' && value.text !== 'false') ? name : undefined;

/** Encodings in which git writes files as they are. */
const same = /^utf-?8$/i;

const hidings: readonly Hiding[] = [
  { attribute: 'diff', written: unset('diff'), effect: 'no diff shows what changes in them', severity: 'high' },
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
  })),
];

/** What an older git wrote for `text`. */
const oldText = 'crlf';
const wanted: ReadonlySet<string> = new Set([...hidings.map(({ attribute }) => attribute), oldText]);

/** A path that a line of `.gitattributes` newly hides, in one way. */
export interface HiddenPath {
  readonly path: string;
  /** As it is written: `-diff`. */
  readonly attribute: string;
  readonly effect: string;
  readonly severity: Severity;
  readonly source: { readonly file: string; readonly line: number };
}

/** The `.gitattributes` files of one side by path. */
export type AttributeFiles = ReadonlyMap<string, Buffer>;

/**
 * Which of the paths the files of `after` hide, and those of `before` did not (both as latin1 of the paths' bytes, as the files'
 * own). `spend` is called for each comparison of a line with a path, and may throw.
 */
export function* newlyHidden(
  paths: Iterable<string>,
  before: AttributeFiles,
  after: AttributeFiles,
  spend: () => void,
): Generator<HiddenPath> {
  const [was, is] = [attributesIn(before, wanted, spend), attributesIn(after, wanted, spend)];
  for (const path of paths) {
    const hidden = hidingsOf(path, is);
    if (hidden.length === 0) continue;
    const known = new Set(hidingsOf(path, was).map(({ attribute }) => attribute));
    for (const one of hidden) if (!known.has(one.attribute)) yield one;
  }
}

function hidingsOf(path: string, attributesOf: AttributesOf): readonly HiddenPath[] {
  const own = attributesOf(path);
  return hidings.flatMap(({ attribute, written, effect, severity, isInherited }) => {
    const holding = [own, ...(isInherited ? foldersOf(path).map(attributesOf) : [])];
    for (const each of holding) {
      const found = each.get(attribute) ?? (attribute === 'text' ? oldTextOf(each) : undefined);
      const text = found && written(found.value);
      if (found !== undefined && text !== undefined) {
        return [{ path, attribute: text, effect, severity, source: { file: found.file, line: found.line } }];
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
