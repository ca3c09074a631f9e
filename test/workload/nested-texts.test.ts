import { expect, test } from '@jest/globals';
import { resourcesOf } from '../../src/kube/resources.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { imageSettings } from '../../src/workload/images/image-settings.ts';
import { securityConfigurations } from '../../src/workload/namespaces/security-configuration.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

const { limits } = defaultPolicy;

function configurations(data: string) {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { file: data } });
  return parseYaml(Buffer.from(text), limits)
    .documents.flatMap((document) => resourcesOf(document, 'a.yaml'))
    .flatMap((resource) => securityConfigurations(resource, limits));
}

const configuration = 'kind: PodSecurityConfiguration\ndefaults: {enforce: baseline}\n';

test('a configuration of Pod Security is found in a text, and in a text of a text', () => {
  expect(configurations(configuration)).toMatchObject([{ isText: true, path: ['data', 'file'] }]);
  expect(configurations(JSON.stringify({ files: [{ content: configuration }] }))).toHaveLength(1);
});

test.each([
  'PodSecurityConfiguration',
  '"PodSecurityConfiguration"',
  '"\\"PodSecurityConfiguration\\""',
  'a: [PodSecurityConfiguration',
])('a text that only names one is read once: %s', (text) => {
  expect(configurations(text)).toEqual([]);
});

/** A value whose text holds a value whose text holds … an image. */
function nested(depth: number): object {
  let values: object = { image: 'ghcr.io/acme/web:1' };
  for (let level = 0; level < depth; level += 1) values = { values: JSON.stringify(values) };
  return values;
}

test('images are looked for in texts of values, but not without end', () => {
  const found = (depth: number) => imageSettings(nested(depth), limits).map(({ image }) => image);
  expect([0, 1, 3].map(found)).toEqual([['ghcr.io/acme/web:1'], ['ghcr.io/acme/web:1'], ['ghcr.io/acme/web:1']]);
  const block = (depth: number) =>
    Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}values: |`).join('\n') +
    `\n${' '.repeat(depth)}image: a/b:1\n`;
  const texts = (depth: number) => imageSettings({ values: block(depth) }, limits).map(({ image }) => image);
  expect(texts(3)).toEqual(['a/b:1']);
  expect(texts(200)).toEqual([]);
});
