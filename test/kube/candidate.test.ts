import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCandidate } from '../../src/kube/candidate.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { runs } from '../thorough.ts';
import { limits } from '../yaml/limits.ts';

const kinds = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'ClusterRoleList', 'ClusterServiceVersion'];

const hex = (character: string, width: number): string => character.charCodeAt(0).toString(16).padStart(width, '0');

/** Ways to write one letter inside double quotes. */
const letter = (character: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    character,
    `\\x${hex(character, 2)}`,
    `\\u${hex(character, 4)}`,
    `\\U${hex(character, 8)}`,
    `\\\n  ${character}`,
    `\\\r\n${character}`,
    `\\\u2028 ${character}`,
    `\\\u0085 ${character}`,
  );

const quoted = (text: string): fc.Arbitrary<string> =>
  fc.tuple(...[...text].map(letter)).map((letters) => `"${letters.join('')}"`);

const percent = (text: string): string => [...text].map((character) => `%${hex(character, 2)}`).join('');

/** Ways to write a string value. */
const written = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    quoted(text),
    fc.constantFrom(
      text,
      `'${text}'`,
      `!!str ${text}`,
      `!x ${text}`,
      `&a ${text}`,
      `>-\n  ${text}`,
      `|-\n  ${text}`,
      `\n  ${text}`,
      `!!binary ${Buffer.from(text).toString('base64')}`,
      `!<tag:yaml.org,2002:binary> ${Buffer.from(text).toString('base64')}`,
      `!<tag:yaml.org,2002:${percent('bin')}ary> ${Buffer.from(text).toString('base64')}`,
      `!!${percent('binary')} ${Buffer.from(text).toString('base64')}`,
    ),
  );

const encodings = [
  (text: string) => Buffer.from(text),
  (text: string) => Buffer.from(`\ufeff${text}`),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
];

const file = fc
  .record({
    kind: fc.constantFrom(...kinds).chain((kind) => written(kind)),
    key: fc.constantFrom('kind', '"kind"').chain((key) => (key === 'kind' ? fc.constant(key) : quoted('kind'))),
    anchored: fc.boolean(),
    encode: fc.constantFrom(...encodings),
  })
  .map(({ kind, key, anchored, encode }) =>
    encode(
      anchored
        ? `x: &k ${kind.replace('&a ', '')}\napiVersion: v1\n? ${key}\n: *k\n`
        : `apiVersion: v1\n? ${key}\n: ${kind}\nmetadata: {name: x}\n`,
    ),
  );

describe('isCandidate', () => {
  test('holds for whatever reads as such an object', () => {
    let seen = 0;
    fc.assert(
      fc.property(file, (bytes) => {
        const resources = parseYaml(bytes, limits).documents.flatMap((document) => resourcesOf(document, 'f'));
        if (!resources.some(({ kind }) => kinds.includes(kind) || kind === 'ClusterRole')) return;
        seen++;
        expect(isCandidate(bytes)).toBe(true);
      }),
      { numRuns: runs(3000) },
    );
    expect(seen).toBeGreaterThan(runs(3000) / 2);
  });

  test('holds for JSON escapes and tag directives', () => {
    for (const text of [
      '{"apiVersion":"v1","kind":"R\\u006fle"}',
      `%TAG !b! tag:yaml.org,2002:bin\n---\nkind: !b!ary ${Buffer.from('Role').toString('base64')}\n`,
      'data: {manifest: "apiVersion: v1\\nkind:\\tRole\\nmetadata: {}"}',
      'data: {manifest: "kind: RoleBindingList\\n"}',
    ]) {
      expect(isCandidate(Buffer.from(text))).toBe(true);
    }
  });

  test('spares the rest', () => {
    for (const text of [
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: "x\\n\\t"\n  b: a\\b\n',
      '{"kind": "Service", "re": "\\\\d+"}',
      'if: a != b\n',
      'kind: Deployment\nspec: {serviceAccountName: Roles}\n',
      '',
    ]) {
      expect(isCandidate(Buffer.from(text))).toBe(false);
    }
  });

  test('looks at its own part of a shared buffer only', () => {
    const shared = Buffer.from('kind: Role\nkind: Pod\n');
    expect(isCandidate(new Uint8Array(shared.buffer, shared.byteOffset + 11, 10))).toBe(false);
  });
});
