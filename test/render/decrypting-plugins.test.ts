import { expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

const before = {
  'k/kustomization.yaml': 'resources: [a.yaml]\n',
  'k/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
};
const after = { 'k/kustomization.yaml': 'resources: [a.yaml]\ngenerators: [g.yaml]\n' };
const ran = (text: string) => ({ 'config.kubernetes.io/function': text });
const generator = (apiVersion: string, kind: string, annotations: object = {}) =>
  JSON.stringify({ apiVersion, kind, metadata: { name: 'g', annotations }, files: ['s.enc.yaml'] });
const saying = async (text: string) => {
  const { lines } = await judgeChange(before, { ...after, 'k/g.yaml': text }, { usesTools: false });
  return lines.filter((line) => line.endsWith('delivery-changed'));
};

test.each([
  ['KSOPS', generator('viaduct.ai/v1', 'ksops')],
  ['KSOPS as a function', generator('viaduct.ai/v1', 'ksops', ran('exec:\n  path: ksops\n'))],
  ['the image of KSOPS', generator('viaduct.ai/v1', 'ksops', ran('container: {image: "viaductoss/ksops:v4.3.2"}'))],
  ['the generator of SOPS', generator('goabout.com/v1beta1', 'SopsSecretGenerator')],
])('a generator that decrypts is silent: %s', async (_, text) => expect(await saying(text)).toEqual([]));

test.each([
  ['a script', generator('viaduct.ai/v1', 'ksops', ran('exec: {path: ./evil.sh}'))],
  ['another image', generator('viaduct.ai/v1', 'ksops', ran('container: {image: evil:1}'))],
  ['a program and an image', generator('viaduct.ai/v1', 'ksops', ran('exec: {path: ksops}\nstarlark: {path: x}'))],
  [
    'a program and an image of its own',
    generator('viaduct.ai/v1', 'ksops', ran('exec: {path: ksops}\ncontainer: {image: evil:1}')),
  ],
  [
    'an image with another command',
    generator('viaduct.ai/v1', 'ksops', ran('container: {image: viaductoss/ksops, command: [sh]}')),
  ],
  ['one that says it twice', generator('viaduct.ai/v1', 'ksops', ran('exec: {path: ksops}\nexec: {path: ./x}'))],
  [
    'two annotations',
    generator('viaduct.ai/v1', 'ksops', {
      ...ran('exec: {path: ksops}'),
      'config.k8s.io/function': 'exec: {path: ./x}',
    }),
  ],
  [
    'an image by the older annotation',
    generator('viaduct.ai/v1', 'ksops', { 'config.kubernetes.io/container': 'evil/x' }),
  ],
  ['another version', generator('ksops.evil/v1', 'ksops')],
  ['a name like it', generator('viaduct.ai/v1', 'ksops()')],
  [
    'another one behind it',
    `${generator('viaduct.ai/v1', 'ksops')}\n---\n${generator('team.example.com/v1', 'Maker')}`,
  ],
])('what only looks like it is found: %s', async (_, text) => {
  expect(await saying(text)).toEqual(['k/kustomization.yaml:2 high delivery-changed']);
});

test('a program that takes the place of another one is found', async () => {
  const maker = (path: string) => generator('team.example.com/v1', 'Maker', ran(`exec: {path: ${path}}`));
  const [was, is] = ['./a.sh', './b.sh'].map((path) => ({ ...before, ...after, 'k/g.yaml': maker(path) }));
  const { lines } = await judgeChange(was ?? {}, is ?? {}, { usesTools: false });
  expect(lines.filter((line) => line.endsWith('delivery-changed'))).toHaveLength(1);
});

test('a folder of generators that patches them is found', async () => {
  const files = (more: string) => ({
    ...before,
    'k/kustomization.yaml': 'resources: [a.yaml]\ngenerators: [gen]\n',
    'k/gen/g.yaml': generator('viaduct.ai/v1', 'ksops'),
    'k/gen/kustomization.yaml': `resources: [g.yaml]\n${more}`,
  });
  const patch = "patches: [{patch: '[{op: add, path: /metadata/annotations, value: {}}]', target: {kind: ksops}}]\n";
  const delivered = async (was: Record<string, string>, is: Record<string, string>) =>
    (await judgeChange(was, is, { usesTools: false })).lines.filter((line) => line.endsWith('delivery-changed'));
  expect(await delivered(files(''), files(patch))).toContain('k/kustomization.yaml:2 high delivery-changed');
  expect(await delivered(before, files(''))).toEqual([]);
});
