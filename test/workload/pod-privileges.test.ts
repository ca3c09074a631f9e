import { describe, expect, test } from '@jest/globals';
import { podPrivilegesWidened } from '../../src/rules/workload/pod-privileges-widened.ts';
import { hostPathSeverity } from '../../src/workload/privileges/host-path.ts';
import { evidenceOfFiles } from '../rules/evidence.ts';
import { fileSide, touched } from '../secrets/evidence.ts';
import { workloadKinds } from './kinds.ts';

/** What the rule says of a manifest that changed, as `severity message`. */
function found(before: string, after: string): readonly string[] {
  const path = 'prod/web.yaml';
  const evidence = evidenceOfFiles([touched(path, fileSide(path, before), fileSide(path, after))]);
  return [...podPrivilegesWidened.check(evidence)].map(({ severity, message }) => `${severity} ${message}`);
}

function pod(spec: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: ${spec}\n`;
}

const app = (context: string) => pod(`{containers: [{name: app, securityContext: ${context}}]}`);

describe('every kind of workload', () => {
  const withContainers = Object.entries(workloadKinds).filter(([, text]) => /image: \S+?[,}]/.test(text));

  test('most kinds state containers', () => {
    expect(withContainers.length).toBeGreaterThan(30);
  });

  test.each(withContainers)('a privileged container of %s', (_, text) => {
    const privileged = text.replace(/image: ([^\s,}]+)/, 'image: $1, securityContext: {privileged: true}');
    expect(found(text, privileged)).toEqual([
      expect.stringMatching(/^critical .* newly runs container \S+ privileged\.$/),
    ]);
    expect(found(privileged, text)).toEqual([]);
  });
});

describe('what one power says of another', () => {
  const cases: readonly [name: string, before: string, after: string, expected: readonly string[]][] = [
    [
      'a privileged container has every capability',
      app('{privileged: true}'),
      app('{privileged: true, capabilities: {add: [SYS_ADMIN]}}'),
      [],
    ],
    [
      'one that becomes privileged has the rest by that',
      app('{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}'),
      app('{privileged: true, capabilities: {add: [SYS_ADMIN]}}'),
      ['critical Pod shop/web newly runs container app privileged.'],
    ],
    [
      'ALL has every capability',
      app('{capabilities: {add: [ALL]}}'),
      app('{capabilities: {add: [SYS_ADMIN, NET_RAW]}}'),
      [],
    ],
    [
      'a prefix says nothing',
      app('{capabilities: {add: [NET_ADMIN]}}'),
      app('{capabilities: {add: [CAP_NET_ADMIN]}}'),
      [],
    ],
    [
      'of the runtime’s capabilities one is no longer dropped',
      app('{capabilities: {drop: [NET_RAW, MKNOD]}}'),
      app('{capabilities: {drop: [MKNOD]}}'),
      ["medium Pod shop/web newly leaves container app the runtime's capability NET_RAW (not in capabilities.drop)."],
    ],
    [
      'a capability of the runtime’s is added where all were dropped',
      app('{capabilities: {drop: [ALL]}}'),
      app('{capabilities: {drop: [ALL], add: [SETUID]}}'),
      ['medium Pod shop/web newly gives container app the capability SETUID.'],
    ],
    [
      'with DAC_READ_SEARCH files of the node can be opened',
      app('{}'),
      app('{capabilities: {add: [CAP_DAC_READ_SEARCH]}}'),
      ['critical Pod shop/web newly gives container app the capability DAC_READ_SEARCH.'],
    ],
    ['it is added where it was kept', app('{}'), app('{capabilities: {add: [SETUID]}}'), []],
    [
      'not every runtime gives NET_RAW',
      app('{}'),
      app('{capabilities: {add: [NET_RAW]}}'),
      ['medium Pod shop/web newly gives container app the capability NET_RAW.'],
    ],
    ['who is root may be root', app('{runAsUser: 0}'), app('{}'), []],
    [
      'who may be root is not yet',
      app('{}'),
      app('{runAsUser: 0}'),
      ['medium Pod shop/web newly runs container app as root.'],
    ],
    ['without seccomp no profile need be stated', app('{seccompProfile: {type: Unconfined}}'), app('{}'), []],
    [
      'a folder of the node holds what is in it',
      pod(
        '{containers: [{name: app, volumeMounts: [{name: a, mountPath: /a}]}], volumes: [{name: a, hostPath: {path: /var/log/}}]}',
      ),
      pod(
        '{containers: [{name: app, volumeMounts: [{name: a, mountPath: /a}]}], volumes: [{name: a, hostPath: {path: /var/log//pods}}]}',
      ),
      [],
    ],
    [
      'a folder is not one whose name it begins',
      pod('{containers: [{name: app}], volumes: [{name: a, hostPath: {path: /var/lo}}]}'),
      pod('{containers: [{name: app}], volumes: [{name: a, hostPath: {path: /var/log}}]}'),
      ['medium Pod shop/web newly mounts /var/log (read-only) of its node.'],
    ],
    [
      'another container of a hardened pod',
      pod('{containers: [{name: app, securityContext: {allowPrivilegeEscalation: false}}]}'),
      pod('{containers: [{name: app, securityContext: {allowPrivilegeEscalation: false}}, {name: more}]}'),
      ['medium Pod shop/web newly lets container more gain privileges (allowPrivilegeEscalation is not false).'],
    ],
    [
      'what a container says of itself counts instead of what the pod says',
      pod(
        '{securityContext: {runAsNonRoot: true}, containers: [{name: app, securityContext: {runAsNonRoot: true}}, {name: b}]}',
      ),
      pod(
        '{securityContext: {runAsNonRoot: false}, containers: [{name: app, securityContext: {runAsNonRoot: true}}, {name: b}]}',
      ),
      ['medium Pod shop/web newly lets container b run as root.'],
    ],
    [
      'a pod that gives its containers root',
      pod('{containers: [{name: app}]}'),
      pod('{securityContext: {runAsUser: 0}, containers: [{name: app}, {name: b, securityContext: {runAsUser: 5}}]}'),
      ['medium Pod shop/web newly runs container app as root.'],
    ],
  ];
  test.each(cases)('%s', (_, before, after, expected) => {
    expect(found(before, after)).toEqual(expected);
  });
});

test.each([
  ['/', false, 'critical'],
  ['/var', false, 'critical'],
  ['/var/run', false, 'critical'],
  ['/run/containerd/containerd.sock', false, 'critical'],
  ['/run/k3s/containerd', false, 'critical'],
  ['/var/lib/kubelet', false, 'critical'],
  ['/var/lib/kubelet/pods', false, 'critical'],
  ['/etc/kubernetes/pki', false, 'critical'],
  ['/var/lib/kubelet/plugins/csi', true, 'high'],
  ['/etc/cron.d/job', true, 'critical'],
  ['/etc', true, 'critical'],
  ['/usr/lib/modules', true, 'critical'],
  ['/usr/lib/modules', false, 'medium'],
  ['/dev', true, 'critical'],
  ['/dev/dri', true, 'high'],
  ['/etc/localtime', true, 'high'],
  ['/var/log', false, 'medium'],
  ['/runner', false, 'medium'],
])('mounting %s (to write: %s) is %s', (path, isWritable, severity) => {
  expect(hostPathSeverity(path, isWritable)).toBe(severity);
});
