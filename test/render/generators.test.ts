import { expect, test } from '@jest/globals';
import { boundPaths, isOpenPath, textsOf } from '../../src/render/generators/bound-paths.ts';
import { Generators } from '../../src/render/generators/generated.ts';
import { flattened, isSelected, substituted } from '../../src/render/generators/parameters.ts';
import { type Texts, viewOf } from './delivered.ts';

const tree: Texts = {
  'apps/One-A/x.yaml': 'a: b\n',
  'apps/two/deep/x.yaml': 'a: b\n',
  'env/dev.json': '{"name": "dev", "at": {"n": 1, "list": [1]}}',
  'env/prod.yaml': '- {name: prod}\n- {name: prod2}\n',
  'env/bad.yaml': 'a: [\n',
};

/** Parameters by their names but those of paths, and what else is said of each Application that generators make. */
function made(generators: unknown, files: Texts = tree): readonly string[] {
  return new Generators(viewOf(files), (url) => url === 'own').all(generators as unknown[]).map((each) => {
    const { parameters, isOpen, files: read, templates, unbuilt, computed } = each;
    const shown = [...parameters]
      .filter(([name, value]) => !/path[.[]|^index/.test(name) && value !== '{}')
      .map(([name, value]) => `${name}=${value}`);
    return [
      shown.join(' '),
      ...(isOpen ? ['open'] : []),
      ...(read.length > 0 ? [`of ${read.join(', ')}`] : []),
      ...(templates.length > 0 ? [JSON.stringify(templates)] : []),
      ...(unbuilt === undefined ? [] : [JSON.stringify(unbuilt)]),
      ...(computed === undefined ? [] : [`computed ${computed}`]),
    ].join(' | ');
  });
}

const elements = (...all: unknown[]) => ({ list: { elements: all } });
const git = (more: object) => ({ git: { repoURL: 'own', ...more } });
const cases: readonly (readonly [string, readonly string[], unknown, Texts?])[] = [
  [
    'elements',
    ['a=b c=1 d=true f | toJson={"g":"h","i":[1]} f.g=h f.i | toJson=[1]', 'a=c'],
    [elements({ a: 'b', c: 1, d: true, e: null, f: { g: 'h', i: [1] } }, { a: 'c' })],
  ],
  [
    'elements that are no mappings',
    [' | open | computed "{{ x }}"', ' | open | computed ["y"]'],
    [elements('{{ x }}', ['y'])],
  ],
  ['elements as text', ['a=b', 'a=c', 'a=d'], [{ list: { elements: [{ a: 'b' }], elementsYaml: '[{a: c}, {a: d}]' } }]],
  ['elements as text with a parameter', ['a={{ .x }}'], [{ list: { elementsYaml: '[{a: "{{ .x }}"}]' } }]],
  [
    'elements that a template makes',
    [' | open | computed {{ .x | toJson }}'],
    [{ list: { elementsYaml: '{{ .x | toJson }}' } }],
  ],
  [
    'elements of which a template makes more',
    ['a=b', ' | open | computed [{a: b}]\n# {{ .x }}\n'],
    [{ list: { elementsYaml: '[{a: b}]\n# {{ .x }}\n' } }],
  ],
  ['several generators', ['a=b', 'a=c'], [elements({ a: 'b' }), elements({ a: 'c' })]],
  ['nothing', [], [{}, { selector: {} }, { list: {} }]],
  [
    'clusters',
    ['values | toJson={"a":"b","c":{"d":1}} values.a=b values.c | toJson={"d":1} values.c.d=1 | open'],
    [{ clusters: { values: { a: 'b', c: { d: 1 } } } }],
  ],
  ['a selector', ['a=b c=d'], [{ ...elements({ a: 'b', c: 'd' }, { a: 'c' }), selector: { matchLabels: { a: 'b' } } }]],
  [
    'a template',
    ['a=b | [{"metadata":{"name":"x"}}]'],
    [{ list: { elements: [{ a: 'b' }], template: { metadata: { name: 'x' } } } }],
  ],
  [
    'folders',
    [
      'path=apps/One-A values | toJson={"v":"One-A","w":"x"} values.v=One-A values.w=x',
      'path=apps/two values | toJson={"v":"two","w":"x"} values.v=two values.w=x',
    ],
    [git({ directories: [{ path: 'apps/*' }], values: { v: '{{path.basename}}', w: 'x' } })],
  ],
  [
    'folders of folders',
    ['path=apps/One-A', 'path=apps/two/deep'],
    [git({ directories: [{ path: 'apps/**' }, { path: 'apps/two', exclude: true }] })],
  ],
  [
    'folders by a pattern that is not known',
    ['path=apps/One-A', 'path=apps/two'],
    [git({ directories: [{ path: 'apps/{{x}}' }, { path: 'apps/{{y}}', exclude: true }] })],
  ],
  ['folders with a prefix', ['p.path=env'], [git({ directories: [{ path: 'env' }], pathParamPrefix: 'p' })]],
  [
    'files',
    [
      'name=dev at | toJson={"n":1,"list":[1]} at.n=1 at.list | toJson=[1] path=env | of env/dev.json',
      'name=prod path=env | of env/prod.yaml',
      'name=prod2 path=env | of env/prod.yaml',
    ],
    [git({ files: [{ path: 'env/*.json' }, { path: 'env/prod.yaml' }] })],
  ],
  [
    'files that cannot be read',
    [
      'path=env | open | of env/bad.yaml | {"why":"env/bad.yaml, which its generator reads, could not be read (line 2: unexpected end of the stream within a flow collection)","by":"a file that its generator reads","unread":["env/bad.yaml"]}',
    ],
    [git({ files: [{ path: 'env/bad.yaml' }] })],
  ],
  ['files that are not there', [], [git({ files: [{ path: 'none/*' }] })]],
  [
    'another repository',
    ['values | toJson={"a":"b"} values.a=b | open'],
    [{ git: { repoURL: 'far', directories: [{ path: 'apps/*' }], values: { a: 'b' } } }],
  ],
  [
    'a matrix',
    ['a=1 b=3', 'a=4', 'a=2 b=3', 'a=4'],
    [{ matrix: { generators: [elements({ a: '1' }, { a: '2' }), elements({ b: '3' }, { a: '4' })] } }],
  ],
  ['a matrix of one', [], [{ matrix: { generators: [elements({ a: '1' })] } }]],
  [
    'a matrix whose second is a template',
    ['a=apps path=apps/One-A', 'a=apps path=apps/two'],
    [{ matrix: { generators: [elements({ a: 'apps' }, { a: 'none' }), git({ directories: [{ path: '{{a}}/*' }] })] } }],
  ],
  [
    'a matrix of clusters and their files',
    ['name=dev at | toJson={"n":1,"list":[1]} at.n=1 at.list | toJson=[1] path=env | open | of env/dev.json'],
    [{ matrix: { generators: [{ clusters: {} }, git({ files: [{ path: 'env/{{name}}.json' }] })] } }],
  ],
  [
    'a matrix of clusters and their folders',
    ['name=One-A path=apps/One-A | open', 'name=two path=apps/two | open'],
    [{ matrix: { generators: [{ clusters: {} }, git({ directories: [{ path: 'apps/{{name}}' }] })] } }],
  ],
  [
    'a matrix of clusters and folders without some',
    ['name=two path=apps/two/deep | open', 'name=two path=env | open'],
    [
      {
        matrix: {
          generators: [
            { clusters: {} },
            git({
              directories: [{ path: 'apps/{{name}}', exclude: true }, { path: 'env' }, { path: 'apps/{{name}}/deep' }],
            }),
          ],
        },
      },
    ],
  ],
  [
    'a matrix of clusters and files that none has',
    [],
    [{ matrix: { generators: [{ clusters: {} }, git({ files: [{ path: 'none/{{name}}.json' }] })] } }],
  ],
  [
    'a matrix with templates',
    ['a=b c=d | [{"x":1},{"x":2},{"x":3}]'],
    [
      {
        matrix: {
          generators: [
            { list: { elements: [{ a: 'b' }], template: { x: 1 } } },
            { list: { elements: [{ c: 'd' }], template: { x: 2 } } },
          ],
          template: { x: 3 },
        },
      },
    ],
  ],
  [
    'a matrix with a matrix',
    ['a=1 b=2 c=3'],
    [
      {
        matrix: {
          generators: [elements({ a: '1' }), { matrix: { generators: [elements({ b: '2' }), elements({ c: '3' })] } }],
        },
      },
    ],
  ],
  [
    'a matrix of what a template computes',
    ['a=1 x=2 | open | computed ["","{{ \\"1\\" | x }}",[["a","1"],["x","2"]]]'],
    [{ matrix: { generators: [elements({ a: '1', x: '2' }), { list: { elementsYaml: '{{ "{{ .a }}" | x }}' } }] } }],
  ],
  [
    'a matrix of what a template computes without a name',
    ['a=1 | open | computed ["","{{ list }}",[["a","1"]]]'],
    [{ matrix: { generators: [elements({ a: '1' }), { list: { elementsYaml: '{{ list }}' } }] } }],
  ],
  [
    'generators too deep',
    [' | open'],
    [
      {
        matrix: {
          generators: [
            elements({}),
            {
              matrix: {
                generators: [
                  elements({}),
                  {
                    matrix: {
                      generators: [elements({}), { matrix: { generators: [elements({ a: 'b' }), elements({})] } }],
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    ],
  ],
  [
    'a merge',
    ['k=1 a=x', 'k=2 a=z b=w'],
    [
      {
        merge: {
          mergeKeys: ['k'],
          generators: [
            elements({ k: '1', a: 'x' }, { k: '2', a: 'y' }),
            elements({ k: '2', a: 'z', b: 'w' }, { k: '3', a: 'v' }),
          ],
        },
      },
    ],
  ],
  [
    'a merge of three',
    ['k=1 a=y b=z'],
    [
      {
        merge: {
          mergeKeys: ['k'],
          generators: [elements({ k: '1', a: 'x' }), elements({ k: '1', a: 'y' }), elements({ k: '1', b: 'z' })],
        },
      },
    ],
  ],
  [
    'a merge of clusters',
    [
      'values | toJson={"x":"y"} values.x=y | open',
      'values | toJson={"x":"y"} values.x=y k=1 a=b | open',
      'values | toJson={"x":"y"} values.x=y k=2 | open',
    ],
    [
      {
        merge: {
          mergeKeys: ['k'],
          generators: [{ clusters: { values: { x: 'y' } } }, elements({ k: '1', a: 'b' }, { k: '2' })],
        },
      },
    ],
  ],
  [
    'a merge with clusters',
    ['k=1 a=b', 'k=1 | open'],
    [{ merge: { mergeKeys: ['k'], generators: [elements({ k: '1', a: 'b' }), { clusters: { values: { x: 'y' } } }] } }],
  ],
  [
    'a merge with a key that is not known',
    ['k={{ x }} a=b'],
    [{ merge: { mergeKeys: ['k'], generators: [elements({ k: '{{ x }}', a: 'b' }), elements({ k: '1', c: 'd' })] } }],
  ],
  [
    'a merge by a key of clusters',
    ['values | toJson={"k":"1"} values.k=1 a=b | open'],
    [
      {
        merge: {
          mergeKeys: ['values.k'],
          generators: [{ clusters: { values: { k: '1' } } }, elements({ 'values.k': '1', a: 'b' })],
        },
      },
    ],
  ],
  [
    'a merge with what a template computes',
    ['k=1 a=b', 'k=1 | open | computed {{ .a }}{{ .k }}'],
    [
      {
        merge: {
          mergeKeys: ['k'],
          generators: [elements({ k: '1', a: 'b' }), { list: { elementsYaml: '{{ .a }}{{ .k }}' } }],
        },
      },
    ],
  ],
  ['a merge of nothing', [], [{ merge: { mergeKeys: ['k'], generators: [] } }]],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))('what generators make: $name', ({ rest }) => {
  const [expected, ...given] = rest;
  expect(made(...given)).toEqual(expected);
});

test('the parameters of a folder and of a file by every name that templates have for them', () => {
  const named = (generator: object) => {
    const [each] = new Generators(viewOf(tree), () => true).all([generator]);
    return Object.fromEntries(each?.parameters ?? []);
  };
  expect(named(git({ directories: [{ path: 'apps/One-A' }] }))).toEqual({
    path: 'apps/One-A',
    'path.path': 'apps/One-A',
    'path.basename': 'One-A',
    'path.basenameNormalized': 'one-a',
    'path[0]': 'apps',
    'index .path.segments 0': 'apps',
    'path[1]': 'One-A',
    'index .path.segments 1': 'One-A',
    'values | toJson': '{}',
  });
  expect(named(git({ files: [{ path: 'env/dev.json' }], pathParamPrefix: 'p' }))).toMatchObject({
    name: 'dev',
    'p.path': 'env',
    'p.path.path': 'env',
    'p.path.basename': 'env',
    'p.path[0]': 'env',
    'p.path.filename': 'dev.json',
    'p.path.filenameNormalized': 'dev.json',
  });
});

test('no more than 5,000 Applications are computed, and one that may be any of the rest', () => {
  const many = (count: number) => elements(...Array.from({ length: count }, (_, index) => ({ a: index })));
  const counted = (...generators: unknown[]) => {
    const all = made(generators);
    return [all.length, all.at(-1)];
  };
  expect(counted(many(5_000))).toEqual([5_000, 'a=4999']);
  expect(counted(many(5_001))).toEqual([5_001, ' | open']);
  const matrix = (one: number, other: number) => ({
    matrix: { generators: [many(one), elements(...Array(other).fill({ b: 1 }))] },
  });
  expect(counted(matrix(50, 100))).toEqual([5_000, 'a=49 b=1']);
  expect(counted(matrix(51, 100))).toEqual([5_001, ' | open']);
});

test('what an expression of a template gives', () => {
  const parameters = new Map([...flattened({ a: 'x', b: { c: [1], d: 2n } }, ''), ['path', 'p']] as [string, string][]);
  const given = (source: string) => substituted(source, parameters);
  expect(given('{{a}}-{{ .a }}-{{- a -}}-{{ .path }}-{{none}}-{{ .b.d }}')).toBe('x-x-x-p-{{none}}-2');
  const written = [
    'toJson .b.c',
    'toYaml .b.c',
    'mustToJson .b.c',
    '.b.c | toPrettyJson',
    '.b.c|toRawJson',
    'toYaml .b.c | nindent 8',
    '.b.c | toYaml | indent 2',
  ];
  expect(written.map((each) => given(`{{ ${each} }}`))).toEqual(written.map(() => '[1]'));
  const kept = [
    '{{ x toJson .b.c }}',
    '{{ .b.c | toJson | x }}',
    '{{ toXml .b.c }}',
    '{{ .b.c }}',
    '{{ toJson b.c }}',
    `{{ ${'a'.repeat(201)} }}`,
  ];
  expect(kept.map(given)).toEqual(kept);
});

test.each<[selector: unknown, isTaken: boolean]>([
  [undefined, true],
  [{}, true],
  [{ matchLabels: { a: 'x', n: 1 } }, true],
  [{ matchLabels: { a: 'x', n: 2 } }, false],
  [{ matchLabels: { a: '' } }, false],
  [{ matchLabels: { none: 'x' } }, false],
  [{ matchLabels: { open: 'any' } }, true],
  [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['w', 'x'] }] }, true],
  [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['w'] }] }, false],
  [{ matchExpressions: [{ key: 'none', operator: 'In', values: ['w'] }] }, false],
  [{ matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['w'] }] }, true],
  [{ matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['x'] }] }, false],
  [{ matchExpressions: [{ key: 'none', operator: 'NotIn', values: ['x'] }] }, true],
  [
    {
      matchExpressions: [
        { key: 'a', operator: 'Exists' },
        { key: 'none', operator: 'DoesNotExist' },
      ],
    },
    true,
  ],
  [{ matchExpressions: [{ key: 'none', operator: 'Exists' }] }, false],
  [{ matchExpressions: [{ key: 'a', operator: 'DoesNotExist' }] }, false],
  [{ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] }, true],
  [{ matchExpressions: [{ key: 'open', operator: 'In', values: ['1'] }] }, true],
])('a selector %j takes what is known: %s', (selector, isTaken) => {
  const parameters = new Map([
    ['a', 'x'],
    ['n', '1'],
    ['open', '{{ y }}'],
  ]);
  expect(isSelected(selector, { parameters, isOpen: false })).toBe(isTaken);
  // Of what may have further parameters only those that are known decide.
  const isAsked = JSON.stringify(selector ?? '').includes('none');
  expect(isSelected(selector, { parameters, isOpen: true })).toBe(isTaken || isAsked);
});

test.each<[pattern: string, path: string, bound: Readonly<Record<string, string>> | undefined]>([
  ['a/{{x}}', 'a/b', { x: 'b' }],
  ['a/{{ .x }}.yaml', 'a/b.yaml', { x: 'b' }],
  ['a/{{x}}', 'a/b/c', undefined],
  ['a/{{x}}', 'ba/b', undefined],
  ['a/{{x}}b', 'a/b', undefined],
  ['{{x}}/{{y}}', 'a/b', { x: 'a', y: 'b' }],
  ['{{x}}/{{x}}', 'a/a', { x: 'a' }],
  ['{{x}}/{{x}}', 'a/b', undefined],
  ['*/{{x}}', 'a/b', { x: 'b' }],
  ['*/{{x}}', 'a/b/c', undefined],
  ['**/{{x}}', 'a/b/c', { x: 'c' }],
  ['a.b/{{x}}', 'axb/c', undefined],
  ['a.b/{{x}}', 'a.b/c', { x: 'c' }],
  ['a+(b)/{{x}}', 'a+(b)/c', { x: 'c' }],
])('the path %s as %s says %j', (pattern, path, bound) => {
  expect(boundPaths(pattern, [path, path])).toEqual(bound === undefined ? [] : [Object.entries(bound)]);
});

test('paths with too many parameters or wildcards are not tried', () => {
  const isTried = (pattern: string) => boundPaths(pattern, []) !== undefined;
  expect(['{{a}}/{{b}}/{{c}}', '{{a}}/{{b}}/*/*', '{{a}}*', '**/{{a}}', '*/*/*/{{a}}'].map(isTried)).toEqual(
    Array(5).fill(true),
  );
  expect(
    ['{{a}}/{{b}}/{{c}}/{{d}}', '{{a}}/{{b}}/*/*/*', '{{a}}*x*', '**/**/{{a}}', '{{a}}{{b}}{{c}}'].map(isTried),
  ).toEqual(Array(5).fill(false));
  expect(['a/{{x}}', 'a/{{ .x }}', '{{}}', 'a'].map(isOpenPath)).toEqual([true, true, false, false]);
  expect([textsOf('a/{{x}}b{{ .y }}'), textsOf('a')]).toEqual([['a/', 'b', ''], ['a']]);
});
