import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

const chart = { 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/values.yaml': 'x: false\n' };
const digest = `@sha256:${'0'.repeat(64)}`;

/** A Deployment with lines in the spec of its pod, and in its container. */
const pod = (container: string, spec = '', annotations = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
${annotations}spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
${spec}      containers:
      - name: web
        image: registry.example.org/web${digest}
${container}`;
const nonRoot = '          runAsNonRoot: true\n';
const safe = `        securityContext:
          allowPrivilegeEscalation: false
${nonRoot}          capabilities: {drop: [ALL]}
          seccompProfile: {type: RuntimeDefault}
`;
const privileged = '          privileged: true\n';
const not = '          privileged: false\n';
const guarded = (condition: string, lines: string, otherwise = '') =>
  `{{- if ${condition} }}\n${lines}${otherwise === '' ? '' : `{{- else }}\n${otherwise}`}{{- end }}\n`;

const namespace = (labels: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    a: b\n${labels}`;
const enforced = (level: string) => `    pod-security.kubernetes.io/enforce: ${level}\n`;
const define = (name: string, lines: string) => `{{- define "${name}" }}\n${lines}{{- end }}\n`;
const owner = (account: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: ${account}, namespace: shop}]\n`;

interface Case {
  readonly before: string;
  readonly after: string;
  /** Named templates of both sides. */
  readonly helpers?: readonly [string, string];
  readonly more?: Files;
}

const upgrade = '.Release.IsUpgrade';
const found = async ({ before, after, helpers, more }: Case, usesTools: boolean) => {
  const files = (template: string, helper = '') => ({
    ...chart,
    ...more,
    'c/templates/x.yaml': template,
    ...(helpers === undefined ? {} : { 'c/templates/_h.tpl': helper }),
  });
  const judged = await judgeChange(files(before, helpers?.[0]), files(after, helpers?.[1]), { usesTools });
  return judged.lines.filter((line) => !/ (?:low|delivery-changed)/.test(line));
};

/** What is found, and where: the same with helm, which renders an installation, and without. */
const weakened: readonly (readonly [string, Case, string])[] = [
  [
    'a field of an upgrade',
    { before: pod(safe), after: pod(safe + guarded(upgrade, privileged)) },
    '20 critical pod-privileges-widened',
  ],
  [
    'the other branch of an installation',
    { before: pod(safe), after: pod(safe + guarded('.Release.IsInstall', not, privileged)) },
    '22 critical pod-privileges-widened',
  ],
  [
    'the first branch of two',
    { before: pod(safe), after: pod(safe + guarded(upgrade, privileged, not)) },
    '20 critical pod-privileges-widened',
  ],
  [
    'on one line',
    { before: pod(safe), after: pod(safe + not.replace('false', `{{ if ${upgrade} }}true{{ else }}false{{ end }}`)) },
    '19 critical pod-privileges-widened',
  ],
  [
    'the fact itself',
    { before: pod(safe), after: pod(safe + not.replace('false', `{{ ${upgrade} }}`)) },
    '19 critical pod-privileges-widened',
  ],
  [
    'a choice by a function',
    { before: pod(safe), after: pod(safe + not.replace('false', `{{ ternary true false ${upgrade} }}`)) },
    '19 critical pod-privileges-widened',
  ],
  [
    'where an object is there',
    { before: pod(safe), after: pod(safe + guarded('lookup "v1" "Secret" "a" "b"', privileged)) },
    '20 critical pod-privileges-widened',
  ],
  [
    'where the cluster knows an API',
    { before: pod(safe), after: pod(safe + guarded('.Capabilities.APIVersions.Has "a/v1"', privileged)) },
    '20 critical pod-privileges-widened',
  ],
  [
    'by a variable',
    { before: pod(safe), after: `{{- $up := ${upgrade} }}\n${pod(safe + guarded('$up', privileged))}` },
    '21 critical pod-privileges-widened',
  ],
  [
    'the network of the node',
    { before: pod(safe), after: pod(safe, guarded(upgrade, '      hostNetwork: true\n')) },
    '12 high pod-privileges-widened',
  ],
  [
    'what is only there on an installation',
    { before: pod(safe), after: pod(guarded('.Release.IsInstall', safe)) },
    '12 medium pod-privileges-widened',
  ],
  [
    'one field that is only there on an installation',
    { before: pod(safe), after: pod(safe.replace(nonRoot, guarded('.Release.IsInstall', nonRoot))) },
    '14 medium pod-privileges-widened',
  ],
  [
    'what a branch loses',
    {
      before: pod(guarded('.Release.IsInstall', safe, safe)),
      after: pod(guarded('.Release.IsInstall', safe, safe.replace(nonRoot, ''))),
    },
    '21 medium pod-privileges-widened',
  ],
  [
    'an object of an upgrade alone',
    { before: pod(safe), after: guarded('.Release.IsInstall', pod(safe), pod(safe + privileged)) },
    '39 critical pod-privileges-widened',
  ],
  [
    'a label of a namespace',
    {
      before: namespace(enforced('restricted')),
      after: namespace(guarded(upgrade, enforced('privileged'), enforced('restricted'))),
    },
    '8 high pod-security-lowered',
  ],
  [
    'a label in the other branch',
    {
      before: namespace(enforced('restricted')),
      after: namespace(guarded('.Release.IsInstall', enforced('restricted'), enforced('privileged'))),
    },
    '10 high pod-security-lowered',
  ],
  [
    'a label that is only there on an installation',
    {
      before: namespace(enforced('restricted')),
      after: namespace(guarded('.Release.IsInstall', enforced('restricted'))),
    },
    '5 high pod-security-lowered',
  ],
  [
    'a label on one line',
    {
      before: namespace(enforced('restricted')),
      after: namespace(enforced(`{{ if ${upgrade} }}privileged{{ else }}restricted{{ end }}`)),
    },
    '7 high pod-security-lowered',
  ],
  [
    'an account',
    {
      before: pod(safe, '      serviceAccountName: app\n'),
      after: pod(safe, guarded(upgrade, '      serviceAccountName: ops\n', '      serviceAccountName: app\n')),
      more: { 'c/templates/r.yaml': owner('ops') },
    },
    '12 high workload-identity-widened',
  ],
  [
    'a token that is only left out on an installation',
    {
      before: pod(safe, '      automountServiceAccountToken: false\n'),
      after: pod(safe, guarded('.Release.IsInstall', '      automountServiceAccountToken: false\n')),
      more: { 'c/templates/r.yaml': owner('default') },
    },
    '10 high workload-identity-widened',
  ],
];

const ingress = (backend: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, namespace: shop}\nspec:\n  rules:\n  - http:\n      paths:\n      - path: /\n        backend:\n${backend}`;
const modern = '          service: {name: web, port: {number: 80}}\n';
const old = '          serviceName: web\n          servicePort: 80\n';

const harmless: readonly (readonly [string, Case])[] = [
  ['another annotation', { before: pod(safe), after: pod(safe, '', guarded(upgrade, '  annotations: {a: b}\n')) }],
  ['both branches say the same', { before: pod(safe), after: pod(guarded('.Release.IsInstall', safe, safe)) }],
  [
    'of conditions that exclude each other',
    {
      before: pod(safe),
      after: pod(safe.replace(nonRoot, guarded('.Release.IsInstall', nonRoot) + guarded(upgrade, nonRoot))),
    },
  ],
  [
    'more is kept out on an upgrade',
    { before: pod(safe), after: pod(safe + guarded(upgrade, '          readOnlyRootFilesystem: true\n')) },
  ],
  [
    'it was so before',
    {
      before: pod(safe + guarded(upgrade, privileged)),
      after: pod(safe + guarded(upgrade, `${privileged}          readOnlyRootFilesystem: true\n`)),
    },
  ],
  ['it was so everywhere', { before: pod(safe + privileged), after: pod(safe + guarded(upgrade, privileged)) }],
  [
    'left out by an older version alone',
    {
      before: pod(safe),
      after: pod(safe.replace(nonRoot, guarded('semverCompare ">=1.20-0" .Capabilities.KubeVersion.Version', nonRoot))),
    },
  ],
  [
    'a checksum',
    {
      before: pod(safe),
      after: pod(
        safe,
        '',
        '  annotations:\n    {{- $s := lookup "v1" "Secret" "a" "b" }}\n    x: "{{ $s | toJson | sha256sum }}"\n',
      ),
    },
  ],
];

describe.each([false, ...(hasTools ? [true] : [])])('with helm: %s', (usesTools) => {
  test.each(weakened)('found: %s', async (_, change, expected) => {
    expect(await found(change, usesTools)).toEqual([`c/templates/x.yaml:${expected}`]);
  });

  test.each(harmless)('silent: %s', async (_, change) => expect(await found(change, usesTools)).toEqual([]));
});

(hasTools ? test : test.skip)(
  'of what leads to pods only what is rendered counts, where an older version goes',
  async () => {
    const change = {
      before: ingress(guarded('semverCompare ">=1.19-0" .Capabilities.KubeVersion.GitVersion', modern, old)),
      after: ingress(modern),
    };
    expect(await found(change, true)).toEqual([]);
  },
);

describe('what a named template gives where a chart is installed is not judged, which is said', () => {
  const including = pod('        {{- include "sec" . }}\n');
  const asking = pod(safe + guarded('include "up" .', privileged));
  const up = (lines: string) => define('up', lines);
  const cases: readonly (readonly [string, Case, number])[] = [
    [
      'what it gives',
      {
        before: including,
        after: including,
        helpers: [define('sec', safe), define('sec', safe + guarded(upgrade, privileged))],
      },
      7,
    ],
    [
      'what it no longer gives',
      {
        before: including,
        after: including,
        helpers: [
          define('sec', guarded('.Release.IsInstall', safe, safe)),
          define('sec', guarded('.Release.IsInstall', safe, safe.replace(nonRoot, ''))),
        ],
      },
      1,
    ],
    ['what it decides', { before: asking, after: asking, helpers: [up(''), up(guarded(upgrade, 'true\n'))] }, 2],
    [
      'what another one decides by it',
      {
        before: asking,
        after: asking,
        helpers: [
          up('{{ include "is" . }}\n') + define('is', ''),
          up('{{ include "is" . }}\n') + define('is', guarded(upgrade, 'true\n')),
        ],
      },
      5,
    ],
  ];
  (hasTools ? test : test.skip).each(cases)('%s', async (_, change, line) => {
    const lines = await found(change, true);
    expect(lines).toEqual([`c/templates/_h.tpl:${line} high unreadable-manifest`]);
  });

  const api = (old: string) =>
    define(
      'api',
      `{{ if .Capabilities.APIVersions.Has "networking.k8s.io/v1" }}networking.k8s.io/v1{{ else }}${old}{{ end }}\n`,
    );
  const name = (part: string) => define('name', `{{ if contains "${part}" .Release.Name }}a{{ else }}b{{ end }}\n`);
  const named = pod(
    safe,
    '',
    '  annotations: {x: "{{ include (print $.Template.BasePath "/x.yaml") . | sha256sum }}", y: {{ include "name" . }}}\n',
  );
  const harmlessOnes: readonly (readonly [string, Case])[] = [
    [
      'the version of an API',
      {
        before: named.replace('include "name" .', '""'),
        after: named.replace('include "name" .', '""'),
        helpers: [api('extensions/v1beta1'), api('networking.k8s.io/v1beta1')],
        more: {
          'c/templates/i.yaml': 'apiVersion: {{ include "api" . }}\nkind: Ingress\nmetadata: {name: x}\nspec: {}\n',
        },
      },
    ],
    ['a name', { before: named, after: named, helpers: [name('a'), name('b')] }],
  ];
  (hasTools ? test : test.skip).each(harmlessOnes)('but not %s', async (_, change) =>
    expect(await found(change, true)).toEqual([]),
  );
});
