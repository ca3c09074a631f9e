import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
      - name: app
        image: ghcr.io/acme/web:1.2.3
        securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        resources: {limits: {memory: 1Gi}}
`;
const namespace = `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
`;
const base = {
  'base/kustomization.yaml': 'resources: [web.yaml, ns.yaml]\n',
  'base/web.yaml': deployment,
  'base/ns.yaml': namespace,
  'k/kustomization.yaml': 'resources: [../base]\n',
};
const remote = 'resources: [https://example.org/acme/manifests?ref=v1]\n';
const strategic = (spec: string, head = 'apiVersion: apps/v1') =>
  `${head}\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {spec: ${spec}}}\n`;
const inline = (text: string) => `- |-\n${text.replace(/^/gm, '  ').trimEnd()}\n`;
const found = async (before: Record<string, string>, after: Record<string, string>) => {
  const { lines, messages } = await judgeChange(before, after, { usesTools: false });
  return lines.map((line, index) => `${line}: ${messages[index]}`);
};

test.each([
  [
    'a strategic merge',
    `patches:\n- patch: |-\n${strategic('{hostPID: true}').replace(/^/gm, '    ')}`,
    'k/kustomization.yaml:7 high pod-privileges-widened: Deployment shop/web newly sees the processes of its node.',
  ],
  [
    'a strategic merge in the older list',
    `patchesStrategicMerge:\n${inline(strategic('{containers: [{name: app, securityContext: {privileged: true}}]}'))}`,
    'k/kustomization.yaml:7 critical pod-privileges-widened: Deployment shop/web newly runs container app privileged.',
  ],
  [
    'operations for what a target names',
    `patches:
- target: {kind: Deployment, name: w.*}
  patch: |-
    - op: add
      path: /spec/template/spec/containers/0/securityContext/privileged
      value: true
`,
    'k/kustomization.yaml:7 critical pod-privileges-widened: Deployment shop/web newly runs container app privileged.',
  ],
  [
    'an operation that takes hardening away',
    `patches:
- target: {kind: Deployment}
  patch: |-
    - op: remove
      path: /spec/template/spec/securityContext/seccompProfile
`,
    'k/kustomization.yaml:5 medium pod-privileges-widened: Deployment shop/web newly states no seccomp profile for container app.',
  ],
  [
    'a patch of a namespace',
    `patches:\n- patch: |-\n${namespace.replace('restricted', 'privileged').replace(/^/gm, '    ')}`,
    'k/kustomization.yaml:6 high pod-security-lowered: Namespace shop no longer enforces restricted.',
  ],
  [
    'labels',
    'labels: [{pairs: {pod-security.kubernetes.io/enforce: privileged}}]\n',
    'k/kustomization.yaml:2 high pod-security-lowered: Namespace shop no longer enforces restricted.',
  ],
  [
    'the older list of labels',
    'commonLabels: {pod-security.kubernetes.io/enforce: privileged}\n',
    'k/kustomization.yaml:2 high pod-security-lowered: Namespace shop no longer enforces restricted.',
  ],
])('%s in a kustomization that nothing rendered', async (_, more, line) =>
  expect(await found(base, { 'k/kustomization.yaml': `resources: [../base]\n${more}` })).toEqual([line]),
);

test.each([
  ['an environment variable', '{containers: [{name: app, env: [{name: A, value: b}]}]}'],
  ['another version', '{containers: [{name: app, image: ghcr.io/acme/web:1.2.4}]}'],
  ['another limit', '{containers: [{name: app, resources: {limits: {memory: 2Gi}}}]}'],
  ['what the base says already', '{securityContext: {runAsNonRoot: true}}'],
])('a new patch with %s is silent: what it leaves out stays as it is', async (_, spec) => {
  const files = {
    'k/p.yaml': strategic(spec),
    'k/kustomization.yaml': 'resources: [../base]\npatches: [{path: p.yaml}]\n',
  };
  expect(await found(base, files)).toEqual([]);
});

test('a new patch file is not a new workload, and is where the finding is', async () => {
  const files = {
    'k/p.yaml': strategic(
      '{containers: [{name: app, image: ghcr.io/acme/web:latest, securityContext: {privileged: true}}]}',
    ),
    'k/kustomization.yaml': 'resources: [../base]\npatches: [{path: p.yaml}]\n',
  };
  expect(await found(base, files)).toEqual([
    'k/p.yaml:4 critical pod-privileges-widened: Deployment shop/web newly runs container app privileged.',
    'k/p.yaml:4 medium image-unpinned: Deployment shop/web: the image of container app is named by the tag latest, which moves (it was 1.2.3).',
  ]);
});

test('a patch that moves into a component of the same kustomization changes nothing', async () => {
  const patch = strategic('{hostNetwork: true}');
  const before = {
    ...base,
    'k/p.yaml': patch,
    'k/kustomization.yaml': 'resources: [../base]\npatches: [{path: p.yaml}]\n',
  };
  const after = {
    'k/p.yaml': undefined as unknown as string,
    'c/p.yaml': patch,
    'c/kustomization.yaml': 'kind: Component\npatches: [{path: p.yaml}]\n',
    'k/kustomization.yaml': 'resources: [../base]\ncomponents: [../c]\n',
  };
  expect(await found(before, after)).toEqual([]);
});

const hardening =
  '{securityContext: {seccompProfile: {type: RuntimeDefault}}, containers: [{name: app, securityContext: {capabilities: {drop: [ALL]}}}]}';

test('a patch of what is elsewhere that is gone is a loss of what it stated', async () => {
  const before = { 'k/kustomization.yaml': `${remote}patches: [{path: p.yaml}]\n`, 'k/p.yaml': strategic(hardening) };
  const after = { 'k/kustomization.yaml': remote, 'k/p.yaml': undefined as unknown as string };
  const [line, ...others] = await found(before, after);
  expect(line).toMatch(/^k\/kustomization\.yaml:1 medium pod-privileges-widened: Deployment shop\/web newly .*seccomp/);
  expect(others).toEqual([]);
});

test('what such a patch states for a pod is for all of its containers, whatever they are called', async () => {
  const own = strategic('{securityContext: {seccompProfile: {type: RuntimeDefault}}}');
  const target = `patches:\n- target: {group: apps, version: v1, kind: Deployment, name: web}\n  patch: |-\n${own.replace(/^/gm, '    ')}`;
  const lines = await found({ 'k/kustomization.yaml': remote + target }, { 'k/kustomization.yaml': remote });
  expect(lines).toEqual([
    'k/kustomization.yaml:1 medium pod-privileges-widened: Deployment shop/web newly states no seccomp profile for container *.',
  ]);
});

test('a manifest that some kustomization begins to name as a patch stays what it was', async () => {
  const before = { 'plain/web.yaml': deployment };
  const after = {
    'plain/web.yaml': deployment.replace('seccompProfile: {type: RuntimeDefault}', ''),
    'k/kustomization.yaml': 'patches: [{path: ../plain/web.yaml}]\n',
  };
  expect(await found(before, after)).toContainEqual(
    'plain/web.yaml:7 medium pod-privileges-widened: Deployment shop/web newly states no seccomp profile for container app.',
  );
});

test('kustomizations that include one folder many times over are read once', async () => {
  const levels = Array.from({ length: 25 }, (_, index) => index + 1);
  const many = Object.fromEntries(
    levels.flatMap((level) =>
      ['a', 'b'].map((name) => [
        `${name}${level}/kustomization.yaml`,
        level === 25 ? 'resources: [../base]\n' : `resources: [../a${level + 1}, ../b${level + 1}]\n`,
      ]),
    ),
  );
  const patch = `patches:\n- patch: |-\n${strategic('{hostPID: true}').replace(/^/gm, '    ')}`;
  const start = performance.now();
  const lines = await found(
    { ...base, ...many },
    { 'a1/kustomization.yaml': `${many['a1/kustomization.yaml']}${patch}` },
  );
  expect(lines).toEqual([
    'a1/kustomization.yaml:7 high pod-privileges-widened: Deployment shop/web newly sees the processes of its node.',
  ]);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('one patch for many objects is one finding', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const many = {
    ...base,
    'base/kustomization.yaml': `resources: [${names.map((name) => `${name}.yaml`).join(', ')}]\n`,
    ...Object.fromEntries(names.map((name) => [`base/${name}.yaml`, deployment.replace('name: web', `name: ${name}`)])),
  };
  const patch =
    'patches:\n- target: {kind: Deployment}\n  patch: |-\n    - {op: add, path: /spec/template/spec/hostPID, value: true}\n';
  expect(await found(many, { 'k/kustomization.yaml': `resources: [../base]\n${patch}` })).toEqual([
    'k/kustomization.yaml:5 high pod-privileges-widened: Deployment shop/a newly sees the processes of its node; the same line does as much for 4 more objects.',
  ]);
});

test('a patch that a file holds as JSON is judged as well', async () => {
  const files = {
    'k/p.json': '[{"op": "add", "path": "/spec/template/spec/hostNetwork", "value": true}]\n',
    'k/kustomization.yaml':
      'resources: [../base]\npatchesJson6902:\n- {target: {group: apps, version: v1, kind: Deployment, name: web}, path: p.json}\n',
  };
  expect(await found(base, files)).toEqual([
    'k/p.json:1 high pod-privileges-widened: Deployment shop/web newly uses the network of its node.',
  ]);
});

test('a patch of what is elsewhere that goes on stating it is silent', async () => {
  const patch = (more: string) => strategic(hardening.replace('{securityContext', `{${more}securityContext`));
  const before = { 'k/kustomization.yaml': `${remote}patches: [{path: p.yaml}]\n`, 'k/p.yaml': patch('') };
  expect(await found(before, { 'k/p.yaml': patch('priorityClassName: high, ') })).toEqual([]);
});

test('a patch that is gone along with its object, or that its base states as well, is no loss', async () => {
  const patched = {
    ...base,
    'k/kustomization.yaml': 'resources: [../base]\npatches: [{path: p.yaml}]\n',
    'k/p.yaml': strategic(hardening),
  };
  const gone = { 'k/kustomization.yaml': base['k/kustomization.yaml'], 'k/p.yaml': undefined as unknown as string };
  expect(await found(patched, gone)).toEqual([]);
  const without = {
    ...gone,
    'base/kustomization.yaml': 'resources: [ns.yaml]\n',
    'base/web.yaml': undefined as unknown as string,
  };
  expect(await found(patched, without)).toEqual([]);
});

test('a patch that deletes a namespace declares none, nor does one that labels it', async () => {
  const patch = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n';
  for (const more of ['$patch: delete\n', '']) {
    const files = { 'k/kustomization.yaml': `${remote}patches: [{path: p.yaml}]\n`, 'k/p.yaml': `${patch}${more}` };
    expect(await found({ 'k/kustomization.yaml': remote }, files)).toEqual([]);
  }
});

describe('a new patch of a namespace that is elsewhere', () => {
  const labels = (text: string) => `apiVersion: v1\nkind: Namespace\nmetadata: {name: other, labels: ${text}}\n`;
  const patch = (text: string) => `${remote}patches:\n- patch: |-\n${text.replace(/^(?=.)/gm, '    ')}`;
  const enforce = 'pod-security.kubernetes.io/enforce';
  const said = (line: number, severity: string, what: string) =>
    `k/kustomization.yaml:${line} ${severity} pod-security-lowered: Namespace other is declared elsewhere, and a patch newly has it enforce ${what}, whatever it enforced.`;
  const operation = (op: string) => `- ${op}, path: /metadata/labels/pod-security.kubernetes.io~1enforce}\n`;

  test.each([
    ['the lowest level', labels(`{${enforce}: privileged}`), said(6, 'high', 'no level')],
    ['no level', labels(`{${enforce}: null}`), said(6, 'high', 'no level')],
    ['a level that may be lower', labels(`{${enforce}: baseline}`), said(6, 'medium', 'baseline')],
    ['no labels at all', labels('{$patch: replace, a: b}'), said(6, 'high', 'no level')],
  ])('that gives it %s', async (_, text, line) => {
    expect(await found({ 'k/kustomization.yaml': remote }, { 'k/kustomization.yaml': patch(text) })).toEqual([line]);
  });

  test.each(['{op: remove', '{op: add, value: privileged'])('as an operation: %s', async (op) => {
    const text = `${patch(operation(op))}  target: {kind: Namespace, name: other}\n`;
    expect(await found({ 'k/kustomization.yaml': remote }, { 'k/kustomization.yaml': text })).toEqual([
      expect.stringContaining('Namespace other is declared elsewhere, and a patch newly has it enforce no level'),
    ]);
  });

  test.each([
    ['other labels', labels('{a: b}'), remote],
    ['the highest level', labels(`{${enforce}: restricted}`), remote],
    ['what is new itself', labels(`{${enforce}: privileged}`), undefined],
    ['what it notes', labels('{pod-security.kubernetes.io/warn: privileged}'), remote],
  ])('is silent about %s', async (_, text, before) => {
    const old = before === undefined ? {} : { 'k/kustomization.yaml': before };
    const lines = await found(old, { 'k/kustomization.yaml': patch(text) });
    expect(lines.filter((line) => !line.includes('delivery-changed'))).toEqual([]);
  });
});

const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: web, namespace: shop}
spec:
  chart: {spec: {chart: web, version: 1.2.3, sourceRef: {kind: HelmRepository, name: r}}}
`;
const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: web, namespace: argocd}
spec:
  destination: {namespace: shop, server: "https://kubernetes.default.svc"}
  source:
    repoURL: https://git.example.org/x.git
    path: p
    targetRevision: v1
`;

test.each([
  ['a HelmRelease', release, '  postRenderers:\n  - kustomize:\n      patches:\n      - patch: |-\n', 13],
  ['an Application', application, '    kustomize:\n      patches:\n      - patch: |-\n', 16],
])('patches that %s lays over what is elsewhere', async (_, object, field, line) => {
  const patched = `${object}${field}${strategic('{hostPID: true}').replace(/^/gm, '          ')}`;
  expect(await found({ 'a/a.yaml': object }, { 'a/a.yaml': patched })).toEqual([
    `a/a.yaml:${line} high pod-privileges-widened: Deployment shop/web newly sees the processes of its node.`,
  ]);
});

test.each([
  [
    'a HelmRelease',
    release,
    '  postRenderers: [{kustomize: {images: [{name: acme/web, newName: docker.io/evil/x, newTag: "1"}]}}]\n',
    6,
  ],
  ['an Application', application, '    kustomize: {images: ["acme/web=docker.io/evil/x:1"]}\n', 10],
  [
    'a kustomization',
    base['k/kustomization.yaml'],
    'images: [{name: acme/web, newName: docker.io/evil/x, newTag: "1"}]\n',
    2,
  ],
])('images that %s puts in the place of others', async (_, object, field, line) => {
  const file = object === base['k/kustomization.yaml'] ? 'k/kustomization.yaml' : 'a/a.yaml';
  const [first, ...others] = await found({ ...base, [file]: object }, { [file]: object + field });
  expect(first).toMatch(
    new RegExp(
      `^${file}:${line} medium image-unpinned: .*now comes from docker.io/evil, no longer from docker.io/acme.$`,
    ),
  );
  expect(others).toEqual([]);
});

test('a new entry of images with a tag that moves', async () => {
  const more = 'images: [{name: controller, newName: ghcr.io/acme/controller, newTag: master}]\n';
  const pinned = more.replace('master', '1.2.3');
  const kustomization = (text: string) => ({ 'k/kustomization.yaml': base['k/kustomization.yaml'] + text });
  expect(await found(base, kustomization(more))).toEqual([
    'k/kustomization.yaml:2 medium image-unpinned: k/kustomization.yaml: the image in images.controller is named by the tag master, which moves.',
  ]);
  expect(await found(base, kustomization(pinned))).toEqual([]);
});

test('an image of a kustomization that says its kind is named by the file', async () => {
  const kustomization = (tag: string) =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\nimages: [{name: mysql, newTag: "${tag}"}]\n`;
  const before = { ...base, 'k/kustomization.yaml': kustomization('8.3.0') };
  expect(await found(before, { 'k/kustomization.yaml': kustomization('8.3') })).toEqual([
    'k/kustomization.yaml:4 medium image-unpinned: k/kustomization.yaml: the image in images.mysql is named by the tag 8.3, which moves (it was 8.3.0).',
  ]);
});

test('components of a namespace’s kustomization bring its limits', async () => {
  const files = {
    'c/quota/kustomization.yaml': 'kind: Component\nresources: [q.yaml]\n',
    'c/quota/q.yaml': 'apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: q}\nspec: {hard: {pods: "5"}}\n',
    'n/other/kustomization.yaml': 'resources: [ns.yaml]\n',
    'n/other/ns.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n',
  };
  const added = (more: string) => ({
    'n/fresh/kustomization.yaml': `namespace: fresh\nresources: [ns.yaml]\n${more}`,
    'n/fresh/ns.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh}\n',
  });
  expect(await found(files, added('components: [../../c/quota]\n'))).toEqual([]);
  expect(await found(files, added(''))).toEqual([
    'n/fresh/ns.yaml:3 low namespace-unfenced: Namespace fresh is new, and has no network policy, no quota and no label of Pod Security.',
  ]);
});

test('patches and labels of a Flux Kustomization are laid over the folder that it delivers', async () => {
  const flux = (more: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec:
  path: ./base
  sourceRef: {kind: GitRepository, name: flux-system}
${more}`;
  const labels = '  commonMetadata: {labels: {pod-security.kubernetes.io/enforce: privileged}}\n';
  expect(await found({ ...base, 'f/f.yaml': flux('') }, { 'f/f.yaml': flux(labels) })).toEqual([
    'f/f.yaml:7 high pod-security-lowered: Namespace shop no longer enforces restricted.',
  ]);
});

(hasTools ? test : test.skip)('images of a Flux Kustomization that is rendered are judged there alone', async () => {
  const flux = (tag: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec:
  path: ./base
  sourceRef: {kind: GitRepository, name: flux-system}
  images: [{name: ghcr.io/acme/web, newTag: ${tag}}]
`;
  const { messages } = await judgeChange({ ...base, 'f/f.yaml': flux('1.2.3') }, { 'f/f.yaml': flux('latest') });
  expect(messages).toEqual([
    'Deployment shop/web: the image of container app is named by the tag latest, which moves (it was 1.2.3).',
  ]);
});

test('operations that copy an object into itself over and over are given up, which is said', async () => {
  const copies = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `    - {op: copy, from: /spec/template/spec, path: /spec/template/spec/x${index}}\n`,
    ).join('');
  const judged = (count: number) =>
    judgeChange(
      base,
      {
        'k/kustomization.yaml': `resources: [../base]\npatches:\n- target: {kind: Deployment}\n  patch: |-\n${copies(count)}`,
      },
      { usesTools: false },
    );
  expect((await judged(5)).unfinished).toEqual([]);
  const start = performance.now();
  expect((await judged(60)).unfinished[0]?.what).toBe(
    'Laying patches over objects broke off: the operations of a JSON patch make an object of more than 100000 values',
  );
  expect(performance.now() - start).toBeLessThan(5000);
});

const evil =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: evil, namespace: shop}\nspec: {hostPID: true, containers: [{name: c, image: ghcr.io/acme/c:1.2.3}]}\n';
const evilFile = { 'base/evil.yaml': evil };
const said = /pod-privileges-widened: Pod shop\/evil (?:is new and|newly) sees the processes of its node/;
const bogus = (path: string, target: string) =>
  `resources: [../base/web.yaml]\npatches: [{path: ${path}, target: ${target}}]\n`;

test.each([
  ['of no kind', '{kind: "Q.*", name: x}', evilFile],
  ['of another kind', '{kind: ConfigMap, name: x}', evilFile],
  ['of an object of another kind', '{kind: Deployment}', evilFile],
  [
    'a chart’s template',
    '{kind: "Q.*", name: x}',
    { 'w/Chart.yaml': 'apiVersion: v2\nname: w\nversion: 1.0.0\n', 'w/templates/evil.yaml': evil },
  ],
] as [string, string, Record<string, string>][])(
  'a manifest that a kustomization calls a patch is judged as what it is: target %s',
  async (_, target, files) => {
    const path = `../${Object.keys(files).at(-1)}`;
    const lines = await found(base, { ...files, 'z/kustomization.yaml': bogus(path, target) });
    expect(lines.join('\n')).toMatch(said);
  },
);

test('another document in the file of a patch that meets its object is judged as what it is', async () => {
  const patch = strategic('{hostNetwork: true}');
  const list = (target: string) => `resources: [../base]\npatches: [{path: p.yaml}${target}]\n`;
  const before = { ...base, 'k/kustomization.yaml': list(''), 'k/p.yaml': patch };
  const after = {
    'k/kustomization.yaml': list(', {path: p.yaml, target: {kind: "Q.*", name: x}}'),
    'k/p.yaml': `${patch}---\n${evil}`,
  };
  expect((await found(before, after)).join('\n')).toMatch(said);
  const only = (text: string) =>
    text.replace('{path: p.yaml}', '{path: p.yaml, target: {kind: "Deploy.*", name: web}}');
  const lines = await found(
    { ...before, 'k/kustomization.yaml': only(list('')) },
    { ...after, 'k/kustomization.yaml': only(list('')).replace('Deploy.*', 'Q.*') },
  );
  expect(lines.join('\n')).toMatch(said);
});

test('a namespace that a kustomization with nothing from elsewhere calls a patch is a namespace', async () => {
  const files = { 'x/ns.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n' };
  const lines = await found(base, { ...files, 'z/kustomization.yaml': 'patches: [{path: ../x/ns.yaml}]\n' });
  expect(lines.join()).toBe((await found(base, files)).join());
  expect(lines.join()).toContain('namespace-unfenced');
});

(hasTools ? describe : describe.skip)('a file that a rendered root names as a patch', () => {
  const before = { 'kustomization.yaml': 'resources: [apps/api/web.yaml]\n', 'apps/api/web.yaml': deployment };
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: evil, namespace: shop}
spec: {containers: [{name: app, image: ghcr.io/acme/web:1.2.3, securityContext: {privileged: true}}]}
`;
  const changed = async (file: string, target: string) => {
    const entry = `{path: apps/web/patch.yaml, target: {${target}}}`;
    const kustomization = `${before['kustomization.yaml']}patches: [${entry}]\n`;
    return judgeChange(before, { 'kustomization.yaml': kustomization, 'apps/web/patch.yaml': file });
  };

  test.each(['kind: "Q.*", name: x', 'kind: "Pod|Q", name: x', 'kind: Deployment, name: x', 'kind: Pod, name: x'])(
    'and that is an object of its own is judged where nothing is met: %s',
    async (target) => {
      const { lines, change } = await changed(pod, target);
      expect(change.rendering.roots[0]?.after?.reason).toBeUndefined();
      expect(lines).toEqual([
        expect.stringMatching(/^apps\/web\/patch\.yaml:4 (?:high|critical) pod-privileges-widened$/),
      ]);
    },
  );

  test.each([
    'kind: "Q.*"',
    'kind: Deployment, name: x',
    'kind: Deployment, name: web, namespace: other',
    'kind: Deployment, labelSelector: "app=other"',
    'kind: Deployment, version: v2',
    'kind: ConfigMap',
  ])(
    'and that has the name of an object which its target does not meet is judged as it is written: %s',
    async (target) => {
      const evil = deployment.replace(
        'securityContext: {runAsNonRoot',
        'hostPID: true\n      securityContext: {runAsNonRoot',
      );
      const { lines, change } = await changed(evil, target);
      expect(change.rendering.roots[0]?.after?.reason).toBeUndefined();
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines)
        expect(line).toMatch(/^apps\/web\/patch\.yaml:7 (?:high|medium) pod-privileges-widened$/);
    },
  );

  test('and that is a role by the name of one is judged as it is written', async () => {
    const role = (verbs: string) =>
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: [{apiGroups: ["*"], resources: ["*"], verbs: [${verbs}]}]\n`;
    const old = { 'kustomization.yaml': 'resources: [apps/api/r.yaml]\n', 'apps/api/r.yaml': role('get') };
    const { lines } = await judgeChange(old, {
      'kustomization.yaml': `${old['kustomization.yaml']}patches: [{path: apps/web/r.yaml, target: {kind: ConfigMap}}]\n`,
      'apps/web/r.yaml': role('"*"'),
    });
    expect(lines).toEqual([expect.stringMatching(/^apps\/web\/r\.yaml:4 high rbac-widened$/)]);
  });

  test('and that is a policy by the name of one is judged as it is written', async () => {
    const policy = (more: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\nspec: {podSelector: {}, policyTypes: [Ingress]${more}}\n`;
    const old = { 'kustomization.yaml': 'resources: [apps/api/p.yaml]\n', 'apps/api/p.yaml': policy('') };
    const { lines } = await judgeChange(old, {
      'kustomization.yaml': `${old['kustomization.yaml']}patches: [{path: apps/web/p.yaml, target: {kind: ConfigMap}}]\n`,
      'apps/web/p.yaml': policy(', ingress: [{}]'),
    });
    expect(lines).toEqual([expect.stringMatching(/^apps\/web\/p\.yaml:4 high network-widened$/)]);
  });

  test.each(['kind: Deployment', 'kind: Deployment, labelSelector: "app=web"', 'kind: Deployment, name: "w.*"'])(
    'with any name says nothing where it meets objects that it leaves as they may be: %s',
    async (target) => {
      const labelled = deployment.replace('namespace: shop}', 'namespace: shop, labels: {app: web}}');
      const patch =
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: any}\nspec: {replicas: 3, template: {spec: {containers: [{name: app, image: ghcr.io/acme/web:1.2.3}]}}}\n';
      const old = { ...before, 'apps/api/web.yaml': labelled };
      const kustomization = `${before['kustomization.yaml']}patches: [{path: p.yaml, target: {${target}}}]\n`;
      const { lines, change } = await judgeChange(old, { 'kustomization.yaml': kustomization, 'p.yaml': patch });
      expect(change.rendering.roots[0]?.after?.reason).toBeUndefined();
      expect(lines).toEqual([]);
    },
  );

  test('of what a generator makes says nothing', async () => {
    const kustomization = `${before['kustomization.yaml']}configMapGenerator: [{name: c, literals: [a=b]}]\n`;
    const { change } = await judgeChange(
      { ...before, 'kustomization.yaml': kustomization },
      {
        'kustomization.yaml': `${kustomization}patches: [{path: p.yaml}]\n`,
        'p.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {x: y}\n',
      },
    );
    expect(change.rendering.covered.has('p.yaml')).toBe(true);
  });
});
