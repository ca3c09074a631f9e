import { describe, expect, test } from '@jest/globals';
import { isFluentBitPipeline, pipelineOfSections, pipelineOfYaml } from '../../src/audit/monitoring/fluent-bit.ts';
import { pipelineOfFluentd } from '../../src/audit/monitoring/fluentd.ts';
import { type LogDrop, type LogPipeline, onlyOutputs } from '../../src/audit/monitoring/log-model.ts';
import {
  joined,
  outputsLowered,
  pipelineOfForwarder,
  pipelineOfMapping,
  pipelineOfText,
  remedy,
} from '../../src/audit/monitoring/log-outputs.ts';

const lines = (...all: readonly string[]) => all.join('\n');
const drop = (of: string, by: string, path: LogDrop['path'], more: object = {}): LogDrop =>
  ({ of, by, path, ...more }) as LogDrop;
const pipeline = (parts: Partial<LogPipeline>): LogPipeline => ({ ...onlyOutputs([]), ...parts });
const stream = (tag: string, source: string, path: LogDrop['path'] = []) => ({ tag, source, path });

describe('Fluent Bit', () => {
  const of = (...all: readonly string[]) => pipelineOfSections(lines(...all));
  test('inputs, outputs and filters of its own format', () => {
    const text = [
      '[SERVICE]',
      '  Flush 1',
      '[INPUT]',
      '  Name tail',
      '  Path /var/log/audit.log',
      '  Tag kube.audit',
      '  Exclude_Path *.gz',
      '',
      ' [FILTER] ',
      '  name grep',
      '  Match kube.*',
      '  Exclude user  bob',
      '  Regex verb get',
      '[OUTPUT]',
      '  NAME es',
      '  Match kube.audit',
      '[OUTPUT]',
      '  name null',
      '  match *',
      '[INPUT]',
      '  Name cpu',
    ];
    expect(of(...text)).toEqual({
      outputs: [{ kind: 'es', of: 'kube.audit' }],
      drops: [
        drop('kube.*', 'exclude user bob', [8]),
        drop('kube.*', 'regex verb get', [8]),
        drop('kube.audit', 'exclude_path *.gz', [2]),
      ],
      rewrites: [],
      inputs: [stream('kube.audit', '/var/log/audit.log', [2]), stream('cpu.*', 'cpu', [19])],
      streams: [stream('kube.audit', '/var/log/audit.log', [2]), stream('kube.audit', '', [13])],
    });
  });

  test.each<[string, readonly string[], readonly LogDrop[]]>([
    ['throttle', ['name throttle', 'match *', 'rate 5'], [drop('*', 'throttle to 5', [0])]],
    ['throttle by default', ['name throttle', 'match *'], [drop('*', 'throttle to 1', [0])]],
    ['an expression of tags', ['name throttle', 'match_regex ^a'], [drop('/^a/', 'throttle to 1', [0])]],
    ['no tags', ['name throttle'], [drop('', 'throttle to 1', [0])]],
    [
      'grep with a logical operation',
      ['name Grep', 'match *', 'logical_op AND', 'regex a b'],
      [drop('*', 'regex a b (logical_op and)', [0])],
    ],
    ['grep as of old', ['name grep', 'match *', 'logical_op legacy', 'regex a b'], [drop('*', 'regex a b', [0])]],
    [
      'lua',
      ['name lua', 'match *', 'script a.lua', 'call f'],
      [drop('*', 'lua f', [0], { program: { language: 'lua', call: 'f', code: undefined, file: 'a.lua' } })],
    ],
    [
      'lua in place',
      ['name lua', 'match *', 'code x', 'call f'],
      [drop('*', 'lua f', [0], { program: { language: 'lua', call: 'f', code: 'x', file: '' } })],
    ],
    [
      'wasm',
      ['name wasm', 'match *', 'wasm_path a.wasm', 'function_name f'],
      [drop('*', 'wasm f', [0], { program: { language: 'wasm', call: 'f', code: undefined, file: 'a.wasm' } })],
    ],
    [
      'metrics in the place of logs',
      ['name log_to_metrics', 'match *', 'discard_logs On'],
      [drop('*', 'discard_logs true', [0])],
    ],
    ['metrics besides logs', ['name log_to_metrics', 'match *', 'discard_logs false'], []],
    ['sql', ['name sql', 'match *', 'query SELECT * FROM x  WHERE  a = 1;'], [drop('*', 'sql where a = 1;', [0])]],
    ['sql without a condition', ['name sql', 'match *', 'query SELECT a FROM x'], []],
    [
      'sampling',
      ['name sampling', 'match *', 'type x'],
      [drop('*', 'sampling [["match","*"],["name","sampling"],["type","x"]]', [0], { said: 'sampling' })],
    ],
    ['something else', ['name modify', 'match *', 'exclude a'], []],
  ])('leaves out by %s', (_, fields, expected) =>
    expect(of('[FILTER]', ...fields.map((each) => `  ${each}`)).drops).toEqual(expected),
  );

  test('rules that rewrite tags, unless they keep the entry', () => {
    const rule = (...rules: readonly string[]) =>
      of('[FILTER]', '  name rewrite_tag', '  match a.*', ...rules.map((each) => `  rule ${each}`)).rewrites;
    expect(rule('$x  ^a$ b.$TAG false', '$y z c yes', '$z z d TRUE', '$z z e on')).toEqual([
      { of: 'a.*', rule: '$x ^a$ b.$TAG false', tag: 'b.$TAG', path: [0] },
    ]);
    expect(rule('$y z c truely')).toHaveLength(1);
    expect(of('[FILTER]', '  name x', '  rule $x a b false').rewrites).toEqual([]);
  });

  const yaml = (value: object) => pipelineOfYaml(value as Record<string, unknown>);
  test('its format in YAML, with processors and routes', () => {
    const grep = { name: 'grep', exclude: ['user bob', 'user ann'] };
    expect(
      yaml({
        inputs: [
          {
            name: 'tail',
            tag: 'audit',
            path: '/a',
            processors: { logs: [grep] },
            routes: { logs: [{ condition: { rules: 1 } }, { condition: { rules: 2 } }] },
          },
        ],
        filters: [{ ...grep, match: '*', exclude: 'x y' }],
        outputs: [
          { name: 'es', match: 'audit', processors: { logs: [{ name: 'throttle' }] } },
          { name: 'null', match: 'audit' },
        ],
      }),
    ).toEqual({
      outputs: [{ kind: 'es', of: 'audit' }],
      drops: [
        drop('*', 'exclude x y', ['pipeline', 'filters', 0]),
        drop('audit', 'exclude user bob', ['pipeline', 'inputs', 0, 'processors', 'logs', 0]),
        drop('audit', 'exclude user ann', ['pipeline', 'inputs', 0, 'processors', 'logs', 0]),
        drop('audit', 'routes [{"rules":1},{"rules":2}]', ['pipeline', 'inputs', 0], {
          said: 'what none of its routes takes',
        }),
        drop('audit', 'throttle to 1', ['pipeline', 'outputs', 0, 'processors', 'logs', 0]),
      ],
      rewrites: [],
      inputs: [stream('audit', '/a', ['pipeline', 'inputs', 0])],
      streams: [stream('audit', '/a', ['pipeline', 'inputs', 0]), stream('audit', '', ['pipeline', 'outputs', 0])],
    });
  });

  test.each<[string, readonly unknown[], number]>([
    ['a route without a condition', [{ condition: { rules: 1 } }, {}], 0],
    ['a default route', [{ condition: { rules: 1 } }, { condition: { default: true } }], 0],
    ['only routes with conditions', [{ condition: { default: false } }], 1],
    ['no routes', [], 0],
  ])('leaves out by %s', (_, logs, count) =>
    expect(yaml({ inputs: [{ name: 'a', routes: { logs } }] }).drops).toHaveLength(count),
  );

  test.each<[unknown, boolean]>([
    [{ inputs: [{ name: 'a' }] }, true],
    [{ filters: [{}, { name: 'a' }] }, true],
    [{ outputs: [{ name: 'a' }] }, true],
    [{ inputs: [{}] }, false],
    [{ others: [{ name: 'a' }] }, false],
    [[], false],
  ])('%j is a pipeline: %s', (value, expected) => expect(isFluentBitPipeline(value)).toBe(expected));
});

describe('Fluentd', () => {
  test('sources, filters and outputs', () => {
    const text = [
      '<source>',
      '  @type tail',
      '  path /var/log/audit.log',
      '  tag audit',
      '</source>',
      '<filter audit.**>',
      '  @type grep',
      '  <exclude>',
      '    key user',
      '    pattern /bob/',
      '  </exclude>',
      '  <regexp>',
      '    key verb',
      '    pattern get',
      '  </regexp>',
      '</filter>',
      '<match audit.** x>',
      '  @type elasticsearch',
      '</match>',
      '<match y>',
      '  type relabel',
      '</match>',
      '<match z>',
      '  @type null',
      '</match>',
      '<match w>',
      '  @type rewrite_tag_filter',
      '</match>',
      '<filter>',
      '  @type grep',
      '  <exclude>',
      '    key a',
      '    pattern b',
      '  </exclude>',
      '</filter>',
      '<filter b>',
      '  @type parser',
      '  <exclude>',
      '  </exclude>',
      '</filter>',
      '<source>',
      '  @type http',
      '</source>',
    ];
    expect(pipelineOfFluentd(lines(...text))).toEqual({
      outputs: [{ kind: 'elasticsearch', of: 'audit.** x' }],
      drops: [
        drop('audit.**', 'exclude user /bob/', [5]),
        drop('audit.**', 'regex verb get', [5]),
        drop('**', 'exclude a b', [28]),
      ],
      rewrites: [],
      inputs: [stream('audit', '/var/log/audit.log', [0]), stream('', 'http', [40])],
      streams: [stream('audit', '/var/log/audit.log', [0]), stream('audit.** x', '')],
    });
  });

  test.each<[string, boolean]>([
    ['[INPUT]', true],
    ['[filter]', true],
    ['[Output]', true],
    ['<match a>', true],
    ['<filter>', true],
    ['<matches>', false],
    ['[SERVICE]', false],
    ['<source>', false],
  ])('%s is a part of such a configuration: %s', (text, expected) =>
    expect(pipelineOfText(text) !== undefined).toBe(expected),
  );
});

describe('outputs', () => {
  test('of Promtail and of nothing', () => {
    expect(pipelineOfMapping({ clients: [{ url: 'http://a' }, {}], scrape_configs: [] })).toEqual(
      onlyOutputs([
        { kind: 'http://a', of: 'every log' },
        { kind: '', of: 'every log' },
      ]),
    );
    expect(pipelineOfMapping({ clients: [{ url: 'http://a' }] })).toBeUndefined();
    expect(pipelineOfMapping({ clients: 'x', scrape_configs: [] })).toBeUndefined();
    expect(pipelineOfMapping({ pipeline: { inputs: [] } })).toBeUndefined();
    expect(pipelineOfMapping({ pipeline: { outputs: [{ name: 'es', match: 'a' }] } })?.outputs).toEqual([
      { kind: 'es', of: 'a' },
    ]);
  });

  test('of a ClusterLogForwarder, with what its filters leave out', () => {
    const spec = {
      filters: [
        { name: 'd', type: 'drop', drop: [1] },
        { name: 'k', type: 'kubeAPIAudit', kubeAPIAudit: {} },
        { name: 'p', type: 'parse' },
      ],
      pipelines: [
        { inputRefs: ['audit', 'infrastructure'], outputRefs: ['a', 'b'], filterRefs: ['p', 'd', 'x'] },
        { inputRefs: ['audit'], outputRefs: ['c'], filterRefs: ['k'] },
      ],
    };
    expect(pipelineOfForwarder({ spec })).toEqual(
      pipeline({
        outputs: [
          { kind: 'a', of: 'audit' },
          { kind: 'b', of: 'audit' },
          { kind: 'a', of: 'infrastructure' },
          { kind: 'b', of: 'infrastructure' },
          { kind: 'c', of: 'audit' },
        ],
        drops: [
          drop('audit', 'drop {"drop":[1]}', ['spec', 'pipelines', 0], { said: 'filter d' }),
          drop('infrastructure', 'drop {"drop":[1]}', ['spec', 'pipelines', 0], { said: 'filter d' }),
          drop('audit', 'kubeAPIAudit {"kubeAPIAudit":{}}', ['spec', 'pipelines', 1], { said: 'filter k' }),
        ],
      }),
    );
  });

  const to = (kind: string, of: string) => ({ kind, of });
  const lost = (names: string, ...subject: readonly string[]) => [
    {
      what: `no longer sends logs: ${names}`,
      remedy,
      severity: 'medium',
      path: [],
      formerPath: [],
      subject: ['outputs', ...subject],
    },
  ];
  test.each<
    [string, readonly { kind: string; of: string }[], readonly { kind: string; of: string }[], readonly object[]]
  >([
    [
      'one about security',
      [to('es', 'audit'), to('es', 'app')],
      [to('es', 'app')],
      lost('audit to es', '["audit","es"]'),
    ],
    ['one about anything else', [to('es', 'audit'), to('es', 'app')], [to('es', 'audit')], []],
    [
      'one to something about security',
      [to('falco', 'x'), to('es', 'app')],
      [to('es', 'app')],
      lost('x to falco', '["x","falco"]'),
    ],
    ['the last one', [to('es', 'app')], [], lost('app to es', '["app","es"]')],
    ['the last two', [to('es', 'b'), to('', '')], [], lost('b to es, every log to somewhere', '["",""]', '["b","es"]')],
    ['one to somewhere else', [to('es', 'audit')], [to('loki', 'audit')], []],
    ['one in the place of all', [to('es', 'audit')], [to('es', '*')], []],
    [
      'one of two in the place of all',
      [to('es', 'audit'), to('loki', 'audit2')],
      [to('es', '*')],
      lost('audit to es, audit2 to loki', '["audit","es"]', '["audit2","loki"]', '["*","es"]'),
    ],
    ['none', [to('es', 'audit')], [to('es', 'audit')], []],
  ])('that are gone: %s', (_, was, is, expected) => expect(outputsLowered(was, is, () => false)).toEqual(expected));

  test('that are elsewhere, or still sent by another way', () => {
    expect(outputsLowered([to('es', 'audit')], [], () => true)).toEqual([]);
    expect(
      outputsLowered(
        [to('es', 'audit')],
        [],
        () => false,
        () => true,
      ),
    ).toEqual([]);
  });

  test('parts are joined in their order', () => {
    const part = (name: string): LogPipeline => ({
      outputs: [to(name, name)],
      drops: [drop(name, name, [])],
      rewrites: [{ of: name, rule: name, tag: name, path: [] }],
      inputs: [stream(name, name)],
      streams: [stream(name, name)],
    });
    const [a, b] = [part('a'), part('b')];
    expect(joined([a, b])).toEqual({
      outputs: [...a.outputs, ...b.outputs],
      drops: [...a.drops, ...b.drops],
      rewrites: [...a.rewrites, ...b.rewrites],
      inputs: [...a.inputs, ...b.inputs],
      streams: [...a.streams, ...b.streams],
    });
  });
});
