import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const url = 'https://git.example.org/acme/gitops';
const found = async (before: Files, after: Files) => (await judgeChange(before, after, { urls: [url] })).lines;
const repository = (name: string, address: string) =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: ${name}, namespace: flux-system}\nspec: {url: ${address}}\n`;
const flux = (path: string, further = '') =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  sourceRef: {kind: ExternalArtifact, name: apps}\n  path: ${path}\n${further}`;
const generator = (copies: string, pattern = '') =>
  `apiVersion: source.extensions.fluxcd.io/v1beta1\nkind: ArtifactGenerator\nmetadata: {name: g, namespace: flux-system}\nspec:\n  sources:\n  - {alias: own, kind: GitRepository, name: own}\n  - {alias: far, kind: GitRepository, name: far}\n${pattern}  artifacts:\n  - name: apps\n    copy:\n${copies}`;
const copy = (from: string, to: string, further = '') => `    - {from: "@${from}", to: "@artifact/${to}"${further}}\n`;
const binding = (name: string, role: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: ${name}}\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: ${role}\nsubjects: [{kind: ServiceAccount, name: s, namespace: d}]\n`;
const patch =
  '  patches:\n  - target: {kind: ClusterRoleBinding}\n    patch: |\n      - op: replace\n        path: /roleRef/name\n        value: cluster-admin\n';

(hasTools ? describe : describe.skip)('what Flux makes an artifact of', () => {
  const standard = copy('own/apps/base/**', 'base/') + copy('own/apps/prod/**', 'prod/');
  const before: Files = {
    'g.yaml': repository('own', url),
    'far.yaml': repository('far', 'https://git.example.org/else/where'),
    'a.yaml': generator(standard),
    'f.yaml': flux('./prod'),
    'apps/base/kustomization.yaml': 'resources: [b.yaml]\n',
    'apps/base/b.yaml': binding('b', 'view'),
    'apps/prod/kustomization.yaml': 'resources: [../base]\n',
    'evil/b.yaml': binding('e', 'cluster-admin'),
    'apps/evil/b.yaml': binding('e', 'cluster-admin'),
  };

  test('is built as the folder of this repository that it is', async () => {
    expect(await found(before, { 'f.yaml': flux('./prod', patch) })).toEqual(['f.yaml:12 critical rbac-widened']);
    expect(await found(before, { 'apps/base/b.yaml': binding('b', 'cluster-admin') })).toEqual([
      'apps/base/b.yaml:7 critical rbac-widened',
    ]);
    const whole = { ...before, 'a.yaml': generator(copy('own/apps/**', '')) };
    expect(await found(before, { 'a.yaml': whole['a.yaml'] })).toEqual([]);
    expect(await found(whole, { 'f.yaml': flux('./prod', patch) })).toEqual(['f.yaml:12 critical rbac-widened']);
  });

  test('holds what is copied, and no more', async () => {
    const base = copy('own/apps/base/**', 'base/');
    const all = { ...before, 'a.yaml': generator(base), 'f.yaml': flux('./') };
    const evil = copy('own/apps/evil/**', 'evil/');
    expect(await found(all, { 'a.yaml': generator(base + evil) })).toEqual([
      expect.stringMatching(/:~?\d+ critical rbac-widened$/),
    ]);
    expect(await found(before, { 'a.yaml': generator(standard + evil) })).toEqual([]);
  });

  test('is the one of its own namespace, not one of that name that is nearer', async () => {
    const folder = (name: string, role: string): Files => ({
      [`${name}/x/kustomization.yaml`]: 'resources: [b.yaml]\n',
      [`${name}/x/b.yaml`]: binding('b', role),
    });
    const two: Files = {
      'g.yaml': repository('own', url),
      'a.yaml': generator(copy('own/apps/**', '')),
      'k/a.yaml': generator(copy('own/apps/**', '')).replace('flux-system', 'other'),
      'k/f.yaml': flux('./x'),
      ...folder('apps', 'view'),
      ...folder('evil', 'cluster-admin'),
    };
    expect(await found(two, { 'a.yaml': generator(copy('own/evil/**', '')) })).toEqual([
      'a.yaml:11 critical rbac-widened',
    ]);
    expect(
      await found(two, { 'k/a.yaml': generator(copy('own/evil/**', '')).replace('flux-system', 'other') }),
    ).toEqual([]);
  });

  test('is not judged where files come to be elsewhere in it, from elsewhere, or not all', async () => {
    const delivered = (line: number) => [`a.yaml:${line} high delivery-changed`];
    expect(await found(before, { 'a.yaml': generator(standard + copy('own/evil/**', 'prod/')) })).toEqual(
      delivered(13),
    );
    expect(await found(before, { 'a.yaml': generator(standard + copy('own/evil/b.yaml', 'prod/b.yaml')) })).toEqual(
      delivered(13),
    );
    expect(await found(before, { 'a.yaml': generator(standard + copy('far/apps/evil/**', 'evil/')) })).toEqual(
      delivered(13),
    );
    const excluding = {
      ...before,
      'a.yaml': generator(standard + copy('own/apps/evil/**', 'evil/', ', exclude: [b.yaml]')),
    };
    expect(
      await found(excluding, {
        'a.yaml': generator(standard + copy('own/apps/evil/**', 'evil/', ', exclude: [c.yaml]')),
      }),
    ).toEqual(delivered(13));
  });

  test('says whether it is from outside the repository', async () => {
    const said = async (from: string) =>
      (await judgeChange(before, { 'a.yaml': generator(standard + copy(from, 'prod/')) }, { urls: [url] })).messages;
    expect(await said('own/evil/**')).toEqual([
      'ArtifactGenerator flux-system/g (a.yaml) newly delivers the files @own/evil/** in @artifact/prod/ of ExternalArtifact apps: the content was not judged.',
    ]);
    expect(await said('far/evil/**')).toEqual([
      'ArtifactGenerator flux-system/g (a.yaml) newly delivers the files @far/evil/** in @artifact/prod/ of ExternalArtifact apps from outside this repository: the content was not judged.',
    ]);
  });

  test('is not known where its folders are found by a pattern', async () => {
    const pattern = '  pathPattern: "@own/apps/{app}"\n';
    const one = copy('own/apps/{app}/**', '');
    const open = { ...before, 'a.yaml': generator(one, pattern) };
    expect(await found(open, { 'a.yaml': generator(one + copy('own/evil/**', ''), pattern) })).toEqual([
      'a.yaml:13 high delivery-changed',
    ]);
    expect(await found(open, { 'f.yaml': flux('./prod', patch) })).toEqual([
      expect.stringMatching(/high rbac-widened$/),
    ]);
  });
});
