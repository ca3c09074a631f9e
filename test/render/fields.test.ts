import { describe, expect, test } from '@jest/globals';
import { labelsGiven, mayCount } from '../../src/render/fields/closure-texts.ts';
import { filesBelow } from '../../src/render/fields/files-below.ts';
import { maySelectBy } from '../../src/render/fields/label-selectors.ts';
import { patchLabels } from '../../src/render/fields/patch-labels.ts';
import { patchIn } from '../../src/render/fields/patch-source.ts';
import { isAsNarrow } from '../../src/render/fields/patch-successor.ts';
import { maySource, replacementReaches, replacementSources } from '../../src/render/fields/replacement-reach.ts';
import { newIn, transformerFields } from '../../src/render/fields/transformer-fields.ts';
import { Graph } from '../../src/render/graph/graph.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits, viewOf } from './delivered.ts';

test.each<[source: string, labels: readonly string[], may: boolean]>([
  ['a: b\n', ['a'], false],
  ['clusterRoleSelectors: [{matchLabels: {a: b}}]\n', ['a'], true],
  ['clusterRoleSelectors: [{matchLabels: {a: b}}]\n', ['c'], false],
  ['clusterRoleSelectors: [{matchLabels: {a: b}}]\n', ['c', 'a'], true],
  ['x: {y: [{clusterRoleSelectors: [{matchExpressions: [{key: a}]}]}]}\n', ['a'], true],
  ['x: {y: [{clusterRoleSelectors: [{matchExpressions: [{key: a}]}]}]}\n', ['b'], false],
  ['clusterRoleSelectors: {type: array}\n', ['type'], false],
  ['x: "clusterRoleSelectors: [{matchLabels: {a: b}}]"\n', ['a'], true],
  ['x: "clusterRoleSelectors: [{matchLabels: {a: b}}]"\n', ['zz'], false],
  ['x: "clusterRoleSelectors: [{matchExpressions: []}]"\n', ['c'], true],
  ['x: [clusterRoleSelectors]\n', ['zz'], false],
  ['clusterRoleSelectors: [\n a\n', ['a'], true],
  ['clusterRoleSelectors: [\n b\n', ['a'], false],
  ['"clusterRole\\x53electors": [{matchLabels: {a: b}}]\n', ['a'], true],
])('whether a role of %j takes in others by %j: %s', (source, labels, may) => {
  const bytes = Buffer.from(source);
  expect(maySelectBy(labels, bytes, parseYaml(bytes, limits))).toBe(may);
});

test.each<[patch: string, labels: readonly string[]]>([
  ['metadata: {labels: {a: b, c: d}}\n---\nmetadata: {labels: {e: f}}\n', ['a', 'c', 'e']],
  ['metadata: {labels: x}\n', []],
  ['x\n', []],
  ['[{op: add, path: /metadata/labels/a~1b~0c, value: d}]', ['a/b~c']],
  ['[{op: replace, path: /metadata/labels, value: {a: b}}]', ['a']],
  ['[{op: add, path: /metadata, value: {labels: {a: b}}}]', ['a']],
  ['[{op: replace, path: "", value: {metadata: {labels: {a: b}}}}]', ['a']],
  ['[{op: test, path: /metadata/labels/a}, {op: remove, path: /metadata/labels/b}]', []],
  ['[{op: add, path: /metadata/labelsx, value: {a: b}}, {op: add, path: /spec, value: {labels: {a: b}}}]', []],
])('the labels that the patch %j may give: %j', (patch, labels) => expect(patchLabels(patch)).toEqual(labels));

test.each<[entry: unknown, source: string | undefined, target: object]>([
  [{ patch: 'x', target: { kind: 'A' } }, 'x', { kind: 'A' }],
  [{ path: 'p.yaml', target: 'x' }, 'the file', {}],
  [{ path: 'p.yaml', patch: 'one line' }, 'the file', {}],
  [{ path: 'p.yaml', patch: 'two\nlines' }, 'two\nlines', {}],
  ['p.yaml', 'the file', {}],
  ['a: b\nc: d', 'a: b\nc: d', {}],
  ['none.yaml', undefined, {}],
  [{ path: '../../out' }, undefined, {}],
  [{}, undefined, {}],
  [1, undefined, {}],
])('the text of the patch %j', (entry, source, target) =>
  expect(patchIn(entry, 'k', viewOf({ 'k/p.yaml': 'the file' }))).toEqual({ source, target }),
);

describe('a patch that takes the place of another', () => {
  const replace = (value: string, path = '/rules') => `[{op: replace, path: ${path}, value: ${value}}]`;
  test.each<[now: string, former: string, isAsNarrow: boolean]>([
    [replace('[a, b]'), replace('[a, b]'), true],
    [replace('[a]'), replace('[a, b]'), true],
    [replace('[]'), replace('[a, b]'), true],
    [replace('[a, c]'), replace('[a, b]'), false],
    [replace('[a, 1]'), replace('[a, b]'), false],
    [replace('[a]'), replace('[a, {b: c}]'), false],
    [replace('a'), replace('[a]'), false],
    [replace('[a]', '/x'), replace('[a]'), false],
    [replace('[a]').replace('replace', 'add'), replace('[a, b]'), false],
    [replace('[a]').replace('replace', 'add'), replace('[a, b]').replace('replace', 'add'), false],
    [`[{op: remove, path: /x}, {op: remove, path: ${'/y'}}]`, '[{op: remove, path: /y}]', true],
    ['[{op: remove, path: /x}]', '[{op: remove, path: /x}, {op: remove, path: /z}]', false],
    ['a: b', replace('[a]'), false],
    ['rules: [a]\nx: y', 'rules: [a]', true],
    ['rules: [a, b]', 'rules: [a]', false],
    ['{}', '$patch: delete', false],
    ['subjects: [b]', 'subjects: [a]', false],
    ['roleRef: {name: b}', 'roleRef: {name: a}', false],
    ['aggregationRule: {}', 'x: y', false],
    ['spec: {x: {serviceAccountName: b}}', 'spec: {x: {serviceAccountName: a}}', false],
    ['spec: {automountServiceAccountToken: true}', 'spec: {automountServiceAccountToken: false}', false],
    ['spec: {x: 2}', 'spec: {x: 1}', true],
    ['a: b\n---\nc: d', 'a: b', false],
    ['a: [', 'a: b', false],
    ['a: b', 'a: [', false],
    ['x', 'x', false],
  ])('%j for %j: %s', (now, former, is) => expect(isAsNarrow(now, former)).toBe(is));
});

describe('replacements', () => {
  const to = (kind: string | undefined, ...fieldPaths: unknown[]) => ({ targets: [{ select: { kind }, fieldPaths }] });
  test.each<[entry: unknown, reaches: boolean]>([
    [{}, true],
    [{ targets: [] }, true],
    [to('ClusterRole', 'rules.0.verbs.0'), true],
    [to('RoleBinding', 'subjects.0.name'), true],
    [to('RoleBinding', 'roleRef.name'), true],
    [to(undefined, 'metadata.name'), true],
    [to('Role|x', 'kind'), true],
    [to('Deploy.*', 'rules'), true],
    [to('Deployment', 'metadata.name'), false],
    [to('ClusterRole', 'spec.x'), false],
    [to('ClusterRole', 'x.rules'), false],
    [to('Deployment', 'spec.template.spec.serviceAccountName'), true],
    [to('Deployment', 'serviceaccount'), true],
    [to('Deployment', 'spec'), true],
    [to('CronJob', 'spec.jobTemplate.spec.template.spec'), true],
    [to('Deployment', 'spec.replicas'), false],
    [to('Deployment', 'spec.replicas', 'spec.template'), true],
    [{ targets: [...to('Deployment', 'spec.replicas').targets, ...to('Role', 'rules').targets] }, true],
  ])('that %j reach a grant or an account: %s', (entry, reaches) => expect(replacementReaches(entry)).toBe(reaches));

  test('take their values from objects, as variables do', () => {
    const view = viewOf({
      'k/r.yaml': '- {source: {kind: A, name: b}}\n- {source: {kind: C}, targets: [{fieldPaths: [x]}]}\n',
      'k/s.yaml': 'source: {name: d}\n',
    });
    const kustomization = {
      replacements: [
        { path: 'r.yaml' },
        { path: 's.yaml' },
        { source: { kind: 'E' } },
        { path: '../../out', source: { kind: 'F' } },
      ],
      vars: [
        { name: 'USED', objref: { kind: 'G', name: 'h' } },
        { name: 'OTHER', objref: { kind: 'I' } },
      ],
    };
    expect(replacementSources(view, 'k', kustomization, (words) => words === '$(USED)')).toEqual([
      { kind: 'A', name: 'b' },
      { kind: undefined, name: 'd' },
      { kind: 'E', name: undefined },
      { kind: 'F', name: undefined },
      { kind: 'G', name: 'h' },
    ]);
    expect(replacementSources(view, 'k', {}, () => true)).toEqual([]);
  });

  test('may be about an object by its kind and a part of its name', () => {
    const may = (kind: string | undefined, name: string | undefined, of: string) =>
      maySource(
        [
          { kind: 'X', name: 'x' },
          { kind, name },
        ],
        'K',
        of,
      );
    expect([
      may('K', 'pre-n', 'n'),
      may(undefined, 'n', 'n'),
      may('K', undefined, 'n'),
      may('L', 'n', 'n'),
      may('K', 'n', 'm'),
    ]).toEqual([true, true, true, false, false]);
    expect(maySource([], 'K', 'n')).toBe(false);
  });
});

describe('transformers', () => {
  const view = viewOf({
    'k/t.yaml':
      'apiVersion: builtin\nkind: LabelTransformer\nlabels: {a: b}\n---\napiVersion: builtin\nkind: NamespaceTransformer\n',
    'k/p.yaml': 'the patch',
    'k/r.yaml': 'source: {kind: A}\n',
    'k/f/kustomization.yaml': 'resources: [x.yaml, g, ../../../out, 1]\n',
    'k/f/x.yaml': 'apiVersion: builtin\nkind: PrefixTransformer\n',
    'k/f/g/y.yaml': '',
  });
  const fields = (entry: unknown) => {
    const { files, ...found } = transformerFields(view, 'k', entry);
    return [
      ...Object.entries(found).flatMap(([field, all]) => (all.length === 0 ? [] : [`${field} ${JSON.stringify(all)}`])),
      ...files,
    ];
  };
  const builtin = (kind: string, more: string) => `{apiVersion: builtin, kind: ${kind}, ${more}}`;
  test.each<[entry: unknown, found: readonly string[]]>([
    [builtin('PatchTransformer', 'patch: x, target: {kind: A}'), ['patches [{"patch":"x","target":{"kind":"A"}}]']],
    [builtin('PatchJson6902Transformer', 'jsonOp: ops'), ['patches [{"patch":"ops"}]']],
    [builtin('PatchTransformer', 'path: p.yaml'), ['patches [{"patch":"the patch"}]', 'k/p.yaml']],
    [builtin('PatchTransformer', 'path: none.yaml, patch: x'), ['patches [{"patch":"{"}]', 'k/none.yaml']],
    [builtin('PatchTransformer', 'path: ../../out'), ['patches [{"patch":"{"}]']],
    [builtin('PatchTransformer', 'x: y'), ['patches [{"patch":"{"}]']],
    [
      builtin('PatchStrategicMergeTransformer', 'paths: [p.yaml, none.yaml], patches: z'),
      ['patches [{"patch":"the patch"},{"patch":"{"},{"patch":"z"}]', 'k/p.yaml', 'k/none.yaml'],
    ],
    [builtin('LabelTransformer', 'labels: {a: b}'), ['labels [{"pairs":{"a":"b"}}]']],
    [
      builtin('ReplacementTransformer', 'replacements: [{path: r.yaml}, {source: {kind: B}}, {path: none.yaml}]'),
      [
        'replacements [{"source":{"kind":"A"}},{"source":{"kind":"B"}},{"path":"none.yaml"}]',
        'k/r.yaml',
        'k/none.yaml',
      ],
    ],
    [
      builtin('NamespaceTransformer', 'a: b'),
      ['others [{"apiVersion":"builtin","kind":"NamespaceTransformer","a":"b"}]'],
    ],
    ...['Annotations', 'ImageTag', 'ReplicaCount', 'PatchAnnotations'].map(
      (kind) => [builtin(`${kind}Transformer`, 'a: b'), []] as [string, string[]],
    ),
    ['{apiVersion: v1, kind: Run}', []],
    [
      't.yaml',
      ['labels [{"pairs":{"a":"b"}}]', 'others [{"apiVersion":"builtin","kind":"NamespaceTransformer"}]', 'k/t.yaml'],
    ],
    [
      'f',
      [
        'others [{"apiVersion":"builtin","kind":"PrefixTransformer"},"k/f/g"]',
        'k/f/kustomization.yaml',
        'k/f/x.yaml',
        'k/f/g',
      ],
    ],
    ['none', []],
    ['../../out', []],
    ['a: [\n', ['others ["a: [\\n"]']],
    ['x\ny', ['others ["x y"]']],
    [{ apiVersion: 'builtin', kind: 'LabelTransformer', labels: { c: 'd' } }, ['labels [{"pairs":{"c":"d"}}]']],
  ])('%j say %j', (entry, found) => expect(fields(entry)).toEqual(found));

  test('have what others have not', () => {
    const own = transformerFields(view, 'k', 't.yaml');
    expect(newIn(own, [])).toEqual(own);
    expect(newIn(own, [{ ...own, others: [] }])).toEqual({ ...own, labels: [] });
    expect(
      newIn(own, [
        { ...own, labels: [] },
        { ...own, others: [] },
      ]),
    ).toEqual({ ...own, labels: [], others: [] });
  });
});

test('the files that a kustomization takes in are those of what it includes, unless it is a component', () => {
  const graph = new Graph(
    viewOf({
      'k/kustomization.yaml': 'resources: [a.yaml, ../l]\n',
      'k/a.yaml': '',
      'l/kustomization.yaml': 'resources: [b.yaml, ../k, ../m]\n',
      'l/b.yaml': '',
      'm/kustomization.yaml': 'resources: [c.yaml]\n',
      'm/c.yaml': '',
      'c/kustomization.yaml': 'kind: Component\n',
    }),
  );
  const parts = ['k', 'l', 'm', 'c'].flatMap((folder) => graph.kustomization(folder) ?? []);
  expect([...(filesBelow('k', parts) ?? [])].sort()).toEqual(['k/a.yaml', 'l/b.yaml', 'm/c.yaml']);
  expect([...(filesBelow('m', parts) ?? [])]).toEqual(['m/c.yaml']);
  expect([filesBelow('c', parts), filesBelow('none', parts)]).toEqual([undefined, undefined]);
});

test('what may count, and the labels that fields give', () => {
  const yes = [
    'kind: Role',
    'serviceAccountName: x',
    'kind: Deployment',
    "kind:  'CronJob'",
    'kind: "Pod"',
    'kind: Rollout',
    'kind: DaemonSet',
    'kind: StatefulSet',
    'kind: Job',
    'kind: ReplicaSet',
  ];
  const no = ['kind: Podx', 'kind: Service', 'Deployment', 'a: b'];
  expect([...yes, ...no].filter((each) => mayCount(Buffer.from(each)))).toEqual(yes);
  expect(labelsGiven([{ a: 1 }, [{ pairs: { b: 1, c: 2 } }, 'x'], undefined])).toEqual(['a', 'b', 'c']);
});
