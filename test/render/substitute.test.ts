import { describe, expect, test } from '@jest/globals';
import { substitute } from '../../src/render/result/substitute.ts';
import { type Files, judgeChange } from './judge.ts';
import { hasTools } from './tools.ts';

/** A text or a value with `${V}` where it is written `%{V}`: a linter takes the real thing in quotes for a mistake. */
function variables<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('%{', '$' + '{')) as T;
}

/** What Flux makes of `{ x: text }` where V has a value. */
function made(text: unknown, value: string): unknown {
  const given = substitute({ x: variables(text) }, { values: new Map([['V', value]]), isOpen: false });
  return (given as { x: unknown }).x;
}

describe('what a variable of Flux makes of an object', () => {
  test.each([
    ['true', true],
    ['yes', true],
    ['1000', 1000],
    ['1.5', 1.5],
    ['', null],
    ['null', null],
    ['text', 'text'],
    ['"true"', 'true'],
    ['[a, b]', ['a', 'b']],
    ['{a: b}', { a: 'b' }],
    ['a # rest', 'a'],
  ])('%s alone has a type of its own', (value, expected) => {
    expect(made('%{V}', value)).toEqual(expected);
    expect(made(['%{V}'], value)).toEqual([expected]);
  });

  test('a part of a text, and texts that YAML quotes, stay texts', () => {
    expect(made('v%{V}', 'true')).toBe('vtrue');
    expect(made('1%{V}', '0')).toBe(10);
    expect(made('*.%{V}', 'true')).toBe('*.true');
    expect(made('a: %{V}', 'true')).toBe('a: true');
    expect(made("it's # %{V}", "x''y")).toBe("it's # x'y");
    expect(made('%{V}\n', 'true')).toBe('true\n');
    expect(made('a\n\n%{V}', 'true')).toBe('a\n\ntrue');
    expect(made(' a\n%{V}\n\n', 'true')).toBe(' a\ntrue\n\n');
    expect(made('a\t%{V}', 'true')).toBe('a\ttrue');
    expect(made('%{V} ', 'true')).toBe('true ');
    expect(made('- %{V}', 'true')).toBe('- true');
  });

  test('an entry of a list may become a mapping', () => {
    expect(made(['%{V}'], 'a: b')).toEqual([{ a: 'b' }]);
    // Of what Flux refuses nothing is known.
    expect(made('%{V}', 'a: b')).toBe(variables('%{V}'));
  });

  test('what holds no variable is not read again', () => {
    const value = variables({ x: 'true', y: '%{UNKNOWN}', z: ['1'] });
    expect(substitute(value, { values: new Map(), isOpen: false })).toBe(value);
    expect(made({ a: ['true', { b: '1' }], c: '%{V}', d: {}, e: [], f: null, g: 0, h: [['no']] }, 'x')).toEqual({
      a: ['true', { b: '1' }],
      c: 'x',
      d: {},
      e: [],
      f: null,
      g: 0,
      h: [['no']],
    });
  });
});

const flux = (path: string, postBuild: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: x, namespace: flux-system}
spec:
  path: ${path}
  postBuild:
    substitute:
      ${postBuild}
`;
const pod = (field: string, container = '') => `apiVersion: v1
kind: Pod
metadata: {name: p, namespace: shop}
spec:
  ${field}
  containers:
  - name: app
    image: example.com/app:1.0.0
    securityContext:
      allowPrivilegeEscalation: false
      ${container}
`;
const found = async (before: Files, after: Files) => (await judgeChange(variables(before), variables(after))).lines;

(hasTools ? describe : describe.skip)('variables of Flux that set what is no text', () => {
  const plain = pod('restartPolicy: Always');

  test.each([
    ['hostNetwork: %{V}', 'false', 'true', 'high'],
    ['hostPID: "%{V}"', 'false', 'true', 'high'],
    ['securityContext: {runAsUser: "%{V}"}', '1000', '0', 'medium'],
  ])('%s from %s to %s', async (field, old, now, severity) => {
    const before = { 'k.yaml': flux('./p', `V: "${old}"`), 'p/p.yaml': pod(field) };
    expect(await found(before, { 'k.yaml': flux('./p', `V: "${now}"`) })).toEqual([
      `k.yaml:8 ${severity} pod-privileges-widened`,
    ]);
  });

  test('the default of a variable', async () => {
    const before = { 'k.yaml': flux('./p', 'OTHER: x'), 'p/p.yaml': pod('hostNetwork: %{V:=false}') };
    expect(await found(before, { 'p/p.yaml': pod('hostNetwork: %{V:=true}') })).toEqual([
      'p/p.yaml:5 high pod-privileges-widened',
    ]);
  });

  test('what reads as it was is silent', async () => {
    const before = { 'k.yaml': flux('./p', 'V: "false"'), 'p/p.yaml': plain };
    expect(await found(before, { 'p/p.yaml': pod('hostNetwork: %{V:=false}') })).toEqual([]);
    expect(await found(before, { 'p/p.yaml': pod('restartPolicy: Always', 'privileged: %{V}') })).toEqual([]);
    const hardened = { 'k.yaml': flux('./p', 'V: "true"'), 'p/p.yaml': pod('securityContext: {runAsNonRoot: true}') };
    expect(await found(hardened, { 'p/p.yaml': pod('securityContext: {runAsNonRoot: "%{V}"}') })).toEqual([]);
  });

  test('a variable that is not known, and one that breaks the object, are seen', async () => {
    const secret = flux('./p', 'OTHER: x').replace(
      '    substitute:',
      '    substituteFrom: [{kind: Secret, name: s}]\n    substitute:',
    );
    expect(
      await found({ 'k.yaml': secret, 'p/p.yaml': plain }, { 'p/p.yaml': pod('hostNetwork: %{V:=false}') }),
    ).toEqual(['p/p.yaml:5 high pod-privileges-widened']);
    const before = { 'k.yaml': flux('./p', 'V: "false"'), 'p/p.yaml': pod('hostNetwork: %{V}') };
    expect(await found(before, { 'k.yaml': flux('./p', 'V: "a: b"') })).toEqual([
      'k.yaml:8 high pod-privileges-widened',
    ]);
  });
});

(hasTools ? describe : describe.skip)('variables of Flux in the values of a HelmRelease', () => {
  const release = (values: string, chart = './c', kind = 'GitRepository') => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: c, namespace: shop}
spec:
  chart: {spec: {chart: ${chart}, version: 1.0.0, sourceRef: {kind: ${kind}, name: flux-system}}}
  values:
    ${values}
`;
  const chart = {
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
    'c/values.yaml': 'hostNetwork: false\n',
    'c/templates/p.yaml': pod('{{- if .Values.hostNetwork }}\n  hostNetwork: true\n  {{- end }}').replace(
      'namespace: shop',
      'labels: {}',
    ),
  };

  test('as the chart is given them', async () => {
    const before = { ...chart, 'a/r.yaml': release('hostNetwork: %{V:=false}'), 'k.yaml': flux('./a', 'V: "false"') };
    expect(await found(before, { 'k.yaml': flux('./a', 'V: "true"') })).toEqual([
      'k.yaml:8 high pod-privileges-widened',
    ]);
    expect(await found(before, { 'a/r.yaml': release('hostNetwork: true') })).toEqual([
      'a/r.yaml:7 high pod-privileges-widened',
    ]);
    expect(await found(before, { 'a/r.yaml': release('hostNetwork: false') })).toEqual([]);
    const without = { ...before, 'a/r.yaml': release('replicas: 1') };
    expect(await found(without, { 'a/r.yaml': release('hostNetwork: %{V:=false}') })).toEqual([]);
  });

  test('also where the chart is elsewhere', async () => {
    const values = 'controllers: {c: {containers: {app: {securityContext: {privileged: "%{V}"}}}}}';
    const before = { 'a/r.yaml': release(values, 'app', 'HelmRepository'), 'k.yaml': flux('./a', 'V: "false"') };
    expect(await found(before, { 'k.yaml': flux('./a', 'V: "true"') })).toEqual([
      'k.yaml:8 critical pod-privileges-widened',
    ]);
  });
});
