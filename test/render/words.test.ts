import { describe, expect, test } from '@jest/globals';
import { observe } from '../../src/rules/observe.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const rules = '[{apiGroups: [""], resources: [secrets], verbs: [get]}]';
const release = (values: string) =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: c, namespace: shop}\nspec:\n  chart: {spec: {chart: c, version: 1.0.0, sourceRef: {kind: HelmRepository, name: far}}}\n  valuesFrom: [{kind: ConfigMap, name: v}]\n  values: ${values}\n`;
const map = (values: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: v, namespace: shop}\ndata:\n  values.yaml: |\n    a: b\n${values}`;

const messages = async (before: Files, after: Files) => (await judgeChange(before, after)).messages;

describe('findings about values of charts say who and what is meant', () => {
  test('whose account gains', async () => {
    expect(await messages({ 'r.yaml': release('{}') }, { 'r.yaml': release(`{rules: ${rules}}`) })).toEqual([
      "HelmRelease shop/c newly lets a ServiceAccount of HelmRelease c's chart get secrets in every namespace.",
    ]);
    expect(await messages({ 'values.yaml': 'a: b\n' }, { 'values.yaml': `rules: ${rules}\n` })).toEqual([
      'values.yaml newly lets a ServiceAccount of the chart that takes values.yaml get secrets in every namespace.',
    ]);
  });

  test('whose pod it is', async () => {
    expect(await messages({ 'values.yaml': 'a: b\n' }, { 'values.yaml': 'hostNetwork: true\n' })).toEqual([
      'The chart that takes values.yaml newly uses the network of its node.',
    ]);
    const given = { 'r.yaml': release('{}'), 'v.yaml': map('') };
    expect(await messages(given, { 'v.yaml': map('    hostNetwork: true\n') })).toEqual([
      'The chart that takes ConfigMap shop/v (data.values.yaml) newly uses the network of its node.',
    ]);
  });

  test('that only the names of values are known, and of which chart', async () => {
    const known = 'values of such names usually decide about permissions or about access to the node';
    const given = { 'r.yaml': release('{}'), 'v.yaml': map('') };
    expect(await messages(given, { 'v.yaml': map('    rbac: {clusterWide: true}\n') })).toEqual([
      `ConfigMap shop/v newly sets rbac.clusterWide for a chart that was not rendered: ${known}, and what comes of them was not judged.`,
    ]);
    expect(await messages(given, { 'r.yaml': release('{rbac: {clusterWide: true}}') })).toEqual([
      `HelmRelease shop/c newly sets rbac.clusterWide for the chart c from outside this repository: ${known}, and what comes of them was not judged.`,
    ]);
  });
});

(hasTools ? describe : describe.skip)('findings about what was rendered say what is not known', () => {
  const role = (resource: string) =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r}\nrules: [{apiGroups: [""], resources: [${resource}], verbs: [get]}]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: r}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}\nsubjects: [{kind: ServiceAccount, name: s, namespace: d}]\n`;

  test('the namespace of a chart that nothing installs', async () => {
    const before = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n', 'c/templates/r.yaml': role('pods') };
    const { evidence, messages: said } = await judgeChange(before, { 'c/templates/r.yaml': role('secrets') });
    expect(said).toEqual([
      'Role release-namespace/r newly lets ServiceAccount d/s get secrets in namespace release-namespace.',
    ]);
    const [observed] = observe(evidence, (_, line) => line);
    expect(observed?.observation.details?.at(-1)).toBe(
      'release-namespace is in the place of the namespace that the chart is installed into, which nothing here states.',
    );
  });

  test('why a root was not rendered, where kustomize tried a file as a folder at last', async () => {
    const twice = {
      'k/kustomization.yaml': 'resources: [a.yaml, b.yaml]\n',
      'k/a.yaml': role('pods'),
      'k/b.yaml': role('pods'),
    };
    const { coverage } = await judgeChange(twice, { 'k/a.yaml': role('secrets') });
    expect(coverage.rendering?.notRendered).toEqual([{ root: 'k', why: 'Role r is in it twice' }]);
  });
});
