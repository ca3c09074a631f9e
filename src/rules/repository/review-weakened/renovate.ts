import { createHash } from 'node:crypto';
import { canonical, isMapping, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import { readYamlObject } from '../../../posture/model/yaml-object.ts';
import type { Path } from '../../../yaml/document.ts';

/** Where Renovate reads its configuration of a repository, and what people call presets and files that it extends. */
const configuration =
  /(?:^|\/)(?:\.?renovate[\w.-]{0,60}|renovate\/[^/]+)(?:\.json[5c]?|\.[cm]?[jt]s)$|(?:^|\/)\.?renovaterc$/i;

/** Whether a file may be Renovate's configuration: one of its own, or `package.json`, which may hold it. */
export function isRenovate(path: string): boolean {
  return configuration.test(path) || isPackage(path);
}

const isPackage = (path: string) => /(?:^|\/)package\.json$/.test(path);

/** One place in which Renovate merges by itself. */
export interface Automerge {
  /** 1-based. */
  readonly line: number;
  /** What it is for: equal where it is for the same updates. */
  readonly key: string;
  /** A preset of somebody else's, which is not read: whether it merges is not known. */
  readonly unread?: string;
}

/** Everywhere that a configuration has updates merged by themselves; of what is not JSON, every line that says so. */
export function automerges(path: string, text: string): readonly Automerge[] {
  const plain = plainJson(text);
  const source = /\.[cm]?[jt]s$/.test(path) ? undefined : readYamlObject(Buffer.from(plain));
  if (source === undefined) return isPackage(path) ? [] : byText(plain);
  const root = isPackage(path) ? mapping(source.value.renovate) : source.value;
  const start: Path = isPackage(path) ? ['renovate'] : [];
  return [...within(root, start, '')].map(({ at, ...each }) => ({ ...each, line: source.document.at(at).line }));
}

/** Presets of Renovate's own, and those of others that are called so: `:automergeMinor`, `github>acme/presets:automerge`. */
const preset = /automerge(?!disabled)/i;
/** Presets that come with Renovate (docs.renovatebot.com, "Presets"), of which those above merge. */
const ownPreset = /^(?:[a-z][a-zA-Z]{1,30})?:(?!\/\/)/;

interface Place extends Omit<Automerge, 'line'> {
  readonly at: Path;
}

function* within(value: Mapping, path: Path, outer: string): Generator<Place> {
  // What it is for, and not what else is set there.
  const matched = Object.fromEntries(Object.entries(value).filter(([key]) => /^(?:match|exclude)/.test(key)));
  const own = digest([outer, matched]);
  const key = (what: string) => JSON.stringify([own, what]);
  for (const [name, each] of Object.entries(value)) {
    const at = [...path, name];
    if (name === 'automerge' && each === true) yield { at, key: key('automerge') };
    else if (name === 'extends') {
      for (const [index, of] of list(each).entries()) yield* extended(scalarText(of), [...at, index], key);
    } else if (isMapping(each)) yield* within(each, at, digest([outer, name]));
    else if (Array.isArray(each)) {
      const inside = digest([outer, name]);
      for (const [index, item] of each.entries()) if (isMapping(item)) yield* within(item, [...at, index], inside);
    }
  }
}

/** Of one length, so that the keys of many items do not each repeat what is around them. */
function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64');
}

function* extended(name: string, at: Path, key: (what: string) => string): Generator<Place> {
  if (preset.test(name)) yield { at, key: key(name) };
  // Another version of a preset is an update like others.
  else if (name !== '' && !ownPreset.test(name)) yield { at, key: `extends ${name.replace(/#.*/s, '')}`, unread: name };
}

/** A spelling of it, counted: the nth of a text is the nth of another. */
function byText(text: string): readonly Automerge[] {
  const found: Automerge[] = [];
  const sign =
    /["']?automerge["']?\s{0,99}:\s{0,99}(?:true\b|!0)|["'][\w>/:.-]{0,200}:automerge(?!disabled)\w{0,40}["']/gi;
  let [line, from] = [1, 0];
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) line++;
    from = match.index;
    found.push({ line, key: `text ${found.length}` });
  }
  return found;
}

/** Strings, comments, and colons; what has no end goes on to that of its line or of the text, so that nothing is read twice. */
const tokens =
  /("(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)|(\/\/[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$))|(:)(?=\S)/g;

/** JSON5 as far as YAML does not read it: without comments, with a blank behind each colon, and what is written in escapes. Lines stay. */
function plainJson(text: string): string {
  return text
    .replace(tokens, (whole, string?: string, comment?: string) => {
      if (string !== undefined) return string;
      return comment === undefined ? `${whole} ` : comment.replace(/[^\n]/g, ' ');
    })
    .replace(/\\u00([2-7][0-9a-f])/gi, (whole, code: string) => {
      const character = String.fromCharCode(Number.parseInt(code, 16));
      return /[\w:-]/.test(character) ? character : whole;
    });
}
