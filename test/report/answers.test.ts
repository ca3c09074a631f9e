import { describe, expect, test } from '@jest/globals';
import type { PermissionsOf } from '../../src/rbac/query/permissions-of.ts';
import type { Holder, WhoCan } from '../../src/rbac/query/who-can.ts';
import type { RenderedRoot, RootSide } from '../../src/render/result/rendering.ts';
import { leftOut, leftOutLines } from '../../src/report/terminal/left-out.ts';
import { permissionsRecord, permissionsText } from '../../src/report/terminal/permissions.ts';
import { objectsText, rootsDiff, rootsText } from '../../src/report/terminal/rendered.ts';
import { cells, padded, page, painter, plain, wrapped } from '../../src/report/terminal/terminal-text.ts';
import { whoCanRecord, whoCanText } from '../../src/report/terminal/who-can.ts';
import { commandData, commandProperty, logLine, logText } from '../../src/report/terminal/workflow-command.ts';
import { resources } from '../rbac/manifests.ts';

const objects = (...all: readonly object[]) =>
  resources({ 'a.yaml': all.map((each) => `${JSON.stringify(each)}\n---\n`).join('') });
const service = (name: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  ...more,
});
const side = (more: Partial<RootSide> = {}) =>
  ({ reason: undefined, gaps: [], objects: [], unreadable: [], ...more }) as unknown as RootSide;
const root = (id: string, after: RootSide | undefined, before?: RootSide) =>
  ({ id, scope: 's', file: 'f', before, after }) as unknown as RenderedRoot;
const gap = (kind: string, name: string) => ({ kind, name, file: 'k', at: [] }) as unknown as RootSide['gaps'][number];

describe('what was rendered', () => {
  test('a line for each root', () => {
    expect(rootsText([])).toBe('no kustomization or chart to render\n');
    expect(rootsText([root('gone', undefined)])).toBe('no kustomization or chart to render\n');
    expect(
      rootsText([
        root('a', side({ objects: objects(service('x')) })),
        root('b', side({ reason: 'no\nhelm' })),
        root('c', side({ gaps: [gap('plugin', 'p'), gap('plugin', 'p'), gap('missing', 'm')] })),
      ]),
    ).toBe(
      [
        'rendered      a: 1 object',
        'not rendered  b: no\\nhelm',
        'rendered      c: 0 objects, without plugin p',
        '',
      ].join('\n'),
    );
  });

  test('its objects by kind and name, with the values of Secrets hidden', () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's' },
      data: { a: 'c2VjcmV0' },
      stringData: { b: 'secret' },
      type: 'Opaque',
    };
    const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'm' }, data: { a: 'x\u202ey' } };
    const hidden = { ...secret, data: { a: '••••' }, stringData: { b: '••••' } };
    const text = (each: object) => `${JSON.stringify(each, null, 2)}\n`;
    expect(objectsText({ after: side({ objects: objects(secret, map) }) })).toBe(
      `${text(map).replace('\u202e', '\\u202e')}---\n${text(hidden)}`,
    );
    expect(objectsText({ after: undefined })).toBe('');
    const named = (namespace: string | undefined, apiVersion: string) => ({
      apiVersion,
      kind: 'A',
      metadata: { name: 'x', ...(namespace === undefined ? {} : { namespace }) },
    });
    const all = [named('b', 'v1'), named('a', 'v1'), named(undefined, 'z.y/v1'), named(undefined, 'v1')];
    const names = objectsText({ after: side({ objects: objects(...all) }) })
      .split('---\n')
      .map((each) => JSON.parse(each) as ReturnType<typeof named>);
    expect(names).toEqual([all[1], all[0], all[3], all[2]]);
    expect(objectsText({ after: side({ objects: objects({ ...secret, data: 'x', stringData: null }) }) })).toContain(
      '"data": "x"',
    );
  });

  test('objects that differ between both sides, line by line', () => {
    const of = (...all: readonly object[]) => side({ objects: objects(...all) });
    expect(rootsDiff([])).toBe('no kustomization or chart that the change reaches\n');
    expect(rootsDiff([root('a', of(service('x')), of(service('x')))])).toBe('== a\nno object differs\n');
    expect(rootsDiff([root('a', side({ reason: 'r' }), side({ reason: 's' })), root('b', side({ reason: 'r' }))])).toBe(
      '== a\nhead not rendered: r\nbase not rendered: s\n\n== b\nhead not rendered: r\n',
    );
    const before = of(service('x', { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }), service('gone'));
    const after = of(service('x', { a: 1, b: 0, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8 }), service('new'));
    expect(rootsDiff([root('a', after, before)]).split('\n')).toEqual([
      '== a',
      'Service gone',
      '- {',
      '-   "apiVersion": "v1",',
      '-   "kind": "Service",',
      '-   "metadata": {',
      '-     "name": "gone"',
      '-   }',
      '- }',
      '+ ',
      'Service new',
      '- ',
      '+ {',
      '+   "apiVersion": "v1",',
      '+   "kind": "Service",',
      '+   "metadata": {',
      '+     "name": "new"',
      '+   }',
      '+ }',
      'Service x',
      '      "name": "x"',
      '    },',
      '    "a": 1,',
      '-   "b": 2,',
      '+   "b": 0,',
      '    "c": 3,',
      '    "d": 4,',
      '    "e": 5,',
      '',
    ]);
  });

  test('what one side was rendered without', () => {
    const gaps = (...names: readonly string[]) => side({ gaps: names.map((name) => gap('plugin', name)) });
    expect(rootsDiff([root('a', gaps('x', 'z'), gaps('x', 'y'))])).toBe(
      '== a\n- without plugin y\n+ without plugin z\nno object differs\n',
    );
    expect(rootsDiff([root('a', gaps('x'))])).toBe('== a\n+ without plugin x\nno object differs\n');
    expect(rootsDiff([root('a', undefined, gaps('x'))])).toBe('== a\n- without plugin x\nno object differs\n');
  });

  test('which roots an answer lacks', () => {
    const failed = (count: number) =>
      leftOutLines(leftOut(Array.from({ length: count }, (_, at) => root(`r${at}`, side({ reason: 'no helm' })))));
    expect(failed(1)).toEqual(['r0 was not rendered, so what it gives is not in this answer: no helm']);
    expect(failed(5)).toEqual([
      'r0, r1, r2, r3, r4 were not rendered, so what they give is not in this answer: no helm',
    ]);
    expect(failed(7)).toEqual([
      'r0, r1, r2, r3, r4 and 2 more were not rendered, so what they give is not in this answer: no helm',
    ]);
    const roots = [
      root('a', side()),
      root('b', undefined),
      root('c', side({ reason: 'x', gaps: [gap('plugin', 'p')] })),
      root('d', side({ gaps: [gap('plugin', 'p')], unreadable: [{ detail: 'a tab' } as never] })),
    ];
    expect(leftOut(roots)).toEqual([
      { root: 'c', scope: 's', reason: 'x', without: [] },
      { root: 'd', scope: 's', reason: undefined, without: ['plugin p', 'a tab'] },
    ]);
    expect(leftOutLines(leftOut(roots))).toEqual([
      'c was not rendered, so what it gives is not in this answer: x',
      'd was rendered without plugin p, a tab; this answer lacks what that gives',
    ]);
  });
});

const holder = (more: Partial<Holder> = {}): Holder =>
  ({
    subject: { kind: 'User', name: 'jane', namespace: undefined },
    placement: undefined,
    origin: 'binding',
    route: ['ClusterRoleBinding ops', 'ClusterRole ops'],
    file: 'a.yaml',
    line: 3,
    ...more,
  }) as Holder;
const json = {
  subject: { kind: 'User', name: 'jane', namespace: null },
  namespace: null,
  origin: 'binding',
  route: ['ClusterRoleBinding ops', 'ClusterRole ops'],
  file: 'a.yaml',
  line: 3,
};

describe('who can', () => {
  const answer = (request: object, more: Partial<WhoCan> = {}): WhoCan =>
    ({
      request: { kind: 'resource', verb: 'get', resource: 'secrets', group: undefined, name: undefined, ...request },
      namespace: undefined,
      holders: [],
      undecided: [],
      ...more,
    }) as WhoCan;
  test.each<[object, string | undefined, string]>([
    [{}, undefined, 'get secrets'],
    [{ group: '' }, 'shop', 'get secrets in namespace shop'],
    [{ resource: 'deployments/scale', group: 'apps', name: 'web' }, undefined, 'get deployments.apps/scale named web'],
    [{ kind: 'url', url: '/metrics' }, 'shop', 'get /metrics'],
    [{ name: 'a\nb' }, undefined, 'get secrets named a\\nb'],
  ])('%j in %s', (request, namespace, asked) =>
    expect(whoCanText(answer(request, { namespace }))).toBe(`Who can ${asked}:\n`),
  );

  test('those who can, and those who perhaps can', () => {
    const holders = [
      holder(),
      holder({ placement: 'shop' as Holder['placement'], file: undefined, line: undefined, origin: 'default' }),
      holder({ file: undefined }),
    ];
    expect(whoCanText(answer({}, { holders, undecided: [holder({ route: ['RoleBinding x\u202e'] })] }))).toBe(
      [
        'Who can get secrets:',
        '  User jane  in every namespace  through ClusterRoleBinding ops → ClusterRole ops [a.yaml:3]',
        '  User jane  in namespace shop  through ClusterRoleBinding ops → ClusterRole ops [Kubernetes default]',
        '  User jane  in every namespace  through ClusterRoleBinding ops → ClusterRole ops',
        '',
        'Bound to roles that are not in the repository, so perhaps:',
        '  User jane  in every namespace  through RoleBinding x\\u202e [a.yaml:3]',
        '',
      ].join('\n'),
    );
  });

  test('as JSON', () => {
    const { request, ...rest } = whoCanRecord(
      answer(
        {},
        {
          holders: [holder()],
          undecided: [holder({ file: undefined, line: undefined, placement: 'shop' as Holder['placement'] })],
        },
      ),
    );
    expect(request).toEqual({ kind: 'resource', verb: 'get', resource: 'secrets', group: null, name: null });
    expect(rest).toEqual({
      namespace: null,
      holders: [json],
      undecided: [{ ...json, namespace: 'shop', file: null, line: null }],
    });
    expect(whoCanRecord(answer({ kind: 'url', url: '/x' }, { namespace: 'shop' }))).toMatchObject({
      request: { url: '/x' },
      namespace: 'shop',
    });
  });
});

describe('what a subject may do', () => {
  const permission = (verbs: readonly string[], resource: string, names: readonly (string | null)[] = [null]) => ({
    kind: 'resource',
    verbs,
    groups: [''],
    resources: [resource],
    names,
  });
  const own = (severity: string, what: object, more: Partial<Holder> = {}, reason?: string) => ({
    ...holder(more),
    permission: what,
    judgement: { severity, reason },
  });
  const of = (permissions: readonly object[], unknown: readonly Holder[] = []) =>
    ({
      subject: { kind: 'ServiceAccount', name: 'ci', namespace: 'build' },
      permissions,
      unknown,
    }) as unknown as PermissionsOf;
  test('the worst first, Kubernetes’ defaults last', () => {
    const all = [
      own('low', permission(['get'], 'pods')),
      own('critical', permission(['get'], 'secrets'), { placement: 'shop' as Holder['placement'] }),
      own('low', permission(['get'], 'nodes'), { origin: 'default', route: ['x'] }),
    ];
    expect(permissionsText(of(all, [holder({ route: ['RoleBinding b', 'Role c'] })]))).toBe(
      [
        'ServiceAccount build/ci may:',
        '  critical get secrets in namespace shop  through ClusterRoleBinding ops → ClusterRole ops',
        '  low      get pods in every namespace  through ClusterRoleBinding ops → ClusterRole ops',
        '',
        "By Kubernetes' defaults:",
        '  low      get nodes in every namespace  through x',
        '',
        'Bound to roles that are not in the repository:',
        '  RoleBinding b → Role c in every namespace',
        '',
      ].join('\n'),
    );
    expect(permissionsText(of([]))).toBe('ServiceAccount build/ci may:\n  nothing by the repository\n');
  });

  test('as JSON', () => {
    const all = [
      own('high', permission(['get'], 'secrets', ['a']), {}, 'it is so'),
      own('low', permission(['get'], 'pods', ['a', null])),
      own('low', { kind: 'url', verbs: ['get'], urls: ['/x'] }),
    ];
    expect(permissionsRecord(of(all, [holder()]))).toEqual({
      subject: { kind: 'ServiceAccount', name: 'ci', namespace: 'build' },
      permissions: [
        { ...permission(['get'], 'secrets'), names: ['a'], severity: 'high', reason: 'it is so', ...json },
        { ...permission(['get'], 'pods'), names: null, severity: 'low', reason: null, ...json },
        { kind: 'url', verbs: ['get'], urls: ['/x'], severity: 'low', reason: null, ...json },
      ],
      unknown: [json],
    });
  });
});

describe('lines of a terminal', () => {
  test('colours', () => {
    expect(painter(false)('a', 'red')).toBe('a');
    expect(painter(true)('a', 'red', 'bold')).toBe('\u001b[31;1ma\u001b[0m');
    expect(painter(true)('', 'red')).toBe('');
    const codes = (['bold', 'dim', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'badge'] as const).map(
      (style) => painter(true)('x', style).slice(2, -5),
    );
    expect(codes).toEqual(['1m', '2m', '31m', '32m', '33m', '34m', '35m', '36m', '1;7m']);
  });

  test('cells, padding, one line', () => {
    expect(['a', 'é', 'e\u0301', '漢', 'カ', '한', '😀', 'Ａ', ''].map(cells)).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 0]);
    expect([padded('漢', 4), padded('abc', 2)]).toEqual(['漢  ', 'abc']);
    expect([plain('a\nb'), plain('x'.repeat(1_000)).length, plain('x'.repeat(1_001)).at(-1), plain('abc', 2)]).toEqual([
      'a\\nb',
      1_000,
      '…',
      'a…',
    ]);
  });

  test('wrapped at blanks', () => {
    expect(wrapped('one two three', 10, '- ')).toEqual(['- one two', '  three']);
    expect(wrapped('one two', 9, '- ')).toEqual(['- one two']);
    expect(wrapped('one two', 3, '- ', (line) => `<${line}>`)).toEqual(['- <one two>']);
    expect(wrapped('onetwothree four', 10, '')).toEqual(['onetwothree', 'four']);
    expect(wrapped('', 10, 'x')).toEqual(['x']);
  });

  test('none is a command to a runner', () => {
    const lines: readonly [string, string][] = [
      ['::error::x', '\\x3a:error::x'],
      ['  ::x', '  \\x3a:x'],
      ['\u001b[1m::x', '\u001b[1m\\x3a:x'],
      ['a ::x', 'a ::x'],
      [':x', ':x'],
      ['a ##[group]', 'a #\\x23[group]'],
      ['##vso[task]', '#\\x23vso[task]'],
      ['##x', '##x'],
    ];
    for (const [line, expected] of lines) expect(logLine(line)).toBe(expected);
    expect(page(['::a', 'b'])).toBe('\\x3a:a\nb\n');
    expect(logText('{"a": "##[x]"}')).toBe('{"a": "#\\u0023[x]"}');
    expect(logText(' [1]\n::x')).toBe(' [1]\n::x');
    expect(logText('a\n::x')).toBe('a\n\\x3a:x');
    expect([commandData('a%\r\nb:,'), commandProperty('a%\r\nb:,')]).toEqual(['a%25%0D%0Ab:,', 'a%25%0D%0Ab%3A%2C']);
  });
});
