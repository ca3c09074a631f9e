import { expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

/** What is said of a change, each as severity, line and message. */
async function says(before: string, after: string, parts: readonly string[]) {
  const side = (text: string) => folderOf({ 'clusters/a/x.yaml': text });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  const found = findingsOf(evidence).filter(({ rule }) => /^(?:delivery-changed|deploy-authority-widened)$/.test(rule));
  const said = found.map(({ severity, rule, position, message }) => `${severity} ${rule} ${position?.line} ${message}`);
  expect(said).toEqual(parts.map((part) => expect.stringContaining(part)));
}

const verify = '  verify: {mode: HEAD, secretRef: {name: keys}}\n';
const git = (name: string, more = '', url = 'https://git.example.org/x/y') =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  url: ${url}\n  ref: {tag: v1}\n${more}---\n`;
const kustomization = (source: string, name = 'k', more = '') =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  path: ./x\n  serviceAccountName: deployer\n${more}  sourceRef:\n    kind: GitRepository\n    name: ${source}\n---\n`;
const chart = (name: string, more: string) =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmChart\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  chart: c\n  sourceRef: {kind: HelmRepository, name: r}\n${more}---\n`;
const application = (name: string, path = 'x', project = 'p', kind = 'Application') => {
  const spec = `project: ${project}, destination: {name: in-cluster}, source: {repoURL: "https://git.example.org/x/y", path: ${path}, targetRevision: v1}`;
  const own =
    kind === 'Application'
      ? spec
      : `generators: [{list: {elements: [{a: b}]}}], template: {metadata: {name: t}, spec: {${spec}}}`;
  return `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: argocd}\nspec: {${own}}\n---\n`;
};

test.each<readonly [name: string, before: string, after: string, ...parts: string[]]>([
  ['a source', git('g', verify) + kustomization('g'), git('g2', verify) + kustomization('g2')],
  ['a Kustomization', git('g') + kustomization('g'), git('g') + kustomization('g', 'k2')],
  ['both', git('g', verify) + kustomization('g'), git('g2', verify) + kustomization('g2', 'k2')],
  [
    'without its account',
    git('g') + kustomization('g'),
    (git('g') + kustomization('g', 'k2')).replace('  serviceAccountName: deployer\n', ''),
    'medium delivery-changed',
  ],
  [
    'for other objects',
    git('g') + kustomization('g'),
    git('g') + kustomization('g', 'k2', '  patches: [{patch: "a"}]\n'),
    'medium delivery-changed',
  ],
  [
    'another one that stays',
    git('g') + kustomization('g'),
    git('g') + kustomization('g') + kustomization('g', 'k2'),
    'medium delivery-changed',
  ],
  [
    'without verify',
    git('g', verify) + kustomization('g'),
    git('g2') + kustomization('g2'),
    'high deploy-authority-widened 4 GitRepository flux-system/g2 no longer verifies the signatures of what it delivers, in the place of GitRepository flux-system/g.',
  ],
  [
    'without verify, by another form of the URL',
    git('g', verify),
    git('g2', '', 'ssh://git@git.example.org/x/y.git'),
    'high deploy-authority-widened 4 ',
  ],
  ['without verify, from elsewhere', git('g', verify), git('g2', '', 'https://git.example.org/x/z')],
  [
    'with a weaker one',
    git('g', verify.replace('HEAD', 'TagAndHEAD')),
    git('g2', verify),
    'medium deploy-authority-widened 7 ',
  ],
  [
    'next to the one that verifies',
    git('g', verify) + kustomization('g'),
    git('g', verify) + git('g2') + kustomization('g2'),
    'high deploy-authority-widened 12 ',
  ],
  [
    'next to it, and nothing takes from it',
    git('g', verify) + kustomization('g'),
    git('g', verify) + git('g2') + kustomization('g'),
  ],
  [
    'to one that was there',
    git('g', verify) + git('g2') + kustomization('g'),
    git('g', verify) + git('g2') + kustomization('g2'),
    'high deploy-authority-widened 24 Kustomization flux-system/k newly takes from GitRepository flux-system/g2, which in the place of GitRepository flux-system/g no longer verifies',
  ],
  [
    'a chart without verify',
    chart('c', '  verify: {provider: cosign}\n'),
    chart('c2', ''),
    'high deploy-authority-widened 4 ',
  ],
  ['a chart', chart('c', '  verify: {provider: cosign}\n'), chart('c2', '  verify: {provider: cosign}\n')],
  ['an Application', application('a'), application('a2')],
  ['an Application of another path', application('a'), application('a2', 'z'), 'high delivery-changed'],
  ['an Application of another project', application('a'), application('a2', 'x', 'q'), 'medium delivery-changed'],
  ['an ApplicationSet', application('a', 'x', 'p', 'ApplicationSet'), application('a2', 'x', 'p', 'ApplicationSet')],
])('renamed: %s', async (_name, before, after, ...parts) => {
  await says(before, after, parts);
});
