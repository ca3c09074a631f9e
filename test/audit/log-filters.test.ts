import { describe, expect, test } from '@jest/globals';
import {
  codeOfDrop,
  dropsLowered,
  lostStreams,
  newDrops,
  withRewrites,
} from '../../src/audit/monitoring/log-filters.ts';
import { type LogDrop, type LogPipeline, onlyOutputs } from '../../src/audit/monitoring/log-model.ts';
import { isMatch, mayMatch, takesAll, takesFiles } from '../../src/audit/monitoring/log-tags.ts';

const drop = (of: string, by: string, path: LogDrop['path'], more: object = {}): LogDrop =>
  ({ of, by, path, ...more }) as LogDrop;
const pipeline = (parts: Partial<LogPipeline>): LogPipeline => ({ ...onlyOutputs([]), ...parts });
const stream = (tag: string, source: string, path: LogDrop['path'] = []) => ({ tag, source, path });

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
