import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { declaredNamespace, undeclaredNamespaces } from '../../src/workload/namespaces/declared-namespaces.ts';
import { securityConfigurations } from '../../src/workload/namespaces/security-configuration.ts';
import { application, configMap, read } from './chart-values.ts';

const enforce = { 'pod-security.kubernetes.io/enforce': 'restricted' };
const namespace = (labels?: object, apiVersion = 'v1', kind = 'Namespace', name = 'n') => ({
  apiVersion,
  kind,
  metadata: { name, labels },
});
const managed = (labels: unknown, destination: object = { namespace: 'x' }) =>
  application({ destination, syncPolicy: { managedNamespaceMetadata: { labels } } });

test.each<[string, object, string | undefined]>([
  ['a Namespace', namespace(enforce), 'n metadata.labels {"pod-security.kubernetes.io/enforce":"restricted"}'],
  ['one without labels', namespace(), 'n metadata.labels {}'],
  ['a Project', namespace({ a: 'b' }, 'project.openshift.io/v1', 'Project'), 'n metadata.labels {"a":"b"}'],
  ['a Namespace of another group', namespace({}, 'example.org/v1'), undefined],
  ['a Namespace of OpenShift', namespace({}, 'project.openshift.io/v1'), undefined],
  ['a Project of another group', namespace({}, 'example.org/v1', 'Project'), undefined],
  ['a Project of the cluster', namespace({}, 'v1', 'Project'), undefined],
  ['an Application', managed({ a: 'b' }), 'x spec.syncPolicy.managedNamespaceMetadata.labels {"a":"b"}'],
  ['an Application for no namespace', managed({ a: 'b' }, {}), undefined],
  ['an Application without labels', managed(undefined), undefined],
  ['an Application of another group', { ...managed({ a: 'b' }), apiVersion: 'app.k8s.io/v1' }, undefined],
  ['an ApplicationSet', { ...managed({ a: 'b' }), kind: 'ApplicationSet' }, undefined],
])('the labels of a namespace are stated by %s', (_, object, expected) => {
  const [found] = read(object).map(declaredNamespace);
  expect(found && `${found.name} ${found.path.join('.')} ${JSON.stringify(found.labels)}`).toBe(expected);
});

test('namespaces of which nothing states levels for pods any more', () => {
  const gone = (before: readonly object[], after: readonly object[]) =>
    undeclaredNamespaces({ before: read(...before), after: read(...after) }).map(({ name }) => name);
  expect(gone([namespace({ a: 'b', ...enforce }), namespace({ a: 'b' }, undefined, undefined, 'plain')], [])).toEqual([
    'n',
  ]);
  expect(gone([namespace(enforce)], [namespace()])).toEqual([]);
  expect(gone([managed(enforce)], [namespace({}, undefined, undefined, 'x')])).toEqual([]);
  expect(gone([managed(enforce)], [namespace()])).toEqual(['x']);
});

describe('the configuration of the admission plugin', () => {
  const own = {
    kind: 'PodSecurityConfiguration',
    defaults: { enforce: 'baseline', 'enforce-version': 'v1.30' },
    exemptions: { namespaces: ['a'], usernames: ['b'], runtimeClasses: ['c', 1] },
  };
  const text = JSON.stringify(own);
  const found = (object: object) =>
    read(object)
      .flatMap((each) => securityConfigurations(each, defaultPolicy.limits))
      .map(
        ({ path, isText, defaults, exemptions }) =>
          `${path.join('.')} ${isText ? 'text ' : ''}${defaults.enforce.level} ${defaults.enforce.minor} ${Object.values(exemptions).flat().join()}`,
      );
  const deep = (size: number): object => (size === 0 ? own : { x: deep(size - 1) });
  const object = (fields: object, kind = 'AdmissionConfiguration') => ({
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind,
    metadata: { name: 'a' },
    ...fields,
  });
  const whole = (path: string, isText = false) => `${path} ${isText ? 'text ' : ''}baseline 30 a,b,c`;

  test.each<[string, object, readonly string[]]>([
    [
      'of the API server',
      object({ plugins: [{ name: 'x' }, { configuration: own }] }),
      [whole('plugins.1.configuration')],
    ],
    ['alone', { apiVersion: 'pod-security.admission.config.k8s.io/v1', ...own, metadata: { name: 'a' } }, [whole('')]],
    ['as a text', configMap({ a: 'x', 'b.yaml': text }), [whole('data.b.yaml', true)]],
    ['as a text in a list', object({ files: [text, 7, 'x'] }), [whole('files.0', true)]],
    ['as a text in a text', configMap({ a: JSON.stringify({ b: text }) }), [whole('data.a', true)]],
    [
      'as a text of several',
      configMap({ a: `${text}\n---\nkind: X\n---\n${text}` }),
      [whole('data.a', true), whole('data.a', true)],
    ],
    ['as a text that is only a text', configMap({ a: JSON.stringify(text) }), []],
    ['in a text that only names it', configMap({ a: 'PodSecurityConfiguration' }), []],
    [
      'of Rancher',
      object({ configuration: own }, 'PodSecurityAdmissionConfigurationTemplate'),
      [whole('configuration')],
    ],
    [
      'of Rancher, without a kind',
      object({ configuration: { defaults: { enforce: 'restricted' } } }, 'PodSecurityAdmissionConfigurationTemplate'),
      ['configuration restricted undefined '],
    ],
    [
      'of a pod',
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: { containers: [{ name: 'a', image: 'b', env: [{ name: 'x', value: text }] }] },
      },
      [],
    ],
    ['of something else', object({ a: { kind: 'PodSecurityConfigurations', defaults: {} } }), []],
  ])('%s', (_, given, expected) => {
    expect(found(given)).toEqual(expected);
  });

  test('is looked for 16 fields deep', () => {
    expect([15, 16].map((size) => found(object({ x: deep(size) })).length)).toEqual([1, 0]);
  });
});
