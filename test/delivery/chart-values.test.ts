import { expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

/** What is said between two versions of one file, each as severity, line and message. */
async function said(path: string, before: string, after: string): Promise<readonly string[]> {
  const side = (text: string) => folderOf(text === '' ? {} : { [path]: text });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  return findingsOf(evidence)
    .filter(({ rule }) => rule === 'deploy-authority-widened')
    .map(({ severity, position, message }) => `${severity} ${position?.line} ${message}`);
}

const release = (values: string) =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: argo-cd, namespace: argocd}\nspec:\n  chart: {spec: {chart: argo-cd, sourceRef: {kind: HelmRepository, name: argo}}}\n${values}`;
const application = (helm: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: argo-cd, namespace: argocd}\nspec:\n  project: shop\n  source:\n    repoURL: https://argoproj.github.io/argo-helm\n    chart: argo-cd\n    targetRevision: 8.0.0\n${helm}`;
/** Argo CD by its chart, alongside a plugin whose parameters are called like values of the chart. */
const decoyed = (value: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: argo-cd, namespace: argocd}\nspec:\n  project: shop\n  sources:\n  - repoURL: https://argoproj.github.io/argo-helm\n    chart: argo-cd\n    targetRevision: 8.0.0\n    helm:\n      values: |\n        configs: {params: {server.disable.auth: ${value}}}\n  - repoURL: https://git.example.org/x.git\n    path: docs\n    plugin:\n      name: p\n      parameters: [{name: configs, map: {params: "false"}}]\n      env: [{name: configs, value: '{"params": {"server.disable.auth": "false"}}'}]\n`;
const inRelease = (configs: string) => release(`  values:\n    configs:\n${configs}`);
const params = (value: string) => `      params:\n        server.disable.auth: ${value}\n`;

test.each<[string, string, string, readonly string[]]>([
  [
    'no login',
    inRelease(params('false')),
    inRelease(params('true')),
    ['high 9 Argo CD, by HelmRelease argocd/argo-cd, newly lets everyone into Argo CD without a login'],
  ],
  [
    'no login, alongside parameters of a plugin that are called the same',
    decoyed('false'),
    decoyed('true'),
    ['high 12 Argo CD, by Application argocd/argo-cd, newly lets everyone into Argo CD without a login'],
  ],
  ['no login, by values where none were', release(''), inRelease(params('"true"')), ['high 9 ']],
  [
    'the built-in administrator, by a key that is gone',
    inRelease('      cm:\n        admin.enabled: false\n        a: b\n'),
    inRelease('      cm:\n        a: b\n'),
    ['newly has its built-in administrator'],
  ],
  [
    'the built-in administrator, by values that are gone',
    inRelease('      cm:\n        admin.enabled: false\n'),
    release(''),
    ['newly has its built-in administrator'],
  ],
  [
    'shells',
    inRelease('      cm: {exec.enabled: "false"}\n'),
    inRelease('      cm: {exec.enabled: "true"}\n'),
    ['newly lets users of Argo CD open shells in pods'],
  ],
  [
    'kinds that are left alone',
    inRelease('      cm: {a: b}\n'),
    inRelease('      cm:\n        resource.exclusions: |\n          - {kinds: [ClusterPolicy]}\n'),
    ['newly leaves ClusterPolicy alone'],
  ],
  [
    'in an older form',
    release('  values: {server: {config: {exec.enabled: "false"}}}\n'),
    release('  values: {server: {config: {exec.enabled: "true"}}}\n'),
    ['shells'],
  ],
  [
    'as a subchart',
    release('  values: {argo-cd: {configs: {params: {a: b}}}}\n'),
    release('  values: {argo-cd: {configs: {params: {server.disable.auth: true}}}}\n'),
    ['without a login'],
  ],
  [
    'of an Application',
    application('    helm: {valuesObject: {configs: {params: {a: b}}}}\n'),
    application('    helm: {valuesObject: {configs: {params: {server.disable.auth: true}}}}\n'),
    ['by Application argocd/argo-cd, newly lets everyone'],
  ],
  [
    'of an Application, as a text',
    application('    helm:\n      values: |\n        a: b\n'),
    application('    helm:\n      values: |\n        configs: {params: {server.disable.auth: true}}\n'),
    ['high 12 '],
  ],
  [
    'of an Application, as a parameter',
    application(''),
    application(
      "    helm:\n      parameters:\n        - {name: 'configs.params.server\\.disable\\.auth', value: 'true'}\n",
    ),
    ['without a login'],
  ],
  [
    'in another form',
    application('    helm: {valuesObject: {configs: {params: {server.disable.auth: true}}}}\n'),
    application('    helm:\n      values: |\n        configs: {params: {server.disable.auth: true}}\n'),
    [],
  ],
  ['the same', inRelease(params('true')), inRelease(params('"true"')), []],
  [
    'another product',
    release('  values: {configs: {params: {a: b}}}\n'),
    release('  values: {configs: {params: {server.port: 1}}}\n'),
    [],
  ],
])('%s', async (_, before, after, parts) => {
  expect(await said('clusters/a/x.yaml', before, after)).toEqual(parts.map((part) => expect.stringContaining(part)));
});

test('a file of values', async () => {
  const file = (value: string) => `configs:\n  params:\n    server.disable.auth: ${value}\n`;
  const say = (before: string, after: string) => said('argocd/values.yaml', before, after);
  expect(await say(file('false'), file('true'))).toEqual([
    expect.stringContaining('high 3 Argo CD, by argocd/values.yaml, newly lets everyone into Argo CD without a login'),
  ]);
  expect(await say('', file('true'))).toHaveLength(1);
  expect(await say(file('true'), file('true\n    a: b'))).toEqual([]);
  expect(await say(file('true'), '')).toEqual([]);
});

test('a file of values that moves says nothing new', async () => {
  const file = `configs:\n  params:\n    server.disable.auth: true\n    a: ${'b'.repeat(200)}\n`;
  const { evidence } = await evidenceOfFolders(
    folderOf({ 'argocd/values.yaml': file }),
    folderOf({ 'argocd/x/values.yaml': file }),
  );
  expect(findingsOf(evidence).filter(({ rule }) => rule === 'deploy-authority-widened')).toEqual([]);
});
