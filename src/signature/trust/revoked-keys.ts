import type { TrustedFile } from '../../policy/policy.ts';
import { Malformed, Unsupported } from '../model/malformed.ts';
import type { TrustProblem } from '../model/trust-problem.ts';
import { readSshPublicKey } from '../ssh/ssh-public-key.ts';

/**
 * Reads `revoked`: one per line an OpenPGP fingerprint (40 or 64 hex digits, spaces allowed), the SHA-256 of an X.509
 * certificate, an SSH `SHA256:…`, or an SSH public key. Fingerprints come out as `normalFingerprint` writes them.
 */
export function readRevokedKeys(file: TrustedFile): {
  readonly fingerprints: ReadonlySet<string>;
  readonly problems: readonly TrustProblem[];
} {
  const fingerprints = new Set<string>();
  const problems: TrustProblem[] = [];
  for (const [index, text] of file.bytes.toString('utf8').split('\n').entries()) {
    const content = text
      .replace(/(?:^|\s)#.*$/, '')
      .replaceAll('\uFEFF', '')
      .trim();
    if (content === '') continue;
    const fingerprint = normalFingerprint(content) ?? sshKeyFingerprint(content);
    if (fingerprint === undefined) {
      const what = 'The line is neither a full fingerprint nor an SSH public key, so what it revokes is not known.';
      problems.push({ file: file.path, line: index + 1, what });
    } else {
      fingerprints.add(fingerprint);
    }
  }
  return { fingerprints, problems };
}

/** A fingerprint in the one form it is compared in: upper-case hex, or `SHA256:` and base64 without padding; else undefined. */
export function normalFingerprint(text: string): string | undefined {
  const ssh = /^SHA256:([A-Za-z0-9+/]{43})=?$/.exec(text);
  if (ssh !== null) return `SHA256:${ssh[1]}`;
  const hex = text.replace(/^0x/i, '').replaceAll(/[ :]/g, '').toUpperCase();
  return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(hex) ? hex : undefined;
}

/** The fingerprint of a key as a `.pub` file has it, also behind principals or options. */
function sshKeyFingerprint(text: string): string | undefined {
  const match = /(?:^|\s)((?:ssh|ecdsa|sk)-[a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/.exec(text);
  if (match === null) return undefined;
  try {
    const key = readSshPublicKey(Buffer.from(match[2] ?? '', 'base64'));
    return key.type === match[1] ? key.fingerprint : undefined;
  } catch (error) {
    if (error instanceof Malformed || error instanceof Unsupported) return undefined;
    throw error;
  }
}
