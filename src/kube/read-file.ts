import { decodeText } from '../yaml/decode-text.ts';
import type { Document, Unreadable, YamlLimits } from '../yaml/document.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Resource } from './resource.ts';
import { resourcesOf } from './resources.ts';
import type { FileSide, Structure } from './touched-file.ts';

/** One side of a file as git has it. */
export interface FileBlob {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  readonly size: number;
  /** Undefined where the blob was not read: it is over the limit, or no blob (a submodule). */
  readonly bytes: Buffer | undefined;
  /** Whether Helm renders this path as a template. */
  readonly isHelmTemplate: boolean;
}

/** Reads one side of a touched file and decides what it is. Pure; never throws. */
export function readFile(blob: FileBlob, limits: YamlLimits): FileSide {
  if (blob.mode === '120000') return unread(blob, 'symlink');
  if (blob.mode === '160000') return unread(blob, 'submodule');
  if (blob.bytes === undefined || blob.bytes.length > limits.bytes) return unread(blob, 'oversize');
  if (blob.size < 1024 && blob.bytes.includes('version https://git-lfs.github.com/spec/'))
    return unread(blob, 'lfs-pointer');
  return readBytes(blob, blob.bytes, limits);
}

function readBytes(blob: FileBlob, bytes: Buffer, limits: YamlLimits): FileSide {
  const isBinary = bytes.includes(0) && !hasUtf16Mark(bytes);
  if (isBinary && !hasTrace(bytes.toString('latin1'))) return { ...unread(blob, 'binary'), bytes };
  const { text } = decodeText(bytes);
  const side = { id: blob.id, mode: blob.mode, size: blob.size, text, bytes };
  const isManifestPath = hasManifestExtension(blob.path);
  if (!isManifestPath && !hasTrace(text)) return { ...side, ...asText };
  const { documents, unreadable } = parseYaml(bytes, limits);
  const resources = documents.flatMap((document) => resourcesOf(document, blob.path));
  const parsed = { ...side, documents, resources };
  if (unreadable.length > 0 && blob.isHelmTemplate && text.includes('{{')) {
    return { ...parsed, structure: 'template', unreadable: [] };
  }
  const structure = structureOf(blob.path, text, documents, resources, unreadable);
  if (structure === 'manifest') return { ...parsed, structure, unreadable };
  // What could not be read is kept: it matters where a manifest stood before.
  return { ...side, ...asText, structure: isBinary ? 'binary' : 'text', unreadable };
}

const asText = { structure: 'text', documents: [], resources: [], unreadable: [] } as const;

function structureOf(
  path: string,
  text: string,
  documents: readonly Document[],
  resources: readonly Resource[],
  unreadable: readonly Unreadable[],
): Structure {
  if (resources.length > 0) return 'manifest';
  if (!hasManifestExtension(path)) return 'text';
  if (unreadable.length === 0) return documents.length > 0 ? 'manifest' : 'text';
  return isKustomization(path) || hasTrace(unreadText(text, unreadable)) ? 'manifest' : 'text';
}

/** Whether tools read a path as YAML or JSON without being told to. */
export function hasManifestExtension(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path) || isKustomization(path);
}

function isKustomization(path: string): boolean {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}

/**
 * Whether text can be a Kubernetes object: it names both fields that every object has, or holds escapes or tags that
 * could spell them.
 */
function hasTrace(text: string): boolean {
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

function unread(blob: FileBlob, structure: Structure): FileSide {
  const { id, mode, size } = blob;
  return { id, mode, size, structure, text: '', bytes: Buffer.alloc(0), documents: [], resources: [], unreadable: [] };
}
