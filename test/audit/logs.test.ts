import { describe, expect, test } from '@jest/globals';
import { isFluentBitPipeline, pipelineOfSections, pipelineOfYaml } from '../../src/audit/monitoring/fluent-bit.ts';
import { pipelineOfFluentd } from '../../src/audit/monitoring/fluentd.ts';
import {
  codeOfDrop,
  dropsLowered,
  lostStreams,
  newDrops,
  withRewrites,
} from '../../src/audit/monitoring/log-filters.ts';
import { type LogDrop, type LogPipeline, onlyOutputs } from '../../src/audit/monitoring/log-model.ts';
import {
  joined,
  outputsLowered,
  pipelineOfForwarder,
  pipelineOfMapping,
  pipelineOfText,
  remedy,
} from '../../src/audit/monitoring/log-outputs.ts';
import { isMatch, mayMatch, takesAll, takesFiles } from '../../src/audit/monitoring/log-tags.ts';
import { judgeLua } from '../../src/audit/monitoring/lua-program.ts';

const lines = (...all: readonly string[]) => all.join('\n');

describe('tags', () => {
  test.each<[string, string, boolean]>([
    ['a', 'a', true],
    ['a', 'ab', false],
    ['a*', 'ab', true],
    ['a*', 'a', true],
    ['*b', 'ab', true],
    ['*b', 'abc', false],
    ['a*c', 'abc', true],
    ['a*c', 'ac', true],
    ['ab*bc', 'abc', false],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1c2b', false],
    ['a*b*b', 'a1b', false],
    ['a**c', 'a.b.c', true],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
  ])('%s is for %s: %s', (pattern, tag, expected) => expect(isMatch(pattern, tag)).toBe(expected));

  test.each<[string, string, boolean]>([
    ['a.*', 'a.b', true],
    ['x a.*', 'a.b', true],
    ['x y', 'a.b', false],
    ['a/b', 'c', false],
    ['a.**', 'a', true],
    ['a.*', 'a', false],
    ['a', 'b', false],
    // A stream whose tag has a star: both may begin and end alike.
    ['kube.var.*', 'kube.*', true],
    ['kube.*.log', 'kube.*', true],
    ['host.*', 'kube.*', false],
    ['kube.*.txt', '*.log', false],
    ['kube.a', 'kube.*', true],
    ['host.a', 'kube.*', false],
    // What cannot be read may be for any.
    ['/^x/', 'a', true],
    ['{x,y}', 'a', true],
    ['x', '{{ a }}', true],
    ['$(x)', 'a', true],
  ])('"%s" may be for %s: %s', (patterns, stream, expected) => expect(mayMatch(patterns, stream)).toBe(expected));

  test.each<[string, string, boolean]>([
    ['a.*', 'a.b', true],
    ['x a.*', 'a.b', true],
    ['a.*', 'a.*', true],
    ['a.b', 'a.*', false],
    ['*', 'a.*.b', true],
    ['a.*.b', 'a.**', false],
    ['a.**', 'a', true],
    ['/a/', 'a', false],
    ['{a,b}', 'a', false],
  ])('"%s" takes all of %s: %s', (patterns, stream, expected) => expect(takesAll(patterns, stream)).toBe(expected));

  test.each<[string, string, boolean]>([
    ['/var/log/a.log', '/var/log/a.log', true],
    ['/var/log/*.log', '/var/log/a.log', true],
    ['/var/*', '/var/log/a.log', false],
    ['/var/*/*', '/var/log/a.log', true],
    ['/var/**', '/var/log/a.log', true],
    ['/x , /var/log/*', '/var/log/a.log', true],
    ['/x,/y', '/var/log/a.log', false],
    ['/var/log/*.log', '/var/run/a.log', false],
  ])('files %s are among them %s: %s', (globs, file, expected) => expect(takesFiles(globs, file)).toBe(expected));
});

describe('a Lua program', () => {
  test.each<[string, string, 'drops' | 'may drop' | 'keeps']>([
    ['drops', lines('function f(tag, ts, record)', '  return -1, 0, 0', 'end'), 'drops'],
    ['drops in parentheses', lines('function f()', '  return (-1), 0', 'end'), 'drops'],
    ['keeps', lines('function f()', '  return 0, ts, record', 'end'), 'keeps'],
    [
      'keeps what it changes',
      lines('function f()', '  if x then return 1, ts, r end', '  return (2), ts, r', 'end'),
      'keeps',
    ],
    ['drops some', lines('function f()', '  if x then return -1 end', '  return 0', 'end'), 'drops'],
    ['may drop some', lines('function f()', '  if x then return g() end', '  return 0', 'end'), 'may drop'],
    ['returns another number', lines('function f()', '  return 3', 'end'), 'may drop'],
    ['returns what only begins like a number', lines('function f()', '  return 0x', 'end'), 'may drop'],
    ['returns what only ends like a number', lines('function f()', '  return x.0', 'end'), 'may drop'],
    ['returns a field', lines('function f()', '  r.c = 0', '  return r.c', 'end'), 'may drop'],
    ['returns what ends negatively', lines('function f()', '  return 1-1', 'end'), 'may drop'],
    [
      'returns a variable of a sum',
      lines('function f()', '  local c = 0', '  c = x-1', '  return c', 'end'),
      'may drop',
    ],
    ['returns a variable of a longer number', lines('function f()', '  c = 10', '  return c', 'end'), 'may drop'],
    ['names another word with it', lines('function f()', '  returned = -1', '  return 0', 'end'), 'keeps'],
    ['returns nothing', lines('function f()', 'end'), 'may drop'],
    ['is not there', lines('function g()', '  return 0', 'end'), 'may drop'],
    ['is an expression', lines('f = function(a)', '  return 0', 'end'), 'keeps'],
    ['is local', lines('local function f()', '  return -1', 'end'), 'drops'],
    [
      'is followed by another one',
      lines('function f()', '  return 0', 'end', 'function g()', '  return -1', 'end'),
      'keeps',
    ],
    ['follows another one', lines('function g()', '  return -1', 'end', 'function f()', '  return 0', 'end'), 'keeps'],
    ['has a comment', lines('function f()', '  -- return -1', '  return 0', 'end'), 'keeps'],
    ['has a long comment', lines('function f()', '  --[[ return -1', '  return -1 ]]', '  return 0', 'end'), 'keeps'],
    ['returns a variable', lines('function f()', '  local c = 0', '  return c, ts', 'end'), 'keeps'],
    [
      'returns a variable that is negative at times',
      lines('function f()', '  local c = 0', '  if x then c = -1 end', '  return c', 'end'),
      'drops',
    ],
    [
      'returns a variable of something else',
      lines('function f()', '  local c = 0', '  c = g()', '  return c', 'end'),
      'may drop',
    ],
    ['returns a variable that is nowhere', lines('function f()', '  return c', 'end'), 'may drop'],
    [
      'compares a variable',
      lines('function f()', '  local c = 1', '  if c == -1 then x() end', '  return c', 'end'),
      'keeps',
    ],
  ])('%s', (_, code, expected) => expect(judgeLua(code, 'f')).toBe(expected));

  test('of more than 20,000 characters may drop', () => {
    const code = lines('function f()', '  return 0', 'end', '');
    expect(judgeLua(code.padEnd(20_000), 'f')).toBe('keeps');
    expect(judgeLua(code.padEnd(20_001), 'f')).toBe('may drop');
  });
});

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

describe('what is newly left out', () => {
  const [audit, app] = [stream('kube.audit', 'a'), stream('app', 'b')];
  const fresh = (was: Partial<LogPipeline>, is: Partial<LogPipeline>, isMoved = false) =>
    newDrops(pipeline(was), pipeline(is), () => isMoved).map(codeOfDrop);
  const bob = drop('kube.*', 'exclude bob', [1]);
  const code = codeOfDrop(bob);
  test.each<[string, Partial<LogPipeline>, Partial<LogPipeline>, readonly string[], boolean?]>([
    ['by a new filter', { streams: [audit] }, { streams: [audit], drops: [bob] }, [code]],
    ['as before', { streams: [audit], drops: [bob] }, { streams: [audit], drops: [bob] }, []],
    ['by a filter that moved', { streams: [audit] }, { streams: [audit], drops: [bob] }, [], true],
    [
      'by a filter that was for others, and moved',
      { streams: [audit], drops: [{ ...bob, of: 'x' }] },
      { streams: [audit], drops: [{ ...bob, of: 'x' }] },
      [],
    ],
    ['of a new stream', { streams: [] }, { streams: [audit], drops: [bob] }, []],
    ['of a stream that is not about security', { streams: [] }, { streams: [app], drops: [bob] }, []],
    ['of another stream', { streams: [audit] }, { streams: [audit], drops: [{ ...bob, of: 'host.*' }] }, []],
    ['of what is called so', {}, { drops: [{ ...bob, of: 'audit' }] }, [codeOfDrop({ ...bob, of: 'audit' })]],
    [
      'of a stream with another tag and the same source',
      { streams: [stream('host', 'a')], drops: [bob] },
      { streams: [audit], drops: [bob] },
      [code],
      true,
    ],
    [
      'of a stream with another tag and source',
      { streams: [stream('host', 'z')], drops: [bob] },
      { streams: [audit], drops: [bob] },
      [],
    ],
    [
      'of streams without a source',
      { streams: [stream('host', '')], drops: [bob] },
      { streams: [stream('kube.x', '')], drops: [bob] },
      [],
    ],
  ])('%s', (_, was, is, expected, isMoved = false) => expect(fresh(was, is, isMoved)).toEqual(expected));

  test('of more than 200 streams every filter counts', () => {
    const streams = (count: number) => Array.from({ length: count }, (_, at) => stream(`s${at}`, `s${at}`));
    const other = { ...bob, of: 'none' };
    expect(fresh({ streams: streams(200) }, { streams: streams(200), drops: [other] })).toEqual([]);
    expect(fresh({ streams: streams(201) }, { streams: streams(201), drops: [other] })).toHaveLength(1);
  });

  test('in words', () => {
    expect(dropsLowered([])).toEqual([]);
    expect(dropsLowered([bob, { ...bob, by: 'x', said: 'a program' }, drop('z', 'y', [2]), bob])).toEqual([
      {
        what: 'newly leaves out entries of kube.* (exclude bob; a program), of z (y)',
        remedy: 'Send all of these logs, and leave out what nobody needs where they are looked at.',
        severity: 'medium',
        path: [1],
        subject: ['drops', '["kube.*","exclude bob"]', '["kube.*","x"]', '["z","y"]'],
      },
    ]);
  });
});

describe('streams that are lost', () => {
  const [es, audit] = [{ kind: 'es', of: '*' }, stream('audit', '/a')];
  const lost = (was: Partial<LogPipeline>, is: Partial<LogPipeline>, isElsewhere = false) =>
    lostStreams(pipeline(was), pipeline(is), () => isElsewhere);
  const none = { unread: [], unsent: [] };
  test.each<[string, Partial<LogPipeline>, Partial<LogPipeline>, object]>([
    ['one that is not read', { inputs: [audit], outputs: [es] }, { outputs: [es] }, { unread: ['/a'], unsent: [] }],
    ['one that was not sent', { inputs: [audit], outputs: [{ ...es, of: 'x' }] }, {}, none],
    ['one that is not about security', { inputs: [stream('app', '/b')], outputs: [es] }, {}, none],
    [
      'one by its file',
      { inputs: [stream('x', '/var/log/audit.log')], outputs: [es] },
      {},
      { unread: ['/var/log/audit.log'], unsent: [] },
    ],
    [
      'one that is sent under another tag',
      { inputs: [audit], outputs: [es] },
      { inputs: [stream('x', '/a')], outputs: [es] },
      none,
    ],
    [
      'one that is read with others',
      { inputs: [audit], outputs: [es] },
      { inputs: [stream('audit', '/*')], outputs: [es] },
      none,
    ],
    [
      'one that is sent to nothing',
      { inputs: [audit], outputs: [es] },
      { inputs: [stream('x', '/a')], outputs: [{ ...es, of: 'y' }] },
      { unread: [], unsent: ['x (/a)'] },
    ],
    [
      'one that may be sent as before',
      { inputs: [audit], outputs: [{ ...es, of: '/re/' }] },
      { inputs: [audit], outputs: [{ ...es, of: '/re/' }] },
      none,
    ],
    [
      'one that may be sent by something new',
      { inputs: [audit], outputs: [es] },
      { inputs: [audit], outputs: [{ ...es, of: '/re/' }] },
      { unread: [], unsent: ['audit (/a)'] },
    ],
  ])('%s', (_, was, is, expected) => expect(lost(was, is)).toEqual(expected));
  test('one that is read elsewhere is not', () =>
    expect(lost({ inputs: [audit], outputs: [es] }, {}, true)).toEqual(none));
});

describe('tags that are rewritten', () => {
  const rewrite = (of: string, tag: string, path: LogDrop['path'] = []) => ({
    of,
    rule: `$x y ${tag} false`,
    tag,
    path,
  });
  const audit = stream('audit', '/a');
  const made = (rewrites: LogPipeline['rewrites'], outputs: readonly string[] = ['*'], streams = [audit]) => {
    const { streams: all, drops } = withRewrites(
      pipeline({ rewrites, streams, outputs: outputs.map((of) => ({ kind: 'es', of })) }),
    );
    return { tags: all.map(({ tag }) => tag), drops };
  };
  const untaken = (of: string, tag: string, to: string) =>
    drop(of, `rewrite_tag $x y ${tag} false`, [], { said: `rewrite_tag to ${to}, which no output takes for certain` });
  test.each<[string, LogPipeline['rewrites'], readonly string[], readonly string[], readonly LogDrop[]]>([
    ['to a tag that an output takes', [rewrite('audit', 'b')], ['*'], ['audit', 'b'], []],
    ['to a tag that none takes', [rewrite('audit', 'b')], ['audit'], ['audit', 'b'], [untaken('audit', 'b', 'b')]],
    ['of other tags', [rewrite('x', 'b')], ['audit'], ['audit'], []],
    ['with the tag in it', [rewrite('audit', 'k.$TAG')], ['*'], ['audit', 'k.audit'], []],
    ['with a part of the tag', [rewrite('audit', 'k.$TAG[1].x')], ['*'], ['audit', 'k.*.x'], []],
    ['with a field', [rewrite('audit', 'k.$a["b"].$' + '{HOME}')], ['*'], ['audit', 'k.*'], []],
    ['one after the other', [rewrite('audit', 'b'), rewrite('b', 'c')], ['*'], ['audit', 'b', 'c'], []],
    ['in a circle', [rewrite('audit', 'b'), rewrite('b', 'audit')], ['*'], ['audit', 'b'], []],
  ])('%s', (_, rewrites, outputs, tags, drops) => expect(made(rewrites, outputs)).toEqual({ tags, drops }));

  test('in too many steps are followed no further', () => {
    const { tags, drops } = made([rewrite('*', '$TAG.x')]);
    expect(tags).toHaveLength(12);
    expect(tags.at(-1)).toBe('*');
    expect(drops).toEqual([
      drop('*', 'rewrite_tag $x y $TAG.x false', [], { said: 'rewrite_tag in too many steps to follow' }),
    ]);
  });

  test('by more than 50 rules count as drops', () => {
    const rules = Array.from({ length: 51 }, (_, at) => rewrite('none', `t${at}`));
    expect(made(rules).drops).toEqual([drop('none', 'rewrite_tag $x y t50 false', [])]);
  });

  test('where nothing rewrites, the pipeline is as it was', () => {
    const own = pipeline({ streams: [audit] });
    expect(withRewrites(own)).toBe(own);
  });
});
