import type { Person, RawCommit } from '../../src/git/object.ts';
import type { SignaturePolicy } from '../../src/policy/policy.ts';
import { loadTrust } from '../../src/signature/load-trust.ts';
import type { VerifiedCommit } from '../../src/signature/signature.ts';
import type { Trust } from '../../src/signature/trust.ts';
import { type VerificationContext, verifyCommits, verifyTag } from '../../src/signature/verify.ts';

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
  const context = { now, objectFormat, merges: new Map(), isPush: false, ...signed.context };
  if (signed.kind === 'tag') {
    const tagger = person(bytes, 'tagger');
    const tag = { id: '0'.repeat(40), bytes, object: '', type: 'commit', name: 'v1.0', tagger, subject: '' };
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
  const header = headerLines(bytes);
  const values = (name: string) =>
    header.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    id: '0'.repeat(40),
    bytes,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: person(bytes, 'author'),
    committer: person(bytes, 'committer'),
    subject: '',
  };
}

function headerLines(bytes: Buffer): string[] {
  const end = bytes.indexOf('\n\n');
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end).split('\n');
}

function person(bytes: Buffer, name: string): Person {
  const line = headerLines(bytes).find((each) => each.startsWith(`${name} `)) ?? '';
  const match = /^\S+ (.*?) ?<([^<>]*)> (-?\d+)/.exec(line);
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', time: match === null ? Number.NaN : Number(match[3]) };
}
