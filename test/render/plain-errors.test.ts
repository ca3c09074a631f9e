import { expect, test } from '@jest/globals';
import { errorWords } from '../../src/render/tools/error-words.ts';
import { plainError } from '../../src/render/tools/plain-errors.ts';

test.each<[message: string, plain: string]>([
  ['Kind:"ConfigMap" x Name:"a.b" y behavior must be merge or replace', 'two generators make ConfigMap a.b'],
  ['missing metadata.name in object', 'an object in it has no name'],
  ['missing Resource metadata', 'a file that it takes in holds something without a kind and a name'],
  ['cycle detected: candidate', 'it includes itself (cycle detected)'],
  ['file sources: [a/b.txt]: open x', 'the file a/b.txt, which a generator packs, is not there'],
  ['open a/b.yaml: no such file', 'a/b.yaml, which it names, is not there'],
  [
    'Go struct field Kustomization.resources of type []string',
    'the field resources of its kustomization should be a list',
  ],
  [
    'Go struct field Kustomization.namePrefix of type string',
    'the field namePrefix of its kustomization should hold values of type string',
  ],
  ['invalid Kustomization: yaml: line 7: x', 'its kustomization is no YAML that can be read (line 7)'],
  ['kustomization.yaml is empty', 'a kustomization of it is empty'],
  ['kind should be Kustomization or Component', 'the kind of its kustomization should be Kustomization or Component'],
  [
    'apiVersion for Component should be kustomize.config.k8s.io/v1alpha1',
    'the apiVersion of its Component should be kustomize.config.k8s.io/v1alpha1',
  ],
  ['yaml: line 3: did not find x in File: a/b.yaml', 'a/b.yaml is no YAML that can be read (line 3)'],
  ['unable to parse SM or JSON patch', 'a patch of it is neither a strategic merge patch nor a JSON patch'],
  [
    'failed to find unique target for patch Deployment.v1.apps/web.[noNs]',
    'it patches Deployment web, which is not there',
  ],
  [
    'remove operation does not apply: doc is missing path: "/spec/x"',
    'a JSON patch of it does not apply: remove of /spec/x, which is not there',
  ],
  ['nothing selected by ConfigMap.v1.[noGrp]/a.[noNs]', 'a replacement takes from ConfigMap a, which is not there'],
  ['unable to load builtin FooTransformer', 'kustomize has no plugin called FooTransformer'],
  ['cannot load values.yaml: error: cannot unmarshal array into Go value', 'values.yaml should be a mapping'],
  ['cannot load values.yaml: x yaml: line 3: y', 'values.yaml is no YAML that can be read'],
  ['chart.metadata.version is required', 'Chart.yaml states no version'],
  [
    'requires kubeVersion: >=1.99 which is incompatible with Kubernetes v1.35.0',
    'its chart is for Kubernetes >=1.99, and it is built for 1.35.0',
  ],
  [
    "at '/a/b': got string, want integer",
    'its values do not fit the schema of the chart at /a/b: got string, want integer',
  ],
  ['YAML parse error on c/templates/a.yaml: x', 'what c/templates/a.yaml gives is no YAML that can be read'],
  [
    'parse error at (c/templates/a.yaml:9): unclosed action started at c/templates/a.yaml:4',
    'an action in c/templates/a.yaml does not end (line 4)',
  ],
  [
    'parse error at (c/a.yaml:9): function "foo" not defined',
    'a template names a function that helm does not have (c/a.yaml, line 9: function "foo" not defined)',
  ],
  [
    'c/a.yaml:3:4: executing "x" at <y>: nil pointer evaluating interface {}.z',
    'a template asks for z of a value that is not set (c/a.yaml, line 3)',
  ],
  ['no template "c.x" associated with template', 'a template includes c.x, which is not defined'],
  [
    'wrong type for value; expected string; got float64',
    'a template uses a value of the wrong type: string is expected, and it is float64',
  ],
])('%s', (message, plain) => {
  expect(plainError(`Error: ${message}`)).toBe(plain);
  expect(errorWords(`# a\nlevel=WARN x\nError: ${message}\n\nUse --debug flag\n`, [])).toBe(plain);
});

test('what is not known is said in its own words, without what may be a value', () => {
  expect(plainError('something else')).toBeUndefined();
  expect([errorWords('', []), errorWords('W1127 warned\nwalk.go: x\n', [])]).toEqual(
    Array(2).fill('it failed without a word'),
  );
  expect(errorWords('Error: a "secret!" `b#c` \'d/e.yaml\'\n', [])).toBe('a "…" "…" \'d/e.yaml\'');
  expect(errorWords('error: in /tmp/x/k and /tmp/x and ../../tree/a\n', ['/tmp/x'])).toBe('in k and  and a');
  expect(errorWords(`Error: ${'x'.repeat(400)} end\n`, []).length).toBeLessThanOrEqual(301);
  expect(errorWords(`Error: ${'x'.repeat(400)} end\n`, [])).toMatch(/ end$/);
});
