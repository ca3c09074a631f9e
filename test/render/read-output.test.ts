import { describe, expect, test } from '@jest/globals';
import { mayMakeUp, withoutMadeUp } from '../../src/render/result/made-up.ts';
import { mayHoldObjects, OutputReader } from '../../src/render/result/read-output.ts';
import { inNamespace, objectsOf, withoutAnnotations } from '../../src/render/result/rendered-object.ts';
import { unrenderedFix } from '../../src/render/result/unrendered-fix.ts';
import { splitDocuments } from '../../src/yaml/split-documents.ts';
import { limits } from './delivered.ts';

const locate = () => ({ file: 'x', line: 1, column: 1 });
const read = (
  text: string,
  made: 'helm' | 'kustomize',
  more: { limits?: object; settled?: readonly string[]; prefix?: string } = {},
) => {
  const reader = new OutputReader({ ...limits, ...more.limits });
  const output = { made, bytes: Buffer.from(text), originPrefix: more.prefix ?? 'k/tree/' };
  const { documents, unreadable } = reader.read(
    output as Parameters<typeof reader.read>[0],
    'c',
    locate,
    new Set(more.settled),
  );
  return {
    documents: documents.map(({ value, origin, mayEmbed }) => [
      value,
      origin.file,
      origin.generatedBy,
      origin.changedBy,
      mayEmbed,
    ]),
    unreadable: unreadable.map(({ reason, detail }) => `${reason}: ${detail}`),
  };
};

describe('the output of helm', () => {
  test('says after each separator which template it is from', () => {
    const text =
      '---\n# Source: chart/templates/a.yaml\na: 1\n---\nb: 2\n---\n# Source: chart/charts/d/templates/e.yaml\n# Source: chart/no.yaml\nc: 3\n---\nx: 1\n# Source: chart/no.yaml\n---\n- list\n---\n';
    expect(read(text, 'helm').documents.map(([value, file]) => [value, file])).toEqual([
      [{ a: 1 }, 'c/templates/a.yaml'],
      [{ b: 2 }, 'c/templates/a.yaml'],
      [{ c: 3 }, 'c/charts/d/templates/e.yaml'],
      [{ x: 1 }, 'c/charts/d/templates/e.yaml'],
    ]);
    expect(read('# Source: chart/templates/a.yaml\na: 1\n', 'helm').documents[0]?.[1]).toBe('c/templates/a.yaml');
    expect(read('a: 1\n', 'helm').documents).toEqual([[{ a: 1 }, undefined, undefined, [], false]]);
  });

  test('is read but for what is settled, and says which template is in front all the same', () => {
    const first = '---\n# Source: chart/templates/a.yaml\na: 1\n';
    const all = `${first}---\nb: 2\n`;
    const settled = splitDocuments(all)
      .map(({ start, end }) => all.slice(start, end))
      .slice(0, 1);
    expect(read(all, 'helm', { settled }).documents.map(([value, file]) => [value, file])).toEqual([
      [{ b: 2 }, 'c/templates/a.yaml'],
    ]);
  });

  test('is read as far as the bounds go', () => {
    const unread = (text: string, documents: number) => {
      const all = read(text, 'helm', { limits: { documents } });
      return [all.documents.length, ...all.unreadable];
    };
    const over = 'documents: more than 3 documents (limit documents)';
    expect(unread('a: 1\n---\n'.repeat(3), 3)).toEqual([3]);
    expect(unread(`${'a: 1\n---\n'.repeat(3)}a: 1\n`, 3)).toEqual([3, over]);
    expect(unread('---\n# x\n'.repeat(20), 3)).toEqual([0, over]);
    expect(read('a: [\n---\nb: 1\n', 'helm').unreadable[0]).toMatch(/^syntax: /);
    const { documents, unreadable } = new OutputReader(limits).read(
      { made: 'helm', bytes: Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]), originPrefix: '' } as never,
      'c',
      locate,
      new Set(),
    );
    expect([documents.length, unreadable]).toEqual([
      1,
      [
        {
          reason: 'encoding',
          detail: 'the bytes are not valid UTF-8 or UTF-16',
          line: 1,
          column: 1,
          firstLine: 1,
          lastLine: Number.MAX_SAFE_INTEGER,
        },
      ],
    ]);
  });
});

describe('the output of kustomize', () => {
  const noted = (origin: string, transformations = '') =>
    `kind: X\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/origin: |\n      ${origin.replaceAll('\n', '\n      ')}\n${transformations === '' ? '' : `    alpha.config.kubernetes.io/transformations: |\n      ${transformations.replaceAll('\n', '\n      ')}\n`}    own: v\n`;

  test('says of each object which file and which kustomizations it is from, which is no part of it', () => {
    const text = noted(
      'path: ../tree/a/b.yaml',
      '- configuredIn: ../tree/k.yaml\n- configuredIn: ../../out.yaml\n- x\n- configuredIn: ../tree/l.yaml',
    );
    expect(read(text, 'kustomize', { prefix: '../tree/' }).documents).toEqual([
      [
        { kind: 'X', metadata: { name: 'x', annotations: { own: 'v' } } },
        'a/b.yaml',
        undefined,
        ['k.yaml', 'l.yaml'],
        false,
      ],
    ]);
    expect(
      read(noted('configuredIn: ../tree/x/../k.yaml'), 'kustomize', { prefix: '../tree/' }).documents[0]?.slice(1, 4),
    ).toEqual([undefined, 'k.yaml', []]);
    expect(read(noted('path: [\n'), 'kustomize').documents[0]?.slice(1, 4)).toEqual([undefined, undefined, []]);
    expect(read('# Source: chart/templates/a.yaml\nkind: X\n', 'kustomize').documents[0]?.slice(1, 4)).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  test('is read once where it is the same', () => {
    const reader = new OutputReader(limits);
    const output = { made: 'kustomize', bytes: Buffer.from('kind: X\n'), originPrefix: '' } as never;
    const [one, other] = [0, 1].map(() => reader.read(output, '', locate, new Set()).documents[0]?.value);
    expect(one).toBe(other);
  });
});

test('definitions of custom resources are told by their text', () => {
  const definition = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\n';
  const of = (text: string) => [...new OutputReader(limits).definitions({ bytes: Buffer.from(text) } as never)];
  expect(of(`a: b\n---\n${definition}---\nc: d\n`)).toEqual([expect.stringContaining('CustomResourceDefinition')]);
  expect(of('a: b\n')).toEqual([]);
  expect(['Secret', 'kind: Role', 'a: b'].map((text) => mayHoldObjects(Buffer.from(text)))).toEqual([
    true,
    true,
    false,
  ]);
});

test('objects are put into a namespace where they state none and are not of the cluster', () => {
  const pod = { kind: 'Pod', metadata: { name: 'p' } };
  expect(inNamespace(pod, 'shop')).toEqual({ kind: 'Pod', metadata: { name: 'p', namespace: 'shop' } });
  expect(inNamespace({ kind: 'Pod' }, 'shop')).toEqual({ kind: 'Pod', metadata: { namespace: 'shop' } });
  const others = [
    { kind: 'Pod', metadata: { namespace: 'own' } },
    { kind: 'ClusterRole', metadata: {} },
    'x',
    undefined,
  ];
  expect(others.map((each) => inNamespace(each, 'shop'))).toEqual(others);
  expect(inNamespace(pod, undefined)).toBe(pod);
});

test('annotations are taken away by their names', () => {
  const value = (annotations: unknown) => ({ kind: 'X', metadata: { name: 'x', annotations } });
  expect(withoutAnnotations(value({ a: '1', b: '2' }), ['a', 'c'])).toEqual(value({ b: '2' }));
  expect(withoutAnnotations(value({ a: '1' }), ['a'])).toEqual({ kind: 'X', metadata: { name: 'x' } });
  const other = value('x');
  expect(withoutAnnotations(other, ['a'])).toBe(other);
});

test('objects of rendered documents are those inside of them as well, where there may be some', () => {
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'r' }, rules: [] };
  const value = { apiVersion: 'x.io/v1', kind: 'Work', metadata: { name: 'm' }, spec: { manifests: [role] } };
  const document = (mayEmbed: boolean) =>
    ({ value, line: 1, duplicateKeys: [], mayEmbed, at: locate, valueAt: locate, styleAt: () => undefined }) as never;
  const kinds = (mayEmbed: boolean) =>
    objectsOf([document(mayEmbed)], 'f', limits).map(({ kind, file }) => `${kind} ${file}`);
  expect([kinds(false), kinds(true)]).toEqual([['Work f'], ['Work f', 'Role f']]);
});

describe('what helm makes up each time', () => {
  test.each([
    'randAlphaNum 5',
    'randAlpha 1',
    'randNumeric 1',
    'randAscii 1',
    'randBytes 1',
    'randInt 1',
    'uuidv4',
    'genPrivateKey',
    'genCA',
    'genCAWithKey',
    'genSelfSignedCert',
    'genSelfSignedCertWithKey',
    'genSignedCert',
    'genSignedCertWithKey',
    'htpasswd',
    'bcrypt',
    'encryptAES',
    'now',
    'ago',
    'shuffle',
  ])('comes of %s', (code) => {
    expect(mayMakeUp(Buffer.from(`{{ ${code} }}`))).toBe(true);
    expect(
      [`{ ${code} }`, `{{ x${code.split(' ')[0]} }}`, `{{ ${code.split(' ')[0]}x }}`].map((each) =>
        mayMakeUp(Buffer.from(each)),
      ),
    ).toEqual([false, false, false]);
  });

  test('is a mark in the place of each value in which two renderings differ', () => {
    const of = (one: string, other: string) => withoutMadeUp(Buffer.from(one), Buffer.from(other)).toString();
    const mark = '"{{ made up by helm }}"';
    expect(of('a: 1\nb: x\n', 'a: 2\nb: x\n')).toBe(`a: ${mark}\nb: x\n`);
    expect(of('  - "a b": 1', '  - "a b": 2')).toBe(`  - "a b": ${mark}`);
    expect(of("- - 'a': 1", "- - 'a': 2")).toBe(`- - 'a': ${mark}`);
    expect(of('a: 1', 'b: 1')).toBe(mark);
    expect(of('  - x1', '  - x2')).toBe(`  - ${mark}`);
    expect(of('  x1', '  x2')).toBe(`  ${mark}`);
    expect(of('#a: 1', '#a: 2')).toBe(mark);
    expect(of('a:1', 'a:2')).toBe(mark);
    expect(of('a', 'a')).toBe('a');
    expect(of('a\nb', 'c')).toBe('a\nb');
  });
});

test.each<[reason: string, fix: string]>([
  ['it takes longer than render.seconds', 'give rendering more time: render.seconds in the policy'],
  ['the path x is not in this repository', 'correct the path, or put there what it is meant to deliver'],
  ['x, which its generator reads, is a link', 'make that file plain YAML that is in this repository'],
  ['its source leaves files out by more than 1000 patterns', 'leave files out by fewer patterns, of whole folders'],
  [
    'its entry in x is a template of helmfile',
    'state values in place or in plain files, so that what the release gives can be judged',
  ],
  ['x is a link', 'copy what it names into this repository, below the folder that is delivered'],
  ['x leads out of the repository', 'copy what it names into this repository, below the folder that is delivered'],
  ['it takes longer than 10 seconds', 'make it smaller, or split it'],
  ['it was stopped', 'make it smaller, or split it'],
  ['it gives more than 1 MB', 'make it smaller, or split it'],
  ['its chart is for Kubernetes >1', 'state the version of the clusters: kubernetesVersion in the policy'],
  ['x is not there', 'add what is named, or take out what names it'],
  ['y (x is not there)', 'add what is named, or take out what names it'],
  ['the function "x" is not defined', 'add what is named, or take out what names it'],
  ['x is no YAML that can be read', 'correct its YAML'],
  ['it is 5 roots deep', 'declare it in a file that is delivered directly'],
  ['kustomize is not on the PATH', 'put kustomize or kubectl, and helm on the PATH of this run'],
  ['helm is older than 3', 'put kustomize or kubectl, and helm on the PATH of this run'],
  ['rendering is off', 'put kustomize or kubectl, and helm on the PATH of this run'],
  [
    'x is not there at all',
    'make it build from this repository alone, without the network: `kustomize build` or `helm template` shows what is wrong',
  ],
])('what helps against "%s"', (reason, fix) => {
  expect(unrenderedFix(reason)).toBe(fix);
  expect(unrenderedFix('x', { kustomize: false, helm: true })).toMatch(/: `helm template` shows/);
  expect(unrenderedFix('on the PATH', { kustomize: true, helm: false })).toBe(
    'put kustomize or kubectl on the PATH of this run',
  );
});
