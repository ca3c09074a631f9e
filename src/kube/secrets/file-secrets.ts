import type { Path, Place } from '../../yaml/document.ts';
import type { FileSide, Scope } from '../touched-file.ts';
import type { LeafContext } from './classify.ts';
import { forEachField, subjectPath } from './fields.ts';
import { judgeField } from './judge.ts';
import { judgeTokens } from './judge-open.ts';
import { keyFile } from './key-file.ts';
import { readLoosely } from './loose-document.ts';
import type { Judgement, Sighting } from './sighting.ts';
import { identityOf, isMapping, type Source, valueAtPath } from './source.ts';
import { judgeText } from './text-file.ts';

/** One file of one side. */
export interface SecretFile {
  readonly path: string;
  readonly scope: Scope;
  readonly side: FileSide;
  /** Whether a secretGenerator of this side turns the file into a Secret. */
  readonly isSecretFile: boolean;
}

/** Everything in one file that is a plaintext secret, a placeholder for one, or a plain value where secrets stand. */
export function fileSecrets(file: SecretFile): readonly Sighting[] {
  switch (file.side.structure) {
    case 'manifest':
      return [...manifestSecrets(file)];
    case 'template':
      return withStrayTokens(
        file,
        readLoosely(file.side.text).flatMap((source) => [...sourceSecrets(file, source, source.value)]),
      );
    case 'text':
      return textSecrets(file);
    case 'binary':
      return binarySecrets(file);
    default:
      return [];
  }
}

function manifestSecrets(file: SecretFile): readonly Sighting[] {
  const { side } = file;
  const found: Sighting[] = [];
  const covered = new Set<unknown>();
  for (const resource of side.resources) {
    covered.add(resource.document);
    const inner = side.resources.some(
      (other) => other !== resource && other.document === resource.document && isBelow(resource.path, other.path),
    );
    if (!inner) found.push(...sourceSecrets(file, withIdentity(resource, file.path), resource.document.value));
  }
  for (const document of side.documents) {
    if (covered.has(document)) continue;
    found.push(...sourceSecrets(file, withIdentity(document, file.path), document.value));
  }
  for (const { line, text } of unreadableParts(side)) {
    for (const source of readLoosely(text, line)) found.push(...sourceSecrets(file, source, source.value));
  }
  if (file.isSecretFile) found.push(...textSecrets(file));
  return withStrayTokens(file, found);
}

const isBelow = (path: Path, ancestor: Path): boolean =>
  path.length > ancestor.length && ancestor.every((step, index) => step === path[index]);

function withIdentity(source: Omit<Source, 'identity'>, path: string): Source {
  const isKustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
  const own = identityOf(source.value);
  const implied = { group: 'kustomize.config.k8s.io', kind: 'Kustomization', namespace: undefined, name: '' };
  return {
    identity: own ?? (isKustomization ? implied : undefined),
    value: source.value,
    at: (at) => source.at(at),
    valueAt: (at) => source.valueAt(at),
    styleAt: (at) => source.styleAt(at),
  };
}

/** The document slices that could not be parsed. */
function unreadableParts(side: FileSide): readonly { readonly line: number; readonly text: string }[] {
  if (side.unreadable.length === 0) return [];
  const lines = side.text.split('\n');
  const parts: { line: number; text: string }[] = [];
  let start = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && !/^---(?:\s|$)/.test(lines[at] ?? '')) continue;
    const isBroken = side.unreadable.some(({ line }) => line - 1 >= start && line - 1 <= at);
    if (isBroken) parts.push({ line: start + 1, text: lines.slice(start, at).join('\n') });
    start = at + 1;
  }
  return parts;
}

function* sourceSecrets(file: SecretFile, source: Source, document: unknown): Iterable<Sighting> {
  const context: LeafContext = { sops: isSopsDocument(document), argoVaultPlugin: usesArgoVaultPlugin(source.value) };
  const found: Sighting[] = [];
  let hasSafeSecret = false;
  const describesOthers = isJsonSchema(source.value, file.path);
  forEachField(source, (field) => {
    if (context.sops === true && field.path[0] === 'sops') return;
    const role = describesOthers ? 'name' : field.role;
    const judgements = judgeField(field.text, field.key, role, context, field.previous);
    if (judgements.length === 0 && /^secret/.test(field.role) && field.text !== '') hasSafeSecret = true;
    for (const judgement of judgements) {
      found.push({
        ...judgement,
        scope: file.scope,
        object: source.identity,
        path: [
          ...(source.identity === undefined ? [file.path] : []),
          ...subjectPath(source.value, field.path),
          ...judgement.inner,
        ],
        key: judgement.inner.at(-1) ?? field.key,
        role: field.role,
        file: file.path,
        locate: () => locate(source, field.path, judgement),
      });
    }
  });
  // Beside a reference or a template, a plain host or user name is what one expects.
  yield* hasSafeSecret || isDeclaredInArgoCd(source.value)
    ? found.filter((sighting) => sighting.is !== 'companion')
    : found;
}

/** A document that SOPS wrote: its MAC is what makes ENC[…] more than a shape. */
function isSopsDocument(value: unknown): boolean {
  const sops = valueAtPath(value, ['sops']);
  return (
    isMapping(sops) && typeof sops.mac === 'string' && sops.mac.startsWith('ENC[') && sops.lastmodified !== undefined
  );
}

/** A JSON schema describes values; what stands in it under `password` is a description or a default. */
function isJsonSchema(value: unknown, path: string): boolean {
  return (
    path.endsWith('.schema.json') ||
    (isMapping(value) && typeof value.$schema === 'string' && isMapping(value.properties))
  );
}

function usesArgoVaultPlugin(value: unknown): boolean {
  return typeof valueAtPath(value, ['metadata', 'annotations', 'avp.kubernetes.io/path']) === 'string';
}

/** Argo CD declares repositories and clusters as Secrets, with or without credentials. */
function isDeclaredInArgoCd(value: unknown): boolean {
  return typeof valueAtPath(value, ['metadata', 'labels', 'argocd.argoproj.io/secret-type']) === 'string';
}

function locate(source: Source, path: Path, judgement: Judgement): Place {
  const style = source.styleAt(path);
  if (judgement.offset === undefined || style === undefined) return source.at(path);
  const start = source.valueAt(path);
  if (style !== 'literal') return start;
  return { line: start.line + judgement.offset.line - 1, column: start.column + judgement.offset.column - 1 };
}

/** Tokens that stand in comments, keys or text no reading reached. */
function withStrayTokens(file: SecretFile, found: readonly Sighting[]): readonly Sighting[] {
  const known = new Set(found.map((sighting) => sighting.secret));
  // In comments only what is unmistakable: example URLs and hashes stand there by the dozen.
  const stray = judgeTokens(file.side.text).filter(
    (token) =>
      token.severity !== 'high' &&
      !known.has(token.secret) &&
      !found.some((sighting) => sighting.secret.includes(token.secret)),
  );
  if (stray.length === 0) return found;
  return [...found, ...stray.map((token) => fileSighting(file, token, token.offset))];
}

function textSecrets(file: SecretFile): readonly Sighting[] {
  return judgeText(file.path, file.side.text, file.isSecretFile).map((judgement) =>
    fileSighting(file, judgement, judgement.offset),
  );
}

function binarySecrets(file: SecretFile): readonly Sighting[] {
  const store = keyFile(file.side.bytes);
  if (store === undefined) return [];
  const judgement: Judgement = {
    is: 'literal',
    what: store.name,
    format: store.id,
    severity: 'critical',
    secret: file.side.id,
    inner: [],
    offset: undefined,
  };
  return [fileSighting(file, judgement, undefined)];
}

function fileSighting(file: SecretFile, judgement: Judgement, place: Place | undefined): Sighting {
  return {
    ...judgement,
    scope: file.scope,
    object: undefined,
    path: [file.path, ...judgement.inner],
    key: judgement.inner.at(-1) ?? '',
    role: file.isSecretFile ? 'secret' : 'open',
    file: file.path,
    locate: () => place ?? { line: 1, column: 1 },
  };
}
