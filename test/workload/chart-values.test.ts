import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { chartOf, valuesIn } from '../../src/workload/charts/values.ts';
import { application, configMap, k3s, read, release, valuesFile, valuesOf } from './chart-values.ts';

/** `<kind> <part> [<namespace>]: <values>`. */
const told = (objects: readonly object[], ...files: Parameters<typeof valuesFile>[]) =>
  valuesOf(
    objects,
    files.map((each) => valuesFile(...each)),
  ).map(
    ({ resource, part, namespace, value }) =>
      `${resource.kind} ${resource.name} ${part}${namespace === undefined ? '' : ` [${namespace}]`}: ${JSON.stringify(value)}`,
  );
const git = { chart: { spec: { chart: './web', sourceRef: { kind: 'GitRepository' } } } };

describe('the values of a chart from elsewhere', () => {
  test.each<[string, object, readonly string[]]>([
    ['Flux', release({ a: 1 }), ['HelmRelease a values: {"a":1}']],
    [
      'Flux, into another namespace',
      release({ a: 1 }, { targetNamespace: 'x' }),
      ['HelmRelease a values [x]: {"a":1}'],
    ],
    ['Flux, without values', release(undefined), []],
    ['Flux, of a chart of the repository', release({ a: 1 }, git), []],
    ['another group', { ...release({ a: 1 }), apiVersion: 'example.org/v1' }, []],
    ['another kind of Flux', { ...release({ a: 1 }), kind: 'HelmChart' }, []],
    [
      'Argo CD, in each of its ways',
      application({
        destination: { namespace: 'x' },
        source: {
          chart: 'web',
          helm: { valuesObject: { a: 1 }, values: 'b: 2\n---\n- c\n', parameters: [{ name: 'd.e', value: 'true' }] },
        },
      }),
      [
        'Application a source.helm.valuesObject [x]: {"a":1}',
        'Application a source.helm.values [x]: {"b":2}',
        'Application a source.helm.parameters [x]: {"d":{"e":true}}',
      ],
    ],
    [
      'Argo CD, of several sources',
      application({
        sources: [
          { path: 'web', helm: { valuesObject: { a: 1 } } },
          { chart: 'web', helm: { valuesObject: { b: 1 } } },
        ],
      }),
      ['Application a sources.1.helm.valuesObject: {"b":1}'],
    ],
    [
      'an ApplicationSet',
      application({ source: { chart: 'web', helm: { valuesObject: { a: 1 } } } }, 'ApplicationSet'),
      ['ApplicationSet a template.source.helm.valuesObject: {"a":1}'],
    ],
    [
      'what is called like an Application',
      application({ source: { chart: 'web', helm: { valuesObject: { a: 1 } } } }, 'ApplicationSets'),
      [],
    ],
    [
      'what ends like an Application',
      application({ source: { chart: 'web', helm: { valuesObject: { a: 1 } } } }, 'MyApplication'),
      [],
    ],
    [
      'an Application of another group',
      { ...application({ source: { chart: 'web', helm: { valuesObject: { a: 1 } } } }), apiVersion: 'app.k8s.io/v1' },
      [],
    ],
    [
      'k3s',
      k3s({ chart: 'web', valuesContent: 'a: 1\n', values: { b: 1 }, set: { 'c.d': 'false', 'e\\.f': 'x' } }),
      [
        'HelmChart traefik valuesContent: {"a":1}',
        'HelmChart traefik values: {"b":1}',
        'HelmChart traefik set: {"c":{"d":false},"e.f":"x"}',
      ],
    ],
    [
      'k3s, of a chart of its own',
      k3s({ valuesContent: 'a: 1\n' }, 'HelmChartConfig'),
      ['HelmChartConfig traefik valuesContent: {"a":1}'],
    ],
    ['another kind of k3s', k3s({ valuesContent: 'a: 1\n' }, 'Addon'), []],
    [
      'a ConfigMap',
      configMap({ 'values.yaml': 'a: 1\n', 'my-VALUES.yml': 'b: 1\n', 'values.yaml.tmpl': 'c: 1\n', other: 'd: 1\n' }),
      ['ConfigMap m data.values.yaml: {"a":1}', 'ConfigMap m data.my-VALUES.yml: {"b":1}'],
    ],
    ['a Secret', { ...configMap({ 'values.yaml': 'a: 1\n' }), kind: 'Secret' }, []],
    ['a ConfigMap of another group', { ...configMap({ 'values.yaml': 'a: 1\n' }), apiVersion: 'example.org/v1' }, []],
  ])('of %s', (_, object, expected) => {
    expect(told([object])).toEqual(expected);
  });

  test('are not those of a ConfigMap that a chart of the repository takes', () => {
    const map = configMap({ 'values.yaml': 'a: 1\n' });
    const taken = { valuesFrom: [{}, { kind: 'ConfigMap', name: 'm' }] };
    expect(told([map, release({}, { ...git, ...taken })])).toEqual([]);
    expect(told([map, release({}, taken)])).toHaveLength(2);
    expect(told([map, { ...release({}, { ...git, ...taken }), apiVersion: 'example.org/v1' }])).toHaveLength(1);
    // Nor does it concern what else is called so.
    expect(told([release({ a: 1 }, {}, 'm'), release({}, { ...git, ...taken })])).toHaveLength(1);
  });

  test('are those of files that are no objects', () => {
    expect(
      told(
        [],
        ['a.yaml', undefined, 'a: 1\n---\nb: 1\n'],
        ['b.yaml', undefined, 'kind: X\n---\napiVersion: v1\n---\n- a\n---\nkind: {a: 1}\n'],
        ['a_test.yaml', undefined, 'a: 1\ntests: [{}]\n'],
        ['a_test.yaml.bak', undefined, 'tests: [{}]\n'],
        ['b_test.yml', undefined, 'tests: x\n---\n- a\n'],
        ['c.yaml', undefined, 'tests: [{}]\n'],
        ['gone.yaml', 'a: 1\n', undefined],
      ),
    ).toEqual([
      'Values a.yaml : {"a":1}',
      'Values a.yaml 1: {"b":1}',
      'Values b.yaml 3: {"kind":{"a":1}}',
      'Values a_test.yaml : {"a":1}',
      'Values a_test.yaml.bak : {"tests":[{}]}',
      'Values b_test.yml : {"tests":"x"}',
      'Values c.yaml : {"tests":[{}]}',
    ]);
    const text = { ...valuesFile('a.yaml', undefined, 'a: 1\n') };
    const side = { ...text.after, structure: 'text' } as never;
    expect(valuesOf([], [{ ...text, after: side }])).toEqual([]);
  });

  test('of a file that moved are those at its former place', () => {
    const moved = { ...valuesFile('new.yaml', 'a: 1\n', 'a: 1\n'), movedFrom: 'old.yaml' };
    const { before, after } = valuesIn({ before: [], after: [] }, [moved], defaultPolicy.limits);
    expect([before, after].flat().map(({ resource }) => resource.name)).toEqual(['old.yaml', 'new.yaml']);
  });

  test('are those of what changes alone', () => {
    const [same] = read(release({ a: 1 }));
    if (same === undefined) throw new Error('no object');
    const [other] = read(release({ a: 2 }, {}, 'b'));
    const sides = { before: [same], after: [same, ...(other === undefined ? [] : [other])] };
    expect(valuesIn(sides, [], defaultPolicy.limits)).toMatchObject({ before: [], after: [{ value: { a: 2 } }] });
    const embedded = { ...same, isEmbedded: true };
    expect(valuesIn({ before: [], after: [embedded] }, [], defaultPolicy.limits).after).toEqual([]);
  });

  test('as parameters are placed at the parameter that states them, the last one first', () => {
    const parameters = [
      { name: 'a.b', value: 'x' },
      { name: 'c\\.d', value: 'true', forceString: true },
      { name: 'a.e', value: 'null' },
      { name: 'a', value: 'y' },
      { name: 'f[0].g', value: 'false', forceString: false },
      { name: 'f[0].h', value: 'false', forceString: 'yes' },
    ];
    const [values] = valuesOf([application({ source: { chart: 'web', helm: { parameters } } })]);
    expect(values?.value).toEqual({ a: 'y', 'c.d': 'true', 'f[0]': { g: false, h: false } });
    const [object] = read(application({ source: { chart: 'web', helm: { parameters } } }));
    const at = (index: number) => object?.at(['spec', 'source', 'helm', 'parameters', index]);
    expect(values?.resource.at(['f[0]', 'g'])).toEqual(at(4));
    expect(values?.resource.valueAt(['f[0]', 'g', 'deeper'])).toEqual(at(4));
    expect(values?.resource.at(['f[0]'])).toEqual(at(5));
    expect(values?.resource.at(['none'])).toEqual(object?.at(['spec', 'source', 'helm', 'parameters']));
  });

  test('as parameters go 24 keys deep', () => {
    const name = (size: number) => Array.from({ length: size }, () => 'a').join('.');
    const [values] = valuesOf([
      application({
        source: {
          chart: 'web',
          helm: {
            parameters: [
              { name: name(24), value: '1' },
              { name: `b.${name(24)}`, value: '1' },
            ],
          },
        },
      }),
    ]);
    expect(Object.keys(values?.value ?? {})).toEqual(['a']);
  });

  test('of a plugin of Argo CD are read by their names', () => {
    const plugin = {
      name: 'helmfile',
      env: [
        { name: 'ARGS', value: '--set rbac.create=true,x.y=false --values=z=1 word' },
        { name: 'YAML', value: 'a: {b: 1}\nc: 2\n' },
        { name: 'FLOW', value: ' {a: 1}' },
        { name: 'BROKEN', value: '{a' },
        { name: 'ONE', value: 'true' },
        { name: 'WORD', value: 'x y' },
        { name: 'N', value: 3 },
      ],
      parameters: [
        { name: 's', string: 'a=b' },
        { name: 'l', array: ['x'] },
        { name: 'm', map: { k: 'v' } },
        { name: 'none' },
      ],
    };
    const all = valuesOf([application({ destination: { namespace: 'x' }, source: { path: 'p', plugin } })]);
    expect(
      all.map(({ part, value, plugin: name, namespace }) => ({ part, value: { ...value }, name, namespace })),
    ).toEqual([
      {
        part: 'spec.source.plugin.env',
        value: {
          ARGS: { 'rbac.create': true, 'x.y': false, z: '1' },
          YAML: { a: { b: 1 }, c: 2 },
          FLOW: { a: 1 },
          BROKEN: '{a',
          ONE: true,
          WORD: 'x y',
          N: 3,
        },
        name: 'helmfile',
        namespace: 'x',
      },
      {
        part: 'spec.source.plugin.parameters',
        value: { s: { a: 'b' }, l: ['x'], m: { k: 'v' }, none: undefined },
        name: 'helmfile',
        namespace: 'x',
      },
    ]);
    const [object] = read(application({ source: { path: 'p', plugin } }));
    const [env] = valuesOf([application({ source: { path: 'p', plugin } })]);
    expect(env?.resource.at(['YAML', 'a'])).toEqual(object?.at(['spec', 'source', 'plugin', 'env', 1]));
    expect(env?.resource.at([])).toEqual(object?.at(['spec', 'source', 'plugin', 'env']));
    expect(valuesOf([application({ source: { path: 'p', plugin: {} } })]).map((each) => each.plugin)).toEqual(['', '']);
    expect(valuesOf([application({ source: { path: 'p', plugin: 'x' } })])).toEqual([]);
  });
});

test.each<[object, string | undefined]>([
  [release({}), 'web'],
  [{ ...release({}), apiVersion: 'example.org/v1' }, undefined],
  [{ ...release({}), kind: 'HelmChart' }, undefined],
  [k3s({ chart: 'web' }), 'web'],
  [k3s({ chart: 'web' }, 'HelmChartConfig'), 'traefik'],
  [application({ source: { path: 'x' }, sources: [{ path: 'y' }, { chart: 'web' }, { chart: 'db' }] }), 'web'],
  [application({ source: { chart: 'web' } }, 'ApplicationSet'), 'web'],
  [application({ source: { path: 'x' } }), undefined],
  [{ ...application({ source: { chart: 'web' } }), apiVersion: 'app.k8s.io/v1' }, undefined],
])('the chart of %j is %s', (object, chart) => {
  expect(read(object).map(chartOf)).toEqual([chart]);
});
