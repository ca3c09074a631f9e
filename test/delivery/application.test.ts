import { describe, expect, test } from '@jest/globals';
import { applicationLoosened } from '../../src/delivery/argocd/application.ts';

type Spec = Readonly<Record<string, unknown>>;

const project = (...repositories: readonly string[]) => ({
  spec: { sourceRepos: repositories, destinations: [{ server: '*', namespace: '*' }] },
});
const projects = new Map([
  ['narrow', project('https://a/b')],
  ['wide', project('*')],
  ['default', project('*')],
]);

const changed = (was: Spec, is: Spec) => applicationLoosened({ spec: was }, { spec: is }, projects);
const ofProject = (was: string, is: string, why: string, remedy: string, severity: 'high' | 'medium') => [
  {
    what: `is now of project ${is}, not of ${was}${why}`,
    remedy,
    severity,
    path: ['spec', 'project'],
    subject: ['project', was, is],
  },
];
const moved = (old: string, now: string, field: 'server' | 'name') => [
  {
    what: `now deploys into the cluster ${now}, not into ${old}`,
    remedy: `Keep the destination ${old}, or have it agreed with the owners of ${now}.`,
    severity: 'medium',
    path: ['spec', 'destination', field],
    subject: ['destination', old, now],
  },
];
const intoControllers = (old: string, now: string, said: string, keep: string) => [
  {
    what: `now puts objects that state no namespace into ${now}, a namespace of controllers (before: ${said})`,
    remedy: `Keep the namespace ${keep}: whoever runs a pod in ${now} may use the accounts there.`,
    severity: 'medium',
    path: ['spec', 'destination', 'namespace'],
    subject: ['destination namespace', old, now],
  },
];
const at = (destination: Spec): Spec => ({ destination });

describe('an Application', () => {
  test.each<[string, Spec, Spec, readonly object[]]>([
    [
      'is of a project that allows more',
      { project: 'narrow' },
      { project: 'wide' },
      ofProject(
        'narrow',
        'wide',
        ', which allows more',
        'Keep project: narrow, or have wide allow no more than it.',
        'high',
      ),
    ],
    ['is of a project that allows less', { project: 'wide' }, { project: 'narrow' }, []],
    ['is of the same project', { project: 'a' }, { project: 'a' }, []],
    ['states the default project', {}, { project: 'default' }, []],
    [
      'is of a project that is not known',
      { project: 'narrow' },
      { project: 'other' },
      ofProject(
        'narrow',
        'other',
        '',
        'Keep project: narrow, or declare the AppProject other in the files of the same cluster (scope), so that what it allows is known.',
        'medium',
      ),
    ],
    [
      'was of a project that is not known',
      { project: 'other' },
      { project: 'narrow' },
      ofProject(
        'other',
        'narrow',
        '',
        'Keep project: other, or declare the AppProject narrow in the files of the same cluster (scope), so that what it allows is known.',
        'medium',
      ),
    ],
    [
      'was of a project that is not known, and is of the default one',
      { project: 'other' },
      {},
      ofProject(
        'other',
        'default',
        '',
        'Keep project: other, or declare the AppProject default in the files of the same cluster (scope), so that what it allows is known.',
        'high',
      ),
    ],
    [
      'deploys into another cluster',
      at({ server: 'https://a' }),
      at({ server: 'https://b' }),
      moved('https://a', 'https://b', 'server'),
    ],
    ['deploys into a cluster by its name', at({ name: 'a' }), at({ name: 'b' }), moved('a', 'b', 'name')],
    [
      'names Argo CD’s own cluster otherwise',
      at({ name: 'in-cluster' }),
      at({ server: 'https://kubernetes.default.svc' }),
      [],
    ],
    [
      'deploys into Argo CD’s own cluster',
      at({ name: 'a' }),
      at({ name: 'in-cluster' }),
      moved('a', 'in-cluster', 'name'),
    ],
    [
      'leaves Argo CD’s own cluster',
      at({ server: 'https://kubernetes.default.svc' }),
      at({ name: 'a' }),
      moved('https://kubernetes.default.svc', 'a', 'name'),
    ],
    ['states a cluster for the first time', at({}), at({ name: 'a' }), []],
    [
      'deploys into a namespace of controllers',
      at({ namespace: 'shop' }),
      at({ namespace: 'kube-system' }),
      intoControllers('shop', 'kube-system', 'shop', 'shop'),
    ],
    [
      'deploys into a namespace of controllers where it stated none',
      at({}),
      at({ namespace: 'kube-system' }),
      intoControllers('', 'kube-system', 'the default one', 'that it had'),
    ],
    ['deploys into another namespace', at({ namespace: 'shop' }), at({ namespace: 'web' }), []],
    [
      'goes from one namespace of controllers to another',
      at({ namespace: 'argocd' }),
      at({ namespace: 'kube-system' }),
      [],
    ],
    ['stays in a namespace of controllers', at({ namespace: 'argocd' }), at({ namespace: 'argocd' }), []],
  ])('%s', (_, was, is, expected) => expect(changed(was, is)).toEqual(expected));
});

describe('what is automatic', () => {
  const automated = (value: unknown): Spec => ({ syncPolicy: { automated: value } });
  const started = (...subject: readonly string[]) => ({
    what: 'is now deployed without a person who starts it',
    remedy: 'Leave syncPolicy.automated out where somebody is meant to look first.',
    severity: 'low',
    path: ['spec', 'syncPolicy', 'automated'],
    subject: ['automated', ...subject],
  });
  const pruned = {
    what: 'newly deletes by itself what is taken out of the repository (prune)',
    remedy: 'Leave prune out where somebody is meant to look first, or keep single objects by Prune=confirm.',
    severity: 'low',
    path: ['spec', 'syncPolicy', 'automated', 'prune'],
    subject: ['prune'],
  };
  const path = ['spec', 'syncPolicy', 'automated', 'selfHeal'];
  const unhealed = (place: object) => ({
    what: 'no longer takes back by itself what is changed in the cluster (selfHeal)',
    remedy: 'Keep syncPolicy.automated with selfHeal: true.',
    severity: 'low',
    ...place,
    subject: ['selfHeal'],
  });
  test.each<[string, Spec, Spec, readonly object[]]>([
    ['all of it', {}, automated({}), [started()]],
    ['all of it where it was null', automated(null), automated({}), [started()]],
    ['with what is deleted', {}, automated({ prune: true }), [started('prune')]],
    ['all of it where it was switched off', automated({ enabled: false }), automated({ enabled: true }), [started()]],
    ['nothing where it is switched off', {}, automated({ enabled: false, prune: true }), []],
    ['nothing where it is null', {}, automated(null), []],
    ['nothing more', automated({}), automated({ enabled: true }), []],
    ['what is deleted', automated({ prune: false }), automated({ prune: true }), [pruned]],
    ['what is deleted as before', automated({ prune: true }), automated({ prune: true, enabled: true }), []],
    ['what is no longer deleted', automated({ prune: true }), automated({}), []],
    [
      'what is taken back',
      automated({ selfHeal: true }),
      automated({}),
      [unhealed({ path: ['spec'], formerPath: path })],
    ],
    [
      'what is taken back, which is switched off',
      automated({ selfHeal: true }),
      automated({ selfHeal: false }),
      [unhealed({ path })],
    ],
    [
      'what is taken back, with all of it',
      automated({ selfHeal: true }),
      automated({ selfHeal: true, enabled: false }),
      [unhealed({ path })],
    ],
    ['what was not taken back since all of it was off', automated({ selfHeal: true, enabled: false }), {}, []],
    ['what is taken back as before', automated({ selfHeal: true }), automated({ selfHeal: true, enabled: true }), []],
    ['what is newly taken back', automated({}), automated({ selfHeal: true }), []],
  ])('%s', (_, was, is, expected) => expect(changed(was, is)).toEqual(expected));
});

test('all of it is said, in order', () => {
  const is = {
    project: 'wide',
    destination: { server: 'b', namespace: 'kube-system' },
    ignoreDifferences: [{ group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', jsonPointers: ['/rules'] }],
    syncPolicy: { automated: { prune: true } },
  };
  const was = { project: 'narrow', destination: { server: 'a' }, syncPolicy: { automated: { selfHeal: true } } };
  expect(changed(was, is).map(({ subject }) => subject[0])).toEqual([
    'project',
    'destination',
    'destination namespace',
    'ignoreDifferences',
    'prune',
    'selfHeal',
  ]);
});
