import { expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const source = (ignore?: string) => `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: flux-system, namespace: flux-system}
spec:
  url: ssh://git@example.org/a/b
${ignore === undefined ? '' : `  ignore: ${JSON.stringify(ignore)}\n`}`;
const tree: Files = {
  'clusters/app.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec: {interval: 1m, path: ./apps/x, prune: true, targetNamespace: shop, sourceRef: {kind: GitRepository, name: flux-system}}
`,
  'clusters/gr.yaml': source(),
  'apps/x/a.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: c, image: 'a/b:1@sha256:${'0'.repeat(64)}'}]}
`,
  'apps/x/np.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
`,
};
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: adm}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const says = (ignore: string): Files => ({ 'clusters/gr.yaml': source(ignore) });
const lost = (file: string) => [`${file} high network-widened`];
const stated = 'clusters/gr.yaml:~6';
const gained = (file: string) => [`${file} critical rbac-widened`];

(hasTools ? test : test.skip).each<[string, Files, Files, readonly string[]]>([
  ['a file', {}, says('/apps/x/np.yaml'), lost(stated)],
  ['a name', {}, { '.sourceignore': 'np.yaml\n' }, lost('.sourceignore:~1')],
  ['a name in a folder', {}, { 'apps/.sourceignore': '# a\n\nx/n*.yaml  \n' }, lost('apps/.sourceignore:~3')],
  ['a class of characters', {}, { '.sourceignore': 'n[op].yaml\n' }, lost('.sourceignore:~1')],
  ['a range of characters', {}, { '.sourceignore': 'n[a-q\\]].yaml\n' }, lost('.sourceignore:~1')],
  ['characters that are not in it', {}, { '.sourceignore': 'n[^a-q].yaml\nn[ab].yaml\nn[p.yaml\n' }, []],
  ['a star that is escaped', {}, { '.sourceignore': 'n\\*.yaml\n\\*p.yaml\n' }, []],
  ['two stars inside a name', {}, { '.sourceignore': 'x**p.yaml\napps/x**np.yaml\n' }, []],
  ['two stars between slashes', {}, { '.sourceignore': 'apps/**/np.yaml\n' }, lost('.sourceignore:~1')],
  ['all in a folder', {}, says('/apps/x/**\n!a.yaml'), lost(stated)],
  ['what a folder says whose name is a pattern', {}, { 'a*/.sourceignore': 'np.yaml\n' }, []],
  [
    'more patterns than are tried',
    {},
    { '.sourceignore': `${'*.md\n'.repeat(1_000)}np.yaml\n` },
    ['.sourceignore:2 high unreadable-manifest'],
  ],
  ['all but one', {}, says('/*\n!/apps/x/a.yaml\n'), lost(stated)],
  ['what a folder has again', {}, { '.sourceignore': 'np.yaml\n', 'apps/.sourceignore': '!np.yaml\n' }, []],
  ['the source has the last word', { '.sourceignore': '!np.yaml\n' }, says('np.yaml'), lost(stated)],
  ['all but the folder', {}, says('# all\n/*\n!/apps/\n'), []],
  ['another file', {}, says('README.md\n/np.yaml\nnp.yaml/\n*.md'), []],
  ['a comment', { '.sourceignore': '*.md\n' }, { '.sourceignore': '# docs\n*.md\n' }, []],
  ['the whole folder, which cannot be built then', {}, says('/apps'), []],
  [
    'no longer',
    { ...says('apps/x/b.yaml'), 'apps/x/b.yaml': binding },
    { 'clusters/gr.yaml': source() },
    gained('clusters/gr.yaml:~5'),
  ],
  [
    'no longer in a file',
    { '.sourceignore': 'b.yaml', 'apps/x/b.yaml': binding },
    { '.sourceignore': '# nothing\n' },
    gained('.sourceignore:~1'),
  ],
  [
    'a kustomization below a folder',
    { 'apps/x/k/kustomization.yaml': 'resources: [b.yaml]\n', 'apps/x/k/b.yaml': binding, ...says('/apps/x/k') },
    { 'clusters/gr.yaml': source() },
    gained('clusters/gr.yaml:~5'),
  ],
])('what a source of Flux leaves out: %s', async (_, before, after, expected) => {
  const { lines } = await judgeChange({ ...tree, ...before }, after);
  expect(lines).toEqual(expected);
});
