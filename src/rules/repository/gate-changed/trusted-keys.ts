import type { Tree } from '../../../git/object/object.ts';
import type { TouchedFile } from '../../../kube/touched-file.ts';
import { quote } from '../../../policy/shape/shape.ts';
import { trustedKind } from '../../../policy/trusted-folder.ts';
import { type AllowedSigner, readAllowedSigners } from '../../../signature/trust/allowed-signers.ts';
import { readRevokedKeys } from '../../../signature/trust/revoked-keys.ts';
import { type GateDifference, top } from './gate-difference.ts';

/** A file of the folder as text on both sides; empty where it is not there. */
export interface Sides {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const trustedFile = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const byEffect = (weakens: boolean) => (weakens ? 'weakens' : 'changes');

/** What `allowed_signers` trusts after the change and did not before, and the other way round. */
export function allowedSignersDifferences({ path, before, after }: Sides): readonly GateDifference[] {
  const was = readAllowedSigners(trustedFile(path, before));
  const is = readAllowedSigners(trustedFile(path, after));
  const fresh = is.signers.filter((signer) => !was.signers.some((old) => allows(old, signer)));
  const gone = was.signers.filter((old) => !is.signers.some((signer) => allows(signer, old)));
  return [
    ...fresh.map((signer) => {
      const what = `the SSH key ${signer.key.fingerprint} is trusted for ${quote(signer.principals)}`;
      return { file: path, at: { line: signer.line, column: 1 }, what, effect: byEffect(true) } as const;
    }),
    ...gone.map(({ key, principals }) => {
      const what = `the SSH key ${key.fingerprint} is no longer trusted as it was for ${quote(principals)}`;
      return { file: path, at: after === '' ? undefined : top, what, effect: byEffect(false) } as const;
    }),
  ];
}

/** Whether one line allows everything that the other does. */
function allows(by: AllowedSigner, of: AllowedSigner): boolean {
  return (
    by.key.fingerprint === of.key.fingerprint &&
    by.principals === of.principals &&
    by.isAuthority === of.isAuthority &&
    (by.namespaces === undefined || by.namespaces === of.namespaces) &&
    (by.validAfter ?? 0) <= (of.validAfter ?? 0) &&
    (by.validBefore ?? Number.POSITIVE_INFINITY) >= (of.validBefore ?? Number.POSITIVE_INFINITY)
  );
}

/** A key that is no longer revoked counts again. */
export function revokedDifferences({ path, before, after }: Sides): readonly GateDifference[] {
  const was = readRevokedKeys(trustedFile(path, before));
  const is = readRevokedKeys(trustedFile(path, after));
  const at = after === '' ? undefined : top;
  const gone = [...was.fingerprints].filter((key) => !is.fingerprints.has(key));
  const fresh = [...is.fingerprints].filter((key) => !was.fingerprints.has(key));
  return [
    ...gone.map(
      (key) => ({ file: path, at, what: `the key ${key} is no longer revoked`, effect: byEffect(true) }) as const,
    ),
    ...fresh.map((key) => ({ file: path, at, what: `the key ${key} is revoked`, effect: byEffect(false) }) as const),
  ];
}

/** A certificate whose bytes the folder did not hold before can bring another key, another identity or a later expiry. */
export function certificateDifferences(
  { path, before, after }: TouchedFile,
  kind: string,
  folder: string,
  beforeTree: Tree,
  afterTree: Tree,
): readonly GateDifference[] {
  const holds = (tree: Tree, id: string) =>
    [...tree].some(([p, entry]) => entry.id === id && trustedKind(p, folder) === kind);
  const [isFresh, isGone] = [after && !holds(beforeTree, after.id), before && !holds(afterTree, before.id)];
  const name = kind === 'x509' ? 'X.509 root' : 'OpenPGP certificate';
  const trusted: readonly GateDifference[] = isFresh
    ? [{ file: path, at: top, what: `${before ? 'a changed' : 'a new'} ${name} is trusted`, effect: 'weakens' }]
    : [];
  const gone: readonly GateDifference[] =
    isGone && !isFresh
      ? [{ file: path, at: undefined, what: `an ${name} is no longer trusted`, effect: 'changes' }]
      : [];
  return [...trusted, ...gone];
}
