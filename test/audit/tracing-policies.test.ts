import { expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

const policy = (name: string, hook = 'sys_setuid', kind = 'TracingPolicy', namespace = '') =>
  `apiVersion: cilium.io/v1alpha1\nkind: ${kind}\nmetadata: {name: ${name}${namespace}}\nspec: {kprobes: [{call: ${hook}, syscall: true}]}\n---\n`;
const [namespaced, a, b] = ['TracingPolicyNamespaced', ', namespace: a', ', namespace: b'];

test.each<readonly [name: string, before: string, after: string, count: number]>([
  ['the same under another name', policy('p'), policy('q'), 0],
  ['the same of another namespace', policy('p', 'x', namespaced, a), policy('p', 'x', namespaced, b), 1],
  ['the same for all namespaces', policy('p', 'x', namespaced, a), policy('q', 'x'), 0],
  ['the same for one namespace', policy('p', 'x'), policy('q', 'x', namespaced, a), 1],
  ['another hook', policy('p'), policy('q', 'sys_mount'), 1],
])('a TracingPolicy that is gone: %s', async (_name, before, after, count) => {
  const side = (text: string) => folderOf({ 'clusters/a/x.yaml': text });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  expect(findingsOf(evidence).filter(({ rule }) => rule === 'audit-lowered')).toHaveLength(count);
});
