import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { runLimited } from '../../src/render/tools/run-limited.ts';
import { isThorough, size } from '../thorough.ts';
import { type Files, type JudgeOptions, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get]
`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ops}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const overlay = { 'k/kustomization.yaml': 'resources: [r.yaml, b.yaml]\n', 'k/r.yaml': role, 'k/b.yaml': binding };
const chart = {
  'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'c/values.yaml': 'a: 1\n',
  'c/templates/r.yaml': `${role}---\n${binding}`,
};
/** Three lines. */
const objects = 'resources:\n- r.yaml\n- b.yaml\n';
/** Its value is on the fourth of four lines. */
const widening =
  'patches:\n- target: {kind: ClusterRole}\n  patch: |-\n    - {op: add, path: /rules/0/verbs/-, value: "*"}\n';
const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n';
const map = (value: string, name = 'm') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {x: ${value}}\n`;
const program = (annotation: string) =>
  `apiVersion: team.example.com/v1\nkind: Maker\nmetadata:\n  name: g\n  annotations: {config.kubernetes.io/function: "${annotation}"}\n`;

/** What is found, and for each root why it was not rendered or how many objects it gives, with what was left out of it. */
async function verdict(before: Files, after: Files, options: JudgeOptions = {}) {
  const { lines, change } = await judgeChange(before, after, options);
  const roots = change.rendering.roots.flatMap(({ after: side }) =>
    side === undefined
      ? []
      : [side.reason ?? [side.objects.length, ...side.gaps.map(({ kind, name }) => `${kind} ${name}`)]],
  );
  return { lines, roots };
}
const high = (place: string) => `${place} high unreadable-manifest`;

(hasTools ? describe : describe.skip)('the verdict on a hostile kustomization', () => {
  test.each<[string, string, readonly string[], unknown, Files?]>([
    [
      'a remote base, and a patch of what it may hold',
      `${objects}- https://127.0.0.1:9/x//y?ref=main\n${widening}`,
      [
        'k/kustomization.yaml:8 high rbac-widened',
        'k/kustomization.yaml:4 high delivery-changed',
        high('k/kustomization.yaml:6'),
      ],
      [2, 'remote https://127.0.0.1:9/x//y?ref=main'],
    ],
    [
      'bases by addresses of git',
      `${objects}- git@127.0.0.1:x/y.git\n- github.com/a/b//c?ref=v1\n- git::https://127.0.0.1:9/z\n`,
      [4, 5, 6].map((line) => `k/kustomization.yaml:${line} high delivery-changed`),
      [2, 'remote git@127.0.0.1:x/y.git', 'remote github.com/a/b//c?ref=v1', 'remote git::https://127.0.0.1:9/z'],
    ],
    [
      'a remote component',
      `${objects}components: ["https://127.0.0.1:9/x//y?ref=main"]\n`,
      ['k/kustomization.yaml:4 high delivery-changed'],
      [2, 'remote https://127.0.0.1:9/x//y?ref=main'],
    ],
    [
      'a remote file of a generator',
      `${objects}configMapGenerator: [{name: a, files: ["https://127.0.0.1:9/x"]}]\n`,
      ['k/kustomization.yaml:4 high delivery-changed'],
      [2, 'remote https://127.0.0.1:9/x'],
    ],
    [
      'an absolute path',
      `${objects}- /etc/passwd\n${widening}`,
      [high('k/kustomization.yaml:6')],
      '/etc/passwd leads out of the repository',
    ],
    [
      'a path that leads out',
      `${objects}- ../../x\n${widening}`,
      [high('k/kustomization.yaml:6')],
      '../../x leads out of the repository',
    ],
    [
      'a patch that leads out',
      `${objects}patches: [{path: ../../x}]\n`,
      [high('k/kustomization.yaml:4')],
      '../../x leads out of the repository',
    ],
    [
      'variables that lead out',
      `${objects}secretGenerator: [{name: a, envs: [../../x]}]\n${widening}`,
      [high('k/kustomization.yaml:6')],
      '../../x leads out of the repository',
    ],
    [
      'a link to a file',
      `${objects}- l\n${widening}`,
      [high('k/l:1'), high('k/kustomization.yaml:6')],
      'l is a link, which is never followed',
      { 'k/l': 'link:/etc/passwd' },
    ],
    [
      'a link to a folder',
      `${objects}- ../l\n${widening}`,
      [high('l:1'), high('k/kustomization.yaml:6')],
      '../l is a link, which is never followed',
      { l: 'link:/etc' },
    ],
    [
      'a program that generates',
      `${objects}generators: [g.yaml]\n${widening}`,
      [
        'k/kustomization.yaml:8 high rbac-widened',
        'k/kustomization.yaml:4 high delivery-changed',
        high('k/kustomization.yaml:6'),
      ],
      [2, 'plugin g.yaml (team.example.com/v1 Maker /bin/sh)'],
      { 'k/g.yaml': program('exec: {path: /bin/sh}') },
    ],
    [
      'a container that transforms',
      `${objects}transformers: [g.yaml]\n`,
      ['k/kustomization.yaml:4 high delivery-changed'],
      [2, 'plugin g.yaml (team.example.com/v1 Maker x)'],
      { 'k/g.yaml': program('container: {image: x}') },
    ],
    [
      'it includes itself',
      `${objects}- .\n${widening}`,
      [high('k/kustomization.yaml:6')],
      'it includes itself (cycle detected)',
    ],
    [
      'a base that includes it',
      `${objects}- ../o\n${widening}`,
      [high('k/kustomization.yaml:6')],
      'it includes itself (cycle detected)',
      { 'o/kustomization.yaml': 'resources: [../k]\n' },
    ],
    [
      'a component that includes it',
      `${objects}components: [../o]\n${widening}`,
      [high('k/kustomization.yaml:6')],
      'it includes itself (cycle detected)',
      { 'o/kustomization.yaml': `${component}resources: [../k]\n` },
    ],
    [
      'files called like flags',
      `${objects}- --enable-exec\n- -x.yaml\n${widening}`,
      ['k/kustomization.yaml:9 high rbac-widened'],
      [4],
      { 'k/--enable-exec': map('a'), 'k/-x.yaml': map('a', 'n') },
    ],
    [
      'anchors',
      `${objects}commonLabels: &a {a: b}\ncommonAnnotations: *a\n${widening}`,
      ['k/kustomization.yaml:9 high rbac-widened'],
      [2],
    ],
    [
      'aliases without end',
      `${objects}${'bcdefg'.split('').reduce((text, key, index) => `${text}  ${key}: &${key} [${`*${'abcdefg'[index]},`.repeat(9)}]\n`, 'commonAnnotations:\n  a: &a [x]\n')}${widening}`,
      [high('k/kustomization.yaml:11')],
      'invalid Kustomization: yaml: document contains excessive aliasing',
    ],
    [
      'a key that occurs twice, the last one wider',
      `resources: [r.yaml]\nresources: [r.yaml, b.yaml]\npatches: []\n${widening}`,
      ['k/kustomization.yaml:7 high rbac-widened'],
      [2],
    ],
    ['a key that occurs twice, the first one wider', `${objects}${widening}patches: []\n`, [], [2]],
  ])('%s', async (_, kustomization, lines, root, files = {}) =>
    expect(await verdict(overlay, { 'k/kustomization.yaml': kustomization, ...files })).toEqual({
      lines,
      roots: [root],
    }),
  );
});

(hasTools ? describe : describe.skip)('the verdict on a hostile chart', () => {
  const other = (verb: string) =>
    `${role}---\n${binding}`.replaceAll('name: ops', 'name: x').replace('[get]', `[${verb}]`);
  test.each<[string, string, readonly string[], unknown, Files?]>([
    ['a look into the cluster', map('{{ lookup "v1" "Secret" "" "" | len | quote }}'), [], [3]],
    [
      'a verb by a look into the cluster',
      other('{{ if lookup "v1" "Secret" "a" "" }}"*"{{ else }}get{{ end }}'),
      ['c/templates/x.yaml:5 high rbac-widened'],
      [4],
    ],
    [
      'a template in a value',
      other('{{ tpl .Values.v . }}'),
      ['c/templates/x.yaml:6 high rbac-widened'],
      [4],
      { 'c/values.yaml': 'v: "{{ .Values.w }}"\nw: "\\"*\\""\n' },
    ],
    [
      'a template in itself',
      '{{ define "x" }}{{ tpl "{{ include `x` . }}" . }}{{ end }}{{ include "x" . }}',
      [high('c/templates/x.yaml:1')],
      expect.stringContaining('nested reference'),
    ],
    ['a file outside', map('{{ .Files.Get "../../../etc/passwd" | quote }}'), [], [3]],
    ['an absolute file', map('{{ .Files.Get "/etc/passwd" | quote }}'), [], [3]],
    ['files outside', map('{{ (.Files.Glob "../**").AsConfig | quote }}'), [], [3]],
    ['a name of a host', map('{{ getHostByName "example.org" | quote }}'), [], [3]],
    [
      'a verb by a name of a host',
      other('{{ if eq (getHostByName "example.org") "" }}get{{ else }}"*"{{ end }}'),
      ['c/templates/x.yaml:5 high rbac-widened'],
      [4],
    ],
    [
      'the environment',
      other('{{ env "HOME" }}'),
      ['c/templates/x.yaml:5 high rbac-widened', high('c/templates/x.yaml:7')],
      expect.stringContaining('function "env" not defined'),
    ],
    [
      'text with variables of the environment',
      map('{{ expandenv "$HOME" | quote }}'),
      [high('c/templates/x.yaml:~4')],
      expect.stringContaining('function "expandenv" not defined'),
    ],
    [
      'a million lines',
      `${other('"*"')}{{ range until 1000000 }}# x\n{{ end }}`,
      ['c/templates/x.yaml:5 high rbac-widened'],
      [4],
    ],
  ])('%s', async (_, template, lines, root, files = {}) =>
    expect(await verdict(chart, { 'c/templates/x.yaml': template, ...files })).toEqual({ lines, roots: [root] }),
  );

  // On the clock a call may take three times as long: what runs without end costs it all.
  const most = { callMilliseconds: isThorough ? 4000 : 400 };
  const bound = expect.stringMatching(/^it takes longer than [\d.]+ seconds$|^it gives more than 20 MiB$|memory/);
  test.each([
    ['a loop without end', `${role}---\n${binding}{{ range until 100000000 }}# x\n{{ end }}`],
    ['100 MB of output', `${role}---\n${binding}{{ range until 3000000 }}# {{ repeat 30 "x" }}\n{{ end }}`],
  ])('%s', async (_, template) =>
    expect(await verdict(chart, { 'c/templates/r.yaml': template }, most)).toEqual({
      lines: [high('c/templates/r.yaml:14')],
      roots: [bound],
    }),
  );

  test('a ConfigMap of a gigabyte', async () => {
    const keys = Array.from({ length: 1000 }, (_, key) => `  - k${key}=big.txt\n`).join('');
    const after = {
      'k/kustomization.yaml': `${objects}${widening}configMapGenerator:\n- name: a\n  files:\n${keys}`,
      'k/big.txt': 'x'.repeat(1_000_000),
    };
    expect(await verdict(overlay, after, most)).toEqual({ lines: [high('k/kustomization.yaml:5')], roots: [bound] });
  });

  test('folders and charts called like flags', async () => {
    const renamed = (files: Readonly<Record<string, string>>, from: string, to: string) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace(from, to), text]));
    const wide = role.replace('[get]', '["*"]');
    const own = renamed(overlay, 'k/', '--enable-helm/');
    expect(await verdict(own, { '--enable-helm/r.yaml': wide })).toEqual({
      lines: ['--enable-helm/r.yaml:7 high rbac-widened'],
      roots: [[2]],
    });
    const flag = renamed(chart, 'c/', '--post-renderer=x/');
    expect(await verdict(flag, { '--post-renderer=x/templates/r.yaml': `${wide}---\n${binding}` })).toEqual({
      lines: ['--post-renderer=x/templates/r.yaml:7 high rbac-widened'],
      roots: [[2]],
    });
  });

  test('of thousands of roots those that the time is enough for are rendered, and each of the others is named', async () => {
    const files: Record<string, string> = { 'a.yaml': map('a') };
    const count = size(10_000, 10);
    for (let root = 0; root < count; root++) files[`r${root}/kustomization.yaml`] = 'resources: [../a.yaml]\n';
    const seconds = isThorough ? 1 : 0.3;
    const policy = { render: { ...defaultPolicy.render, seconds } };
    const { change, lines } = await judgeChange({}, files, { policy, runTool: runLimited });
    const reasons = change.rendering.roots.map(({ after }) => after?.reason);
    expect([lines, reasons.length]).toEqual([[], count]);
    const failed = reasons.filter((reason) => reason !== undefined);
    expect(new Set(failed)).toEqual(new Set([`rendering took longer than render.seconds (${seconds})`]));
  }, 120_000);
});
