import { isMapping, list, scalarText, valueUnder } from '../../plain-values.ts';
import type { Path, Place } from '../../yaml/document.ts';
import { type Field, forEachField, subjectPath } from '../places/fields.ts';
import { type Assignment, readAssignments } from '../text/assignments.ts';
import { readEmbedded } from '../text/embedded.ts';
import { isSopsDocument, type Source } from '../text/source.ts';
import type { LeafContext } from '../value/classify.ts';
import { cipherScheme, isSopsValue } from '../value/encrypted.ts';
import { filledInBy, variableIn } from '../value/reference.ts';

/** A text of a source, with what it is in. */
export interface Leaf {
  /** The file that it is in, where that is not its source's own: a generator packs it. */
  readonly file?: string;
  /** Its path, list items by their names; in a text that is a document itself, that document's path after it. */
  readonly steps: readonly string[];
  readonly key: string;
  readonly text: string;
  /** How it is protected, to follow `which`; undefined where it is not. */
  readonly protection: string | undefined;
  /** Costly: only for what is reported. */
  locate(): Place;
}

/** A source, or a document in one of its texts. */
export interface Part {
  readonly value: unknown;
  /** The path of the text it is in. */
  readonly steps: readonly string[];
  at(path: Path): Place;
}

/** All that a source holds. */
export interface Content {
  readonly leaves: readonly Leaf[];
  readonly parts: readonly Part[];
}

/** What a source says of all its leaves. */
interface Reading extends LeafContext {
  /** Who fills in the expressions of its templates. */
  readonly filler: string | undefined;
}

/** Texts in texts are read into so deep. */
const deepest = 2;

/** Every text of a source, those in documents and assignments inside its texts as well. `document` is what the source is a part of. */
export function contentOf(source: Source, document: unknown): Content {
  const found = { leaves: [], parts: [] };
  const start = {
    steps: [],
    at: (path: Path) => source.at(path),
    valueAt: (path: Path) => source.valueAt(path),
    depth: 0,
  };
  collect(source, readingOf(source, document), start, found);
  return found;
}

interface Found {
  readonly leaves: Leaf[];
  readonly parts: Part[];
}

/** Where a source is that is collected. */
interface Outer {
  readonly steps: readonly string[];
  readonly depth: number;
  at(path: Path): Place;
  valueAt(path: Path): Place;
}

function readingOf({ value, identity }: Source, document: unknown): Reading {
  const annotations = valueUnder(value, 'metadata', 'annotations');
  return {
    sops: isSopsDocument(document),
    argoVaultPlugin: scalarText(valueUnder(annotations, 'avp.kubernetes.io/path')) !== '',
    filler: fillerOf(identity?.kind ?? ''),
  };
}

function fillerOf(kind: string): string | undefined {
  if (/^(?:Cluster)?ExternalSecret$|^PushSecret$/.test(kind)) return 'External Secrets filled in';
  if (kind === 'SealedSecret') return 'Sealed Secrets filled in';
  return /^Vault(?:Static|Dynamic|PKI)Secret$/.test(kind) ? 'the Vault Secrets Operator filled in' : undefined;
}

function collect(source: Source, reading: Reading, outer: Outer, found: Found): void {
  found.parts.push({ value: source.value, steps: outer.steps, at: (path) => outer.at(path) });
  const visit = ({ path, key, text, role, isJoined }: Field) => {
    if (isJoined === true || (reading.sops === true && path[0] === 'sops')) return;
    const at = [...path];
    const steps = [...outer.steps, ...subjectPath(source.value, at)];
    const flag = /^--?([A-Za-z][\w.-]{2,60})=([\s\S]*)$/.exec(text);
    const own =
      flag?.[1] === undefined || flag[2] === undefined
        ? { steps, key, text }
        : { steps: [...steps, flag[1]], key: flag[1], text: flag[2] };
    const locate = () => outer.valueAt(at);
    const inner: Leaf[] = [];
    if (outer.depth < deepest && role !== 'sealed' && /\n|^\s*[{[]/.test(text)) {
      const place = { steps, depth: outer.depth + 1, start: locate, isLiteral: source.styleAt(at) === 'literal' };
      inside(text, reading, place, { leaves: inner, parts: found.parts });
    }
    // What is protected inside is said there.
    const isInside = inner.some((leaf) => leaf.protection !== undefined);
    found.leaves.push({ ...own, protection: isInside ? undefined : protectionOf(own.text, own.key, reading), locate });
    for (const leaf of inner) found.leaves.push(leaf);
  };
  forEachField(source, visit, { withSwitches: true });
}

interface TextPlace extends Pick<Outer, 'steps' | 'depth'> {
  /** Whether the text is written as it is, so that its lines are lines of the file. */
  readonly isLiteral: boolean;
  start(): Place;
}

/** The leaves of a text that is a document, or assigns. */
function inside(text: string, reading: Reading, { steps, depth, start, isLiteral }: TextPlace, found: Found): void {
  const moved = (place: Place): Place => {
    const first = start();
    return isLiteral ? { ...first, line: first.line + place.line - 1, column: first.column + place.column - 1 } : first;
  };
  const sources = readEmbedded(text)?.sources.filter(
    ({ value }) => (isMapping(value) ? Object.keys(value) : list(value)).length > 0,
  );
  for (const inner of sources ?? []) {
    const at = (path: Path) => moved(inner.at(path));
    collect(inner, reading, { steps, depth, at, valueAt: (path) => moved(inner.valueAt(path)) }, found);
  }
  if (sources !== undefined && sources.length > 0) return;
  for (const { key, value, place } of readAssignments(text))
    found.leaves.push({
      steps: [...steps, key],
      key,
      text: value,
      protection: protectionOf(value, key, reading),
      locate: () => moved(place),
    });
}

/** The leaves of a text that is not a manifest: what it assigns. */
export function textLeaves(text: string, isSops: boolean): readonly Leaf[] {
  const reading = { sops: isSops, filler: undefined };
  return (isSops ? sopsLines(text) : readAssignments(text)).map(({ key, value, place }) => ({
    steps: [key],
    key,
    text: value,
    protection: protectionOf(value, key, reading),
    locate: () => place,
  }));
}

/** The lines of SOPS's dotenv and INI files; its own are none. */
function sopsLines(text: string): readonly Pick<Assignment, 'key' | 'value' | 'place'>[] {
  let section = '';
  return text.split('\n').flatMap((line, index) => {
    section = /^\s*\[([^\]]{1,100})\]\s*$/.exec(line)?.[1]?.concat('.') ?? section;
    const [, key, value] = /^\s*(?:export\s+)?([\w.-]{1,200})\s*=\s*(.{0,8000}?)\s*$/.exec(line) ?? [];
    if (key === undefined || value === undefined || section === 'sops.' || key.startsWith('sops_')) return [];
    return [{ key: section + key, value, place: { line: index + 1, column: line.indexOf(value) + 1 } }];
  });
}

function protectionOf(text: string, key: string, reading: Reading): string | undefined {
  const value = text.trim();
  if (value === '') return undefined;
  if (reading.sops === true && isSopsValue(value)) return 'SOPS encrypted';
  const scheme = cipherScheme(value);
  if (scheme !== undefined) return `${scheme} encrypted`;
  if (value.includes('{{')) {
    const filler = /^vault\.hashicorp\.com\/agent-inject-template/.test(key)
      ? 'the Vault agent filled in'
      : reading.filler;
    if (filler !== undefined) return filler;
  }
  return filledInBy(value, reading) ?? variableOf(value);
}

/** A value that is a variable of a secret's name: `${SECRET_DOMAIN}` of Flux, `$(DB_PASSWORD)` of Kubernetes, `$DB_PASSWORD` of envsubst. */
function variableOf(value: string): string | undefined {
  const braced = /^(?:\$\{([A-Za-z_]\w{0,100})\}|\$\(([A-Za-z_]\w{0,100})\))$/.exec(value);
  const name = braced?.slice(1).find(Boolean) ?? variableIn(value);
  return name !== undefined && /secret|passw|passphrase|token|credential|(?:api|private|access)_?key/i.test(name)
    ? `came from the variable ${name}`
    : undefined;
}
