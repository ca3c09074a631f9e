import type { RawCommit } from '../../src/git/object/object.ts';
import { parseCommit, parseTag } from '../../src/git/object/parse-object.ts';
import type { SignaturePolicy } from '../../src/policy/policy.ts';
import { type VerificationContext, verifyCommits, verifyTag } from '../../src/signature/judge/verify.ts';
import type { VerifiedCommit } from '../../src/signature/model/signature.ts';
import { loadTrust } from '../../src/signature/trust/load-trust.ts';
import type { Trust } from '../../src/signature/trust/trust.ts';

interface Signed {
  readonly kind: 'commit' | 'tag';
  readonly bytes: Buffer;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly allowedSigners: string | undefined;
  readonly certificates: readonly string[];
  readonly revoked: string | undefined;
  readonly policy: SignaturePolicy;
  readonly now: number;
  readonly context?: Partial<VerificationContext>;
}

/** Verifies one object as the program does, from its bytes and the trusted files. */
export async function verifyObject(signed: Signed): Promise<{ verified: VerifiedCommit; trust: Trust }> {
  const { bytes, objectFormat, now } = signed;
  const file = (path: string, text: string) => ({ path: `.gitops-gate/${path}`, bytes: Buffer.from(text) });
  const files = {
    allowedSigners: signed.allowedSigners === undefined ? undefined : file('allowed_signers', signed.allowedSigners),
    openpgp: signed.certificates.map((text, index) => file(`keys/${index}.asc`, text)),
    x509: [],
    revoked: signed.revoked === undefined ? undefined : file('revoked', signed.revoked),
  };
  const context = {
    now,
    objectFormat,
    merges: new Map(),
    unreproducedMerges: new Map(),
    isPush: false,
    base: 'BASE',
    tagName: undefined,
    ...signed.context,
  };
  if (signed.kind === 'tag') {
    const tag = parseTag('0'.repeat(40), bytes);
    const trust = loadTrust(files, signed.policy);
    return { verified: await verifyTag(tag, trust, context), trust };
  }
  const commit = rawCommit(bytes);
  const trust = loadTrust(files, signed.policy);
  const [verified] = await verifyCommits([commit], trust, context);
  if (verified === undefined) throw new Error('nothing was verified');
  return { verified, trust };
}

export function rawCommit(bytes: Buffer): RawCommit {
  return parseCommit('0'.repeat(40), bytes);
}
