import { describe, expect, test } from '@jest/globals';
import { serversLowered } from '../../src/audit/judge/servers.ts';
import { isOfSecurity } from '../../src/audit/monitoring/of-security.ts';
import { watcherKey, watcherLowered, watches } from '../../src/audit/monitoring/watchers.ts';
import { resources } from '../rbac/manifests.ts';

type Fields = Readonly<Record<string, unknown>>;
const object = (apiVersion: string, kind: string, spec: unknown, name = 'a', namespace?: string) =>
  resources({
    'a.yaml': JSON.stringify({
      apiVersion,
      kind,
      metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
      spec,
    }),
  })[0] as ReturnType<typeof resources>[number];

describe('what measures and sends logs', () => {
  const remedy = 'Keep it as long as what it watches is there.';
  const monitor = (spec: unknown, name = 'web', kind = 'ServiceMonitor') =>
    object('monitoring.coreos.com/v1', kind, spec, name);
  const said = (
    what: string,
    severity: string,
    path: readonly string[],
    subject: readonly string[],
    formerPath?: readonly string[],
  ) => ({ what, remedy, severity, path, ...(formerPath === undefined ? {} : { formerPath }), subject });
  const selector = (matchLabels: Fields) => ({ selector: { matchLabels } });
  const port = (...ports: readonly string[]) => ({ endpoints: ports.map((each) => ({ port: each })) });
  test.each<[string, unknown, unknown, readonly object[]]>([
    ['nothing more', { a: 1 }, undefined, [said('is gone, and with it what it measured', 'low', [], ['gone'], [])]],
    [
      'nothing',
      port('a'),
      {},
      [
        said(
          'measures nothing any more (endpoints)',
          'low',
          ['spec', 'endpoints'],
          ['endpoints'],
          ['spec', 'endpoints'],
        ),
      ],
    ],
    [
      'one endpoint less',
      port('a', 'b'),
      port('a'),
      [
        said(
          'no longer measures /metrics on port b (endpoints)',
          'low',
          ['spec', 'endpoints'],
          ['endpoints', '/metrics on port b'],
          ['spec', 'endpoints'],
        ),
      ],
    ],
    ['another endpoint', port('a'), port('b'), []],
    ['the same endpoint otherwise', { endpoints: [{ port: 'a', interval: '1m' }] }, { endpoints: [{ port: 'a' }] }, []],
    [
      'another path of two',
      { endpoints: [{ targetPort: 80, path: '/x' }, { portNumber: 81 }] },
      { endpoints: [{ targetPort: 80 }] },
      [
        said(
          'no longer measures /x on port 80, /metrics on port 81 (endpoints)',
          'low',
          ['spec', 'endpoints'],
          ['endpoints', '/x on port 80', '/metrics on port 81'],
          ['spec', 'endpoints'],
        ),
      ],
    ],
    [
      'a part of what it selected',
      selector({ a: 'b' }),
      selector({ a: 'b', c: 'd' }),
      [
        said(
          'measures less than before (selector)',
          'low',
          ['spec', 'selector'],
          ['narrowed', 'selector', '{"matchLabels":{"a":"b","c":"d"}}'],
        ),
      ],
    ],
    ['something else', selector({ a: 'b' }), selector({ a: 'c' }), []],
    ['more', selector({ a: 'b' }), {}, []],
    [
      'fewer namespaces',
      { namespaceSelector: { matchNames: ['a', 'b'] } },
      { namespaceSelector: { matchNames: ['b'] } },
      [
        said(
          'measures less than before (namespaceSelector)',
          'low',
          ['spec', 'namespaceSelector'],
          ['narrowed', 'namespaceSelector', '{"matchNames":["b"]}'],
        ),
      ],
    ],
    [
      'only its own namespace',
      { namespaceSelector: { any: true } },
      {},
      [
        said(
          'measures less than before (namespaceSelector)',
          'low',
          ['spec'],
          ['narrowed', 'namespaceSelector', ''],
          ['spec', 'namespaceSelector'],
        ),
      ],
    ],
    ['every namespace', { namespaceSelector: { matchNames: ['a'] } }, { namespaceSelector: { any: true } }, []],
    ['the same', port('a'), port('a'), []],
  ])('%s', (_, was, is, expected) =>
    expect(watcherLowered(monitor(was), is === undefined ? undefined : monitor(is))).toEqual(expected),
  );

  test('what is about security is medium, by its name or what it selects', () => {
    expect(watcherLowered(monitor({}, 'falco'), undefined)[0]?.severity).toBe('medium');
    expect(watcherLowered(monitor(selector({ app: 'falco' })), undefined)[0]?.severity).toBe('medium');
    const scoped = object('monitoring.coreos.com/v1', 'ServiceMonitor', {}, 'a', 'gatekeeper-system');
    expect(watcherLowered(scoped, undefined)[0]?.severity).toBe('medium');
  });

  test('a probe has no selectors, a pod has endpoints of its own', () => {
    expect(watcherLowered(monitor(selector({}), 'a', 'Probe'), monitor(selector({ a: 'b' }), 'a', 'Probe'))).toEqual(
      [],
    );
    const pods = (...ports: readonly string[]) =>
      monitor({ podMetricsEndpoints: port(...ports).endpoints }, 'a', 'PodMonitor');
    expect(watcherLowered(pods('a', 'b'), pods('b'))).toHaveLength(1);
    expect(watcherLowered(pods('a'), pods())).toMatchObject([
      { what: 'measures nothing any more (podMetricsEndpoints)' },
    ]);
  });

  test('a ClusterLogForwarder that sends some logs nowhere', () => {
    const forwarder = (...inputs: readonly string[]) =>
      object('observability.openshift.io/v1', 'ClusterLogForwarder', {
        pipelines: [{ inputRefs: inputs, outputRefs: ['a'] }],
      });
    const path = ['spec', 'pipelines'];
    expect(watcherLowered(forwarder('z', 'application', 'audit'), forwarder('audit'))).toEqual([
      said('no longer sends logs of z, application', 'low', path, ['inputs', 'application', 'z'], path),
    ]);
    expect(watcherLowered(forwarder('application', 'audit'), forwarder('application'))).toEqual([]);
    expect(watcherLowered(forwarder('application'), forwarder())).toEqual([]);
    expect(watcherLowered(forwarder('application'), undefined)).toEqual([]);
  });

  test.each<[string, string, string | undefined]>([
    ...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'].map((kind): [string, string, string] => [
      'monitoring.coreos.com/v1',
      kind,
      'measured',
    ]),
    ...['VMServiceScrape', 'VMPodScrape', 'VMNodeScrape', 'VMStaticScrape', 'VMProbe', 'VMScrapeConfig'].map(
      (kind): [string, string, string] => ['operator.victoriametrics.com/v1beta1', kind, 'measured'],
    ),
    ...['Output', 'ClusterOutput', 'ClusterFluentBitConfig', 'FluentdConfig'].map((kind): [string, string, string] => [
      'fluentbit.fluent.io/v1alpha2',
      kind,
      'sent',
    ]),
    ['fluentd.fluent.io/v1alpha1', 'ClusterFluentdConfig', 'sent'],
    ...['Flow', 'ClusterFlow', 'Output', 'ClusterOutput'].map((kind): [string, string, string] => [
      'logging.banzaicloud.io/v1beta1',
      kind,
      'sent',
    ]),
    ['monitoring.coreos.com/v1', 'PrometheusRule', undefined],
    ['monitoring.coreos.com/v1', 'MyServiceMonitor', undefined],
    ['monitoring.coreos.com/v1', 'ServiceMonitors', undefined],
    ['example.org/v1', 'ServiceMonitor', undefined],
    ['logging.banzaicloud.io/v1beta1', 'Logging', undefined],
  ])('%s %s: %s', (apiVersion, kind, does) => {
    const watcher = object(apiVersion, kind, {});
    expect(watches(watcher)).toBe(does !== undefined);
    if (does !== undefined)
      expect(watcherLowered(watcher, undefined)[0]?.what).toBe(`is gone, and with it what it ${does}`);
  });

  test('one whose version is filled in counts as of the first group', () => {
    const open = object('{{ x }}', 'ServiceMonitor', {}, 'a', 'b');
    expect(watcherKey(open)).toBe('["monitoring.coreos.com","ServiceMonitor","b","a"]');
    expect(watcherKey(object('fluentd.fluent.io/v1', 'Output', {}))).toBe('["fluentd.fluent.io","Output",null,"a"]');
  });
});

describe('servers of Prometheus', () => {
  const server = (spec: unknown, name = 'a', kind = 'Prometheus', namespace = 'x') =>
    object('monitoring.coreos.com/v1', kind, spec, name, namespace);
  const found = (before: readonly ReturnType<typeof server>[], after: readonly ReturnType<typeof server>[]) =>
    serversLowered({ before, after }).flatMap(({ resource, loosenings }) =>
      loosenings.map((each) => ({ of: resource?.name, ...each })),
    );
  const remedy = 'Keep it as long as there are rules that it is for.';
  const gone = (what: string) => [
    {
      of: 'a',
      what: `is gone, and with it ${what}`,
      remedy,
      severity: 'medium',
      path: [],
      formerPath: [],
      subject: ['gone'],
    },
  ];
  const fewer = (field: string, code: string, place: object, of = 'a') => [
    {
      of,
      what: `newly takes fewer rules or configurations (${field})`,
      remedy: 'Select what was selected, or show that what is left out is of no use any more.',
      severity: 'medium',
      ...place,
      subject: ['selector', field, code],
    },
  ];
  const rules = (ruleSelector?: unknown) => ({ ruleSelector });
  const labels = (matchLabels: Fields) => ({ matchLabels });
  const to = (...names: readonly string[]) => ({
    alerting: { alertmanagers: names.map((name) => ({ namespace: 'n', name, port: 'web' })) },
  });
  const path = ['spec', 'ruleSelector'];
  test('are gone, off, or take fewer rules', () => {
    expect(found([server({})], [])).toEqual(gone('who evaluates alerts'));
    expect(found([server({}, 'a', 'Alertmanager')], [])).toEqual(gone('who notifies of alerts'));
    expect(found([server({})], [server({ replicas: 0 })])).toEqual([
      {
        of: 'a',
        what: 'is not run any more (replicas: 0)',
        remedy,
        severity: 'medium',
        path: ['spec', 'replicas'],
        subject: ['replicas'],
      },
    ]);
    expect(found([server({ replicas: 0 })], [server({ replicas: 0, x: 1 })])).toEqual([]);
    expect(found([server(rules({}))], [server(rules())])).toEqual(
      fewer('ruleSelector', 'null', { path: ['spec'], formerPath: path }),
    );
    expect(found([server(rules({}))], [server(rules(labels({ a: 'b' })))])).toEqual(
      fewer('ruleSelector', '{"matchLabels":{"a":"b"}}', { path }),
    );
    expect(found([server(rules(labels({ a: 'b' })))], [server(rules({}))])).toEqual([]);
    expect(found([server(rules())], [server(rules({}))])).toEqual([]);
    expect(
      found([server({ ruleNamespaceSelector: {} }, 'a', 'ThanosRuler')], [server({}, 'a', 'ThanosRuler')]),
    ).toHaveLength(1);
    expect(
      found([server({ alertmanagerConfigSelector: {} }, 'a', 'Alertmanager')], [server({}, 'a', 'Alertmanager')]),
    ).toHaveLength(1);
    expect(found([server({ alertmanagerConfigSelector: {} })], [server({})])).toEqual([]);
  });

  test('send their alerts to fewer', () => {
    const alerting = (code: string) => [
      {
        of: 'a',
        what: 'sends its alerts no longer to each of its Alertmanagers (alerting)',
        remedy: 'Keep it, or its alerts reach nobody.',
        severity: 'medium',
        path: ['spec', 'alerting'],
        subject: ['alerting', code],
      },
    ];
    expect(found([server(to('m', 'n'))], [server(to('n'))])).toEqual(
      alerting('[{"namespace":"n","name":"n","port":"web"}]'),
    );
    expect(found([server(to('m'))], [server({})])).toMatchObject([
      { path: ['spec'], formerPath: ['spec', 'alerting'], subject: ['alerting', '[]'] },
    ]);
    expect(found([server(to('m'))], [server(to('n', 'm'))])).toEqual([]);
  });

  test('under another name are compared with what takes their place, each with one', () => {
    expect(found([server(rules({}))], [server(rules({}), 'b')])).toEqual([]);
    expect(found([server(rules({}))], [server({}, 'b')])).toEqual(
      fewer('ruleSelector', 'null', { path: ['spec'], formerPath: path }, 'b'),
    );
    expect(found([server({}), server({}, 'c')], [server({}, 'b')])).toHaveLength(1);
    expect(found([server({})], [server({}, 'b', 'ThanosRuler')])).toEqual(gone('who evaluates alerts'));
    expect(
      found([server(rules({}))], [server({}, 'b', 'Prometheus', 'y'), server(rules({}), 'c', 'Prometheus', 'x')]),
    ).toEqual([]);
    expect(found([object('a.b/v1', 'Prometheus', {})], [])).toEqual([]);
  });
});

test.each<[string, boolean]>([
  ...[
    'kube-audit',
    'Falco',
    'tetragon',
    'UnauthorizedRequests',
    'unauthorised',
    'PrivilegeEscalation',
    'TrivyDown',
    'PolicyViolation',
    'policy_violation',
    'admission',
    'rbac',
    'KubeAPIServerDown',
    'kube-apiserver',
    'GuardDuty',
  ].map((name): [string, boolean] => [name, true]),
  ...['NodeDown', 'application', 'polic_violation', ''].map((name): [string, boolean] => [name, false]),
])('"%s" speaks of security: %s', (text, expected) => expect(isOfSecurity(text)).toBe(expected));
