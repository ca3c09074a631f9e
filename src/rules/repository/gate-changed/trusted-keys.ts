import type { Tree } from '../../../git/object/object.ts';
import type { TouchedFile } from '../../../kube/touched-file.ts';
import type { SignaturePolicy } from '../../../policy/policy.ts';
import { quote } from '../../../policy/shape/shape.ts';
import { trustedKind } from '../../../policy/trusted-folder.ts';
import { readCertificateBlocks } from '../../../signature/openpgp/openpgp-keyring.ts';
import { matchesPatternList } from '../../../signature/ssh/ssh-pattern.ts';
import { isAdminLine } from '../../../signature/trust/admin-keys.ts';
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

/** Who the base's admins are: the fingerprints of their keys, and the policy that says so. */
export interface Admins {
  readonly keys: ReadonlySet<string>;
  readonly policy: SignaturePolicy;
}

/**
 * What `allowed_signers` trusts after the change and did not before, and the other way round. Taking an admin's key away, or part
 * of what it is trusted for, weakens the gate: only an admin may.
 */
export function allowedSignersDifferences({ path, before, after }: Sides, admins: Admins): readonly GateDifference[] {
  const was = readAllowedSigners(trustedFile(path, before));
  const is = readAllowedSigners(trustedFile(path, after));
  const fresh = is.signers.filter((signer) => !was.signers.some((old) => allows(old, signer)));
  const gone = was.signers.filter((old) => !is.signers.some((signer) => allows(signer, old)));
  return [
    ...fresh.map((signer) => {
      const what = `the SSH key ${signer.key.fingerprint} is trusted for ${quote(signer.principals)}`;
      const code = ['key trusted', ...lineCode(signer)];
      return { file: path, at: { line: signer.line, column: 1 }, what, code, effect: byEffect(true) } as const;
    }),
    ...gone.map((old) => {
      const isAdmins = admins.keys.has(old.key.fingerprint) && !is.signers.some((one) => keepsAdmin(one, old, admins));
      const whose = isAdmins ? `an admin’s SSH key ${old.key.fingerprint}` : `the SSH key ${old.key.fingerprint}`;
      const what = `${whose} is no longer trusted as it was for ${quote(old.principals)}`;
      const at = after === '' ? undefined : top;
      const code = ['key less trusted', ...lineCode(old)];
      return { file: path, at, what, code, effect: byEffect(isAdmins) } as const;
    }),
  ];
}

/** What a line says, for the fingerprint. */
function lineCode(line: AllowedSigner): readonly string[] {
  const { key, principals, namespaces, isAuthority, validAfter, validBefore } = line;
  return [key.fingerprint, principals, JSON.stringify([namespaces, isAuthority, validAfter, validBefore])];
}

/** Whether a line still lets an admin's key sign commits as an admin, for as long as `old` did. */
function keepsAdmin(line: AllowedSigner, old: AllowedSigner, { policy }: Admins): boolean {
  return (
    line.key.fingerprint === old.key.fingerprint &&
    line.isAuthority === old.isAuthority &&
    isWithin(old, line) &&
    (line.namespaces === undefined || matchesPatternList('git', line.namespaces)) &&
    (isAdminLine(policy, line) ? true : !isAdminLine(policy, old) && line.principals === old.principals)
  );
}

/** Whether `line` is valid all the time that `old` is. */
function isWithin(old: AllowedSigner, line: AllowedSigner): boolean {
  return (
    (line.validAfter ?? 0) <= (old.validAfter ?? 0) &&
    (line.validBefore ?? Number.POSITIVE_INFINITY) >= (old.validBefore ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether one line allows everything that the other does. */
function allows(by: AllowedSigner, of: AllowedSigner): boolean {
  return (
    by.key.fingerprint === of.key.fingerprint &&
    by.principals === of.principals &&
    by.isAuthority === of.isAuthority &&
    (by.namespaces === undefined || by.namespaces === of.namespaces) &&
    isWithin(of, by)
  );
}

/** A key that is no longer revoked counts again; one that is revoked counts no more, which for an admin's key an admin must say. */
export function revokedDifferences({ path, before, after }: Sides, admins: Admins): readonly GateDifference[] {
  const was = readRevokedKeys(trustedFile(path, before));
  const is = readRevokedKeys(trustedFile(path, after));
  const at = after === '' ? undefined : top;
  const gone = [...was.fingerprints].filter((key) => !is.fingerprints.has(key));
  const fresh = [...is.fingerprints].filter((key) => !was.fingerprints.has(key));
  return [
    ...gone.map((key) => {
      const what = `the key ${key} is no longer revoked`;
      return { file: path, at, what, code: ['key no longer revoked', key], effect: byEffect(true) } as const;
    }),
    ...fresh.map((key) => {
      const isAdmins = admins.keys.has(key);
      const what = `${isAdmins ? 'an admin’s' : 'the'} key ${key} is revoked`;
      return { file: path, at, what, code: ['key revoked', key], effect: byEffect(isAdmins) } as const;
    }),
  ];
}

/** A certificate whose bytes the folder did not hold before can bring another key, another identity or a later expiry. */
export function certificateDifferences(
  { path, before, after }: TouchedFile,
  kind: string,
  folder: string,
  beforeTree: Tree,
  afterTree: Tree,
  admins: Admins,
): readonly GateDifference[] {
  const holds = (tree: Tree, id: string) =>
    [...tree].some(([p, entry]) => entry.id === id && trustedKind(p, folder) === kind);
  const name = kind === 'x509' ? 'X.509 root' : 'OpenPGP certificate';
  if (after !== undefined && !holds(beforeTree, after.id)) {
    const what = `${before ? 'a changed' : 'a new'} ${name} is trusted`;
    return [{ file: path, at: top, what, code: ['certificate trusted', after.id], effect: 'weakens' }];
  }
  if (before === undefined || holds(afterTree, before.id)) return [];
  const isAdmins = holdsAdminKey(path, before.bytes, admins);
  const what = `an ${isAdmins ? 'admin’s ' : ''}${name} is no longer trusted`;
  return [{ file: path, at: undefined, what, code: ['certificate gone', before.id], effect: byEffect(isAdmins) }];
}

function holdsAdminKey(path: string, bytes: Buffer, { keys }: Admins): boolean {
  const { blocks } = readCertificateBlocks([{ path, bytes }]);
  return blocks.some(({ primary, subkeys }) => [primary, ...subkeys].some(({ about }) => keys.has(about.fingerprint)));
}
