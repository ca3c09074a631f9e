import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { FileSide, Generated, Scope } from '../../kube/touched-file.ts';
import { isMapping } from '../../plain-values.ts';
import type { Path, Place } from '../../yaml/document.ts';
import { forEachField, subjectPath } from '../places/fields.ts';
import { isJoinToken, isNodeConfiguration } from '../places/node-configuration.ts';
import { manifestSources, withIdentity } from '../text/file-sources.ts';
import { keyFile } from '../text/key-file.ts';
import { lineCounter } from '../text/line-counter.ts';
import { readLoosely } from '../text/loose-document.ts';
import { isSopsDocument, isSopsEntries, isSopsMetadata, isSopsText, type Source, valueAtPath } from '../text/source.ts';
import { wideText } from '../text/wide-text.ts';
import type { OwnFormats } from '../tokens/own-formats.ts';
import type { LeafContext } from '../value/classify.ts';
import { judgeComments, judgeField } from './judge.ts';
import { countsInProse, judgeTokens } from './judge-open.ts';
import type { SecretMatch, SecretOccurrence } from './secret-occurrence.ts';
import { judgeText, sourceCode } from './text-file.ts';

/** One file of one side. */
export interface SecretFile {
  readonly path: string;
  readonly scope: Scope;
  readonly side: FileSide;
  /** What a generator of this side makes of the file. */
  readonly generated: Generated | undefined;
  /** Formats that the policy states. */
  readonly own: OwnFormats;
}

/** Everything in one file that is a plaintext secret, a placeholder for one, or a plain value where secrets are. */
export function fileSecrets(file: SecretFile): readonly SecretOccurrence[] {
  const found = knownSecrets(file);
  const own = ownSecrets(file);
  if (own.length === 0) return found;
  // Searched for in what is found, and not each in each: there may be any number of both.
  const literals = found.filter(({ is }) => is === 'literal');
  const inside = new Set(literals.flatMap((each) => file.own.find(each.secret).map(({ secret }) => secret)));
  return [...found, ...own.filter(({ secret }) => !inside.has(secret))];
}

/** What matches a format of the policy's own, in the text as it is written. */
function ownSecrets(file: SecretFile): readonly SecretOccurrence[] {
  if (file.side.structure !== 'manifest' && file.side.structure !== 'template' && file.side.structure !== 'text')
    return [];
  const { text } = file.side;
  const matches = file.own.find(text);
  if (matches.length === 0) return [];
  const placeAt = lineCounter(text);
  return matches.map(({ format: { name, severity }, secret, start }) => {
    const what = `a secret of the format ${name}, which the policy states`;
    const match: SecretMatch = {
      is: 'literal',
      what,
      format: `own:${name}`,
      severity,
      secret,
      inner: [],
      offset: undefined,
    };
    return fileSighting(file, match, placeAt(start));
  });
}

function knownSecrets(file: SecretFile): readonly SecretOccurrence[] {
  switch (file.side.structure) {
    case 'manifest':
    case 'template':
      // What a generator packs is a value; a manifest inside a program's source is one of its strings.
      return isInSecret(file) || sourceCode.test(file.path) ? textSecrets(file) : structuredSecrets(file);
    case 'text':
      return textSecrets(file);
    case 'binary':
      return binarySecrets(file);
    default:
      return [];
  }
}

const isInSecret = ({ generated }: SecretFile): boolean => generated?.inSecret === true;

/** The file is scanned for tokens once; its leaves only where they could hold what the file's text does not show. */
function structuredSecrets(file: SecretFile): readonly SecretOccurrence[] {
  const { text, structure } = file.side;
  const tokens = judgeTokens(text);
  const scan: FileScan = { ...file, tokenFree: tokens.length === 0 && !text.includes('\\') };
  const found =
    structure === 'manifest'
      ? manifestSecrets(scan)
      : readLoosely(text).flatMap((source) => [...sourceSecrets(scan, source, source.value)]);
  const known = new Set(found.map((occurrence) => occurrence.secret));
  const comments = judgeComments(text, { sops: isSopsText(text) }).filter(({ secret }) => !known.has(secret));
  return [
    ...found,
    ...strayTokens(file, tokens, found),
    ...comments.map((comment) => fileSighting(file, comment, comment.offset)),
  ];
}

interface Scan extends Pick<SecretFile, 'path' | 'scope'> {
  readonly tokenFree: boolean;
}

interface FileScan extends SecretFile, Scan {}

/** The same in objects that a tool made; `path` is the file that is named where the objects do not know their own. */
export function objectSecrets(
  objects: readonly Resource[],
  file: Pick<SecretFile, 'path' | 'scope'>,
): readonly SecretOccurrence[] {
  const scan = { ...file, tokenFree: false };
  return objects
    .filter(({ isEmbedded }) => isEmbedded !== true)
    .flatMap((resource) => [...sourceSecrets(scan, withIdentity(resource, file.path), resource.document.value)]);
}

function manifestSecrets(file: FileScan): readonly SecretOccurrence[] {
  const found: SecretOccurrence[] = [];
  for (const { document, ...source } of manifestSources(file.side, file.path)) {
    for (const each of sourceSecrets(file, source, document)) found.push(each);
  }
  for (const each of shadowedSecrets(file, found)) found.push(each);
  return found;
}

/** Of a key that occurs twice only the last value is deployed, but the first is just as readable. */
function shadowedSecrets(file: FileScan, found: readonly SecretOccurrence[]): readonly SecretOccurrence[] {
  if (file.side.documents.every((document) => document.duplicateKeys.length === 0)) return [];
  const known = new Set(found.map((occurrence) => occurrence.secret));
  return readLoosely(file.side.text)
    .flatMap((source) => [...sourceSecrets(file, source, source.value)])
    .filter((occurrence) => occurrence.is === 'literal' && !known.has(occurrence.secret));
}

function* sourceSecrets(file: Scan, source: Source, document: unknown): Iterable<SecretOccurrence> {
  const context: LeafContext = {
    sops: isSopsDocument(document) || isSopsEntries(document),
    argoVaultPlugin: usesArgoVaultPlugin(source.value),
    tokenFree: file.tokenFree,
    isChartValues: isChartValues(source.identity, file.path),
  };
  const found: SecretOccurrence[] = [];
  let hasSafeSecret = false;
  const describesOthers = isJsonSchema(source.value, file.path) || isSarif(source);
  const isNode = source.identity === undefined && isNodeConfiguration(source.value, file.path);
  forEachField(source, (field) => {
    if (context.sops === true && isSopsMetadata(document, field.path)) return;
    const role = describesOthers ? 'name' : isNode && isJoinToken(field.path) ? 'secret' : field.role;
    const all = judgeField(field.text, field.key, role, context, field.previous);
    const judgements = field.isJoined === true ? all.filter(({ secret }) => !holds(found, secret)) : all;
    if (judgements.length === 0 && /^secret/.test(field.role) && field.text !== '') hasSafeSecret = true;
    if (judgements.length === 0) return;
    const path = [...field.path];
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
        locate: () => locate(source, path, judgement),
      });
    }
  });
  // Next to a reference or a template, a plain host or user name is what one expects.
  yield* hasSafeSecret || isDeclaredInArgoCd(source.value)
    ? found.filter((occurrence) => occurrence.is !== 'plain-setting')
    : found;
}

const holds = (found: readonly SecretOccurrence[], secret: string): boolean =>
  found.some((other) => other.secret === secret);

/** A JSON schema describes values; what is in it under `password` is a description or a default. */
function isJsonSchema(value: unknown, path: string): boolean {
  return (
    path.endsWith('.schema.json') ||
    (isMapping(value) && typeof value.$schema === 'string' && isMapping(value.properties))
  );
}

/** What an analyzer reports (SARIF 2.1.0 §3.13) quotes and explains; its help texts are full of examples. */
function isSarif({ identity, value }: Source): boolean {
  return identity === undefined && typeof valueAtPath(value, ['runs', 0, 'tool', 'driver', 'name']) === 'string';
}

/** Values of a chart: a values file, or what a release sets. */
function isChartValues(identity: ObjectIdentity | undefined, path: string): boolean {
  return identity === undefined
    ? /values[\w.-]*\.(?:ya?ml|json)$/i.test(path)
    : /^(?:HelmRelease|HelmChart|HelmChartConfig|Application|ApplicationSet|Kustomization)$/.test(identity.kind);
}

function usesArgoVaultPlugin(value: unknown): boolean {
  return typeof valueAtPath(value, ['metadata', 'annotations', 'avp.kubernetes.io/path']) === 'string';
}

/** Argo CD declares repositories and clusters as Secrets, with or without credentials. */
function isDeclaredInArgoCd(value: unknown): boolean {
  return typeof valueAtPath(value, ['metadata', 'labels', 'argocd.argoproj.io/secret-type']) === 'string';
}

function locate(source: Source, path: Path, judgement: SecretMatch): Place {
  const style = source.styleAt(path);
  if (judgement.offset === undefined || style === undefined) return source.at(path);
  const start = source.valueAt(path);
  if (style !== 'literal') return start;
  return { line: start.line + judgement.offset.line - 1, column: start.column + judgement.offset.column - 1 };
}

/** Tokens that are in comments, keys or text no reading reached; of comments only what is unmistakable. */
function strayTokens(
  file: SecretFile,
  tokens: readonly SecretMatch[],
  found: readonly SecretOccurrence[],
): readonly SecretOccurrence[] {
  const stray = tokens.filter(countsInProse);
  if (stray.length === 0) return [];
  const known = new Set(found.flatMap(({ secret }) => [secret, ...judgeTokens(secret).map((token) => token.secret)]));
  return stray.filter(({ secret }) => !known.has(secret)).map((token) => fileSighting(file, token, token.offset));
}

function textSecrets(file: SecretFile): readonly SecretOccurrence[] {
  // UTF-32 begins as UTF-16 does.
  if (file.side.text.includes('\0')) {
    const text = wideText(file.side.bytes);
    if (text !== undefined) return wideSecrets(file, text);
  }
  return judgeText(file.path, file.side.text, file.generated).map((judgement) =>
    fileSighting(file, judgement, judgement.offset),
  );
}

function binarySecrets(file: SecretFile): readonly SecretOccurrence[] {
  const text = wideText(file.side.bytes);
  if (text !== undefined) return wideSecrets(file, text);
  const store = keyFile(file.side.bytes);
  if (store === undefined) return [];
  const judgement: SecretMatch = {
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

/** No YAML reader of a cluster reads UTF-32, but people and programs do. */
function wideSecrets(file: SecretFile, text: string): readonly SecretOccurrence[] {
  const scan: FileScan = { ...file, tokenFree: false };
  const found = readLoosely(text).flatMap((source) => [...sourceSecrets(scan, source, source.value)]);
  const known = new Set(found.map((occurrence) => occurrence.secret));
  const rest = judgeText(file.path, text, file.generated).filter(({ secret }) => !known.has(secret));
  return [...found, ...rest.map((judgement) => fileSighting(file, judgement, judgement.offset))];
}

function fileSighting(file: SecretFile, judgement: SecretMatch, place: Place | undefined): SecretOccurrence {
  return {
    ...judgement,
    scope: file.scope,
    object: undefined,
    path: [file.path, ...judgement.inner],
    key: judgement.inner.at(-1) ?? '',
    role: isInSecret(file) ? 'secret' : 'open',
    file: file.path,
    locate: () => place ?? { line: 1, column: 1 },
  };
}
