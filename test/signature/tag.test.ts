import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { sshKey, sshSign, tag } from './craft.mjs';
import { verifyObject } from './verify-object.ts';

const key = sshKey();
const honest = tag().toString('latin1');

async function stateOf(text: string, tagName?: string): Promise<string> {
  const payload = Buffer.from(text, 'latin1');
  const { verified } = await verifyObject({
    kind: 'tag',
    bytes: Buffer.concat([payload, Buffer.from(sshSign(key, payload))]),
    objectFormat: 'sha1',
    allowedSigners: `* ${key.line}\n`,
    certificates: [],
    revoked: undefined,
    policy: { ...defaultPolicy.signatures, identity: 'none' },
    now: Date.UTC(2026, 5, 1),
    context: { tagName },
  });
  return verified.signature.state;
}

test.each([
  ['as git writes it', honest, 'good'],
  ['without a tagger, as old ones are', honest.replace(/tagger .*\n/, ''), 'good'],
  ['with a further header', honest.replace('\n\n', '\nencoding UTF-8\n\n'), 'good'],
  ['with two taggers', honest.replace('\n\n', '\ntagger Mallory <m@example.com> 1 +0000\n\n'), 'malformed'],
  ['with two objects', honest.replace('\n\n', `\nobject ${'a'.repeat(40)}\n\n`), 'malformed'],
  ['with its object last', honest.replace(/^(object .*\n)(type .*\n)/, '$2$1'), 'malformed'],
  ['with a NUL byte in a header', honest.replace('v1.0', 'v1\0.0'), 'malformed'],
])('a tag %s is %s', async (_, text, expected) => expect(await stateOf(text)).toBe(expected));

test('a tag counts only under the name it was signed for', async () => {
  expect(await stateOf(honest, 'v1.0')).toBe('good');
  expect(await stateOf(honest, 'v2.0')).toBe('wrong-identity');
  expect(await stateOf(honest.replace('v1.0', 'v1.0 '), 'v1.0')).toBe('wrong-identity');
});
