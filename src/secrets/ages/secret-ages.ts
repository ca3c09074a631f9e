import { X509Certificate } from 'node:crypto';
import type { ObjectIdentity, Position, Resource } from '../../kube/resource.ts';
import type { FileSide, Scope, TouchedFile } from '../../kube/touched-file.ts';
import { entryOf, isMapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { readSopsContent, sopsFormatOf } from '../sops/content.ts';
import { identityOf } from '../text/source.ts';
import { decodeBase64 } from '../value/decode.ts';
import { isSopsValue } from '../value/encrypted.ts';
import { durationSeconds } from './duration.ts';

/** How old one secret is, or how it is renewed. Times are milliseconds since the epoch. */
export interface SecretAge {
  readonly is: 'sops' | 'sealed' | 'external' | 'vault-static' | 'vault-dynamic' | 'certificate';
  readonly scope: Scope;
  readonly position: Position;
  readonly object: ObjectIdentity | undefined;
  /** When it was last changed: what SOPS wrote, else the last commit that changed the file. */
  readonly changed?: number;
  /** Seconds between two readings of where it is kept; 0 for never. */
  readonly refresh?: number;
  readonly expires?: number;
}

/** What of an object is read again, and when. */
interface Refreshed {
  readonly is: SecretAge['is'];
  readonly path: Path;
  /** What holds where the object does not say. */
  readonly otherwise: string | undefined;
}

/** External Secrets (apis/externalsecrets/v1, refreshInterval: 1h) and the Vault Secrets Operator (api/v1beta1). */
const refreshed: Readonly<Record<string, Refreshed>> = {
  'external-secrets.io ExternalSecret': { is: 'external', path: ['spec', 'refreshInterval'], otherwise: '1h' },
  'external-secrets.io ClusterExternalSecret': {
    is: 'external',
    path: ['spec', 'externalSecretSpec', 'refreshInterval'],
    otherwise: '1h',
  },
  'secrets.hashicorp.com VaultStaticSecret': {
    is: 'vault-static',
    path: ['spec', 'refreshAfter'],
    otherwise: undefined,
  },
  'secrets.hashicorp.com VaultDynamicSecret': { is: 'vault-dynamic', path: ['spec'], otherwise: undefined },
};

/** The ages of what the files hold; `committed` gives the last commit of a path, in seconds since the epoch. */
export function secretAges(
  files: readonly TouchedFile[],
  committed: ReadonlyMap<string, number>,
): readonly SecretAge[] {
  return files.flatMap(({ path, scope, after }) => {
    if (after === undefined) return [];
    const at = committed.get(path);
    const file = { path, scope, side: after, ...(at === undefined ? {} : { committed: at * 1000 }) };
    return [
      ...sopsAge(file),
      ...after.resources.flatMap((resource) => objectAge(file, resource)),
      ...certificates(file),
    ];
  });
}

interface AgedFile {
  readonly path: string;
  readonly scope: Scope;
  readonly side: FileSide;
  readonly committed?: number;
}

function sopsAge({ path, scope, side, committed }: AgedFile): readonly SecretAge[] {
  const format = sopsFormatOf(side);
  if (format === undefined) return [];
  const { metadata, blockAt } = readSopsContent(side, format);
  if (metadata === undefined) return [];
  const written = Date.parse(metadata.lastModified);
  const changed = Number.isNaN(written) ? committed : written;
  const position = { file: path, ...(blockAt(['lastmodified']) ?? { line: 1, column: 1 }) };
  const named = identityOf(side.documents[0]?.value);
  // Where all is encrypted, the name is as well.
  const object = named !== undefined && isSopsValue(named.kind) ? undefined : named;
  return [{ is: 'sops', scope, position, object, ...(changed === undefined ? {} : { changed }) }];
}

function objectAge({ scope, committed }: AgedFile, resource: Resource): readonly SecretAge[] {
  const { group, kind } = resource;
  const object = identityOf(resource.value);
  const at = (path: Path): Position => resource.at(path);
  if (group === 'bitnami.com' && kind === 'SealedSecret') {
    const changed = committed === undefined ? {} : { changed: committed };
    return [{ is: 'sealed', scope, position: at(['spec', 'encryptedData']), object, ...changed }];
  }
  const known = entryOf(refreshed, `${group} ${kind}`);
  if (known === undefined) return [];
  const spec = mapping(known.path.slice(0, -1).reduce<unknown>((value, key) => mapping(value)[key], resource.value));
  const never = /^(?:CreatedOnce|OnChange)$/.test(scalarText(spec.refreshPolicy));
  const stated = scalarText(spec[String(known.path.at(-1))]) || known.otherwise;
  const refresh = never ? 0 : durationSeconds(stated ?? '');
  return [{ is: known.is, scope, position: at(known.path), object, ...(refresh === undefined ? {} : { refresh }) }];
}

/** Certificates in PEM, in the text or in base64 in it, each by its last day. */
function certificates({ path, scope, side }: AgedFile): readonly SecretAge[] {
  const found: SecretAge[] = [];
  const add = (pem: string, position: Position, object: ObjectIdentity | undefined) => {
    const expires = expiryOf(pem);
    if (expires !== undefined) found.push({ is: 'certificate', scope, position, object, expires });
  };
  if (side.documents.length === 0) {
    for (const [pem] of pemsIn(side.text)) add(pem, { file: path, line: 1, column: 1 }, undefined);
    return found;
  }
  if (!/BEGIN CERTIFICATE|LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR/.test(side.text)) return found;
  for (const document of side.documents) {
    const object = identityOf(document.value);
    const walk = (value: unknown, at: Path): void => {
      if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...at, index]);
      else if (isMapping(value)) for (const [key, item] of Object.entries(value)) walk(item, [...at, key]);
      else
        for (const [pem] of pemsIn(plainText(text(value) ?? ''))) add(pem, { file: path, ...document.at(at) }, object);
    };
    walk(document.value, []);
  }
  return found;
}

const plainText = (value: string): string =>
  value.startsWith('LS0tLS1CRUdJTi') ? (decodeBase64(value.replace(/\s+/g, ''))?.toString('latin1') ?? '') : value;

const pemsIn = (value: string) =>
  value.matchAll(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{100,20000}-----END CERTIFICATE-----/g);

function expiryOf(pem: string): number | undefined {
  try {
    const expires = Date.parse(new X509Certificate(pem).validTo);
    return Number.isNaN(expires) ? undefined : expires;
  } catch {
    // Not a certificate after all.
    return undefined;
  }
}
