import { expect, test } from '@jest/globals';
import { falcoSettingsLowered } from '../../src/audit/detection/falco-settings.ts';
import { superlinearAt } from '../growth.ts';

const on = (what: Record<string, string>) => ({ enable: what });
const off = (what: Record<string, string>) => ({ disable: what });
const whats = (before: readonly unknown[], after: readonly unknown[]) => {
  const settings = (rules: readonly unknown[]) => ({ rules_files: ['a.yaml'], rules });
  return falcoSettingsLowered(settings(before), settings(after)).map(({ what }) => what);
};

test.each<[string, readonly unknown[], readonly unknown[], readonly string[]]>([
  [
    'a tag that alone was on',
    [off({ rule: '*' }), on({ tag: 'network' })],
    [off({ rule: '*' })],
    ['turns off the tag network'],
  ],
  [
    'a tag that is turned on before everything is turned off',
    [off({ rule: '*' }), on({ tag: 'network' })],
    [on({ tag: 'network' }), off({ rule: '*' })],
    ['turns off the tag network'],
  ],
  ['a tag that is off, until every rule is on', [], [off({ tag: 'network' }), on({ rule: '*' })], []],
  ['a tag that is no pattern', [], [off({ rule: '*' }), on({ tag: '*' })], ['turns off the rule *']],
])('what Falco’s settings turn off: %s', (_, before, after, expected) => {
  expect(whats(before, after)).toEqual(expected);
});

test('many steps take a time that grows as they do', () => {
  const work = (size: number) =>
    whats(
      [],
      Array.from({ length: size }, (_, at) => off({ rule: `r${at}` })),
    );
  expect(superlinearAt(work, 30_000)).toBeUndefined();
});
