import { describe, expect, test } from '@jest/globals';
import { flagsLowered, isUsed } from '../../src/audit/apiserver/flags-lowered.ts';
import { managedLowered } from '../../src/audit/apiserver/managed.ts';
import { type Flags, flagsOfList, flagsOfMapping, isArgumentKey } from '../../src/audit/model/flags.ts';
import { resources } from '../rbac/manifests.ts';

type Values = Readonly<Record<string, string>>;
type Severity = 'high' | 'medium' | 'low';

const flags = (values: Values): Flags =>
  new Map(Object.entries(values).map(([name, value]) => [`audit-${name}`, { value, path: [`audit-${name}`] }]));
const remedy = 'Keep the flag: without a record nobody can say afterwards who did what.';
const found = (name: string, what: string, severity: Severity, value?: string, isGone = false) => ({
  what,
  remedy,
  severity,
  ...(isGone ? { path: [], formerPath: [`audit-${name}`] } : { path: [`audit-${name}`] }),
  subject: ['flag', `audit-${name}`, ...(value === undefined ? [] : [value])],
});
const lowered = (was: Values, is: Values, moved: readonly string[] = [], here: readonly string[] = []) =>
  flagsLowered(
    flags(was),
    flags(is),
    (name) => moved.includes(name),
    (name) => here.includes(name),
  );

const noPolicy = 'no longer has an audit policy, so that no request is recorded (--audit-policy-file)';
const noLog = 'no longer writes the audit log (--audit-log-path)';
const noWebhook = 'no longer sends the audit log elsewhere (--audit-webhook-config-file)';
const all = { 'policy-file': '/p', 'log-path': '/l', 'webhook-config-file': '/w' };
const less = (name: string, was: string, now: string) =>
  `keeps less of the audit log (--audit-${name}: ${was} → ${now})`;

describe('flags of an API server', () => {
  test.each<[string, Values, Values, readonly object[]]>([
    [
      'no policy',
      all,
      { 'log-path': '/l', 'webhook-config-file': '/w' },
      [found('policy-file', noPolicy, 'high', undefined, true)],
    ],
    [
      'no log, beside a webhook',
      all,
      { 'policy-file': '/p', 'webhook-config-file': '/w' },
      [found('log-path', noLog, 'medium', undefined, true)],
    ],
    [
      'no webhook, beside a log',
      all,
      { 'policy-file': '/p', 'log-path': '/l' },
      [found('webhook-config-file', noWebhook, 'medium', undefined, true)],
    ],
    [
      'no log, which was all',
      { 'policy-file': '/p', 'log-path': '/l' },
      { 'policy-file': '/p' },
      [found('log-path', noLog, 'high', undefined, true)],
    ],
    [
      'nothing at all',
      all,
      {},
      [
        found('policy-file', noPolicy, 'high', undefined, true),
        found('log-path', noLog, 'high', undefined, true),
        found('webhook-config-file', noWebhook, 'high', undefined, true),
      ],
    ],
    ['an empty log', { 'log-path': '/l' }, { 'log-path': '' }, [found('log-path', noLog, 'high')]],
    [
      'a log that goes nowhere',
      { 'log-path': '/l' },
      { 'log-path': '//dev/../dev/null' },
      [found('log-path', noLog, 'high')],
    ],
    ['a log that went nowhere', { 'log-path': '/dev/zero' }, {}, []],
    ['a log in another file', { 'log-path': '/l' }, { 'log-path': '/m' }, []],
    [
      'another policy',
      { 'policy-file': '/p' },
      { 'policy-file': '/q' },
      [found('policy-file', 'takes another audit policy, /q; whether it records less was not judged', 'medium', '/q')],
    ],
    [
      'another webhook',
      { 'webhook-config-file': '/w' },
      { 'webhook-config-file': '/v' },
      [found('webhook-config-file', 'sends the audit log somewhere else, by /v', 'medium', '/v')],
    ],
    [
      'records in batches',
      { 'log-mode': 'blocking' },
      { 'log-mode': 'batch' },
      [found('log-mode', 'may lose records of requests under load (--audit-log-mode=batch)', 'low', 'batch')],
    ],
    [
      'records less strictly',
      { 'webhook-mode': 'blocking-strict' },
      { 'webhook-mode': 'blocking' },
      [
        found(
          'webhook-mode',
          'may lose records of requests under load (--audit-webhook-mode=blocking)',
          'low',
          'blocking',
        ),
      ],
    ],
    ['records more strictly', { 'log-mode': 'batch' }, { 'log-mode': 'blocking' }, []],
    ['records strictly', { 'log-mode': 'blocking' }, { 'log-mode': 'blocking-strict' }, []],
    ['no mode, where it was in batches', { 'log-mode': 'batch' }, {}, []],
    ['no mode of the webhook, where it was in batches', { 'webhook-mode': 'batch' }, {}, []],
    [
      'fewer days, enough for CIS',
      { 'log-maxage': '60' },
      { 'log-maxage': '30' },
      [found('log-maxage', less('log-maxage', '60', '30'), 'low', '30')],
    ],
    [
      'fewer days than CIS demands',
      { 'log-maxage': '60' },
      { 'log-maxage': '29' },
      [found('log-maxage', less('log-maxage', '60', '29'), 'medium', '29')],
    ],
    ['more days', { 'log-maxage': '30' }, { 'log-maxage': '60' }, []],
    ['as many days', { 'log-maxage': '30' }, { 'log-maxage': '30' }, []],
    ['days without a limit', { 'log-maxage': '30' }, { 'log-maxage': '0' }, []],
    [
      'days with a limit',
      { 'log-maxage': '0' },
      { 'log-maxage': '30' },
      [found('log-maxage', less('log-maxage', '0', '30'), 'low', '30')],
    ],
    [
      'days that a template fills in',
      { 'log-maxage': '30' },
      { 'log-maxage': '{{ x }}' },
      [found('log-maxage', less('log-maxage', '30', '{{ x }}'), 'medium', '{{ x }}')],
    ],
    ['days that a template filled in', { 'log-maxage': '{{ x }}' }, { 'log-maxage': '1' }, []],
    [
      'fewer files than CIS demands',
      { 'log-maxbackup': '10' },
      { 'log-maxbackup': '9' },
      [found('log-maxbackup', less('log-maxbackup', '10', '9'), 'medium', '9')],
    ],
    ['no number of files any more, which is no limit', { 'log-maxbackup': '10' }, {}, []],
    [
      'no size any more, which is 100',
      { 'log-maxsize': '200' },
      {},
      [found('log-maxsize', less('log-maxsize', '200', '100'), 'low', '', true)],
    ],
    ['no size any more, which was 100', { 'log-maxsize': '100' }, {}, []],
    [
      'a smaller size than CIS demands',
      { 'log-maxsize': '100' },
      { 'log-maxsize': '99' },
      [found('log-maxsize', less('log-maxsize', '100', '99'), 'medium', '99')],
    ],
    [
      'new batches',
      { 'log-path': '/l' },
      { 'log-path': '/l', 'log-mode': 'batch' },
      [found('log-mode', 'may lose records of requests under load (--audit-log-mode=batch)', 'low', 'batch')],
    ],
    ['a new mode', { 'log-path': '/l' }, { 'log-path': '/l', 'log-mode': 'blocking' }, []],
    ['a new limit that CIS takes', { 'log-path': '/l' }, { 'log-path': '/l', 'log-maxage': '30' }, []],
    [
      'a new limit below that',
      { 'log-path': '/l' },
      { 'log-path': '/l', 'log-maxage': '29' },
      [found('log-maxage', 'newly keeps less of the audit log (--audit-log-maxage=29)', 'medium', '29')],
    ],
    ['a new limit that is none', { 'log-path': '/l' }, { 'log-path': '/l', 'log-maxage': '0' }, []],
    [
      'a new size',
      { 'log-path': '/l' },
      { 'log-path': '/l', 'log-maxsize': '50' },
      [found('log-maxsize', 'newly keeps less of the audit log (--audit-log-maxsize=50)', 'medium', '50')],
    ],
    ['a new limit where nothing was written', {}, { 'log-path': '/l', 'log-maxage': '1' }, []],
  ])('%s', (_, was, is, expected) => expect(lowered(was, is)).toEqual(expected));

  test('what moved to another place, or here, is not lost', () => {
    expect(lowered(all, {}, ['audit-policy-file', 'audit-log-path', 'audit-webhook-config-file'])).toEqual([]);
    expect(lowered({ 'log-maxsize': '200' }, {}, ['audit-log-maxsize'])).toEqual([]);
    expect(lowered({ 'log-path': '/l' }, { 'log-path': '/l', 'log-maxage': '1' }, [], ['audit-log-maxage'])).toEqual(
      [],
    );
  });

  test.each<[string, boolean]>([
    ['/l', true],
    ['-', true],
    ['', false],
    ['/dev/null', false],
    ['/dev/full', false],
    ['/dev/zero', false],
    ['/dev/nullx', true],
    ['/x/dev/null', true],
    ['dev/null', true],
  ])('a value "%s" is in use: %s', (value, expected) => {
    expect(isUsed('audit-log-path', flags({ 'log-path': value }))).toBe(expected);
    expect(isUsed('audit-policy-file', flags({ 'log-path': value }))).toBe(false);
  });
});

describe('where flags are written', () => {
  const read = (all: Flags) => [...all].map(([name, { value, path }]) => `${name}=${value} at ${path.join('.')}`);
  test.each<[string, readonly unknown[], readonly string[]]>([
    ['an argument', ['kube-apiserver', '--audit-log-path=/l'], ['audit-log-path=/l at 1']],
    ['a flag and its value', ['--audit-log-path', '/l', 'x'], ['audit-log-path=/l at 0']],
    ['a flag with one dash', ['-audit-log-path', '/l'], ['audit-log-path=/l at 0']],
    ['a flag without a value', ['--audit-log-path'], []],
    ['a flag with an empty value', ['--audit-log-path='], ['audit-log-path= at 0']],
    [
      'a repeated flag, the last of which counts',
      ['--audit-log-path=/l', '--audit-log-path=/m'],
      ['audit-log-path=/m at 1'],
    ],
    ['underscores', ['--audit_log_path=/l'], ['audit-log-path=/l at 0']],
    [
      'a command line',
      ['exec kube-apiserver --audit-log-path=/l --audit-log-maxage "7"'],
      ['audit-log-path=/l at 0', 'audit-log-maxage=7 at 0'],
    ],
    ['without dashes, as k3s has it', ['audit-log-path=/l'], ['audit-log-path=/l at 0']],
    ['an entry with a name', [{ name: 'audit-log-path', value: '/l' }], ['audit-log-path=/l at 0.value']],
    ['an entry with a number', [{}, { name: 'audit-log-maxage', value: 7 }], ['audit-log-maxage=7 at 1.value']],
    ['an entry with another name', [{ name: 'log-path', value: '/l' }], []],
    ['another flag', ['--audit-log-format=json', '--profiling=false'], []],
    ['a flag that only ends so', ['--my-audit-log-path=/l'], []],
    ['nothing', [], []],
  ])('in a list: %s', (_, value, expected) => expect(read(flagsOfList(value))).toEqual(expected));

  test.each<[string, Readonly<Record<string, unknown>>, readonly string[], readonly string[]]>([
    [
      'extraArgs',
      { 'audit-log-path': '/l', 'audit-log-maxage': 7, other: 'x' },
      ['extraArgs'],
      ['audit-log-maxage=7 at audit-log-maxage', 'audit-log-path=/l at audit-log-path'],
    ],
    ['with dashes', { '--audit-log-path': '/l' }, ['x'], ['audit-log-path=/l at --audit-log-path']],
    [
      'two spellings, of which the one with _ is the last',
      { audit_log_path: '/m', 'audit-log-path': '/l' },
      ['x'],
      ['audit-log-path=/m at audit_log_path'],
    ],
    [
      'of kops',
      { auditLogPath: '/l', auditLogMaxBackups: 3, auditPolicyFile: '/p' },
      ['spec', 'kubeAPIServer'],
      [
        'audit-log-maxbackup=3 at auditLogMaxBackups',
        'audit-log-path=/l at auditLogPath',
        'audit-policy-file=/p at auditPolicyFile',
      ],
    ],
    ['written like those of kops, elsewhere', { auditLogPath: '/l' }, ['spec'], []],
    ['of no flag', { 'audit-log-format': 'json', auditor: 'x' }, ['x'], []],
    [
      'of RKE',
      { enabled: true, configuration: { path: '/l', max_age: 7, format: 'json' } },
      ['services', 'kube-api', 'audit_log'],
      [
        'audit-log-path=/l at configuration.path',
        'audit-log-maxage=7 at configuration.max_age',
        'audit-policy-file=true at enabled',
      ],
    ],
    ['of RKE, switched off', { enabled: false }, ['kubeApi', 'auditLog'], ['audit-policy-file= at enabled']],
    [
      'of RKE, without a switch',
      { configuration: { maxBackup: 3 } },
      ['kube_api', 'auditlog'],
      ['audit-log-maxbackup=3 at configuration.maxBackup'],
    ],
    ['of another audit log', { enabled: true }, ['x', 'auditLog'], []],
    ['of something else below kube-api', { enabled: true }, ['kube-api', 'x'], []],
    [
      'of Kubespray',
      { kubernetes_audit: 'yes', kubernetes_audit_webhook: false, audit_log_path: '/l' },
      ['x'],
      [
        'audit-log-path=/l at audit_log_path',
        'audit-policy-file=true at kubernetes_audit',
        'audit-webhook-config-file= at kubernetes_audit_webhook',
      ],
    ],
    ['of Kubespray, on', { kubernetes_audit: 'ON' }, ['x'], ['audit-policy-file=true at kubernetes_audit']],
    ['of Kubespray, filled in', { kubernetes_audit: 'truely' }, ['x'], ['audit-policy-file= at kubernetes_audit']],
    ['nothing', { x: 1 }, ['x'], []],
  ])('in a mapping: %s', (_, value, names, expected) => expect(read(flagsOfMapping(value, names))).toEqual(expected));

  test.each<[string, boolean]>([
    ['kube-apiserver-arg', true],
    ['kube-apiserver-args', true],
    ['apiserver-arg', true],
    ['kube-apiserver-arg+', true],
    ['my-kube-apiserver-arg', false],
    ['kube-apiserver-argx', false],
    ['kube-apiserver', false],
  ])('%s is a key of arguments: %s', (key, expected) => expect(isArgumentKey(key)).toBe(expected));
});

describe('managed control planes', () => {
  const object = (apiVersion: string, kind: string, fields: object) =>
    resources({ 'a.yaml': JSON.stringify({ apiVersion, kind, metadata: { name: 'a' }, ...fields }) })[0];
  const logs = (path: readonly string[], ...names: readonly string[]) => ({
    what: `no longer keeps the logs ${names.join(', ')} of its API server`,
    remedy: 'Keep them: without a record nobody can say afterwards who did what.',
    severity: 'high',
    path,
    formerPath: path,
    subject: ['logs', ...names],
  });
  const eksctl = (enableTypes: unknown) =>
    object('eksctl.io/v1alpha5', 'ClusterConfig', { cloudWatch: { clusterLogging: { enableTypes } } });
  const capa = (logging: object, kind = 'AWSManagedControlPlane') =>
    object('controlplane.cluster.x-k8s.io/v1beta2', kind, { spec: { logging } });
  const crossplane = (enabledClusterLogTypes: unknown) =>
    object('eks.aws.upbound.io/v1beta1', 'Cluster', { spec: { forProvider: { enabledClusterLogTypes } } });
  const ack = (clusterLogging: unknown) =>
    object('eks.services.k8s.aws/v1alpha1', 'Cluster', { spec: { logging: { clusterLogging } } });
  const [ofEksctl, ofCapa] = [
    ['cloudWatch', 'clusterLogging', 'enableTypes'],
    ['spec', 'logging'],
  ];
  const ofAck = ['spec', 'logging', 'clusterLogging'];
  test.each([
    ['some of eksctl', eksctl(['audit', 'api', 'scheduler']), eksctl(['api']), [logs(ofEksctl, 'audit')]],
    ['all of eksctl', eksctl(['*']), eksctl([]), [logs(ofEksctl, 'audit', 'api', 'apiServer', 'authenticator')]],
    ['all by another word', eksctl(['all']), eksctl(['audit']), [logs(ofEksctl, 'api', 'apiServer', 'authenticator')]],
    ['those of the scheduler', eksctl(['scheduler']), eksctl([]), []],
    ['none more', eksctl(['audit']), eksctl(['audit', 'api']), []],
    [
      'by switches',
      capa({ audit: true, apiServer: true, authenticator: false }),
      capa({ audit: true, apiServer: false }),
      [logs(ofCapa, 'apiServer')],
    ],
    [
      'of a template',
      capa({ audit: true }, 'AWSManagedControlPlaneTemplate'),
      capa({}, 'AWSManagedControlPlaneTemplate'),
      [logs(ofCapa, 'audit')],
    ],
    ['of another kind', capa({ audit: true }, 'AWSManagedControlPlanes'), capa({}, 'AWSManagedControlPlanes'), []],
    [
      'of Crossplane',
      crossplane(['audit']),
      crossplane(undefined),
      [logs(['spec', 'forProvider', 'enabledClusterLogTypes'], 'audit')],
    ],
    [
      'of ACK',
      ack([{ enabled: true, types: ['audit'] }, { types: ['api'] }]),
      ack([{ enabled: false, types: ['audit', 'api'] }]),
      [logs(ofAck, 'audit', 'api')],
    ],
    [
      'of OpenShift, which has profiles',
      object('config.openshift.io/v1', 'APIServer', {}),
      object('config.openshift.io/v1', 'APIServer', {}),
      [],
    ],
    ['of a cluster that is gone', eksctl(['audit']), undefined, []],
    ['of a new cluster', undefined, eksctl([]), []],
  ])('keep no longer logs: %s', (_, before, after, expected) =>
    expect(managedLowered(before, after)).toEqual(expected),
  );

  test.each([
    ['RKE2ControlPlane', ['spec']],
    ['RKE2ControlPlaneTemplate', ['spec', 'template', 'spec']],
  ])('%s has a Secret with the policy', (kind, at) => {
    const plane = (name?: string) => {
      const inner = { serverConfig: name === undefined ? {} : { auditPolicySecret: { name } } };
      return object('controlplane.cluster.x-k8s.io/v1beta1', kind, {
        spec: at.length === 1 ? inner : { template: { spec: inner } },
      });
    };
    const path = [...at, 'serverConfig', 'auditPolicySecret'];
    const common = { remedy: 'Keep the audit policy: without a record nobody can say afterwards who did what.', path };
    expect(managedLowered(plane('a'), plane())).toEqual([
      {
        ...common,
        what: 'no longer has an audit policy, so that no request is recorded (auditPolicySecret)',
        severity: 'high',
        formerPath: path,
        subject: ['auditPolicySecret', ''],
      },
    ]);
    expect(managedLowered(plane('a'), plane('b'))).toEqual([
      {
        ...common,
        what: 'takes another audit policy, of Secret b; whether it records less was not judged',
        severity: 'medium',
        subject: ['auditPolicySecret', 'b'],
      },
    ]);
    expect(managedLowered(plane('a'), plane('a'))).toEqual([]);
    expect(managedLowered(plane(), plane('a'))).toEqual([]);
  });
});
