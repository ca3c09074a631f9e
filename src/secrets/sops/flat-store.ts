import type { Mapping } from '../../plain-values.ts';
import type { Path, Place } from '../../yaml/document.ts';

/** How SOPS writes a file that has no structure (getsops/sops, stores/dotenv and stores/ini). */
export type FlatFormat = 'dotenv' | 'ini';

/** A file of assignments: the values, and the block that SOPS writes as keys of its own. */
export interface FlatFile {
  readonly values: readonly FlatValue[];
  /** The block with its lists and mappings restored; undefined where the file has none. Everything in it is text. */
  readonly block: Mapping | undefined;
  /** The place of an entry of the block, by its path in it. */
  blockAt(path: Path): Place | undefined;
}

/** One assignment. */
export interface FlatValue {
  /** `[KEY]` in dotenv, `[section, key]` in INI. */
  readonly keys: readonly string[];
  readonly text: string;
  readonly place: Place;
  /** The comments since the assignment before it, without their `#`; not known of INI, where SOPS moves them. */
  readonly comments: readonly string[] | undefined;
}

/** What such a file of SOPS begins a line with. */
const ownLine: Readonly<Record<FlatFormat, RegExp>> = {
  dotenv: /^sops_(?:mac|lastmodified|version|\w{1,40}__(?:list|map)_\w{1,100})=/m,
  ini: /^\s{0,20}\[sops\]/m,
};

/** The format that a text shows; undefined where it shows none. */
export function flatFormatOf(text: string): FlatFormat | undefined {
  if (ownLine.dotenv.test(text)) return 'dotenv';
  return ownLine.ini.test(text) ? 'ini' : undefined;
}

/** Reads a text in one of these formats. A line that SOPS itself could not read is a value without a name. */
export function readFlat(text: string, format: FlatFormat): FlatFile {
  const all = format === 'dotenv' ? dotenvValues(text) : iniValues(text);
  const isOwn = ({ keys: [first = ''] }: FlatValue) =>
    format === 'dotenv' ? first.startsWith('sops_') : first === 'sops';
  const own = all.filter(isOwn).map((value) => ({
    ...value,
    path: pathOf(format === 'dotenv' ? (value.keys[0] ?? '').slice('sops_'.length) : (value.keys[1] ?? '')),
  }));
  const places = new Map<string, Place>();
  for (const { path, place } of own)
    for (let length = 0; length <= Math.min(path.length, deepest); length++) {
      const key = JSON.stringify(path.slice(0, length));
      if (!places.has(key)) places.set(key, place);
    }
  return {
    values: all.filter((value) => !isOwn(value)),
    block: own.length === 0 ? undefined : restored(own),
    blockAt: (path) => places.get(JSON.stringify(path)),
  };
}

/** Steps to a recipient of a key group, which is as deep as anybody asks. */
const deepest = 4;
const unnamed = 'a line without a key';

function dotenvValues(text: string): readonly FlatValue[] {
  const values: FlatValue[] = [];
  let comments: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    if (line.startsWith('#')) comments.push(line.slice(1));
    if (line.startsWith('#') || line.trim() === '') continue;
    const middle = line.indexOf('=');
    const key = middle < 0 ? unnamed : line.slice(0, middle);
    values.push({ keys: [key], text: line.slice(middle + 1), place: { line: index + 1, column: 1 }, comments });
    comments = [];
  }
  return values;
}

function iniValues(text: string): readonly FlatValue[] {
  const values: FlatValue[] = [];
  let section = 'DEFAULT';
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || /^[#;]/.test(line)) continue;
    const header = /^\[([^\]]{1,1000})\]/.exec(line);
    if (header !== null) {
      section = (header[1] ?? '').trim();
      continue;
    }
    const middle = line.search(/[=:]/);
    const key = middle < 0 ? unnamed : line.slice(0, middle).trim();
    const value = line.slice(middle + 1).trim();
    const bare = /^(["'`])(.*)\1$/.exec(value)?.[2] ?? value;
    values.push({ keys: [section, key], text: bare, place: { line: index + 1, column: 1 }, comments: undefined });
  }
  return values;
}

/** Steps of a key that are kept: nothing in the block is nested as far, and the author of a change may write any number. */
const mostSteps = 20;

/** `age__list_0__map_recipient` is `age`, 0, `recipient` (stores/flatten.go, tokenize). */
function pathOf(key: string): Path {
  const [first = '', ...rest] = key.split(/(?=__(?:map|list)_)/, mostSteps);
  const steps = rest.map((step) =>
    step.startsWith('__map_') ? step.slice('__map_'.length) : Number.parseInt(step.slice('__list_'.length), 10) || 0,
  );
  return [first, ...steps];
}

type Branch = Map<string | number, Branch | string>;

function restored(entries: readonly { readonly path: Path; readonly text: string }[]): Mapping {
  const root: Branch = new Map();
  for (const { path, text } of entries) {
    let branch = root;
    for (const step of path.slice(0, -1)) {
      const known = branch.get(step);
      const next: Branch = known instanceof Map ? known : new Map();
      branch.set(step, next);
      branch = next;
    }
    const last = path.at(-1);
    if (last !== undefined && !(branch.get(last) instanceof Map)) branch.set(last, text);
  }
  return plain(root) as Mapping;
}

/** Lists where the steps are numbers, in the order of these. */
function plain(branch: Branch | string): unknown {
  if (typeof branch === 'string') return branch;
  const entries = [...branch];
  if (entries.length > 0 && entries.every(([step]) => typeof step === 'number'))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => plain(value));
  const result: Record<string, unknown> = Object.create(null);
  for (const [step, value] of entries) result[String(step)] = plain(value);
  return result;
}
