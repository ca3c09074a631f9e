import { describe, expect, test } from '@jest/globals';
import type { LogDrop, LogGraph } from '../../src/audit/monitoring/log-model.ts';
import { isVector, pipelineOfVector } from '../../src/audit/monitoring/vector.ts';
import { waysOfTransform } from '../../src/audit/monitoring/vector-drops.ts';
import { graphLowered, isStillSent } from '../../src/audit/monitoring/vector-lowered.ts';

type Fields = Readonly<Record<string, unknown>>;
const onward = [{ name: '', takes: '' }];

describe('what a transform leaves out', () => {
  const leaves = (by: string, said?: string) => ({
    drops: [{ by, ...(said === undefined ? {} : { said }) }],
    ports: onward,
  });
  const all = { drops: [], ports: onward };
  const unread = 'a program that was not read, which may drop them';
  test.each<[string, Fields, object]>([
    ['a filter', { type: 'filter', condition: '.a  ==\n 1 ' }, leaves('filter .a == 1')],
    ['a filter with a mapping', { type: 'filter', condition: { type: 'vrl', source: '.b' } }, leaves('filter .b')],
    ['a filter of another form', { type: 'filter', condition: { type: 'is_log' } }, leaves('filter {"type":"is_log"}')],
    [
      'a sample',
      { type: 'sample', rate: 10, ratio: 0.5, exclude: '.x' },
      leaves('sample rate 10, ratio 0.5, except .x'),
    ],
    [
      'a sample by fields',
      { type: 'sample', rate_field: 'a', ratio_field: 'b' },
      leaves('sample rate_field a, ratio_field b'),
    ],
    ['a throttle', { type: 'throttle', threshold: 5, window_secs: 2 }, leaves('throttle 5 in 2 s')],
    [
      'a throttle that excepts',
      { type: 'throttle', threshold: 5, window_secs: 2, exclude: '.x' },
      leaves('throttle 5 in 2 s, except .x'),
    ],
    ['a dedupe', { type: 'dedupe', fields: { match: ['a'] } }, leaves('dedupe {"match":["a"]}', 'dedupe')],
    ['a dedupe without fields', { type: 'dedupe' }, leaves('dedupe null', 'dedupe')],
    ['a reduce', { type: 'reduce', group_by: ['a'] }, leaves('reduce [["a"],null]', 'reduce to one of several')],
    ['metrics', { type: 'log_to_metric' }, leaves('log_to_metric')],
    ['Lua', { type: 'lua', source: 'x' }, leaves('lua ["x",null]', 'a Lua program, which may drop them')],
    ['something else', { type: 'aws_ec2_metadata' }, all],
    [
      'a program that aborts',
      { type: 'remap', source: 'if .a == 1 {\n abort }\n.b = 1' },
      leaves('remap if .a == 1 { abort }'),
    ],
    [
      'a program that aborts in two ways',
      { type: 'remap', source: 'if .a { abort } else { abort }' },
      leaves('remap if .a { abort } else { abort }'),
    ],
    ['a program that aborts by itself', { type: 'remap', source: '.a = 1\nabort' }, leaves('remap .a = 1 abort')],
    ['a program that aborts, which counts as nothing', { type: 'remap', source: 'abort', drop_on_abort: false }, all],
    ['a program that aborts in a comment', { type: 'remap', source: '.a = 1 # abort' }, all],
    ['a program that aborts in quotes', { type: 'remap', source: '.a = "abort \\" abort"; .b = \'abort\'' }, all],
    [
      'a program with a sign of comments in quotes',
      { type: 'remap', source: '.a = "#"; abort' },
      leaves('remap .a = "#"; abort'),
    ],
    [
      'a program that fails',
      { type: 'remap', source: '.a = int!(.b)', drop_on_error: true },
      leaves('drop_on_error true'),
    ],
    ['a program that fails, which is kept', { type: 'remap', source: '.a = int!(.b)' }, all],
    ['a program that cannot fail', { type: 'remap', source: '.a = 1', drop_on_error: true }, all],
    ['a program that keeps nothing', { type: 'remap', source: '.a = 1; . = [ ]' }, leaves('remap . = []')],
    ['a program that empties a field', { type: 'remap', source: '.a = []' }, all],
    ['a program in a file', { type: 'remap', file: '/a' }, leaves('remap [null,"/a",null]', unread)],
    ['programs in files', { type: 'remap', files: ['/a'] }, leaves('remap [null,null,["/a"]]', unread)],
    ['a program in a file, whose end counts as nothing', { type: 'remap', file: '/a', drop_on_abort: false }, all],
    [
      'a program in a file that may fail',
      { type: 'remap', file: '/a', drop_on_abort: false, drop_on_error: true },
      leaves('drop_on_error true'),
    ],
    [
      'a program that hands on what it drops',
      { type: 'remap', source: 'abort', reroute_dropped: true },
      { drops: [], ports: [...onward, { name: 'dropped', takes: 'remap abort' }] },
    ],
    [
      'a program that hands on what it drops in two ways, and empties',
      { type: 'remap', source: 'if int!(.a) { abort }; . = []', reroute_dropped: true, drop_on_error: true },
      {
        drops: [{ by: 'remap . = []' }],
        ports: [...onward, { name: 'dropped', takes: 'remap if int!(.a) { abort }; drop_on_error true' }],
      },
    ],
    ['a program that drops nothing', { type: 'remap', source: '.a = 1', reroute_dropped: true }, all],
    [
      'routes',
      { type: 'route', route: { b: '.b', a: '.a' } },
      {
        drops: [],
        ports: [
          { name: 'b', takes: '.b' },
          { name: 'a', takes: '.a' },
          { name: '_unmatched', takes: 'none of [".a",".b"]' },
        ],
      },
    ],
    [
      'routes without a way for the rest',
      { type: 'route', route: { a: '.a' }, reroute_unmatched: false },
      {
        drops: [],
        ports: [
          { name: 'a', takes: '.a' },
          { name: '_discarded', takes: 'none of [".a"]' },
        ],
      },
    ],
    [
      'exclusive routes',
      {
        type: 'exclusive_route',
        routes: [
          { name: 'b', condition: '.b' },
          { name: 'a', condition: '.a' },
        ],
      },
      {
        drops: [],
        ports: [
          { name: 'b', takes: '.b' },
          { name: 'a', takes: '.a' },
          { name: '_unmatched', takes: 'none of [".b",".a"]' },
        ],
      },
    ],
  ])('%s', (_, transform, expected) => expect(waysOfTransform(transform)).toEqual(expected));

  test('a program of more than 20,000 characters may drop them', () => {
    const source = '.a = 1';
    expect(waysOfTransform({ type: 'remap', source: source.padEnd(20_000) })).toEqual(all);
    expect(waysOfTransform({ type: 'remap', source: source.padEnd(20_001) }).drops).toHaveLength(1);
  });
});

const sink = (...inputs: readonly string[]) => ({ type: 'es', inputs });
const filter = (condition: string, ...inputs: readonly string[]) => ({ type: 'filter', condition, inputs });
const graph = (value: Fields, steps?: number) => pipelineOfVector(value, steps).graph as LogGraph;
const ways = (value: Fields, name = 'audit', steps?: number) =>
  graph(value, steps)
    .waysFrom(name)
    .map((way) => way.map(({ by, said }) => said ?? by));
const sources = { audit: { type: 'file', include: ['/var/log/audit.log'] } };

describe('ways from a source to a sink', () => {
  test.each<[string, Fields, readonly (readonly string[])[]]>([
    ['a sink', { sinks: { s: sink('audit') } }, [[]]],
    ['a sink by a pattern', { sinks: { s: sink('aud*') } }, [[]]],
    ['a sink that throws away', { sinks: { s: { type: 'blackhole', inputs: ['audit'] } } }, []],
    ['no sink', { sinks: { s: sink('other') } }, []],
    ['a filter', { transforms: { f: filter('a', 'audit') }, sinks: { s: sink('f') } }, [['filter a']]],
    ['a filter that leads nowhere', { transforms: { f: filter('a', 'audit') }, sinks: {} }, []],
    [
      'two filters, one after the other',
      { transforms: { f: filter('a', 'audit'), g: filter('b', 'f') }, sinks: { s: sink('g') } },
      [['filter a', 'filter b']],
    ],
    [
      'two filters beside each other',
      { transforms: { f: filter('a', 'audit'), g: filter('b', 'audit') }, sinks: { s: sink('f', 'g') } },
      [['filter a'], ['filter b']],
    ],
    [
      'the same filter twice',
      { transforms: { f: filter('a', 'audit'), g: filter('a', 'f') }, sinks: { s: sink('g') } },
      [['filter a']],
    ],
    [
      'a way on which less is left out',
      { transforms: { f: filter('a', 'audit'), g: filter('b', 'f') }, sinks: { s: sink('f'), t: sink('g') } },
      [['filter a']],
    ],
    [
      'a sink besides a filter',
      { transforms: { f: filter('a', 'audit') }, sinks: { s: sink('f'), t: sink('audit') } },
      [[]],
    ],
    [
      'a circle',
      { transforms: { f: filter('a', 'audit', 'g'), g: filter('b', 'f') }, sinks: { s: sink('g') } },
      [['filter a', 'filter b']],
    ],
    [
      'all routes of a route',
      {
        transforms: { r: { type: 'route', route: { x: '.x' }, inputs: ['audit'] } },
        sinks: { s: sink('r.x', 'r._unmatched') },
      },
      [[]],
    ],
    [
      'one route of a route',
      {
        transforms: { r: { type: 'route', route: { x: '.x', y: '.y' }, inputs: ['audit'] } },
        sinks: { s: sink('r.x') },
      },
      [['what nothing takes of r.y', 'what no route of r takes']],
    ],
    [
      'routes by a pattern',
      { transforms: { r: { type: 'route', route: { x: '.x' }, inputs: ['audit'] } }, sinks: { s: sink('r.*') } },
      [[]],
    ],
  ])('%s', (_, value, expected) => expect(ways({ sources, ...value })).toEqual(expected));

  test('what a source itself excludes is left out on every way', () => {
    const value = { sources: { audit: { include: ['/a'], exclude: ['*.gz', '*.1'] } }, sinks: { s: sink('audit') } };
    expect(graph(value).waysFrom('audit')).toEqual([
      ['*.gz', '*.1'].map((each) => ({ of: 'audit', by: `exclude ${each}`, path: ['sources', 'audit', 'exclude'] })),
    ]);
  });

  test('each drop says where it is', () => {
    const value = { sources, transforms: { f: filter('a', 'audit') }, sinks: { s: sink('f') } };
    expect(graph(value).waysFrom('audit')).toEqual([[{ of: 'f', by: 'filter a', path: ['transforms', 'f'] }]]);
    const route = {
      sources,
      transforms: { r: { type: 'route', route: { x: '.x' }, inputs: ['audit'] } },
      sinks: { s: sink('r.x') },
    };
    expect(graph(route).waysFrom('audit')).toEqual([
      [{ of: 'r', by: 'untaken none of [".x"]', said: 'what no route of r takes', path: ['transforms', 'r'] }],
    ]);
  });

  test('of larger configurations it counts whether they are the same', () => {
    const inputs = (count: number) => ({
      sources,
      transforms: {},
      sinks: { s: sink('audit', ...Array.from({ length: count - 1 }, (_, at) => `x${at}`)) },
    });
    expect(ways(inputs(4_999))).toEqual([[]]);
    expect(ways(inputs(5_000))).toEqual([['too many transforms to follow']]);
  });

  test('too few steps tell nothing apart', () => {
    const value = {
      sources,
      transforms: { f: filter('a', 'audit'), g: filter('b', 'audit') },
      sinks: { s: sink('f', 'g') },
    };
    expect(ways(value, 'audit', 1_000)).toEqual([['filter a'], ['filter b']]);
    expect(ways(value, 'audit', 3)).toEqual([['too many transforms to follow']]);
  });

  test('of transforms in a row 201 are followed', () => {
    const row = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `t${at}`,
          { type: 'x', inputs: [at === 0 ? 'audit' : `t${at - 1}`] },
        ]),
      );
    expect(ways({ sources, transforms: row(201), sinks: { s: sink('t200') } })).toEqual([[]]);
    expect(ways({ sources, transforms: row(203), sinks: { s: sink('t202') } })).toEqual([
      ['too many transforms in a row to follow'],
    ]);
  });

  test('of ways that differ 32 are distinguished', () => {
    const transforms = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`f${at}`, filter(`c${at}`, 'audit')]));
    expect(ways({ sources, transforms, sinks: { s: sink(...Object.keys(transforms)) } })).toHaveLength(32);
  });
});

describe('what a configuration of Vector has', () => {
  test('outputs, with files about security behind what they take', () => {
    const value = {
      sources: { logs: { include: ['/var/log/audit.log', '/var/log/app.log'] }, audit: { include: ['/audit'] } },
      transforms: { t: { inputs: ['logs'] } },
      sinks: { a: sink('t', 'app'), b: sink('audit'), c: { type: 'null', inputs: ['t'] }, d: { type: 'loki' } },
    };
    expect(pipelineOfVector(value).outputs).toEqual([
      { kind: 'es', of: 'app, t (/var/log/audit.log)', inputs: ['app', 't'] },
      { kind: 'es', of: 'audit', inputs: ['audit'] },
      { kind: 'loki', of: '', inputs: [] },
    ]);
  });

  test('streams, components, and who reads a file', () => {
    const value = {
      sources: { audit: { include: ['/a'] }, logs: { include: ['/var/log/audit*', '/b'] }, app: { include: ['/c'] } },
      transforms: { t: { inputs: ['logs', 'x.falco', 'audit*'] } },
      sinks: { s: sink('t', 'audit') },
    };
    const { streams, has, readerOf, inputsOf } = graph(value);
    expect([...streams.values()]).toEqual([
      { name: 'audit', isSource: true, files: [] },
      { name: 'logs', isSource: true, files: ['/var/log/audit*'] },
      { name: 'x.falco', isSource: false, files: [] },
    ]);
    expect(['audit', 't', 't.port', 's', 'x'].map(has)).toEqual([true, true, true, false, false]);
    expect(['/a', '/var/log/audit.log', '/var/log/app.log', '/var/log/audit*'].map(readerOf)).toEqual([
      'audit',
      'logs',
      undefined,
      'logs',
    ]);
    expect([inputsOf('t'), inputsOf('t.x'), inputsOf('audit')]).toEqual([
      ['logs', 'x.falco', 'audit*'],
      ['logs', 'x.falco', 'audit*'],
      [],
    ]);
  });

  test.each<[Fields, boolean]>([
    [{ sinks: {}, sources: {} }, true],
    [{ sinks: {} }, false],
    [{ sinks: [], sources: {} }, false],
    [{ sources: {} }, false],
  ])('%j is one: %s', (value, expected) => expect(isVector(value)).toBe(expected));
});

describe('what is lost', () => {
  const lowered = (was: Fields, is: Fields, isElsewhere = false) => {
    const { drops, unsent } = graphLowered(graph(was), graph(is), () => isElsewhere);
    return { drops: drops.map(({ of, by }: LogDrop) => `${of}: ${by}`), unsent };
  };
  const direct = { sources, sinks: { s: sink('audit') } };
  const filtered = (...conditions: readonly string[]) => ({
    sources,
    transforms: Object.fromEntries(
      conditions.map((each, at) => [`f${at}`, filter(each, at === 0 ? 'audit' : `f${at - 1}`)]),
    ),
    sinks: { s: sink(`f${conditions.length - 1}`) },
  });
  const none = { drops: [], unsent: [] };
  const text = 'audit (/var/log/audit.log)';
  test.each<[string, Fields, Fields, object, boolean?]>([
    ['nothing', direct, direct, none],
    [
      'what a new filter leaves out',
      direct,
      filtered('a'),
      { drops: ['audit from /var/log/audit.log: filter a'], unsent: [] },
    ],
    [
      'what a further filter leaves out',
      filtered('a'),
      filtered('a', 'b'),
      { drops: ['audit from /var/log/audit.log: filter b'], unsent: [] },
    ],
    ['nothing by fewer filters', filtered('a', 'b'), filtered('a'), none],
    ['all of it, since nothing takes it', direct, { sources, sinks: { s: sink('x') } }, { drops: [], unsent: [text] }],
    [
      'all of it, since nothing reads it',
      direct,
      { sources: {}, sinks: { s: sink('x') } },
      { drops: [], unsent: [text] },
    ],
    [
      'its file, since nothing reads it',
      direct,
      { sources: {}, sinks: { s: sink('audit') } },
      { drops: [], unsent: ['/var/log/audit.log'] },
    ],
    ['nothing that is read elsewhere', direct, { sources: {}, sinks: {} }, none, true],
    ['nothing that was not sent', { sources, sinks: {} }, { sources: {}, sinks: {} }, none],
    ['nothing, under another name', direct, { sources: { x: sources.audit }, sinks: { s: sink('x') } }, none],
    [
      'all of it, under another name',
      direct,
      { sources: { x: sources.audit }, sinks: {} },
      { drops: [], unsent: [text] },
    ],
    [
      'a file',
      direct,
      { sources: { audit: { include: ['/b'] } }, sinks: { s: sink('audit') } },
      { drops: [], unsent: ['/var/log/audit.log'] },
    ],
    [
      'no file that another source reads',
      direct,
      { sources: { audit: {}, x: sources.audit }, sinks: { s: sink('audit') } },
      none,
    ],
    [
      'nothing that is made of something else',
      { sources: {}, sinks: { s: sink('x.audit') } },
      { sources: {}, sinks: {} },
      none,
    ],
    [
      'a source without files',
      { sources: { audit: {} }, sinks: { s: sink('audit') } },
      { sources: {}, sinks: {} },
      { drops: [], unsent: ['audit'] },
      true,
    ],
    [
      'the least of several ways',
      direct,
      {
        sources,
        transforms: { f: filter('a', 'audit'), g: filter('b', 'audit'), h: filter('c', 'g') },
        sinks: { s: sink('f', 'h') },
      },
      { drops: ['audit from /var/log/audit.log: filter a'], unsent: [] },
    ],
  ])('%s', (_, was, is, expected, isElsewhere = false) => {
    expect(lowered(was, is, isElsewhere)).toEqual(expected);
  });

  test.each<[string, readonly string[] | undefined, Fields, boolean]>([
    ['what was made of it, and is gone', ['f0'], direct, true],
    ['what is read, and sent', ['audit'], direct, true],
    ['what was made of what is sent', ['f1'], direct, true],
    ['what was made of what is not sent', ['f1'], { sources, sinks: {} }, false],
    ['one of two', ['audit', 'x'], direct, false],
    ['nothing', [], direct, false],
    ['nothing that is known', undefined, direct, false],
  ])('is still sent: %s', (_, inputs, is, expected) => {
    const was = graph(filtered('a', 'b'));
    expect(isStillSent({ kind: 'es', of: 'x', ...(inputs === undefined ? {} : { inputs }) }, was, graph(is))).toBe(
      expected,
    );
  });
});
