import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { isThorough, size } from '../thorough.ts';
import { type Files, type JudgeOptions, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

/** How many seconds a call may take, and thrice as long on the clock: what runs without end costs them all. */
const most = size(4, 4);
const endless = { callMilliseconds: most * 1000 };
/** Of a root that is alone; nothing else has to end in this time. */
const mostAlone = isThorough ? most : 0.8;
const endlessAlone = { callMilliseconds: mostAlone * 1000 };

/** What stops a program depends on how fast the machine is. */
const bound = new RegExp(`^it takes longer than ${mostAlone} seconds$|^it gives more than 20 MiB$|memory`);

const map = '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n';

/** The reason why the one root of these files is not rendered, or how many objects it gives. */
async function outcome(after: Files, options?: JudgeOptions): Promise<unknown> {
  const { change } = await judgeChange({}, after, { callMilliseconds: 20_000, ...options });
  const [root, second] = change.rendering.roots;
  if (root === undefined || second !== undefined) return change.rendering.roots.map(({ id }) => id);
  return root.after?.reason ?? root.after?.objects.length;
}

(hasTools ? describe : describe.skip)('a hostile root', () => {
  test.each<[string, Files, unknown]>([
    [
      'a path that leads out',
      { 'k/kustomization.yaml': 'resources: [../../etc/passwd]\n' },
      '../../etc/passwd leads out of the repository',
    ],
    [
      'an absolute path',
      { 'k/kustomization.yaml': 'configMapGenerator: [{name: a, files: [/etc/passwd]}]\n' },
      '/etc/passwd leads out of the repository',
    ],
    [
      'a link',
      { 'k/kustomization.yaml': 'resources: [a.yaml]\n', 'k/a.yaml': 'link:/etc/passwd' },
      'a.yaml is a link, which is never followed',
    ],
    [
      'a remote base is left out',
      { 'k/kustomization.yaml': 'resources: [a.yaml, "https://127.0.0.1:9/x//y?ref=main"]\n', 'k/a.yaml': map },
      1,
    ],
    [
      'a kustomization that includes itself',
      { 'k/kustomization.yaml': 'resources: [.]\n' },
      expect.stringContaining('cycle'),
    ],
    [
      'a circle of two',
      { 'a/kustomization.yaml': 'resources: [../b]\n', 'b/kustomization.yaml': 'resources: [../a]\n' },
      expect.stringContaining('cycle'),
    ],
    [
      'a file called like a flag',
      { 'k/kustomization.yaml': 'resources: [--enable-exec]\n', 'k/--enable-exec': map },
      1,
    ],
    [
      'anchors',
      {
        'k/kustomization.yaml': 'commonLabels: &a {team: shop}\ncommonAnnotations: *a\nresources: [a.yaml]\n',
        'k/a.yaml': map,
      },
      1,
    ],
    [
      'a key that occurs twice',
      { 'k/kustomization.yaml': 'resources: [a.yaml]\nresources: [b.yaml]\n', 'k/a.yaml': map, 'k/b.yaml': map },
      1,
    ],
    [
      'a kustomization that includes itself through a component',
      {
        'k/kustomization.yaml': 'components: [../c]\n',
        'c/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [../k]\n',
      },
      expect.stringContaining('cycle detected'),
    ],
    [
      'a program that a transformer in place starts is taken out',
      {
        'k/kustomization.yaml':
          'resources: [a.yaml]\ntransformers:\n- |-\n  apiVersion: x/v1\n  kind: X\n  metadata:\n    name: x\n    annotations:\n      config.kubernetes.io/function: |\n        exec: {path: /bin/sh}\n',
        'k/a.yaml': map,
      },
      1,
    ],
    [
      'a Go plugin is taken out',
      {
        'k/kustomization.yaml': 'resources: [a.yaml]\ngenerators: [g.yaml]\n',
        'k/g.yaml': 'apiVersion: team.example.com/v1\nkind: Maker\nmetadata: {name: g}\n',
        'k/a.yaml': map,
      },
      1,
    ],
  ])('%s', async (_, files, expected) => expect(await outcome(files)).toEqual(expected));

  test('one file under so many keys that a ConfigMap has 30 MB', async () => {
    const keys = Array.from({ length: 30 }, (_, key) => `  - k${key}=big.txt\n`).join('');
    const files = {
      'k/kustomization.yaml': `configMapGenerator:\n- name: a\n  files:\n${keys}`,
      'k/big.txt': 'x'.repeat(1_000_000),
    };
    expect(await outcome(files, endlessAlone)).toEqual(expect.stringMatching(bound));
  });

  const deep = expect.stringMatching(/nested reference|maximum.*depth|recursion|memory|longer than/i);
  const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' };
  test.each<[string, string, unknown]>([
    ['a loop without end', '{{ range until 100000000 }}x{{ end }}', expect.stringMatching(bound)],
    [
      'output without end',
      '{{ range until 3000000 }}a: {{ repeat 20 "x" }}\n---\n{{ end }}',
      expect.stringMatching(bound),
    ],
    ['tpl in itself', '{{ define "x" }}{{ tpl "{{ include `x` . }}" . }}{{ end }}{{ include "x" . }}', deep],
  ])('a template with %s', async (_, template, expected) =>
    expect(await outcome({ ...chart, 'c/templates/x.yaml': template }, endlessAlone)).toEqual(expected),
  );

  test('a template without end costs its time once, however many values files it is rendered with', async () => {
    const loop = '{{ range until 100000000 }}{{ range until 100000000 }}{{ end }}{{ end }}';
    const values = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((name) => [`c/values-${name}.yaml`, `x: ${name}\n`]),
    );
    const fine = {
      'k/kustomization.yaml': 'resources: [a.yaml]\n',
      'k/a.yaml': map,
    };
    const { change } = await judgeChange({}, { ...chart, ...values, ...fine, 'c/templates/x.yaml': loop }, endless);
    const reasons = change.rendering.roots.map(({ after }) => after?.reason);
    const long = reasons.filter((reason) => reason?.endsWith(` ${most} seconds`));
    const short = reasons.filter((reason) =>
      reason?.endsWith(` ${most / 5} seconds, all that it is given after another one was ended`),
    );
    expect([reasons.length, long.length, short.length, reasons.includes(undefined)]).toEqual([7, 1, 5, true]);
  });

  test.each<[string, string, unknown]>([
    [
      'a look into a cluster',
      'a: {{ lookup "v1" "Secret" "" "" | len }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}',
      1,
    ],
    [
      'a file outside the chart',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: {{ .Files.Get "../../etc/passwd" | quote }}}',
      1,
    ],
    [
      'the environment',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ env "HOME" }}}',
      expect.stringContaining('function "env" not defined'),
    ],
    [
      'a name of a host',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: {{ getHostByName "example.org" | quote }}}',
      1,
    ],
  ])('a template with %s', async (_, template, expected) =>
    expect(await outcome({ ...chart, 'c/templates/x.yaml': template })).toEqual(expected),
  );

  test('a release called like a flag is given another name', async () => {
    const file = 'releases:\n- name: "--post-renderer=/bin/sh"\n  chart: ./c\n';
    const template = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Release.Name }}}\n';
    expect(await outcome({ ...chart, 'c/templates/x.yaml': template, 'helmfile.yaml': file })).toBe(1);
  });

  test('a file over the limit leaves its root unrendered, and says which', async () => {
    const policy = { limits: { ...defaultPolicy.limits, bytes: 1000 } };
    const files = {
      'k/kustomization.yaml': 'configMapGenerator: [{name: a, files: [big.bin]}]\n',
      'k/big.bin': 'x'.repeat(2000),
    };
    expect(await outcome(files, { policy })).toBe('k/big.bin is over limits.bytes and was not read');
  });

  test('time for all roots runs out: the rest is named', async () => {
    const policy = { render: { ...defaultPolicy.render, seconds: 0 } };
    expect(await outcome({ 'k/kustomization.yaml': 'resources: [a.yaml]\n', 'k/a.yaml': map }, { policy })).toBe(
      'rendering took longer than render.seconds (0)',
    );
  });

  test('what is refused is high where roles are in reach, and nothing is said else', async () => {
    const role =
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules:\n- {apiGroups: [""], resources: [pods], verbs: [get]}\n';
    const before = { 'k/kustomization.yaml': 'resources: [r.yaml]\n', 'k/r.yaml': role };
    const patch =
      'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - {op: add, path: /rules/0/verbs/-, value: "*"}\n';
    const out = `resources: [r.yaml, ../../x.yaml]\n${patch}`;
    expect((await judgeChange(before, { 'k/kustomization.yaml': out })).lines).toEqual([
      'k/kustomization.yaml:3 high unreadable-manifest',
    ]);
    const loop = { ...chart, 'c/templates/r.yaml': `${role}{{ range until 100000000 }}# x\n{{ end }}` };
    const found = await judgeChange({ ...chart, 'c/templates/r.yaml': role }, loop, endlessAlone);
    expect(found.lines).toEqual([expect.stringMatching(/^c\/templates\/r\.yaml:\d+ high unreadable-manifest$/)]);
  });
});

test('of thousands of roots only those that the change reaches are built; where all are, time bounds it and the rest is named', async () => {
  const files: Record<string, string> = {};
  const count = size(10_000);
  for (let root = 0; root < count; root++) files[`r${root}/kustomization.yaml`] = `namePrefix: p${root}-\n`;
  const { change } = await judgeChange(files, { 'r7/kustomization.yaml': 'namePrefix: q-\n' }, { usesTools: false });
  expect(change.rendering).toMatchObject({ found: count, reused: count - 1 });
  expect(change.rendering.roots.map(({ id }) => id)).toEqual(['r7']);
  const policy = { render: { ...defaultPolicy.render, seconds: 0 } };
  const all = await judgeChange({}, files, { policy, usesTools: false });
  expect(all.change.rendering.roots).toHaveLength(count);
  expect(new Set(all.change.rendering.roots.map(({ after }) => after?.reason))).toEqual(
    new Set(['rendering took longer than render.seconds (0)']),
  );
}, 300_000);
