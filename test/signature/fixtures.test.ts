import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignaturePolicy } from '../../src/policy/policy.ts';
import { signatureStates } from '../../src/signature/model/signature.ts';
import { verifyObject } from './verify-object.ts';

/** Frozen by make-fixtures.mjs: objects that real gpg, ssh-keygen and git signed, and crafted ones. `object` is latin1. */
interface Case {
  readonly name: string;
  readonly expected: string;
  readonly kind: 'commit' | 'tag';
  readonly objectFormat?: 'sha1' | 'sha256';
  readonly object: string;
  readonly trust: {
    readonly allowedSigners?: string;
    readonly openpgp?: readonly string[];
    readonly openpgpText?: readonly string[];
    readonly revoked?: string;
  };
  readonly policy?: Partial<SignaturePolicy>;
  readonly signer?: { readonly name: string; readonly roles: readonly string[] };
  readonly keyFingerprint?: string;
  readonly remedy?: string;
  readonly problems?: number;
  readonly format?: string;
}

const fixtures: { now: number; certificates: Record<string, string>; cases: readonly Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/cases.json'), 'utf8'),
);

describe('frozen cases', () => {
  test.each(fixtures.cases)('$name', async (each) => {
    const certificates = [
      ...(each.trust.openpgp ?? []).map((name) => fixtures.certificates[name] ?? ''),
      ...(each.trust.openpgpText ?? []),
    ];
    const { verified, trust } = await verifyObject({
      kind: each.kind,
      bytes: Buffer.from(each.object, 'latin1'),
      objectFormat: each.objectFormat ?? 'sha1',
      allowedSigners: each.trust.allowedSigners,
      certificates,
      revoked: each.trust.revoked,
      policy: { ...defaultPolicy.signatures, ...each.policy },
      now: fixtures.now * 1000,
    });
    const { signature } = verified;
    expect([signature.state, signature.reason]).toEqual([each.expected, signature.reason]);
    expect(signature.accepted).toBe(each.expected === 'good');
    expect(trust.problems).toHaveLength(each.problems ?? 0);
    if (each.expected !== 'good') expect(signature.reason).toMatch(/^[A-Z].*\.$/);
    if (each.expected !== 'good') expect(signature.remedy).toMatch(/\S/);
    if (each.signer !== undefined) expect(signature.signer).toMatchObject(each.signer);
    if (each.keyFingerprint !== undefined) expect(signature.keyFingerprint).toBe(each.keyFingerprint);
    if (each.format !== undefined) expect(signature.format).toBe(each.format);
    if (each.remedy !== undefined) expect(signature.remedy).toContain(each.remedy);
  });

  test('every verdict but the forge’s has a case', () => {
    const states = new Set(fixtures.cases.map(({ expected }) => expected));
    expect(signatureStates.filter((state) => !states.has(state))).toEqual(['forge-signed']);
  });
});
