import { hasManifestExtension } from '../kube/read-file.ts';
import type { Position } from '../kube/resource.ts';
import type { FileSide, Scope, TouchedFile } from '../kube/touched-file.ts';
import { mayHoldUnseen, type Unseen, type UnseenKind, unseenIn } from './unseen-characters.ts';

/** Characters of one kind that a manifest newly holds and a reader does not see. */
export interface HiddenCharacters {
  readonly kind: UnseenKind;
  readonly file: string;
  readonly scope: Scope;
  /** Whether they are in the file's name. */
  readonly isName: boolean;
  /** Each with its place; of a name, the top of the file. */
  readonly found: readonly { readonly code: number; readonly position: Position }[];
}

/** A manifest that may hold something unseen. */
interface Suspect {
  readonly path: string;
  readonly scope: Scope;
  readonly after: FileSide;
}

/** The unseen characters of manifests that are new: their line was in no touched file before. */
export function hiddenCharacters(touched: readonly TouchedFile[]): readonly HiddenCharacters[] {
  const suspects = touched.flatMap(({ path, scope, after }) =>
    after !== undefined && isManifest(path, after) && mayHoldUnseen(after.text) ? [{ path, scope, after }] : [],
  );
  const known = suspects.length === 0 ? new Set<string>() : linesBefore(touched);
  return [...touched.flatMap(inName), ...suspects.flatMap((file) => inText(file, known))];
}

function isManifest(path: string, { structure }: FileSide): boolean {
  return structure === 'manifest' || structure === 'template' || hasManifestExtension(path);
}

/** The lines that held something unseen before, wherever they were. */
function linesBefore(touched: readonly TouchedFile[]): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const { before } of touched) {
    if (before === undefined || !mayHoldUnseen(before.text)) continue;
    for (const line of linesOf(before.text)) if (mayHoldUnseen(line)) lines.add(line);
  }
  return lines;
}

/** Lines as a diff shows them, without their ends. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\r+$/, ''));
}

function inText({ path, scope, after }: Suspect, known: ReadonlySet<string>): readonly HiddenCharacters[] {
  const names = namesOf(after);
  const kinds = new Map<UnseenKind, HiddenCharacters['found'][number][]>();
  for (const [index, line] of linesOf(after.text).entries()) {
    if (!mayHoldUnseen(line) || known.has(line)) continue;
    for (const { kind, code, offset } of unseenIn(line, isNameIn(line, names))) {
      const found = kinds.get(kind) ?? [];
      kinds.set(kind, found);
      found.push({ code, position: { file: path, line: index + 1, column: offset + 1 } });
    }
  }
  return [...kinds].map(([kind, found]) => ({ kind, file: path, scope, isName: false, found }));
}

/** A name of a file that was not there before. */
function inName({ path, scope, before, after, movedFrom }: TouchedFile): readonly HiddenCharacters[] {
  if (before !== undefined || after === undefined || movedFrom !== undefined || !mayHoldUnseen(path)) return [];
  if (!hasManifestExtension(path) && after.resources.length === 0) return [];
  const kinds = new Map<UnseenKind, Unseen[]>();
  for (const one of unseenIn(path, () => true)) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  return [...kinds].map(([kind, all]) => {
    const found = all.map(({ code }) => ({ code, position: { file: path, line: 1, column: 1 } }));
    return { kind, file: path, scope, isName: true, found };
  });
}

/** Keys, and values without blanks, that hold something unseen; undefined where they are not all known. */
function namesOf(side: FileSide): readonly string[] | undefined {
  if (side.structure === 'template' || side.unreadable.length > 0) return undefined;
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const rest: unknown[] = [...side.documents, ...side.resources.map(({ document }) => document)].map(
    ({ value }) => value,
  );
  for (let value = rest.pop(); value !== undefined || rest.length > 0; value = rest.pop()) {
    if (typeof value === 'string' && !/[ \t\n]/.test(value) && mayHoldUnseen(value)) names.add(value);
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, item] of Object.entries(value)) {
      if (mayHoldUnseen(key)) names.add(key);
      rest.push(item);
    }
  }
  return [...names];
}

/** Whether a place of a line is in one of the names; where they are not known, or an escape may write another part of one, it may be. */
function isNameIn(line: string, names: readonly string[] | undefined): (offset: number, character: string) => boolean {
  if (names === undefined) return () => true;
  const spans = names.flatMap((name) => {
    const starts: number[] = [];
    for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) starts.push(at);
    return starts.map((start) => ({ start, end: start + name.length }));
  });
  return (offset) => spans.some(({ start, end }) => start <= offset && offset < end) || hasEscape(line, offset);
}

/** Whether the word around a place holds an escape: what it spells is not what is written. */
function hasEscape(line: string, offset: number): boolean {
  const start = line.slice(0, offset).search(/\S*$/);
  return /^[^\s\\]*\\/.test(line.slice(start));
}
