import { expect, test } from '@jest/globals';
import { chosenScopes } from '../../src/cli/chosen-scopes.ts';
import { InputError } from '../../src/input-error.ts';
import type { Resource } from '../../src/kube/resource.ts';
import type { LeftOut } from '../../src/report/terminal/left-out.ts';

const kinds = (...all: readonly string[]) => all.map((kind) => ({ kind }) as Resource);
const scopes: readonly (readonly [string, readonly Resource[]])[] = [
  ['prod', kinds('Secret', 'RoleBinding')],
  ['dev', kinds('ClusterRole')],
  ['apps', kinds('Secret')],
  ['empty', []],
  ['root apps', kinds('Secret')],
  ['root empty', kinds('Role')],
  ['root gone', []],
];
const left = [
  { root: 'broken', scope: 'root broken', reason: 'kustomize is missing' },
  { root: 'fine', scope: 'root fine', reason: undefined },
] as unknown as readonly LeftOut[];

/** The names of the scopes that are chosen, or why there is none. */
function chosen(asked: string | undefined, given = scopes): readonly string[] {
  try {
    return chosenScopes(given, asked, left).map(([name]) => name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ what, fix }) => `${what}: ${fix}`);
  }
}

test('scopes that hold RBAC are of interest, in the order of their names, else the first one', () => {
  expect(chosen(undefined)).toEqual(['dev', 'prod', 'root empty']);
  expect(chosen(undefined, scopes.slice(1, 3))).toEqual(['dev']);
  expect(chosen(undefined, scopes.slice(2, 5))).toEqual(['apps']);
  expect(chosen(undefined, [])).toEqual([]);
});

test('one that is asked for is it and the root of its name, as far as they hold something', () => {
  expect(chosen('apps')).toEqual(['apps', 'root apps']);
  expect(chosen('root apps')).toEqual(['root apps']);
  expect(chosen('empty')).toEqual(['root empty']);
  expect(chosen('gone')).toEqual(['root gone']);
  expect(chosen('empty', scopes.slice(3, 4))).toEqual(['empty']);
  expect(
    chosen('empty', [
      ['root empty', []],
      ['empty', []],
    ]),
  ).toEqual(['empty']);
});

test('one that is not there is refused, with what was meant or why it is not', () => {
  expect(chosen('prd')).toEqual(['there is no scope "prd": did you mean prod?']);
  expect(chosen('gon')).toEqual(['there is no scope "gon": did you mean gone?']);
  expect(chosen('nothing-like-it')).toEqual([
    'there is no scope "nothing-like-it": one of: apps, dev, empty, prod, root apps, root empty, root gone',
  ]);
  for (const asked of ['broken', 'root broken'])
    expect(chosen(asked)).toEqual([
      'broken was not rendered: kustomize is missing: without --scope the answer is by its files as they are written',
    ]);
  expect(chosen('fine')).toEqual([expect.stringContaining('there is no scope "fine"')]);
});
