import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

const found = async (before: Record<string, string>, after: Record<string, string>) => {
  const { lines } = await judgeChange(before, after, { usesTools: false });
  return lines.filter((line) => !/ low /.test(line));
};

const networkPolicy = (selector: string, types: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: np, namespace: shop}\nspec:\n  podSelector: ${selector}\n  policyTypes: [${types}]\n`;
const deny = networkPolicy('{}', 'Ingress, Egress');
const vap =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: p}\nspec: {failurePolicy: Fail, validations: [{expression: "false"}]}\n';
const binding = (action: string) =>
  `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicyBinding\nmetadata: {name: b}\nspec: {policyName: p, validationActions: [${action}]}\n`;
const alerts = (...names: string[]) =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: p, namespace: mon}\nspec:\n  groups:\n  - name: g\n    rules:\n${names.map((name) => `    - {alert: ${name}, expr: up == 0, labels: {severity: critical}}\n`).join('')}`;
const receivers = (hooks: string, route = '') =>
  `apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\nmetadata: {name: a, namespace: mon}\nspec:\n  receivers: [{name: a${hooks}}, {name: nul}]\n  route: {receiver: a${route}}\n`;
const pager = ', webhookConfigs: [{url: "https://x.example.org"}]';
const falco = (rest: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: falco, namespace: falco}\ndata:\n  rules.yaml: |\n    - rule: S\n      desc: d\n      condition: evt.type = execve\n      output: o\n      priority: WARNING\n${rest}`;

const looser: readonly (readonly [string, string, string, string])[] = [
  ['selects fewer pods', deny, networkPolicy('{matchLabels: {x: y}}', 'Ingress, Egress'), 'high network-widened'],
  ['isolates one way', deny, networkPolicy('{}', 'Ingress'), 'high network-widened'],
  ['only audits', `${binding('Deny')}---\n${vap}`, binding('Audit'), 'high admission-weakened'],
  ['has an alert less', alerts('A', 'B'), alerts('A'), 'medium monitoring-removed'],
  ['sends nothing', receivers(pager), receivers(''), 'medium monitoring-removed'],
  [
    'has a route to nowhere',
    receivers(pager),
    receivers(pager, ', routes: [{receiver: nul, matchers: [{name: severity, value: critical}]}]'),
    'medium monitoring-removed',
  ],
  ['turns a rule off', falco(''), falco('      enabled: false\n'), 'high audit-lowered'],
];

describe('a further definition that', () => {
  test.each(looser)('%s, in another file', async (_, object, other, expected) => {
    const lines = await found({ 's/a.yaml': object }, { 's/z.yaml': other });
    expect([...new Set(lines.map((line) => line.replace(/:\S+ /, ' ')))]).toEqual([`s/z.yaml ${expected}`]);
  });

  test.each(looser)('%s, in the same file', async (_, object, other, expected) => {
    const lines = await found({ 's/a.yaml': object }, { 's/a.yaml': `${object}---\n${other}` });
    expect([...new Set(lines.map((line) => line.replace(/^\S+ /, '')))]).toEqual([expected]);
  });

  test.each(looser)('%s, one of two that were alike', async (_, object, other, expected) => {
    const lines = await found({ 's/a.yaml': object, 's/z.yaml': object }, { 's/z.yaml': other });
    expect([...new Set(lines.map((line) => line.replace(/^\S+ /, '')))]).toEqual([expected]);
  });

  test.each(looser)('%s, below others of it', async (_, object, other, expected) => {
    const lines = await found({ 's/a.yaml': object }, { 's/y.yaml': `# copy\n${object}`, 's/z.yaml': other });
    expect([...new Set(lines.map((line) => line.replace(/^\S+ /, '')))]).toEqual([expected]);
  });
});

test.each(looser)('silent: one that is no weaker (%s)', async (_, object, other) => {
  expect(await found({ 's/a.yaml': object }, { 's/z.yaml': `# copy\n${object}` })).toEqual([]);
  expect(await found({ 's/a.yaml': object, 's/b.yaml': other }, { 's/z.yaml': `# copy\n${other}` })).toEqual([]);
  // In another namespace or folder that is another object.
  const elsewhere = other.replace(/namespace: \w+/, 'namespace: elsewhere');
  if (elsewhere !== other) expect(await found({ 's/a.yaml': object }, { 's/z.yaml': elsewhere })).toEqual([]);
});
