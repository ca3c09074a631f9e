import { expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { type ImageSetting, imageSettings } from '../../src/workload/images/image-settings.ts';

const { limits } = defaultPolicy;
const hash = 'a'.repeat(64);
const digest = `sha256:${hash}`;
/** `<key> <image> <path>` and what else is said. */
const words = ({ key, image, path, isVersioned, isText, replaced, digestField, ofChart, policy }: ImageSetting) =>
  [
    `${key}: ${image} at ${path.join('.')}`,
    ...(isVersioned ? [] : ['no version']),
    ...(isText ? ['text'] : []),
    ...(replaced === undefined ? [] : [`for ${replaced}`]),
    ...(digestField === undefined ? [] : [digestField]),
    ...(ofChart === undefined ? [] : [`of ${ofChart.registry ?? 'the chart'}`]),
    ...(policy === undefined ? [] : [`${policy.value} at ${policy.path.join('.')}`]),
  ].join(', ');
const deep = (size: number): object => (size === 0 ? { image: 'a/b' } : { x: deep(size - 1) });

test.each<[string, unknown, readonly string[]]>([
  [
    'a text',
    { image: 'acme/web:1', sidecarImage: 'web:1', my_image: 'a/b', initImageName: 'a/c' },
    [
      'image: acme/web:1 at image, text',
      'sidecarImage: web:1 at sidecarImage, text',
      'my_image: a/b at my_image, text',
      'initImageName: a/c at initImageName, text',
    ],
  ],
  ['a word', { image: 'web', images: 'a/b', imageTag: 'a/b', '1image': 'a/b' }, []],
  ['what is filled in', { image: '{{ .Values.image }}' }, ['image: {{ .Values.image }} at image, text']],
  ['no image', { image: 'A/B:c:d' }, []],
  [
    'lists by their names',
    {
      a: [
        { name: 'x', image: 'a/b' },
        { name: 1, image: 'a/c' },
      ],
    },
    ['a.x.image: a/b at a.0.image, text', 'a.1.image: a/c at a.1.image, text'],
  ],
  [
    'values as text',
    { values: 'web:\n  image: a/b\n---\nx: {image: a/c}\n' },
    ['values.web.image: a/b at values, text', 'values.x.image: a/c at values, text'],
  ],
  [
    'values as text with another word',
    { values: 'webImage: a/b\n', text: 'image: a/b\n' },
    ['values.webImage: a/b at values, text'],
  ],
  [
    'as a chart has it',
    { image: { registry: 'quay.io/', repository: 'a/b', tag: '1', digest: hash } },
    [`image: quay.io/a/b:1@${digest} at image.digest`],
  ],
  [
    'by a digest with its algorithm',
    { image: { repository: 'a/b', digest: `sha512:${hash}` } },
    [`image: a/b@sha512:${hash} at image.digest`],
  ],
  ['by a digest of another name', { image: { repository: 'a/b', sha: hash } }, [`image: a/b@${digest} at image.sha`]],
  ['by a number', { image: { repository: 'a/b', tag: 1 } }, ['image: a/b:1 at image.repository']],
  ['without a version', { image: { repository: 'a/b' } }, ['image: a/b at image.repository, no version']],
  ['elsewhere without a version', { web: { repository: 'a/b' }, images: { repository: 'a/b' } }, []],
  [
    'elsewhere with one',
    { web: { repository: 'a/b', tag: '1' }, db: { repository: 'a/c', digest: hash } },
    ['web: a/b:1 at web.tag', `db: a/c@${digest} at db.digest`],
  ],
  ['of the chart', { image: { tag: '1' }, web: { tag: '1' } }, ['image: image:1 at image.tag, of the chart']],
  ['of the chart by a digest', { image: { digest: hash } }, [`image: image@${digest} at image.digest, of the chart`]],
  [
    'of the chart by its registry',
    { webImage: { registry: 'quay.io' } },
    ['webImage: quay.io/image at webImage.registry, no version, of quay.io'],
  ],
  [
    'of the chart by its policy',
    { image: { pullPolicy: 'Never' }, web: { pullPolicy: 'Never' } },
    ['image: image at image.registry, no version, of the chart, Never at image.pullPolicy'],
  ],
  ['nothing', { image: {}, tag: '1' }, []],
  [
    'of a kustomization',
    {
      images: [
        { name: 'a', newName: 'b/c', newTag: '1', digest },
        { name: 'd', newTag: 2 },
        { name: 'e', digest },
        { name: 'f', newName: 'g' },
        { name: 'h' },
      ],
    },
    [
      `images.a: b/c:1@${digest} at images.0.digest, for a, digest`,
      'images.d: d:2 at images.1.newTag, for d, digest',
      `images.e: e@${digest} at images.2.digest, for e, digest`,
      'images.f: g at images.3.newName, no version, for f, digest',
    ],
  ],
  [
    'of a kustomization of Argo CD',
    { kustomize: { images: ['a=b/c:1', `d/e:2@${digest}`, 'f', 'quay.io:5000/g', '', 7, '{{ x }}', `h=i@${digest}`] } },
    [
      'kustomize.images.a: b/c:1 at kustomize.images.0, for a',
      `kustomize.images.d/e: d/e:2@${digest} at kustomize.images.1, for d/e`,
      'kustomize.images.f: f at kustomize.images.2, no version, for f',
      'kustomize.images.quay.io:5000/g: quay.io:5000/g at kustomize.images.3, no version, for quay.io:5000/g',
      `kustomize.images.h: i@${digest} at kustomize.images.7, for h`,
    ],
  ],
  [
    'of lists that are called alike',
    { images: ['a=b/c:1'], kustomize: { image: ['a=b/c:1'] }, x: { images: { kustomize: ['a=b/c:1'] } } },
    [],
  ],
  [
    'of parameters',
    {
      helm: {
        parameters: [
          { name: 'image.repository', value: 'a/b' },
          { name: 'x.y.image.tag', value: 2 },
          { name: 'image.tag', value: 1 },
          { name: 'image.tags', value: 1 },
          { name: 'tag' },
          { name: 'ximage.tagx', value: 1 },
        ],
      },
    },
    [
      'helm.parameters.image: a/b:1 at helm.parameters.2',
      'helm.parameters.x.y.image: image:2 at helm.parameters.1, of the chart',
    ],
  ],
  [
    'of parameters at the top',
    [
      { name: 'repository', value: 'a/b' },
      { name: 'tag', value: '1' },
    ],
    [': a/b:1 at 1'],
  ],
])('%s', (_, value, expected) => {
  expect(imageSettings(value, limits).map(words)).toEqual(expected);
});

test('images are looked for 24 fields deep', () => {
  expect([24, 25].map((size) => imageSettings(deep(size), limits).length)).toEqual([1, 0]);
});
