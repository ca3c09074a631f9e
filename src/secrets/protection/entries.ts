import { folderOf, isKustomization, pathBelow } from '../../kube/kustomization.ts';
import { json, list, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { Path, Place } from '../../yaml/document.ts';
import { judgeEncodedSecret, judgeSecret } from '../judge/judge-secret.ts';
import { subjectPath } from '../places/fields.ts';
import { readAssignments } from '../text/assignments.ts';
import type { LeafContext } from '../value/classify.ts';
import { decodeBase64Text } from '../value/decode.ts';
import type { Item } from './items.ts';
import { isEncryptedText } from './lost-files.ts';
import { isOpen } from './readable.ts';

/** An entry of a Secret as the repository has it, wherever it is written. */
export interface Entry {
  readonly item: Item;
  /** The file that its value is in. */
  readonly file: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly key: string;
  readonly steps: readonly string[];
  readonly text: string;
  /** Whether it is a secret that can be read. */
  isLiteral(): boolean;
  /** Whether it says anything, which is enough where it was encrypted. */
  isOpen(): boolean;
  locate(): Place;
}

/** Where kinds of objects hold entries of the Secret that they make. */
const places: Readonly<Record<string, readonly Path[]>> = {
  Secret: [['data'], ['stringData']],
  SealedSecret: [
    ['spec', 'template', 'data'],
    ['spec', 'template', 'stringData'],
  ],
  ExternalSecret: [['spec', 'target', 'template', 'data']],
};

/** Characters of packed files that are read on one side: a file may be packed any number of times. */
const mostPacked = 4_000_000;

/** The files of one side, as generators pack them. */
export class PackedTexts {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #encrypted = new Map<string, boolean>();
  #left = mostPacked;

  constructor(texts: ReadonlyMap<string, string> = new Map()) {
    this.#texts = texts;
  }

  /** The file that a generator names, and the key it becomes: `KEY=PATH`, else the file's name. */
  packed({ file: kustomization }: Pick<Item, 'file'>, file: unknown): PackedFile {
    const written = scalarText(file);
    const cut = written.indexOf('=');
    const path = pathBelow(folderOf(kustomization), written.slice(cut + 1)) ?? '';
    const content = written === '' ? undefined : this.#texts.get(path);
    const key = cut < 0 ? path.slice(path.lastIndexOf('/') + 1) : written.slice(0, cut);
    return { key, path, content, isEncrypted: content !== undefined && this.#isEncrypted(path, content) };
  }

  /** Whether a text of this length is still read; counts it. */
  mayRead({ length }: string): boolean {
    this.#left -= length;
    return this.#left >= 0;
  }

  #isEncrypted(path: string, content: string): boolean {
    const known = this.#encrypted.get(path) ?? isEncryptedText(content);
    this.#encrypted.set(path, known);
    return known;
  }
}

interface PackedFile {
  readonly key: string;
  readonly path: string;
  /** Undefined where it is not among the touched files. */
  readonly content: string | undefined;
  readonly isEncrypted: boolean;
}

/** The entries that an item writes. What is in a file of SOPS is judged by its selectors. */
export function entriesOf(item: Item, texts: PackedTexts): readonly Entry[] {
  const { identity, source, isSops } = item;
  if (source === undefined || isSops) return [];
  if (isKustomization(item.file)) return generatedEntries(item, texts);
  if (identity === undefined) return [];
  const { kind, namespace, name } = identity;
  return (Object.hasOwn(places, kind) ? (places[kind] ?? []) : []).flatMap((place) =>
    Object.entries(mapping(valueUnder(source.value, ...place.map(String)))).map(([key, value]): Entry => {
      const path = [...place, key];
      // Kubernetes refuses a list there, and whoever reads the file does not.
      const written = typeof value === 'object' && value !== null ? json(value) : scalarText(value);
      const isEncoded = kind === 'Secret' && place[0] === 'data';
      return {
        item,
        file: item.file,
        namespace,
        name:
          (kind === 'ExternalSecret' ? text(valueUnder(source.value, 'spec', 'target', 'name')) : undefined) ?? name,
        key,
        steps: subjectPath(source.value, path),
        text: written,
        isLiteral: () => isLiteralEntry(written, key, isEncoded, item),
        isOpen: () => isOpenEntry(written, key, isEncoded, item),
        locate: () => source.valueAt(path),
      };
    }),
  );
}

function contextOf({ source }: Item): LeafContext {
  const annotations = mapping(valueUnder(source?.value, 'metadata', 'annotations'));
  return { argoVaultPlugin: scalarText(annotations['avp.kubernetes.io/path']) !== '', secretOnly: true };
}

function isOpenEntry(written: string, key: string, isEncoded: boolean, item: Item): boolean {
  const decoded = isEncoded ? (decodeBase64Text(written) ?? written) : written;
  return [written, decoded].every((text) => isOpen(text, key, contextOf(item)));
}

function isLiteralEntry(written: string, key: string, isEncoded: boolean, item: Item): boolean {
  const context = contextOf(item);
  const judged = isEncoded ? judgeEncodedSecret(written, key, context) : judgeSecret(written, key, context);
  return judged.some(({ is }) => is === 'literal');
}

/** The entries of a kustomization's secretGenerators: its literals, and those of the files that it packs. */
function generatedEntries(item: Item, texts: PackedTexts): readonly Entry[] {
  const { source } = item;
  return list(mapping(source?.value).secretGenerator).flatMap((generator, at): readonly Entry[] => {
    const { name, namespace, literals, files, envs, env } = mapping(generator);
    const own = { namespace: text(namespace), name: text(name) ?? '' };
    const entry = (key: string, written: string, file: string, field: string, locate: () => Place): Entry => ({
      ...own,
      item,
      file,
      key,
      steps: ['secretGenerator', `[${own.name}]`, field, key],
      text: written,
      isLiteral: () => isLiteralEntry(written, key, false, item),
      isOpen: () => isOpenEntry(written, key, false, item),
      locate,
    });
    const first = { line: 1, column: 1 };
    const inFile = (field: string, file: unknown, read: (packed: PackedFile, text: string) => readonly Entry[]) => {
      const packed = texts.packed(item, file);
      const { key, path, content, isEncrypted } = packed;
      if (content === undefined || isEncrypted) return [];
      if (texts.mayRead(content)) return read(packed, content);
      // What is in it is not known: it may be anything.
      return [{ ...entry(key, '', path, field, () => first), isLiteral: () => true, isOpen: () => true }];
    };
    return [
      ...list(literals).flatMap((literal, index) => {
        const [, key, value] = /^([^=]+)=([\s\S]*)$/.exec(scalarText(literal)) ?? [];
        if (key === undefined || value === undefined) return [];
        const locate = () => source?.valueAt(['secretGenerator', at, 'literals', index]) ?? first;
        return [entry(key, value.replace(/^(["'])([\s\S]*)\1$/, '$2'), item.file, 'literals', locate)];
      }),
      ...[...new Set(list(files))].flatMap((file) =>
        inFile('files', file, ({ key, path }, content) => [entry(key, content, path, 'files', () => first)]),
      ),
      ...[...new Set([...list(envs), env])].flatMap((file) =>
        inFile('envs', file, ({ path }, content) =>
          readAssignments(content).map(({ key, value, place }) => entry(key, value, path, 'envs', () => place)),
        ),
      ),
    ];
  });
}
