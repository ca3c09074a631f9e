import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeField } from '../../src/secrets/judge/judge.ts';
import { judgeText } from '../../src/secrets/judge/text-file.ts';
import type { FieldKind } from '../../src/secrets/places/place.ts';
import { readLoosely } from '../../src/secrets/text/loose-document.ts';
import { findTokens, tokenFormats } from '../../src/secrets/tokens/tokens.ts';
import { classify } from '../../src/secrets/value/classify.ts';
import { superlinearAt } from '../growth.ts';
import { runs, some } from '../thorough.ts';
import { observeFile } from './evidence.ts';

const largest = 8192;
const filled = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
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

describe('work on hostile text grows as the text does', () => {
  test.each(tokenFormats.map((format) => [format.id, format] as const))('in the pattern of %s', (_, format) => {
    for (const keyword of format.keywords) {
      const words = [keyword, `${keyword} `, `-${keyword}`, `${keyword}a`, `${keyword}.`, `${keyword}A1b2`];
      for (const unit of some(words, 3)) {
        expect([unit, superlinearAt((size) => findTokens(filled(unit, size)), largest)]).toEqual([unit, undefined]);
      }
      for (const unit of some(['A0', 'a', '-', '_', '/', '=', '0', '.', ':', '\n'], 4)) {
        const text = (size: number) => ` ${keyword}${filled(unit, size)}`;
        expect([unit, superlinearAt((size) => findTokens(text(size)), largest)]).toEqual([unit, undefined]);
        expect(findTokens(text(largest)).length).toBeLessThan(4);
      }
    }
  });

  const units = [
    '{{',
    '{',
    '[',
    '${',
    '$(',
    '<%',
    '$a',
    '`',
    'a b\n',
    'A1!',
    '..',
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
  ];
  test.each(units.map((unit, row) => [unit, row] as const))('of %j in every role and reading', (unit, row) => {
    const works: readonly (readonly [string, (text: string) => unknown])[] = [
      ...roles.map((role) => {
        const decoders = { sops: true, argoVaultPlugin: true };
        return [role, (value: string) => judgeField(value, 'password', role, decoders)] as const;
      }),
      ['classify', (value) => classify(value, { key: 'password' })],
      ['readLoosely', readLoosely],
      ...['.env', 'deploy.sh', 'README.md'].map(
        (path) => [path, (value: string) => judgeText(path, value, { as: 'file', inSecret: true })] as const,
      ),
    ];
    const text = (size: number) => `password\n${filled(unit, size)}`;
    for (const [what, work] of some(works, 3, row)) {
      expect([what, superlinearAt((size) => work(text(size)), largest)]).toEqual([what, undefined]);
    }
  });
});

test.each([
  ['a list', (tokens: readonly string[]) => tokens.map((token) => `- ${token}\n`).join('')],
  ['comments', (tokens: readonly string[]) => tokens.map((token) => `# ${token}\n`).join('')],
  [
    'a ConfigMap',
    (tokens: readonly string[]) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: |\n${tokens.map((token) => `    ${token}\n`).join('')}`,
  ],
])('work on %s of many tokens grows as their number does', (_, text) => {
  const token = (number: number) => `dp.pt.${createHash('sha512').update(`${number}`).digest('hex').slice(0, 43)}`;
  const tokens = Array.from({ length: 400 }, (_, number) => token(number));
  expect(observeFile('a.yaml', text(tokens.slice(0, 3))).plaintext).not.toEqual([]);
  expect(superlinearAt((size) => observeFile('a.yaml', text(tokens.slice(0, size))), 400)).toBeUndefined();
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
    { numRuns: runs(500) },
  );
});

test('nothing throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(observeFile('x.p12', Buffer.from(bytes), 'binary').placeholder).toEqual([]);
    }),
    { numRuns: runs(100) },
  );
});
