import { expect, test } from '@jest/globals';
import { scopeOf } from '../../src/kube/scope.ts';
import { changedDeliveries } from '../../src/render/judge/deliveries.ts';
import type { Gap } from '../../src/render/model/gap.ts';
import type { RenderedRoot } from '../../src/render/result/rendering.ts';
import { own } from './declarations.ts';
import { changeOf, type Texts } from './delivered.ts';
import type { Changed } from './patched.ts';

/** What begins to be delivered: by what, of what, and where that is said. */
function begun(
  files: Texts,
  changed: Changed,
  gaps: { readonly before?: readonly Gap[]; readonly after?: readonly Gap[] } = {},
): readonly string[] {
  const { sides } = changeOf(files, changed, [own]);
  const root = {
    id: 'k',
    before: { gaps: gaps.before ?? [] },
    after: { gaps: gaps.after ?? [] },
  } as unknown as RenderedRoot;
  return changedDeliveries(sides.before, sides.after, [root], (file) => scopeOf(file, [])).map(
    ({ by, what, address, version, kind, isRelease, isInside, like, position }) =>
      [
        `${by} ${kind} ${what} ${address}${version === undefined ? '' : ` @ ${version}`}`,
        ...(isRelease ? ['release'] : []),
        ...(isInside === true ? ['inside'] : []),
        ...(like === undefined ? [] : [`like ${like}`]),
        `${position.file}:${position.line}`,
      ].join(' | '),
  );
}

const app = (version: string, url = 'https://example.org/x', name = 'app', more = '') =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: ${name}, namespace: argocd}\nspec:\n  source:\n    repoURL: ${url}\n    chart: c\n    targetRevision: ${version}\n${more}`;
const release = (version: string, source = 'far', name = 'h', more = '') =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  chart:\n    spec:\n      chart: c\n      version: ${version}\n      sourceRef: {kind: HelmRepository, name: ${source}}\n${more}`;
const repository = (name = 'far', url = 'https://example.org/charts') =>
  `---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: {name: ${name}, namespace: shop}\nspec: {url: "${url}"}\n`;
const git = (ref: string, url = own, name = 'flux-system') =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  url: ${url}\n  ref: ${ref}\n`;
const gap = (name: string, kind: Gap['kind'] = 'remote', more: Partial<Gap> = {}): Gap => ({
  kind,
  name,
  file: 'k/kustomization.yaml',
  at: ['resources', 1],
  ...more,
});
const k = { 'k/kustomization.yaml': 'resources:\n- a.yaml\n- b.yaml\n' };

const cases: readonly (readonly [string, readonly string[], Texts, Changed, Parameters<typeof begun>[2]?])[] = [
  ['nothing', [], { 'r.yaml': app('1.0.0') }, {}],
  [
    'a new one',
    ['Application argocd/app (r.yaml) new the chart https://example.org/x c @ 1.0.0 | r.yaml:6'],
    {},
    { 'r.yaml': app('1.0.0') },
  ],
  [
    'another release',
    ['Application argocd/app (r.yaml) version the chart https://example.org/x c @ 1.1.0 | release | r.yaml:8'],
    { 'r.yaml': app('1.0.0') },
    { 'r.yaml': app('1.1.0') },
  ],
  [
    'another branch',
    ['Application argocd/app (r.yaml) version the chart https://example.org/x c @ two | r.yaml:8'],
    { 'r.yaml': app('one') },
    { 'r.yaml': app('two') },
  ],
  [
    'another address',
    ['Application argocd/app (r.yaml) new the chart https://example.org/y c @ 1.0.0 | r.yaml:6'],
    { 'r.yaml': app('1.0.0') },
    { 'r.yaml': app('1.0.0', 'https://example.org/y') },
  ],
  [
    'another field alone',
    [],
    { 'r.yaml': app('1.0.0') },
    { 'r.yaml': app('1.0.0', 'https://example.org/x', 'app', '    helm: {releaseName: x}\n') },
  ],
  ['the same in another file', [], { 'r.yaml': app('1.0.0') }, { 'r.yaml': undefined, 's.yaml': app('1.0.0') }],
  [
    'the same under another name',
    [],
    { 'r.yaml': app('1.0.0') },
    { 'r.yaml': app('1.0.0', 'https://example.org/x', 'other') },
  ],
  [
    'another release under another name',
    [
      'Application argocd/other (r.yaml) new the chart https://example.org/x c @ 1.1.0 | release | like Application argocd/app | r.yaml:8',
    ],
    { 'r.yaml': app('1.0.0') },
    { 'r.yaml': app('1.1.0', 'https://example.org/x', 'other') },
  ],
  [
    'another branch under another name',
    ['Application argocd/other (r.yaml) new the chart https://example.org/x c @ two | r.yaml:8'],
    { 'r.yaml': app('one') },
    { 'r.yaml': app('two', 'https://example.org/x', 'other') },
  ],
  [
    'the same again under another name',
    [
      'Application argocd/other (s.yaml) new the chart https://example.org/x c @ 1.0.0 | release | like Application argocd/app | s.yaml:6',
    ],
    { 'r.yaml': app('1.0.0') },
    { 's.yaml': app('1.0.0', 'https://example.org/x', 'other') },
  ],
  [
    'the same again in another scope',
    ['Application argocd/other (b/s.yaml) new the chart https://example.org/x c @ 1.0.0 | b/s.yaml:6'],
    { 'a/r.yaml': app('1.0.0') },
    { 'b/s.yaml': app('1.0.0', 'https://example.org/x', 'other') },
  ],
  [
    'with secrets in its address',
    ['Application argocd/app (r.yaml) new the chart https://example.org/x c @ 1.0.0 | r.yaml:6'],
    {},
    { 'r.yaml': app('1.0.0', 'https://user:secret@example.org/x') },
  ],
  [
    'a release of a repository',
    ['HelmRelease shop/h (r.yaml) version the chart c of HelmRepository shop/far @ 1.1.0 | release | r.yaml:8'],
    { 'r.yaml': release('1.0.0') },
    { 'r.yaml': release('1.1.0') },
  ],
  ['a repository alone', [], {}, { 'r.yaml': repository() }],
  [
    'another address of a repository',
    ['HelmRepository shop/far (r.yaml) new the HelmRepository https://example.org/other | r.yaml:14'],
    { 'r.yaml': `${release('1.0.0')}${repository()}` },
    { 'r.yaml': `${release('1.0.0')}${repository('far', 'https://example.org/other')}` },
  ],
  [
    'a repository of another name',
    [],
    { 'r.yaml': `${release('1.0.0')}${repository()}` },
    { 'r.yaml': `${release('1.0.0', 'new')}${repository('new')}` },
  ],
  [
    'a release of another name and the same fields',
    [],
    { 'r.yaml': `${release('1.0.0')}${repository()}` },
    { 'r.yaml': `${release('1.0.0', 'far', 'other')}${repository()}` },
  ],
  [
    'a release of another name and other fields',
    [
      'HelmRelease shop/other (r.yaml) new the chart c of HelmRepository shop/far @ 1.0.0 | release | like HelmRelease shop/h | r.yaml:7',
    ],
    { 'r.yaml': `${release('1.0.0')}${repository()}` },
    { 'r.yaml': `${release('1.0.0', 'far', 'other', '  values: {a: b}\n')}${repository()}` },
  ],
  [
    'a branch of this repository',
    [
      'GitRepository flux-system/flux-system (r.yaml) version the manifests https://git.example.org/acme/gitops @ branch dev | r.yaml:6',
    ],
    { 'r.yaml': git('{branch: main}') },
    { 'r.yaml': git('{branch: dev}') },
  ],
  ['the usual branch of this repository', [], {}, { 'r.yaml': git('{branch: main}') }],
  [
    'an unusual branch of this repository',
    [
      'GitRepository flux-system/flux-system (r.yaml) new the manifests https://git.example.org/acme/gitops @ branch dev | r.yaml:5',
    ],
    {},
    { 'r.yaml': git('{branch: dev}') },
  ],
  [
    'elements that a template computes',
    ['ApplicationSet argocd/set (r.yaml): a new the manifests https://example.org/x p | r.yaml:6'],
    {},
    {
      'r.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: set, namespace: argocd}\nspec:\n  generators: [{list: {elementsYaml: "{{ .x }}"}}]\n  template: {metadata: {name: a}, spec: {source: {repoURL: "https://example.org/x", path: p}}}\n',
    },
  ],
  [
    'something remote',
    ['k new the manifests https://example.org/x @ v1.0.0 | k/kustomization.yaml:3'],
    k,
    {},
    { after: [gap('https://example.org/x?ref=v1.0.0')] },
  ],
  [
    'something remote that was there',
    [],
    k,
    {},
    { before: [gap('https://example.org/x?ref=v1.0.0')], after: [gap('https://example.org/x?ref=v1.0.0')] },
  ],
  [
    'another release of something remote',
    ['k version the manifests https://example.org/x @ v1.1.0 | release | k/kustomization.yaml:3'],
    k,
    {},
    { before: [gap('https://example.org/x?ref=v1.0.0')], after: [gap('https://example.org/x?ref=v1.1.0')] },
  ],
  [
    'another branch of something remote',
    ['k version the manifests https://example.org/x&z=1 @ dev | k/kustomization.yaml:3'],
    k,
    {},
    { before: [gap('https://example.org/x?ref=main&z=1')], after: [gap('https://example.org/x?ref=dev&z=1')] },
  ],
  [
    'a remote chart',
    ['k version the manifests https://example.org/c @ 1.1.0 | release | k/kustomization.yaml:3'],
    k,
    {},
    { before: [gap('https://example.org/c 1.0.0')], after: [gap('https://example.org/c 1.1.0')] },
  ],
  [
    'a program',
    ['k new what a program makes gen.yaml (v1 Run) | k/kustomization.yaml:3'],
    k,
    {},
    { after: [gap('gen.yaml (v1 Run)', 'plugin')] },
  ],
  [
    'a program that decrypts',
    [],
    k,
    {},
    { after: [gap('gen.yaml (viaduct.ai/v1 ksops)', 'plugin', { decrypts: true })] },
  ],
  [
    'a program in a file that is called like one that decrypts',
    ['k new what a program makes ksops.yaml (v1 Run) | k/kustomization.yaml:3'],
    k,
    {},
    { after: [gap('ksops.yaml (v1 Run)', 'plugin')] },
  ],
  [
    'a program of its kind that is not known to do nothing else',
    ['k new what a program makes viaduct.ai/v1 ksops ./x | k/kustomization.yaml:3'],
    k,
    {},
    { after: [gap('viaduct.ai/v1 ksops ./x', 'plugin')] },
  ],
  ['what is missing', [], k, {}, { after: [gap('x', 'missing'), gap('y', 'link'), gap('z', 'outside')] }],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what begins to be delivered: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(begun(...given)).toEqual(expected);
});
