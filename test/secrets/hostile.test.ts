import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeField } from '../../src/secrets/judge/judge.ts';
import { judgeText } from '../../src/secrets/judge/text-file.ts';
import type { FieldKind } from '../../src/secrets/places/place.ts';
import { readLoosely } from '../../src/secrets/text/loose-document.ts';
import { envelopeFormats } from '../../src/secrets/tokens/envelope-formats.ts';
import { formats } from '../../src/secrets/tokens/formats.ts';
import { findTokens } from '../../src/secrets/tokens/tokens.ts';
import { vendorFormats } from '../../src/secrets/tokens/vendor-formats.ts';
import { classify } from '../../src/secrets/value/classify.ts';
import { observeFile } from './evidence.ts';

const size = 64 * 1024;
const filled = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const roles: readonly FieldKind[] = [
  'secret',
  'secret-base64',
  'sealed',
  'secret-pair',
  'name',
  'command',
  'file',
  'manifest',
  'file-base64',
  'deployed',
  'open',
];

/** A pattern that backtracks without bound never comes back from these; jest's own limit is the clock. */
describe('64 KiB of hostile text against every pattern', () => {
  test.each([...formats, ...vendorFormats, ...envelopeFormats].map((format) => [format.id, format] as const))(
    '%s',
    (_, format) => {
      for (const keyword of format.keywords) {
        for (const unit of [keyword, `${keyword} `, `-${keyword}`, `${keyword}a`, `${keyword}.`, `${keyword}A1b2`]) {
          expect(findTokens(filled(unit)).length).toBeLessThan(size);
        }
        for (const unit of ['a', 'A0', '-', '_', '/', '=', '0', '.', ':', '\n']) {
          expect(findTokens(` ${keyword}${filled(unit)}`).length).toBeLessThan(4);
        }
      }
    },
  );

  test.each([
    '{{',
    '{',
    '[',
    '${',
    '$(',
    '<%',
    'ENC[',
    '-----BEGIN ',
    'ssh-rsa A',
    'a.',
    'a-',
    'a: ',
    '- ',
    '\n',
    '\t',
    '"',
    '\\',
    "'",
    '/a',
    'key=',
    'password: ',
    '--password=',
    'curl -u a:',
    'example',
    'aB',
    'eyJ',
    '://a:b',
    '<a>',
    '{{/*',
    '---\n',
    'LS0tLS1CRUdJTi',
    '\0',
    'é',
  ])('%j in every role and reading', (unit) => {
    const text = `password\n${filled(unit)}`;
    for (const role of roles)
      expect(judgeField(text, 'password', role, { sops: true, argoVaultPlugin: true })).toBeInstanceOf(Array);
    expect(classify(text, { key: 'password' })).toEqual(expect.any(String));
    expect(readLoosely(text)).toBeInstanceOf(Array);
    for (const path of ['.env', 'deploy.sh', 'README.md']) expect(judgeText(path, text, 'file')).toBeInstanceOf(Array);
  });
});

const fragment = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    'password: ',
    'data:\n',
    '  ',
    '\n',
    '- ',
    '|\n',
    '>-\n',
    '{{ .Values.x }}',
    'kind: Secret\n',
    'apiVersion: v1\n',
    '---\n',
    'ENC[',
    `\${A:-b}`,
    '"',
    "'",
    '\t',
    'ghp_',
    '://u:p@h',
    '-----BEGIN PRIVATE KEY-----\n',
    'stringData:\n',
    'a: &a\n',
    '*a',
    '<<: ',
  ),
);

test('nothing throws, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fragment, { maxLength: 30 }),
      fc.constantFrom('s.yaml', 'kustomization.yaml', '.env', 'x.sh'),
      fc.constantFrom('manifest' as const, 'template' as const, 'text' as const),
      (parts, path, structure) => {
        const { plaintext, placeholder } = observeFile(path, parts.join(''), structure);
        for (const { position } of [...plaintext, ...placeholder]) expect(position?.line).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});

test('nothing throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(observeFile('x.p12', Buffer.from(bytes), 'binary').placeholder).toEqual([]);
    }),
  );
});
