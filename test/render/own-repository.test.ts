import { expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

const source =
  'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system, namespace: flux-system}\nspec: {url: "https://git.example.org/this/repo"}\n';
const kustomization =
  'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec: {path: ./k, sourceRef: {kind: GitRepository, name: flux-system}}\n';
const application = (url: string, path: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\nspec: {source: {repoURL: "https://git.example.org/${url}", path: ${path}}, destination: {namespace: shop}}\n`;
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n';

/** The declared roots of a repository of which no URL is known. */
const declared = async (files: Record<string, string>) => {
  const base = { 'k/x.yaml': map, ...files };
  const { change } = await judgeChange(base, { 'k/x.yaml': `${map}data: {a: b}\n` }, { usesTools: false });
  return [...(change.delivered?.after.roots.keys() ?? [])].filter((id) => /^(?:Kustomization|Application)/.test(id));
};

test('the top of a repository says nothing about which one it is', async () => {
  expect(await declared({ 'a.yaml': application('shop/x', '.') })).toEqual([]);
  expect(await declared({ 'a.yaml': application('shop/x', './') })).toEqual([]);
  expect(await declared({ 'a.yaml': application('this/repo', 'k') })).toEqual(['Application argocd/a (a.yaml)']);
  const both = `${application('this/repo', 'k')}---\n${application('this/repo', '.').replace('name: a', 'name: b')}`;
  expect(await declared({ 'a.yaml': both })).toHaveLength(2);
});

test.each(['.', 'k'])(
  'an Application of another address takes no place of what Flux was bootstrapped from: %s',
  async (path) => {
    const flux = { 'f/s.yaml': source, 'f/k.yaml': kustomization };
    expect(await declared(flux)).toEqual(['Kustomization flux-system/k (f/k.yaml)']);
    expect(await declared({ ...flux, 'a.yaml': application('shop/x', path) })).toContain(
      'Kustomization flux-system/k (f/k.yaml)',
    );
  },
);
