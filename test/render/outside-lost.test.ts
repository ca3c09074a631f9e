import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const base = 'resources:\n- https://example.org/a//b?ref=v1\n';
const patch = (operation: string) =>
  `patches:\n- target: {kind: ClusterRole, name: far}\n  patch: |-\n    - ${operation}\n`;
const removal = patch('{op: remove, path: /rules/1}');
const annotation = patch('{op: add, path: /metadata/annotations, value: {a: b}}');
const deletion =
  'patches:\n- patch: |-\n    $patch: delete\n    apiVersion: rbac.authorization.k8s.io/v1\n    kind: ClusterRoleBinding\n    metadata: {name: far}\n';

async function found(before: string, after: string, usesTools: boolean) {
  const files = (more: string): Files => ({ 'k/kustomization.yaml': base + more });
  return (await judgeChange(files(before), files(after), { usesTools })).lines;
}

describe.each([true, false])('of what is outside the repository, with tools: %s,', (usesTools) => {
  const run = usesTools && !hasTools ? test.skip : test;
  run.each([
    ['narrowed and is gone', removal, '', 1],
    ['narrowed and does something else', removal, annotation, 3],
    ['deleted a binding and is gone', deletion, '', 1],
  ])('a patch that %s is one finding', async (_, before, after, at) =>
    expect(await found(before, after, usesTools)).toEqual([`k/kustomization.yaml:${at} high unreadable-manifest`]),
  );

  run.each([
    ['narrows', '', removal],
    ['annotated and is gone', annotation, ''],
    ['narrows as before', removal, `${removal.replace('/rules/1}', '/rules/1} # x')}labels: [{pairs: {a: b}}]\n`],
  ])('one that %s is none', async (_, before, after) => expect(await found(before, after, usesTools)).toEqual([]));
});
