import { describe, expect, test } from '@jest/globals';
import { auditReader } from '../../src/audit/judge/audit-parts.ts';
import { keyOf, monitoringReader, placed } from '../../src/audit/judge/monitoring-parts.ts';
import type { Holder } from '../../src/audit/model/holder.ts';
import { type Part, partsOf, type Reader } from '../../src/audit/model/search.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { resources } from '../rbac/manifests.ts';

const { limits } = defaultPolicy;
const documentOf = (value: unknown) =>
  parseYaml(Buffer.from(JSON.stringify(value)), limits).documents[0] as Holder['document'];
const fileOf = (value: unknown): Holder => {
  const document = documentOf(value);
  return { file: 'a.yaml', resource: undefined, key: '', called: 'a.yaml', value: document.value, document, path: [] };
};
const objectOf = (value: object, kind = 'ConfigMap', apiVersion = 'v1'): Holder => {
  const [resource] = resources({ 'a.yaml': JSON.stringify({ apiVersion, kind, metadata: { name: 'm' }, ...value }) });
  if (resource === undefined) throw new Error('no object');
  return {
    file: 'a.yaml',
    resource,
    key: 'm',
    called: 'ConfigMap m',
    value: resource.value,
    document: resource.document,
    path: [],
  };
};

describe('where parts are looked for', () => {
  /** Finds mappings with `hit`, lists that begin with it, and texts that are it; `whole` ends the search inside. */
  const reader: Reader<Part> = {
    hints: /hit/,
    ofMapping: (value) =>
      value.hit === undefined ? undefined : { kind: 'mapping', value: value.hit, isWhole: value.whole === true },
    ofList: (value) => (value[0] === 'hit' ? { kind: 'list', value: value.length, isWhole: true } : undefined),
    ofText: (value) => (value === 'hit hit hit hit' ? { kind: 'text', value } : undefined),
    isListKey: (key) => key === 'args',
  };
  const found = (holder: Holder) =>
    partsOf(holder, limits, reader).map(({ kind, value, names, path }) =>
      [kind, String(value), names.join('.'), path.join('.')].join(' | '),
    );
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  test.each<[string, Holder, readonly string[]]>([
    [
      'in mappings, also inside one that was found',
      fileOf({ a: { hit: 1, b: { hit: 2 } } }),
      ['mapping | 1 | a | a', 'mapping | 2 | a.b | a.b'],
    ],
    ['not inside one that is a whole', fileOf({ a: { hit: 1, whole: true, b: { hit: 2 } } }), ['mapping | 1 | a | a']],
    [
      'in lists, whose items have names',
      fileOf([{ name: 'n', hit: 1 }, { path: 'p', hit: 2 }, { hit: 3 }]),
      ['mapping | 1 | n | 0', 'mapping | 2 | p | 1', 'mapping | 3 | 2 | 2'],
    ],
    ['in a list', fileOf({ a: ['hit', { hit: 1 }] }), ['list | 2 | a | a']],
    ['in a text that counts as a list', fileOf({ args: 'hit', other: 'hit' }), ['list | 1 | args | args']],
    ['in a text', fileOf({ a: 'hit hit hit hit' }), ['text | hit hit hit hit | a | a']],
    ['in a document in a text', fileOf({ a: 'x: 1\nb: {hit: 5}\n' }), ['mapping | 5 | a.b | b']],
    ['in each text once', fileOf({ a: 'b: {hit: 5, c: d}', x: 'b: {hit: 5, c: d}' }), ['mapping | 5 | a.b | b']],
    ['not in a text without a hint', fileOf({ a: '{"h\\u0069t": 5, "b": "c"}' }), []],
    ['not in a short text', fileOf({ a: 'hit: 1 # xx' }), []],
    ['in a text of twelve characters', fileOf({ a: 'hit: 1 # xxx' }), ['mapping | 1 | a | ']],
    ['in texts in texts', fileOf({ a: `b: |\n  c: |\n    hit: 123456789\n` }), []],
    ['in a text in a text', fileOf({ a: `b: |\n  hit: 123456789\n` }), ['mapping | 123456789 | a.b | ']],
    ['in a Secret', objectOf({ data: { a: base64('hit: 123456789') } }, 'Secret'), ['mapping | 123456789 | data.a | ']],
    [
      'in the plain texts of a Secret',
      objectOf({ stringData: { a: 'hit: 123456789' } }, 'Secret'),
      ['mapping | 123456789 | stringData.a | '],
    ],
    ['not in base64 elsewhere', objectOf({ data: { a: base64('hit: 123456789') } }), []],
    [
      'in binary data',
      objectOf({ binaryData: { a: base64('hit: 123456789') } }),
      ['mapping | 123456789 | binaryData.a | '],
    ],
    [
      'in what says so',
      fileOf({
        a: { encoding: 'b64', content: base64('hit: 123456789') },
        b: { isBase64: true, content: base64('hit: 223456789') },
        c: { encoding: 'base64x', content: base64('hit: 3') },
      }),
      ['mapping | 123456789 | a.content | ', 'mapping | 223456789 | b.content | '],
    ],
    [
      'in a data URL',
      fileOf({ source: `data:text/plain;base64,${base64('hit: 123456789')}` }),
      ['mapping | 123456789 | source | '],
    ],
    [
      'in a data URL that is escaped',
      fileOf({ source: 'data:,hit%3A%20123456789' }),
      ['mapping | 123456789 | source | '],
    ],
    [
      'in a data URL that is badly escaped',
      fileOf({ source: 'data:,hit: 123456789 # %zz' }),
      ['mapping | 123456789 | source | '],
    ],
    ['not in a data URL of another field', fileOf({ src: 'data:,hit%3A%20123456789' }), []],
  ])('%s', (_, holder, expected) => expect(found(holder)).toEqual(expected));
});

describe('what says what is logged', () => {
  const kinds = (holder: Holder) =>
    partsOf(holder, limits, auditReader).map(({ kind, names }) => `${kind} ${names.join('.')}`);
  const falco = { chart: { spec: { chart: 'falco' } } };
  const release = (spec: object) => objectOf({ spec }, 'HelmRelease', 'helm.toolkit.fluxcd.io/v2');
  const policy = { kind: 'Policy', apiVersion: 'audit.k8s.io/v1' };
  test.each<[string, Holder, readonly string[]]>([
    ['a policy', fileOf({ a: policy }), ['policy a']],
    ['a policy of another group', fileOf({ a: { ...policy, apiVersion: 'x.audit.k8s.io/v1' } }), []],
    ['another kind', fileOf({ a: { ...policy, kind: 'Event' } }), []],
    [
      'flags',
      fileOf({ extraArgs: { 'audit-log-path': '/l' }, command: ['--audit-log-path=/l'] }),
      ['flags extraArgs', 'flags command'],
    ],
    ['rules of Falco', fileOf([{ rule: 'a', condition: 'x' }]), ['falco ']],
    ...['condition', 'enabled', 'priority', 'append', 'override', 'exceptions'].map(
      (key): [string, Holder, readonly string[]] => [
        `a rule with ${key}`,
        fileOf([{}, { rule: 'a', [key]: 1 }]),
        ['falco '],
      ],
    ),
    ['a rule of something else', fileOf([{ rule: 'a', other: 1 }, { rule: '', condition: 'x' }, 'rule']), []],
    ['settings of Falco', fileOf({ rules_files: [] }), ['falco settings ']],
    ['the values of Falco’s chart', release({ ...falco, values: { x: 1 } }), ['falco settings spec.values']],
    ['the values of another chart', release({ chart: { spec: { chart: 'x' } }, values: { x: 1 } }), []],
    ['another field beside the values', release({ ...falco, install: { x: 1 } }), []],
    ['rules of auditd', fileOf({ a: '-w /etc/passwd -p wa' }), ['auditd a']],
    ['rules of auditd further down', fileOf({ a: '# x\n-a always,exit -S open' }), ['auditd a']],
    ['a switch of auditd', fileOf({ a: '# a comment\n-e 2' }), ['auditd a']],
    ['what only looks so', fileOf({ a: 'x -w /etc/passwd -p wa', b: '-Delta force one', c: '-e 3 and more of' }), []],
  ])('%s', (_, holder, expected) => expect(kinds(holder)).toEqual(expected));

  test('hints of a text', () => {
    const { hints } = auditReader;
    for (const text of [
      'audit.k8s.io',
      'audit-policy-file',
      'audit_log_x',
      'audit-webhook-x',
      'x\n  rules_file: a',
      'falco:',
      'http_output: x',
      'load_plugins:',
      'driver:',
      'customRules:',
      '  - rule: a',
      '- "rule": a',
      "- 'rule': a",
      '-   rule: a',
      '- desc: b\n  rule: a',
      '{\n  "rule": "a"',
    ])
      expect([text, hints.test(text)]).toEqual([text, true]);
    for (const text of ['auditk8sio', 'audit-format', 'my rules_file: a', 'falcon:', 'x - rule: a', 'my rule: a'])
      expect([text, hints.test(text)]).toEqual([text, false]);
  });
});

describe('what watches', () => {
  const alerts = { groups: [{ rules: [{ alert: 'a', expr: 'b' }] }] };
  const parts = (holder: Holder) => partsOf(holder, limits, monitoringReader);
  test.each<[string, Holder, readonly string[]]>([
    ['alerts', fileOf({ a: alerts }), ['alerts a']],
    ['Alertmanager', fileOf({ route: {}, receivers: [] }), ['alertmanager ']],
    ['Vector', fileOf({ sinks: {}, sources: {} }), ['outputs ']],
    ['a forwarder', objectOf({ spec: {} }, 'ClusterLogForwarder', 'logging.openshift.io/v1'), ['outputs ']],
    ['Fluent Bit', fileOf({ a: '[OUTPUT]\n  Name es\n' }), ['outputs a']],
    ['nothing', fileOf({ a: { b: 1 } }), []],
  ])('%s', (_, holder, expected) =>
    expect(parts(holder).map(({ kind, names }) => `${kind} ${names.join('.')}`)).toEqual(expected),
  );

  test('hints of a text', () => {
    const { hints } = monitoringReader;
    for (const text of [
      '- alert: A',
      '  alert: "A',
      'receivers:',
      '"sinks":',
      'clients :',
      'x\n- groups:',
      'pipeline:',
    ])
      expect([text, hints.test(text)]).toEqual([text, true]);
    for (const text of ['my alert: A', 'alert:', 'xreceivers:', 'sinks', 'outputs:'])
      expect([text, hints.test(text)]).toEqual([text, false]);
  });

  test('by what a part is known, and what it is called', () => {
    const [inFile] = parts(fileOf({ a: alerts }));
    const [inObject] = parts(objectOf({ data: { 'a.yaml': 'groups:\n- rules:\n  - alert: a\n    expr: b\n' } }));
    const [own] = parts(objectOf({ spec: alerts }, 'PrometheusRule', 'monitoring.coreos.com/v1'));
    if (inFile === undefined || inObject === undefined || own === undefined) throw new Error('no part');
    expect([inFile, inObject].map(keyOf)).toEqual(['["alerts","a.yaml",["a"]]', '["alerts","m",["data","a.yaml"]]']);
    const loosening = { what: 'w', remedy: 'r', severity: 'low', path: [], subject: [] } as const;
    expect(placed(inFile, undefined, 'The alerts', [])).toEqual([]);
    const called = (part: typeof inFile, what: string) => placed(part, undefined, what, [loosening])[0]?.called;
    expect([
      called(inFile, 'The alerts'),
      called(inObject, 'The log configuration'),
      called(own, 'The alerts'),
    ]).toEqual(['The file of alerts in a.yaml', 'The log configuration in ConfigMap m', 'ConfigMap m']);
    const [at] = placed(inFile, inObject, 'The alerts', [loosening]);
    expect([at?.resource, at?.formerAt([])?.file]).toEqual([inObject.holder.resource, 'a.yaml']);
  });
});
