import { describe, expect, test } from '@jest/globals';
import type { EngineFamily } from '../../src/workload/engines/engines.ts';
import { enginesInQuestion, enginesLost } from '../../src/workload/engines/engines-lost.ts';
import { read, release } from './chart-values.ts';
import { said, workload } from './engine-objects.ts';

const lost = (before: readonly object[], after: readonly object[], family: EngineFamily = 'admission') =>
  said(enginesLost({ before: read(...before), after: read(...after) }, family));

describe('an engine that is lost', () => {
  const kyverno = workload('kyverno/kyverno');
  const gone = (name = 'w', kind = 'Deployment') =>
    `${kind} ${name}: high is gone, and with it Kyverno and what it refused |  | engine; Kyverno`;
  const off = workload('kyverno/kyverno', 'Deployment', { replicas: 0 });
  const second = workload('kyverno/kyverno', 'Deployment', {}, {}, 'second');
  const helm = (suspend: boolean, name = 'a') => release({}, { chart: { spec: { chart: 'kyverno' } }, suspend }, name);
  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ['is gone', [kyverno], [], [gone()]],
    ['is there', [kyverno], [kyverno], []],
    ['is elsewhere', [kyverno], [second], []],
    ['is installed otherwise', [kyverno], [helm(false)], []],
    ['is installed anew, and suspended', [kyverno], [helm(true)], [gone()]],
    ['was suspended', [helm(false)], [helm(true)], []],
    ['of which both are gone', [kyverno, second], [], [gone(), gone('second')]],
    ['is another one', [kyverno], [workload('falcosecurity/falco', 'DaemonSet', {}, {}, 'f')], [gone()]],
    [
      'is told to run nothing',
      [kyverno],
      [off],
      [
        'Deployment w: high runs Kyverno no more (replicas: 0), and with it goes what it refused | spec.replicas | engine; Kyverno',
      ],
    ],
    ['ran nothing', [off], [], []],
    ['of which one ran', [off, second], [], [gone(), gone('second')]],
    [
      'runs another image',
      [kyverno],
      [workload('busybox')],
      [
        'Deployment w: high runs another image or chart, which may not be Kyverno, and then what it refused goes with it | spec | engine; Kyverno',
      ],
    ],
    ['runs an image of the same name', [kyverno], [workload('mirror/kyverno')], []],
    ['runs an image that is filled in', [kyverno], [workload('{{ .Values.image }}')], []],
    ['runs no image', [kyverno], [{ ...kyverno, spec: {} }], []],
    ['of another group', [{ ...kyverno, apiVersion: 'example.org/v1' }], [], []],
    [
      'is a release of another chart',
      [helm(false)],
      [release({}, { chart: { spec: { chart: 'web' } } })],
      [
        'HelmRelease a: high runs another image or chart, which may not be Kyverno, and then what it refused goes with it | spec | engine; Kyverno',
      ],
    ],
    [
      'is a release of a folder of that name',
      [helm(false)],
      [release({}, { chart: { spec: { chart: './charts/kyverno' } } })],
      [
        'HelmRelease a: high runs another image or chart, which may not be Kyverno, and then what it refused goes with it | spec | engine; Kyverno',
      ],
    ],
    ['is a release of no chart', [helm(false)], [release({}, { chart: {} })], []],
  ])('%s', (_, before, after, expected) => {
    expect(lost(before, after)).toEqual(expected);
  });

  test('that is an ApplicationSet for nothing', () => {
    const set = (generators: readonly object[]) => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: 'a', namespace: 'argocd' },
      spec: { generators, template: { spec: { source: { chart: 'kyverno' } } } },
    });
    expect(lost([set([{}])], [set([])])).toEqual([
      'ApplicationSet a: high runs Kyverno no more (no generators), and with it goes what it refused | spec | engine; Kyverno',
    ]);
  });

  test('is of its family', () => {
    const falco = workload('falcosecurity/falco', 'DaemonSet');
    expect(lost([falco, kyverno], [], 'audit')).toEqual([
      'DaemonSet w: high is gone, and with it Falco and what it found | | engine; Falco'.replace('| |', '|  |'),
    ]);
    expect(lost([workload('coreos/prometheus-operator')], [], 'monitoring')).toEqual([
      'Deployment w: medium is gone, and with it Prometheus’ operator and the alerts that it fired |  | engine; Prometheus’ operator',
    ]);
  });

  test('is in question where nothing of the change runs it any more', () => {
    const words = (before: readonly object[], after: readonly object[]) =>
      enginesInQuestion({ before: read(...before), after: read(...after) });
    const falco = workload('falcosecurity/falco', 'DaemonSet', {}, {}, 'f');
    expect([
      words([kyverno, falco], []),
      words([kyverno, falco], [second]),
      words([off], []),
      words([kyverno], [off]),
    ]).toEqual([['kyverno', 'falco'], ['falco'], [], ['kyverno']]);
  });
});

describe('an engine on fewer nodes', () => {
  const falco = (pod: object, name = 'w', kind = 'DaemonSet', image = 'falcosecurity/falco') => {
    const made = workload(image, kind, {}, {}, name);
    return { ...made, spec: { template: { spec: { ...made.spec.template.spec, ...pod } } } };
  };
  const affinity = (...nodeSelectorTerms: readonly object[]) => ({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
  });
  const fewer = (field: string, path: string, subject: string, name = 'w') =>
    `DaemonSet ${name}: high newly runs Falco on fewer nodes (${field}) | spec.template.spec.${path} | nodes; ${subject}`;
  const [required, at] = [
    'requiredDuringSchedulingIgnoredDuringExecution',
    'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution',
  ];
  const selector = (nodeSelector: object) => falco({ nodeSelector });
  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ['by a selector', [falco({})], [selector({ a: 'b' })], [fewer('nodeSelector', 'nodeSelector', '["a","b"]')]],
    ['by the selector that it had', [selector({ a: 'b' })], [selector({ a: 'b' })], []],
    [
      'by one word more',
      [selector({ a: 'b' })],
      [selector({ a: 'b', c: 'd' })],
      [fewer('nodeSelector', 'nodeSelector', '["c","d"]')],
    ],
    ['of Linux', [falco({})], [selector({ 'kubernetes.io/os': 'linux', 'beta.kubernetes.io/os': 'linux' })], []],
    [
      'of Windows',
      [falco({})],
      [selector({ 'kubernetes.io/os': 'windows' })],
      [fewer('nodeSelector', 'nodeSelector', '["kubernetes.io/os","windows"]')],
    ],
    [
      'of what is called alike',
      [falco({})],
      [selector({ 'x.kubernetes.io/os': 'linux', 'kubernetes.io/osx': 'linux' })],
      [fewer('nodeSelector', 'nodeSelector', '["x.kubernetes.io/os","linux"]; ["kubernetes.io/osx","linux"]')],
    ],
    ['by terms', [falco({})], [falco(affinity({ a: 1 }))], [fewer(required, at, '[{"a":1}]')]],
    ['by no terms', [falco({})], [falco(affinity())], []],
    [
      'by both',
      [falco({})],
      [falco({ nodeSelector: { a: 'b' }, ...affinity({ a: 1 }) })],
      [fewer('nodeSelector', 'nodeSelector', '["a","b"]; [{"a":1}]'), fewer(required, at, '["a","b"]; [{"a":1}]')],
    ],
    [
      'under another name',
      [falco({}, 'x')],
      [selector({ a: 'b' })],
      [fewer('nodeSelector', 'nodeSelector', '["a","b"]')],
    ],
    ['as one of two under other names', [falco({}, 'x'), falco({}, 'y')], [selector({ a: 'b' })], []],
    [
      'as one of two',
      [falco({}, 'x'), falco({})],
      [falco({}, 'x'), selector({ a: 'b' })],
      [fewer('nodeSelector', 'nodeSelector', '["a","b"]')],
    ],
    ['as a Deployment', [falco({})], [falco({ nodeSelector: { a: 'b' } }, 'w', 'Deployment')], []],
    ['where a Deployment was', [falco({}, 'w', 'Deployment')], [selector({ a: 'b' })], []],
    [
      'of another engine',
      [falco({})],
      [falco({}), falco({ nodeSelector: { a: 'b' } }, 't', 'DaemonSet', 'cilium/tetragon')],
      [],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(lost(before, after, 'audit')).toEqual(expected);
  });

  test('is a matter of what finds, and not of what refuses', () => {
    const of = (pod: object) => falco(pod, 'w', 'DaemonSet', 'kyverno/kyverno');
    expect(lost([of({})], [of({ nodeSelector: { a: 'b' } })])).toEqual([]);
  });
});
