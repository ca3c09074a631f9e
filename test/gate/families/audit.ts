import { familiesOf } from './family.ts';

const policy = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n#  - {level: Metadata}\n';
const rules = (text: string) => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: r, namespace: m}
spec: {groups: [{name: g, rules: [${text}]}]}
`;
const falco = (text: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules, namespace: falco}
data:
  rules.yaml: |
    - rule: Shell
      desc: d
      condition: ${text}
      output: o
      priority: WARNING
`;
const tracing = `apiVersion: cilium.io/v1alpha1
kind: TracingPolicy
metadata: {name: t}
spec: {kprobes: [{call: sys_execve, selectors: [#]}]}
`;
const fluentBit =
  'pipeline: {inputs: [{name: tail, path: /var/log/audit.log, tag: audit}], filters: [#], outputs: [{name: es, match: "audit"}]}\n';
const vector = 'sources: {audit: {type: file}}\ntransforms: {own: #}\nsinks: {store: {type: loki, inputs: [own]}}\n';
const alertmanager = `apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: {name: a, namespace: m}
spec:
  receivers: [{name: team, slackConfigs: [{channel: c}]}, {name: nobody}]
  route: {receiver: team, routes: [#]}
  muteTimeIntervals: [{name: nights, timeIntervals: [{times: [{startTime: "22:00", endTime: "06:00"}]}]}, {name: always, timeIntervals: [{times: [{startTime: "00:00", endTime: "24:00"}]}]}]
`;

export const audit = [
  ...familiesOf('audit-lowered', [
    [
      'rules of an audit policy',
      policy,
      '',
      '  - {level: None, users: [a]}\n',
      '  - {level: None, users: [a, "system:admin"]}\n',
      '  - {level: None, users: [a], verbs: [get]}\n',
      '  - {level: None, users: [a], verbs: [get, delete]}\n',
      '  - {level: None, userGroups: [g]}\n',
      '  - {level: None, userGroups: [g, "system:authenticated"]}\n',
      '  - {level: None, resources: [{group: "", resources: [events]}]}\n',
      '  - {level: None, resources: [{group: "", resources: [events, secrets]}]}\n',
      '  - {level: None, resources: [{group: "", resources: [secrets, events, pods]}]}\n',
      '  - {level: Metadata, users: [b]}\n  - {level: None, users: [a, b]}\n',
      '  - {level: Metadata, users: [b]}\n  - {level: None}\n',
      '  - {level: None}\n',
    ],
    [
      'conditions of Falco',
      falco('#'),
      'spawned_process and shell',
      'spawned_process and shell and container',
      'spawned_process and shell and user.name = nobody',
    ],
    [
      'selectors of Tetragon',
      tracing,
      '',
      '{matchBinaries: [{operator: NotIn, values: [/usr/bin/curl]}]}',
      '{matchBinaries: [{operator: In, values: [/usr/bin/curl]}]}',
    ],
  ]),
  ...familiesOf('monitoring-removed', [
    [
      'what an alert waits',
      rules('{alert: A, expr: up == 0, for: #, labels: {severity: critical}}'),
      '5m',
      '2h',
      '2d',
      '365d',
    ],
    [
      'the severity of an alert',
      rules('{alert: A, expr: up == 0, labels: {severity: #}}'),
      'critical',
      'warning',
      'info',
      'none',
    ],
    [
      'alerts of one name',
      rules('#'),
      '{alert: A, expr: a > 1}, {alert: A, expr: b > 1}, {alert: A, expr: c > 1}, {alert: B, expr: d > 1}',
      '{alert: A, expr: a > 1}, {alert: A, expr: b > 1}, {alert: B, expr: d > 1}',
      '{alert: A, expr: a > 1}, {alert: A, expr: c > 1}, {alert: B, expr: d > 1}',
      '{alert: A, expr: a > 1}, {alert: B, expr: d > 1}',
      '{alert: B, expr: d > 1}',
    ],
    [
      'filters of Fluent Bit',
      fluentBit,
      '',
      '{name: grep, match: audit, exclude: user bob}',
      '{name: grep, match: audit, exclude: [user bob, user eve]}',
      '{name: grep, match: "*", exclude: [user bob, user eve]}',
      '{name: rewrite_tag, match: audit, rule: $user ^bob$ none.$TAG false}',
      '{name: rewrite_tag, match: audit, rule: $user . none.$TAG false}',
    ],
    [
      'filters of Vector',
      vector,
      '{type: remap, inputs: [audit], source: .a = 1}',
      '{type: filter, inputs: [audit], condition: .user != "bob"}',
      '{type: filter, inputs: [audit], condition: .user == "alice"}',
      `{type: remap, inputs: [audit], source: 'if .user == "bob" { abort }'}`,
      `{type: remap, inputs: [audit], source: 'if true { abort }'}`,
      '{type: sample, inputs: [audit], rate: 10}',
      '{type: sample, inputs: [audit], rate: 1000}',
    ],
    [
      'times at which nobody is notified',
      alertmanager,
      '{receiver: team, matchers: [{name: severity, value: critical}]}',
      '{receiver: team, matchers: [{name: severity, value: critical}], muteTimeIntervals: [nights]}',
      '{receiver: team, matchers: [{name: severity, value: critical}], muteTimeIntervals: [always]}',
    ],
  ]),
];
