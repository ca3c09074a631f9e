import { expect, test } from '@jest/globals';
import { type DefinitionsQuestion, mayAnswer } from '../../src/gather/manifests/context/other-definitions.ts';
import { superlinearAt } from '../growth.ts';

const question = (words: Readonly<Record<string, readonly string[]>>): DefinitionsQuestion => ({
  words: new Map(Object.entries(words)),
  folders: undefined,
});

test.each([
  ['kind: ConfigMap\nmetadata:\n  name: shop\n', true],
  ['{"kind":"ConfigMap","metadata":{"name":"shop"}}', true],
  ['kind: ConfigMap\nmetadata: {name: shop.:}\n', true],
  ['kind: ConfigMap\nmetadata: {name: "s\\x68op"}\n', true],
  ['kind: Service\nmetadata: {name: shop}\n', false],
  ['kind: ConfigMap\nmetadata: {name: shop-2}\n', false],
  ['kind: Pod\nmetadata: {namespace: team}\n', true],
  ['kind: Pod\nmetadata: {name: team}\n', false],
])('whether %j can hold what a scope is asked for', (text, expected) => {
  const questions = [question({ shop: ['ConfigMap'] }), question({ team: ['namespace'] })];
  expect(mayAnswer(questions)(Buffer.from(text))).toBe(expected);
});

test('no name of one scope is looked for with the kind of another', () => {
  const questions = [question({ shop: ['ConfigMap'] }), question({ web: ['Service'] })];
  expect(mayAnswer(questions)(Buffer.from('kind: Service\nmetadata: {name: shop}\n'))).toBe(false);
});

test('work on dots and colons, and on many scopes, grows as the text does', () => {
  const answers = mayAnswer([question({ shop: ['ConfigMap'] })]);
  for (const unit of ['.', ':', '.:'])
    expect(superlinearAt((size) => answers(Buffer.from(`${unit.repeat(size)}a`)), 65_536)).toBeUndefined();
  const file = Buffer.from('kind: Service\nmetadata: {name: web}\n'.repeat(200));
  const scopes = (size: number) => Array.from({ length: size }, (_, at) => question({ [`n${at}`]: ['ConfigMap'] }));
  const many = mayAnswer(scopes(20_000));
  const begin = process.cpuUsage().user;
  for (let at = 0; at < 20; at++) expect(many(file)).toBe(false);
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(3);
});
