import { mayHideWords } from '../../kube/candidate.ts';
import type { FileSide } from '../../kube/touched-file.ts';
import { isMapping, mapping } from '../../plain-values.ts';
import type { Document, Path, Place, Unreadable, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { valueAtPath } from '../text/source.ts';
import { isSopsValue } from '../value/encrypted.ts';
import { asWritten } from './as-written.ts';
import { Comments } from './comments.ts';
import { type FlatFormat, flatFormatOf, readFlat } from './flat-store.ts';
import { type SopsLeaf, sopsLeaves } from './leaves.ts';
import { type SopsMetadata, sopsMetadata } from './metadata.ts';

/** A file as one of the stores of SOPS reads it; the binary store is that of JSON with all of a file under `data`. */
export interface SopsContent {
  readonly leaves: readonly SopsLeaf[];
  /** Undefined where it is not a file of SOPS. */
  readonly metadata: SopsMetadata | undefined;
  readonly hasCiphertext: boolean;
  /** The place of an entry of the `sops` block, by its path in it; undefined where there is none. */
  blockAt(path: Path): Place | undefined;
}

export type SopsFormat = FlatFormat | 'tree';

const limits: YamlLimits = { bytes: 16_000_000, documents: 1000, depth: 100, aliases: 100, expandedNodes: 500_000 };

/** The format of a side of a file that may be one of SOPS, whatever its name; undefined where nothing in it points to SOPS. */
export function sopsFormatOf(side: FileSide | undefined): SopsFormat | undefined {
  if (side?.structure !== 'manifest' && side?.structure !== 'text') return undefined;
  // An escape may write either word.
  if (!/sops|ENC\[AES256_GCM/.test(side.text) && !mayHideWords(side.bytes)) return undefined;
  if (isMapping(mapping(side.documents[0]?.value).sops)) return 'tree';
  const isTree = side.documents.length > 0 || /sops["']?\s{0,20}:/.test(side.text);
  return flatFormatOf(side.text) ?? (isTree ? 'tree' : undefined);
}

/** Reads a side in a format. */
export function readSopsContent(side: FileSide, format: SopsFormat): SopsContent {
  return format === 'tree' ? readTree(side) : readAssignments(side, format);
}

function readTree(side: FileSide): SopsContent {
  const documents = documentsOf(side);
  const block = mapping(documents[0]?.value).sops;
  const comments = new Comments(side.text);
  const leaves = sopsLeaves(documents, (document, path) => comments.on(document, path));
  const [first] = documents;
  const written = first === undefined ? block : asWritten(first, side.text, ['sops'])(block);
  return content(leaves, written, (path) =>
    valueAtPath(block, path) === undefined ? undefined : documents[0]?.at(['sops', ...path]),
  );
}

function documentsOf({ documents, bytes }: FileSide): readonly Document[] {
  return documents.length > 0 ? documents : parseYaml(bytes, limits).documents;
}

/** The parts of a side that the store of YAML and JSON could not read, apart from those that tools read in different ways. */
export function unreadParts({ documents, unreadable, bytes }: FileSide): readonly Unreadable[] {
  const parts = documents.length > 0 || unreadable.length > 0 ? unreadable : parseYaml(bytes, limits).unreadable;
  return parts.filter(({ reason }) => reason !== 'ambiguous');
}

function readAssignments(side: FileSide, format: FlatFormat): SopsContent {
  const { values, block, blockAt } = readFlat(side.text, format);
  const leaves = values.flatMap(({ keys, text, place, comments }): SopsLeaf[] => {
    const source = { value: undefined, at: () => place, valueAt: () => place, styleAt: () => undefined };
    const isEncrypted = isSopsValue(text);
    return text === '' ? [] : [{ source, path: keys, keys, text, isEncrypted, comments: () => comments }];
  });
  return content(leaves, block, blockAt);
}

function content(leaves: readonly SopsLeaf[], block: unknown, blockAt: SopsContent['blockAt']): SopsContent {
  const hasCiphertext = leaves.some(({ isEncrypted }) => isEncrypted);
  return { leaves, metadata: sopsMetadata(block), hasCiphertext, blockAt };
}
