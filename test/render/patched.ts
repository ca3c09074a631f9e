import type { Resource } from '../../src/kube/resource.ts';
import { json } from '../../src/plain-values.ts';
import { patchedObjects } from '../../src/render/patched/patched-objects.ts';
import { nothingRendered, type RenderedRoot } from '../../src/render/result/rendering.ts';
import { changeOf, limits, objectsOf, type Texts } from './delivered.ts';

export const own = 'https://git.example.org/acme/gitops';
export const account = (name = 'a', more = 'x: 1\n') =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ${name}}\n${more}`;
/** What an object says, and where its `x` is, which tests set. */
export const shown = (each: Resource) => {
  const { apiVersion: _, kind: __, metadata, ...rest } = each.value;
  const { name: ___, namespace: ____, ...others } = metadata as Record<string, unknown>;
  const said = json({ ...(Object.keys(others).length === 0 ? {} : { metadata: others }), ...rest });
  const mark = `${each.isPatch === true ? ' (patch)' : ''}${each.isAssumed === true ? ' (assumed)' : ''}`;
  const { file, line } = each.at(['x']);
  return `${each.kind} ${each.namespace ?? ''}/${each.name} ${said} ${file}:${line}${mark}`;
};

/** A root that was rendered, on one side. */
export const rootOf = (objects: readonly Resource[]): RenderedRoot => ({
  ...{ id: 'r', scope: 'r', file: 'r', before: undefined },
  after: { objects } as unknown as RenderedRoot['after'],
});

export type Changed = Readonly<Record<string, string | undefined>>;

/** `-` is before, `+` after, `!` what takes the place of a file's objects, `=` a patch that is judged by it. */
export function patched(
  files: Texts,
  changed: Changed,
  covered: readonly string[] = [],
  rendered = '',
): readonly string[] {
  const { sides, touched } = changeOf(files, changed, [own]);
  const inPlace = new Set<string>();
  const of = (side: 'before' | 'after') => touched.flatMap((each) => each[side]?.resources ?? []);
  const found = patchedObjects(
    touched,
    new Map([['', { before: of('before'), after: of('after') }]]),
    sides,
    { ...nothingRendered, covered: new Set(covered), roots: [rootOf(objectsOf(rendered))] },
    { clusters: [], limits },
    (key, isHere) => inPlace.add(`= ${(JSON.parse(key) as string[])[0]} ${isHere ? 'here' : 'elsewhere'}`),
  );
  return [
    ...[...found].flatMap(([scope, { before, after, known, bases }]) => [
      ...before.map((each) => `- ${known.before.includes(each) ? '' : 'stated '}${shown(each)}`),
      ...after.map((each) => `+ ${known.after.includes(each) ? '' : 'stated '}${shown(each)}`),
      ...[...bases].map(([key, what]) => `! ${scope} ${(JSON.parse(key) as string[])[0]} ${what}`),
    ]),
    ...inPlace,
  ];
}

export const kustomization = (more = '', resources = 'a.yaml') => `resources: [${resources}]\n${more}`;
export const op = (value: number, target = '{kind: ServiceAccount, name: a}') =>
  `patches:\n- target: ${target}\n  patch: |-\n    - {op: add, path: /x, value: ${value}}\n`;
export const merge = (value: string, name = 'a', kind = 'ServiceAccount') =>
  `patches:\n- patch: |-\n    apiVersion: v1\n    kind: ${kind}\n    metadata: {name: ${name}}\n    x: ${value}\n`;
export const files = { 'k/kustomization.yaml': kustomization(), 'k/a.yaml': account() };
export const k = (more: string, resources?: string) => ({ 'k/kustomization.yaml': kustomization(more, resources) });
export const ns = (labels = '{}', name = 'shop') =>
  `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: ${labels}}\n`;
export const deploy =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {spec: {containers: []}}}\n';
export const remote = 'https://example.org/x?ref=v1';
export const enforce = '{pod-security.kubernetes.io/enforce: privileged}';

export const flux = (more = '') => ({
  'r.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: f, namespace: flux-system}\nspec:\n  path: ./k\n  sourceRef: {kind: GitRepository, name: flux-system}\n${more.replace(/^(?=.)/gm, '  ')}`,
});
export const release = (renderers: string) =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: h, namespace: shop}\nspec:\n  chart: {spec: {chart: c, sourceRef: {kind: HelmRepository, name: far}}}\n  postRenderers: ${renderers}\n`;
export const application = (kustomize: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: app, namespace: argocd}\nspec:\n  destination: {namespace: shop}\n  source:\n    repoURL: ${own}\n    path: k\n    kustomize: ${kustomize}\n`;
export const sources = (kustomize: string) =>
  application(kustomize).replace('source:', 'sources:').replace('    repoURL', '  - repoURL');
export const applicationSet = (kustomize: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: set, namespace: argocd}\nspec:\n  generators: [{list: {elements: [{x: 1}]}}]\n  template:\n    metadata: {name: app}\n    spec: {destination: {namespace: shop}, source: {repoURL: ${own}, path: far, kustomize: ${kustomize}}}\n`;
