import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { podImages, type UnpinnedImage, unpulledImages } from '../../src/workload/images/pod-images.ts';
import { unpinnedInFile, unpinnedInObjects } from '../../src/workload/images/unpinned-settings.ts';
import { podsOf } from '../../src/workload/model/pods.ts';
import { read, valuesFile } from './chart-values.ts';

const { limits } = defaultPolicy;
const hash = 'a'.repeat(64);
const digest = `sha256:${hash}`;

const said = (all: readonly UnpinnedImage[]) =>
  all.map(
    ({ what, image, losses, digestField }) =>
      `${what}: ${image} ${losses.map(({ kind, before, after }) => `${kind} ${before}>${after}`).join('; ')}${digestField === undefined ? '' : ` (${digestField})`}`,
  );

describe('images of pods', () => {
  const pod = (spec: object) =>
    podsOf(read({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop' }, spec })[0] as never)[0];
  const of = (...images: readonly (string | [string, string, string?])[]) =>
    pod({
      containers: images.map((each, at) =>
        typeof each === 'string'
          ? { name: `c${at}`, image: each }
          : { name: each[0], image: each[1], imagePullPolicy: each[2] },
      ),
    });
  const images = (before: ReturnType<typeof pod>, after: ReturnType<typeof pod>) => said(podImages({ before, after }));

  test.each<[string, ReturnType<typeof pod>, ReturnType<typeof pod>, readonly string[]]>([
    ['a digest less', of(`a/b:1@${digest}`), of('a/b:1'), [`of container c0: a/b:1 digest a/b:1@${digest}>a/b:1`]],
    [
      'the only one under another name',
      of(['x', 'a/b:1']),
      of(['y', 'c/d:1']),
      ['of container y: c/d:1 publisher docker.io/a>docker.io/c'],
    ],
    ['one of two under another name', of(['x', 'a/b:1'], ['z', 'e/f']), of(['y', 'c/d:1'], ['z', 'e/f']), []],
    ['the only one that becomes one of two', of(['x', 'a/b:1']), of(['y', 'c/d:1'], ['z', 'e/f']), []],
    ['one of two that becomes the only one', of(['x', 'a/b:1'], ['z', 'e/f']), of(['y', 'c/d:1']), []],
    [
      'one of two under another name from elsewhere',
      of(['x', 'a/b:1'], ['z', 'e/f']),
      of(['y', 'c/b:1'], ['z', 'e/f']),
      ['of container y: c/b:1 publisher docker.io/a>docker.io/c'],
    ],
    ['nothing', of('a/b:1'), of('a/b:2'), []],
    ['a new pod', undefined, of('a/b'), []],
    ['a pod that is gone', of('a/b'), undefined, []],
  ])('%s', (_, before, after, expected) => {
    expect(images(before, after)).toEqual(expected);
  });

  test('an init container does not take the place of a container', () => {
    const both = (name: string, image: string) =>
      pod({ initContainers: [{ name, image }], containers: [{ name: 'm', image: 'm/m:1' }] });
    expect(images(both('x', 'a/b:1'), both('y', 'c/d:1'))).toEqual([]);
    expect(images(both('x', 'a/b:1'), both('x', 'c/d:1'))).toHaveLength(1);
  });

  const volume = (reference: string | undefined, pullPolicy?: string, name = 'v') =>
    pod({
      containers: [],
      volumes: [
        { name: 'w', emptyDir: {} },
        { name, image: { reference, ...(pullPolicy ? { pullPolicy } : {}) } },
      ],
    });
  test.each<[string, ReturnType<typeof pod>, ReturnType<typeof pod>, readonly string[]]>([
    ['from elsewhere', volume('a/b:1'), volume('c/b:1'), ['of volume v: c/b:1 publisher docker.io/a>docker.io/c']],
    ['never asked for', volume('a/b:1'), volume('a/b:1', 'Never'), ['of volume v: a/b:1 unpulled >Never']],
    [
      'never asked for any more',
      volume('a/b:1', 'Always'),
      volume('c/b:1', 'Never'),
      ['of volume v: c/b:1 publisher docker.io/a>docker.io/c', 'of volume v: c/b:1 unpulled Always>Never'],
    ],
    ['never asked for as before', volume('a/b:1', 'Never'), volume('a/b:1', 'Never'), []],
    ['asked for', volume('a/b:1', 'Never'), volume('a/b:1', 'Always'), []],
    ['new', volume('a/b:1', undefined, 'x'), volume('c/b:1', 'Never'), []],
    ['that is an image no more', volume('a/b:1'), volume(undefined, 'Never'), []],
    ['that was no image', volume(undefined), volume('a/b:1', 'Never'), []],
  ])('a volume %s', (_, before, after, expected) => {
    expect(images(before, after)).toEqual(expected);
  });

  test.each<[string, string | undefined, string, string | undefined, string | undefined]>([
    ['a/b:1', 'Always', 'a/b:1', 'Never', 'Never was Always'],
    ['a/b:1', undefined, 'a/b:1', 'Never', 'Never was IfNotPresent'],
    ['a/b:1', 'Never', 'a/b:1', 'Never', undefined],
    ['a/b', undefined, 'a/b', 'IfNotPresent', 'IfNotPresent was Always'],
    ['a/b:latest', undefined, 'a/b:latest', 'IfNotPresent', 'IfNotPresent was Always'],
    ['a/b:edge', 'Always', 'a/b:edge', undefined, 'IfNotPresent was Always'],
    ['a/b:edge', undefined, 'a/b:edge', 'IfNotPresent', undefined],
    ['a/b:1', 'Always', 'a/b:1', 'IfNotPresent', undefined],
    [`a/b:edge@${digest}`, 'Always', `a/b:edge@${digest}`, 'IfNotPresent', undefined],
    [`a/b@${digest}`, undefined, `a/b@${digest}`, 'Never', 'Never was IfNotPresent'],
    ['a/b', 'IfNotPresent', 'a/b', 'Always', undefined],
    ['{{ x }}', 'Always', '{{ x }}', 'IfNotPresent', undefined],
    ['{{ x }}', undefined, '{{ x }}', 'Never', 'Never was '],
  ])('%s with %s becomes %s with %s: %s', (one, old, other, now, expected) => {
    const side = (image: string, imagePullPolicy: string | undefined) =>
      pod({
        containers: [
          { name: 'm', image: 'm/m' },
          { name: 'c', image, ...(imagePullPolicy ? { imagePullPolicy } : {}) },
        ],
      });
    const found = unpulledImages({ before: side(one, old), after: side(other, now) });
    expect(found.map(({ container, policy, before }) => `${container} ${policy} was ${before}`)).toEqual(
      expected === undefined ? [] : [`c ${expected}`],
    );
    expect(unpulledImages({ before: undefined, after: side(other, now) })).toEqual([]);
    expect(unpulledImages({ before: side(one, old), after: undefined })).toEqual([]);
  });
  test('a container that is new is none', () => {
    expect(unpulledImages({ before: of('a/b', 'c/d'), after: of('a/b', 'c/d', ['x', 'e/f', 'Never']) })).toEqual([]);
  });
});

describe('images of other objects', () => {
  const object = (spec: object, kind = 'Web') => ({
    apiVersion: 'example.org/v1',
    kind,
    metadata: { name: 'a', namespace: 'shop', image: 'm/n:1' },
    spec,
    status: { image: 's/t:1' },
  });
  const changed = (before: object, after: object, kind?: string) =>
    said(unpinnedInObjects({ before: read(object(before, kind)), after: read(object(after, kind)) }, limits));
  const image = (over: object) => ({ image: over });
  test.each<[string, object, object, readonly string[]]>([
    [
      'a text',
      image('a/b:1' as never),
      image('c/b:1' as never),
      ['in spec.image: c/b:1 publisher docker.io/a>docker.io/c'],
    ],
    ['a new text', {}, image('c/b' as never), []],
    [
      'a registry of the chart',
      image({ registry: 'quay.io', tag: '1' }),
      image({ registry: 'gcr.io', tag: '1' }),
      ['in spec.image: gcr.io/image:1 publisher quay.io>gcr.io'],
    ],
    ['a registry that begins to be stated', image({ tag: '1' }), image({ registry: 'gcr.io', tag: '1' }), []],
    ['a name that is stated no more', image({ repository: 'a/b', tag: '1' }), image({ tag: '1' }), []],
    ['a tag of the chart', image({ tag: '1' }), image({ tag: 'latest' }), ['in spec.image: …:latest tag 1>latest']],
    ['a tag that is not stated any more', image({ repository: 'a/b', tag: '1' }), image({ repository: 'a/b' }), []],
    ['a tag that begins to be stated', image({ repository: 'a/b' }), image({ repository: 'a/b', tag: 'latest' }), []],
    [
      'a digest that is not stated any more',
      image({ digest: hash }),
      image({ tag: '1' }),
      [`in spec.image: …:1 digest image@${digest}>image:1`],
    ],
    [
      'a policy',
      image({ repository: 'a/b', pullPolicy: 'Always' }),
      image({ repository: 'a/b', pullPolicy: 'Never' }),
      ['in spec.image: a/b unpulled Always>Never'],
    ],
    [
      'a policy that begins to be stated',
      image({ repository: 'a/b' }),
      image({ repository: 'a/b', pullPolicy: 'Never' }),
      ['in spec.image: a/b unpulled >Never'],
    ],
    [
      'a policy as before',
      image({ repository: 'a/b', pullPolicy: 'Never' }),
      image({ repository: 'a/b', pullPolicy: 'Never' }),
      [],
    ],
    ['a policy next to none', {}, image({ repository: 'a/b', pullPolicy: 'Never' }), []],
    [
      'a policy of a new image',
      { x: { image: 'a/b' } },
      { x: { image: 'a/b' }, ...image({ repository: 'a/b', pullPolicy: 'Never' }) },
      ['in spec.image: a/b unpulled >Never'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });

  test('that define kinds, or make pods, are judged elsewhere', () => {
    const [one, other] = [image('a/b:1' as never), image('c/b:1' as never)];
    expect(changed(one, other, 'CustomResourceDefinition')).toEqual([]);
    const deployment = (name: string) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: { ...image(name as never), template: { spec: { containers: [{ name: 'a', image: 'x/y:1' }] } } },
    });
    expect(unpinnedInObjects({ before: read(deployment('a/b:1')), after: read(deployment('c/b:1')) }, limits)).toEqual(
      [],
    );
    expect(unpinnedInObjects({ before: [], after: read(object(other)) }, limits)).toEqual([]);
    expect(unpinnedInObjects({ before: read(object(other)), after: [] }, limits)).toEqual([]);
  });

  const entry = (...all: readonly object[]) => ({ images: all });
  test.each<[string, object, readonly string[]]>([
    [
      'another publisher',
      { name: 'a/b', newName: 'c/b' },
      ['in spec.images.a/b: c/b publisher docker.io/a>docker.io/c (digest)'],
    ],
    [
      'another of the same publisher',
      { name: 'a/b', newName: 'a/c', newTag: '1' },
      ['in spec.images.a/b: a/c:1 repository a/b>a/c (digest)'],
    ],
    ['a word', { name: 'controller', newName: 'c/b' }, []],
    ['a tag that moves', { name: 'a/b', newTag: 'latest' }, ['in spec.images.a/b: a/b:latest tag >latest (digest)']],
    ['a tag that moves with a digest', { name: 'a/b', newTag: 'latest', digest }, []],
    ['no tag', { name: 'a/b', newName: 'a/b' }, []],
    ['what is no name', { name: '{{ x }}/y', newTag: 'latest' }, []],
    [
      'what is no name of an image before',
      { name: 'A/B/', newName: 'c/d', newTag: 'edge' },
      ['in spec.images.A/B/: c/d:edge tag >edge (digest)'],
    ],
  ])('that newly puts in the place of another one %s', (_, added, expected) => {
    expect(changed(entry(), entry(added))).toEqual(expected);
  });
});

describe('images in files', () => {
  const found = (path: string, before: string | undefined, after: string | undefined) =>
    said(unpinnedInFile(valuesFile(path, before, after), limits));
  const [one, other] = ['image: a/b:1\n', 'image: c/b:1\n'];
  const expected = ['in image: c/b:1 publisher docker.io/a>docker.io/c'];
  test.each<[string, string, string, readonly string[]]>([
    ['values.yaml', one, other, expected],
    ['a/my-Values-prod.yaml', one, other, expected],
    ['values/compose.yaml', one, other, []],
    ['compose.yaml', one, other, []],
    ['compose.yaml', 'image: {repository: a/b, tag: 1}\n', 'image: {repository: c/b, tag: 1}\n', expected],
    ['values.yaml', `kind: X\n${one}`, `kind: X\n${other}`, expected],
    ['values.yaml', `apiVersion: v1\n${one}`, `apiVersion: v1\n${other}`, expected],
    ['values.yaml', `apiVersion: v1\nkind: X\n${one}`, `apiVersion: v1\nkind: X\n${other}`, []],
    ['values.yaml', `- ${one}`, `- ${other}`, []],
    ['values.yaml', `- x\n---\n${one}`, `kind: X\napiVersion: v1\n---\n${other}`, expected],
    ['values.yaml', one, `${one}---\n${other}`, []],
  ])('%s: %j becomes %j', (path, before, after, losses) => {
    expect(found(path, before, after)).toEqual(losses);
  });
  test('that are new, or gone, are none', () => {
    expect([found('values.yaml', undefined, other), found('values.yaml', one, undefined)]).toEqual([[], []]);
  });
});
