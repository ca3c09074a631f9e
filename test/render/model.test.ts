import { describe, expect, test } from '@jest/globals';
import { imageParts } from '../../src/render/model/image.ts';
import { namesNoOtherCluster, namesOneCluster } from '../../src/render/model/one-cluster.ts';
import { parsedDocument, parsedText, parsedValues } from '../../src/render/model/parsed-values.ts';
import { inFolder, isWithin } from '../../src/render/model/paths.ts';
import { isOtherRelease, isPinnedRelease } from '../../src/render/model/releases.ts';
import { absent, formerPath, type Root } from '../../src/render/model/root.ts';
import { valuesNamed } from '../../src/render/model/values-named.ts';

test.each<[string, readonly [string, string | undefined, string | undefined] | undefined]>([
  ['a', ['a', undefined, undefined]],
  ['a:1', ['a', '1', undefined]],
  ['a@sha256:0', ['a', undefined, 'sha256:0']],
  ['a:1@sha256:0', ['a', '1', 'sha256:0']],
  ['host:5000/a', ['host:5000/a', undefined, undefined]],
  ['host:5000/a:1', ['host:5000/a', '1', undefined]],
  ['', ['', undefined, undefined]],
  ['a\nb', undefined],
])('the image %j', (image, parts) => expect(imageParts(image)).toEqual(parts));

describe('versions', () => {
  test('that are releases', () => {
    const yes = ['1.2.3', 'v1.2', '1.2.3-rc.1', '1.2.3+build', '1.2.3.4', `v1.2.3@sha256:${'0'.repeat(64)}`, 'V1.2'];
    const no = [
      undefined,
      '',
      '1',
      'v1',
      '1.x',
      'main',
      'a1.2.3',
      '1.2.3 ',
      '1.2.3/x',
      `1.2.3@sha256:${'0'.repeat(63)}`,
      '^1.2.3',
      'abc1234',
    ];
    expect([...yes, ...no].filter(isPinnedRelease)).toEqual(yes);
  });

  test.each<[before: string | undefined, after: string | undefined, isOther: boolean]>([
    ['1.2.3', '2.0.0', true],
    ['1.2.3', 'main', false],
    ['main', '1.2.3', false],
    ['1.2.*', '1.3.*', true],
    ['1.2.x', '1.3.*', true],
    ['1.*', '1.2.*', false],
    ['^1.2.0', '^2.0.0', true],
    ['^1.2.0', '~1.2.0', false],
    ['~1.2', '~v1.3', true],
    ['^1.2', '^1.2.0', false],
    ['1.2.*', '1.2.3', false],
    ['*', '*', false],
    ['^1', '^2', false],
    ['>1.2.0', '>1.3.0', false],
    ['^1.2.0-x', '^1.3.0-x', false],
    [undefined, undefined, false],
    ['1.2.3', undefined, false],
  ])('%s and %s are two that their publisher alone decided: %s', (before, after, isOther) =>
    expect(isOtherRelease(before, after)).toBe(isOther),
  );
});

describe('files of one cluster', () => {
  const clusters = [{ name: 'exact', paths: ['exact/**'] }];
  test.each<[one: string, other: string, isOne: boolean, isNone: boolean]>([
    ['a/x.yaml', 'a/y.yaml', true, true],
    ['a/x.yaml', 'b/x.yaml', true, true],
    ['prod/x.yaml', 'production/x.yaml', true, true],
    ['prod/x.yaml', 'apps/prd/x.yaml', true, true],
    ['prod/x.yaml', 'live/x.yaml', true, true],
    ['prod/x.yaml', 'dev/x.yaml', false, false],
    ['staging/x.yaml', 'uat/x.yaml', true, true],
    ['pre-prod/x.yaml', 'preprod/x.yaml', true, true],
    ['prod-eu/x.yaml', 'prod/x.yaml', true, true],
    ['prod-eu/x.yaml', 'prod-us/x.yaml', false, false],
    ['prod-eu-1/x.yaml', 'prod-eu/x.yaml', true, true],
    ['prod1/x.yaml', 'prod2/x.yaml', false, false],
    ['a/x.yaml', 'prod/x.yaml', false, true],
    ['prod/x.yaml', 'a/x.yaml', false, false],
    ['clusters/one/x.yaml', 'clusters/two/x.yaml', false, false],
    ['clusters/one/x.yaml', 'clusters/one/y.yaml', true, true],
    ['exact/x.yaml', 'exact/y.yaml', true, true],
    ['exact/x.yaml', 'a/y.yaml', false, false],
    ['a/x.yaml', 'exact/y.yaml', false, false],
  ])('%s and %s: %s, and of no other: %s', (one, other, isOne, isNone) => {
    expect(namesOneCluster(one, other, clusters)).toBe(isOne);
    expect(namesNoOtherCluster(one, other, clusters)).toBe(isNone);
  });
});

test('paths, and where a file of a root was', () => {
  expect([inFolder('', 'a'), inFolder('a', 'b')]).toEqual(['a', 'a/b']);
  expect(['a', 'a/b', 'ab', ''].map((path) => isWithin(path, 'a'))).toEqual([true, true, false, false]);
  expect(isWithin('x', '')).toBe(true);
  const root = (folder: string) => ({ folder }) as Root;
  const former = (path: string, now: string, old?: string) =>
    formerPath(path, root(now), old === undefined ? undefined : root(old));
  expect([
    former('a/x', 'a', 'b'),
    former('x', '', 'b'),
    former('a/x', 'a', ''),
    former('c/x', 'a', 'b'),
    former('a/x', 'a', 'a'),
    former('a/x', 'a'),
  ]).toEqual(['b/x', 'b/x', 'x', 'c/x', 'a/x', 'a/x']);
  expect([absent('path', ''), absent('chart', 'a')]).toEqual([
    { why: 'the path . is not in this repository', by: 'path', unread: [] },
    { why: 'the chart a is not in this repository', by: 'chart', unread: [] },
  ]);
});

test('values that a template names', () => {
  expect(valuesNamed('{{ .Values.a.b }}{{ $.Values.c_1 }}{{ .Values }}{{ .Values.x-y }}')).toEqual([
    ['a', 'b'],
    ['c_1'],
    ['x'],
  ]);
  expect(valuesNamed('{{ index .Values "a" "b-c" }}{{ get $.Values "d" }}{{ pick .Values "e" }}')).toEqual([
    ['a', 'b-c'],
    ['d'],
  ]);
  expect(valuesNamed('{{ .Values.1 }}{{ index .Values $x }}{{ .values.a }}')).toEqual([]);
});

test('texts in other objects are read as YAML', () => {
  expect(parsedValues('a: 1\n---\n- b\n---\nc: 2\n')).toEqual([{ a: 1 }, { c: 2 }]);
  expect([parsedValues(''), parsedValues('a: [')]).toEqual([[], []]);
  expect([parsedText('[1]'), parsedText(''), parsedDocument('a: b\n---\nc: d')?.value, parsedDocument('')]).toEqual([
    [1],
    undefined,
    { a: 'b' },
    undefined,
  ]);
});
