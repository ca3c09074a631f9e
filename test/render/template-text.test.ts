import { describe, expect, test } from '@jest/globals';
import { touches } from '../../src/render/blame/values-lines.ts';
import { isVersionLine, plainChanges } from '../../src/render/template/plain-values.ts';
import {
  bare,
  hasTellingAction,
  mayGiveAccount,
  mayGivePods,
  mayGiveRbac,
  mayGiveWholes,
  namesRbac,
  resolved,
  usesAllValues,
} from '../../src/render/template/template-text.ts';

const template = (source: string, more = {}) => ({ path: 't.yaml', source, ...more });

describe('a value that only is a version', () => {
  const change = (source: string, before: unknown = 'a', after: unknown = 'b', more = {}) =>
    plainChanges([template('a: b'), template(source, more)], touches)(
      ['v', 'x'],
      { v: { x: before } },
      { v: { x: after } },
    );
  test.each<[string, boolean]>([
    ['kind: Deployment\nimage: {{ .Values.v.x }}', true],
    ['kind: Deployment\nother: {{ .Values.v.x }}', true],
    ['kind: Deployment\nother: {{ .Values.v }}', true],
    ['kind: Role\nimage: {{ .Values.v.x }}', true],
    ['kind: Role\nother: {{ .Values.v.x }}', false],
    ['kind: Role\nimage: {{ .Values.v.x }}\nother: {{ .Values.v.x }}', false],
    ['kind: Role\nother: {{ .Values.w }}', true],
    ['kind: Deployment\n{{ if eq .Values.v.x "b" }}', false],
    ['kind: Deployment\nimage: {{ eq .Values.v.x "b" }}', true],
    ['kind: Deployment\n{{ if .Values.v.x }}', true],
    ['kind: Deployment\na: {{ .Values.v.x }}\nb: {{ eq .Values.v.x "b" }}', false],
    ['kind: Deployment\na: {{ .Values.v.x }}\nb: {{ $x := .Values.v.x }}\nc: {{ eq $x "b" }}', false],
    ['kind: Deployment\n{{ $x := .Values.v.x }}', true],
    ['kind: Deployment\n{{ $x := .Values.v.x }}\nc: {{ eq $x "b" }}', false],
    ['kind: Deployment\na: {{ .Values.v.x }}\nc: {{ eq $x "b" }}', true],
    ['kind: Deployment\n{{ $x := .Values.v.x }}\nc: {{ eq .y "b" }}', true],
    ['kind: Deployment\n{{ index .Values\n"v" "x" }}', false],
    ['kind: Deployment\n{{ index .Values\n"w" "x" }}', true],
  ])('in %j: %s', (source, isPlain) => expect(change(source)).toBe(isPlain));

  test('is a text or a number of plain characters before and after, and names no helper that decides', () => {
    const image = 'kind: Role\nimage: {{ .Values.v.x }}';
    const plain: unknown[] = ['1.2.3', 'a/b:c@sha256:00', 7, -1, 'x'.repeat(300)];
    expect(plain.map((each) => [change(image, each), change(image, 'a', each)])).toEqual(plain.map(() => [true, true]));
    const others: unknown[] = ['', 'a b', 'a\n', '"', '{', 0, true, null, [], {}, 'x'.repeat(301)];
    expect(others.map((each) => [change(image, each), change(image, 'a', each)])).toEqual(
      others.map(() => [false, false]),
    );
    expect(change(image, 'a', 'b', { isDeciding: true })).toBe(false);
    expect(change('image: {{ .Values.w }}', 'a', 'b', { isDeciding: true })).toBe(true);
  });

  test.each<[string, boolean]>([
    ['image: x', true],
    ['  - "tag" : x', true],
    ['sha: x', true],
    ["'digest': x", true],
    ['version: x', true],
    ['imagePullPolicy: x', true],
    ['app.kubernetes.io/version: x', true],
    ['helm.sh/chart: x', true],
    ['images: x', false],
    ['myimage: x', false],
    ['x: image: y', false],
    ['appxkubernetes.io/version: x', false],
  ])('belongs in the line %j: %s', (line, is) => expect(isVersionLine(line)).toBe(is));
});

describe('what the text of a template may give', () => {
  const tells = (test: (source: string) => boolean, sources: readonly string[]) => sources.filter((each) => test(each));
  test('permissions', () => {
    const yes = [
      'kind: Role',
      'rules:',
      '"roleRef" :',
      "subjects':",
      'aggregationRule:',
      'kind: {{ .x }}',
      '  "kind": x{{ .y }}',
      'a\nkind: {{ .x }}',
    ];
    const no = ['kind: Deployment', 'myrules: a', 'xroleRef:', 'rules', 'a: kind: {{ .x }}', 'kind: x\n{{ .y }}', ''];
    expect(tells(namesRbac, [...yes, ...no])).toEqual(yes);
    expect(tells(mayGiveRbac, [...yes, ...no, '{{ .Files.Get "x" }}'])).toEqual([
      ...yes,
      'kind: x\n{{ .y }}',
      '{{ .Files.Get "x" }}',
    ]);
  });

  test('accounts', () => {
    const yes = [
      'serviceAccountName: x',
      'automountServiceAccountToken: x',
      'eks.amazonaws.com/role-arn',
      'iam.amazonaws.com/role',
      'iam.gke.io/x',
      'azure.workload.identity/use',
      'aadpodidbinding',
    ];
    const no = ['iamXgke.io/x', 'eks.amazonawsXcom/', 'azure-workload.identity/', 'account: x'];
    expect(tells(mayGiveAccount, [...yes, ...no])).toEqual(yes);
  });

  test('pods', () => {
    const yes = [
      'containers:',
      'initContainers: x\n containers" :',
      'securityContext',
      'privileged',
      'runAsUser',
      'capabilities',
      'hostNetwork',
      'hostPID',
      'hostIPC',
      'hostUsers',
      'hostPort',
      'hostPath',
      'procMount',
      'seccompProfile',
      'allowPrivilegeEscalation',
      'readOnlyRootFilesystem',
      'sysctls',
      'pod-security.kubernetes.io/',
      'openshift.io/run-level',
    ];
    const no = [
      'mycontainers:',
      'containers',
      'hostname',
      'unprivileged',
      'hostNetworks',
      'pod-securityXkubernetes.io/',
    ];
    expect(tells(mayGivePods, [...yes, ...no])).toEqual(yes);
  });

  test('what is judged as a whole', () => {
    const yes = [
      'NetworkPolicy',
      'cilium.io',
      'projectcalico.org',
      'istio.io',
      'kind: Service',
      'kind: Ingress',
      'kind: Route',
      'kind: ConfigMap',
      'kind: Policy',
      'gateway.networking',
      'gateway.envoyproxy',
      'kuadrant.io',
      'traefik',
      'admissionregistration.k8s.io',
      'kyverno.io',
      'gatekeeper.sh',
      'sigstore.dev',
      'argoproj.io',
      'toolkit.fluxcd.io',
      'monitoring.coreos.com',
      'openshift.io',
      'policy.networking.k8s.io',
    ];
    const no = ['kind: Services', 'kind: ServiceAccount', 'mykind: Service', 'kind:Service', 'Deployment'];
    expect(tells(mayGiveWholes, [...yes, ...no])).toEqual(yes);
  });

  test('all values', () => {
    const role = (line: string) => `kind: Role\n${line}`;
    const yes = [
      role('{{ toYaml .Values }}'),
      role('{{ $.Values }}'),
      role('{{ index .Values $key }}'),
      role('{{ dig "a" "" .Values }}'),
      role('{{ get .Values "a" }}{{ .Values }}'),
      'serviceAccountName: {{ toYaml .Values }}',
    ];
    const no = [
      role('{{ .Values.a }}'),
      role('{{ .ValuesX }}'),
      role('{{ index .Values "a" }}'),
      role('{{ get .Values  "a" }}'),
      role('{{ toYaml .Values | sha256sum }}'),
      role('checksum/x: {{ .Values }}'),
      'kind: Deployment\na: {{ toYaml .Values }}',
      'serviceAccountName: x\na: {{ toYaml .Values }}',
      role('a'),
    ];
    expect(tells(usesAllValues, [...yes, ...no])).toEqual(yes);
  });

  test('more than names', () => {
    const yes = [
      '{{ .Values.x }}',
      '{{ .Release.Name }}{{ .Values.x }}',
      'a {{ open',
      'close }}',
      '{{ include "c.x" . }}',
      '{{ .Release.Name | b64dec }}',
      '{{ include "c.name" . | trimSuffix "x" }}',
      '{{/* a */}}{{ .x }}',
      '{{ x (include "c.name" .) }}',
      '{{ .ReleaseX.Name }}',
      '{{/* a "*/}}',
      '{{ "{" }}',
    ];
    const no = [
      'a: b',
      '{{ .Release.Name }}',
      '{{- $.Chart.Version -}}',
      '{{ include "c.fullname" . }}',
      '{{ template "c.labels" . }}',
      '{{ include "c.name" . | quote }}',
      '{{ include "c.Labels" (dict "a" .) | nindent 4 | indent 2 | lower }}',
      '{{ include "c.name" . | trunc 63 | trimSuffix "-" }}',
      '{{/* any */}}',
      '{{- /* any .Values.x */ -}}',
      '{{ include "c.namespace" . }}{{ include "c.chart" . }}{{ include "c.annotations" . }}',
    ];
    expect(tells(hasTellingAction, [...yes, ...no])).toEqual(yes);
  });

  test('known values in their places', () => {
    const values = { a: { b: [1, 'x'] }, t: 'text', n: null, f: false };
    expect(resolved('{{ .Values.a.b }} {{- $.Values.t | quote -}} {{ toYaml (.Values.a) | nindent 4 }}', values)).toBe(
      '[1,"x"] "text" {"b":[1,"x"]}',
    );
    expect(resolved('{{ .Values.t | default "x" | toJson }}{{ quote .Values.f }}', values)).toBe('"text"false');
    const kept =
      '{{ .Values.n }}{{ .Values.none }}{{ .Values.t.x }}{{ .Values.t | upper }}{{ .Values }}{{ if .Values.t }}{{ toYaml .Valuess.t }}';
    expect(resolved(kept, values)).toBe(kept);
    expect(bare(' a: "b\' c"\t')).toBe('a:bc');
  });
});
