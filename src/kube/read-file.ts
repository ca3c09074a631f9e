import { once } from '../groups.ts';
import { json } from '../plain-values.ts';
import { decodeText } from '../yaml/decode-text.ts';
import type { Document, Unreadable, YamlLimits } from '../yaml/document.ts';
import { parseText } from '../yaml/parse-yaml.ts';
import { isCandidate } from './candidate.ts';
import { embeddedObjects } from './embedded.ts';
import { mayCarry } from './identity/carriers.ts';
import { isKustomization } from './kustomization.ts';
import { rbacKinds } from './rbac-kinds.ts';
import type { Resource } from './resource.ts';
import { inFile, resourcesOf } from './resources.ts';
import { readEachWay, readTemplate } from './template/actions.ts';
import type { FileSide, Structure } from './touched-file.ts';

/** One side of a file as git has it. */
export interface FileContent {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  readonly size: number;
  /** Undefined where it is over the limit, and for a submodule, which has no content. */
  readonly bytes: Buffer | undefined;
  /** Whether Helm renders it: it is below `templates/` of a folder with a Chart.yaml. */
  readonly isTemplate: boolean;
  /** Whether a kustomization names it: then it is read as a manifest whatever it is called, and never as a template. */
  readonly isNamed: boolean;
  readonly limits: YamlLimits;
  /** Definitions of custom resources that the other side holds as well: they are not read (see `sharedDefinitions`). */
  readonly shared?: ReadonlySet<string>;
  /** Why it was left unread, where its own size is not the reason. */
  readonly overTotal?: string;
}

/** Reads files, each content once: one blob can be at every path of a tree. */
export class FileReader {
  readonly #known = new Map<string, FileSide>();

  /** What `readFile` gives. */
  read(content: FileContent): FileSide {
    const { path, mode, id, bytes, isTemplate, isNamed, shared } = content;
    if (bytes === undefined) return readFile(content);
    // Of other sides others are left out.
    if (shared !== undefined && shared.size > 0) return readFile(content);
    // All that reading depends on apart from the content.
    const key = [id, mode, isTemplate, isNamed, hasManifestExtension(path), isKustomization(path)].join(' ');
    const known = this.#known.get(key);
    if (known === undefined) {
      const side = readFile(content);
      this.#known.set(key, side);
      return side;
    }
    if (known.resources.length === 0 && known.ways === undefined) return known;
    const here = (resources: readonly Resource[]) => resources.map((resource) => inFile(resource, path));
    return { ...known, resources: here(known.resources), ...(known.ways && { ways: known.ways.map(once(here)) }) };
  }
}

/** Reads one side of a touched file and decides what it is. Pure; never throws. */
export function readFile(content: FileContent): FileSide {
  const { mode, bytes, size, limits } = content;
  // Where it points is worth knowing; it is never followed.
  if (mode === '120000') return { ...unread(content, 'symlink'), bytes: bytes ?? Buffer.alloc(0) };
  if (mode === '160000') return unread(content, 'submodule');
  if (bytes === undefined || bytes.length > limits.bytes)
    return { ...unread(content, 'oversize'), unreadable: [tooLarge(content)] };
  if (size < 1024 && bytes.includes('version https://git-lfs.github.com/spec/')) return unread(content, 'lfs-pointer');
  return readBytes(content, bytes);
}

function readBytes(content: FileContent, bytes: Buffer): FileSide {
  const { id, mode, size, limits, shared } = content;
  const isBinary = bytes.includes(0) && !hasUtf16Mark(bytes);
  if (isBinary && !mayHoldObject(bytes.toString('latin1'))) return { ...unread(content, 'binary'), bytes };
  const decoded = decodeText(bytes);
  const { text } = decoded;
  const side = { id, mode, size, text, bytes, ...waysOf(content, text) };
  if (!isManifestName(content) && !mayHoldObject(text)) return { ...side, ...asText };
  const { documents, unreadable } = parseText(decoded, limits, shared);
  if (unreadable.length > 0 && content.isTemplate && !content.isNamed && text.includes('{{')) {
    const template = readTemplate(text, limits);
    return {
      ...side,
      structure: 'template',
      documents: template,
      resources: objects(template, content, bytes, text),
      unreadable: [],
    };
  }
  const resources = objects(documents, content, bytes, text);
  const parsed = { ...side, documents, resources };
  const structure = structureOf(content, text, documents, resources, unreadable);
  if (structure === 'manifest') return { ...parsed, structure, unreadable };
  if (documents.length > 0 && unreadable.every(({ reason }) => reason === 'ambiguous')) {
    return { ...parsed, structure: 'manifest', unreadable: [] };
  }
  // What could not be read is kept: it matters where there was a manifest before.
  return { ...side, ...asText, structure: isBinary ? 'binary' : 'text', unreadable };
}

/** What a template gives in each way it may be installed. */
function waysOf({ path, isTemplate, isNamed, limits }: FileContent, text: string): Pick<FileSide, 'ways'> {
  if (!isTemplate || isNamed || !text.includes('{{')) return {};
  const ways = readEachWay(text, limits);
  const given = once((all: readonly Document[]) => all.flatMap((document) => resourcesOf(document, path)));
  return ways.length === 0 ? {} : { ways: ways.map(given) };
}

/** The objects of documents, those inside others as well. */
function objects(
  documents: readonly Document[],
  { path, limits }: FileContent,
  bytes: Buffer,
  text: string,
): readonly Resource[] {
  const mayEmbed = text.includes('Secret') || mayCarry(text) || isCandidate(bytes);
  return documents.flatMap((document) => {
    const read = resourcesOf(document, path);
    const own = document.isBranch === true ? read.filter(isComparedAlone) : read;
    return mayEmbed ? [...own, ...embeddedObjects(document, path, own, limits)] : own;
  });
}

/** What is compared definition by definition: of what protects together, as network policies do, the last branch holds. */
function isComparedAlone({ kind, name, value }: Resource): boolean {
  if (kind === 'ConfigMap' && grantingMaps.includes(name)) return true;
  return comparedAlone.includes(kind) || json(value).includes('"containers":');
}

/** ConfigMaps that say who may do what. */
const grantingMaps = ['argocd-rbac-cm', 'aws-auth'];

/** Apart from what makes pods. */
const comparedAlone = [...rbacKinds, 'Namespace', 'Project', 'ServiceAccount'];

const asText = { structure: 'text', documents: [], resources: [], unreadable: [] } as const;

function structureOf(
  content: FileContent,
  text: string,
  documents: readonly Document[],
  resources: readonly Resource[],
  unreadable: readonly Unreadable[],
): Structure {
  if (!isManifestName(content)) {
    // Only a kustomization can name such a file, and kustomize refuses it whole where any part is broken: prose with
    // manifests in it is not a manifest.
    return resources.length > 0 && unreadable.length === 0 ? 'manifest' : 'text';
  }
  if (resources.length > 0 || (content.shared?.size ?? 0) > 0) return 'manifest';
  if (unreadable.length === 0) return documents.length > 0 ? 'manifest' : 'text';
  return content.isNamed || isKustomization(content.path) || mayHoldObject(unreadText(text, unreadable))
    ? 'manifest'
    : 'text';
}

/** Whether tools read a path as YAML or JSON by its name alone. */
export function hasManifestExtension(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path) || isKustomization(path);
}

function isManifestName({ path, isNamed }: FileContent): boolean {
  return isNamed || hasManifestExtension(path);
}

/**
 * Whether text can be a Kubernetes object: it names both fields that every object has, or holds escapes or tags that
 * could spell them.
 */
export function mayHoldObject(text: string): boolean {
  if (text.includes('apiVersion') && text.includes('kind')) return true;
  return /\\[xuU\r\n]|!!?<?[^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})/.test(text);
}

/** The lines that were not read. */
function unreadText(text: string, unreadable: readonly Unreadable[]): string {
  const lines = text.split('\n');
  return unreadable.map(({ firstLine, lastLine }) => lines.slice(firstLine - 1, lastLine).join('\n')).join('\n');
}

function hasUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

const nothingRead = { text: '', bytes: Buffer.alloc(0), documents: [], resources: [], unreadable: [] } as const;

function unread({ id, mode, size }: FileContent, structure: Structure): FileSide {
  return { id, mode, size, structure, ...nothingRead };
}

function tooLarge({ size, limits, overTotal }: FileContent): Unreadable {
  const detail = overTotal ?? `the file has ${size} bytes, more than ${limits.bytes} (limit bytes)`;
  const reason = overTotal === undefined ? 'bytes' : 'whole-change';
  return { reason, detail, line: 1, column: 1, firstLine: 1, lastLine: 1 };
}
