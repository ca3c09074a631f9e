import { describe, expect, test } from '@jest/globals';
import { withInherited } from '../../src/delivery/argocd/global-projects.ts';
import { kindSeverity } from '../../src/delivery/argocd/kind-severity.ts';
import { analyseAuthority } from '../../src/delivery/judge/analyse-authority.ts';
import type { LoosenedObject } from '../../src/kube/loosening.ts';
import type { Mapping } from '../../src/plain-values.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { resources } from '../rbac/manifests.ts';

const object = (apiVersion: string, kind: string, name: string, fields: object = {}, namespace?: string) =>
  `${JSON.stringify({ apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) }, ...fields })}\n---\n`;
const read = (...texts: readonly string[]) => resources({ 'a.yaml': texts.join('') });
/** Each loosening with the object that is said to have it, and with lines. */
const said = (found: readonly LoosenedObject[]) =>
  found.flatMap(({ resource, called, loosenings, at, formerAt }) =>
    loosenings.map(({ what, severity, path, formerPath, subject }) => ({
      of: called ?? `${resource?.kind} ${resource?.name}`,
      what,
      severity,
      line: at(path).line,
      ...(formerPath === undefined ? {} : { former: formerAt(formerPath)?.line }),
      subject,
    })),
  );
const source = (name: string, fields: object = {}, kind = 'GitRepository', namespace?: string) =>
  object('source.toolkit.fluxcd.io/v1', kind, name, { spec: { url: 'https://git.a/x', ...fields } }, namespace);
const verified = { verify: { mode: 'HEAD' } };

describe('what projects inherit', () => {
  const all = {
    clusterResourceBlacklist: [{ group: '', kind: 'Node' }],
    sourceRepos: ['b'],
    roles: ['r'],
    destinations: [],
  };
  const inherits = (selector: object, ...more: readonly object[]) =>
    JSON.stringify([{ labelSelector: selector, projectName: 'global' }, ...more]);
  const projects = new Map<string, Mapping>([
    ['global', { spec: all }],
    [
      'two',
      {
        spec: {
          namespaceResourceWhitelist: ['n'],
          clusterResourceWhitelist: ['c'],
          namespaceResourceBlacklist: ['d'],
          destinations: ['e'],
          sourceRepos: ['f'],
        },
      },
    ],
  ]);
  const made = (globalProjects: string, apiVersion = 'v1', kind = 'ConfigMap', name = 'argocd-cm') =>
    withInherited(read(object(apiVersion, kind, name, { data: { globalProjects } })), projects);
  const project = (labels: object, name = 'shop', spec: object = { sourceRepos: ['a'] }) => ({
    metadata: { name, labels },
    spec,
  });
  const labelled = project({ team: 'a' });
  const matching = { matchLabels: { team: 'a' } };

  test('lists of the projects that are named for their labels, after their own', () => {
    const spec = { sourceRepos: ['a', 'b'], clusterResourceBlacklist: all.clusterResourceBlacklist };
    expect(made(inherits(matching))(labelled)).toEqual({ ...labelled, spec });
    expect(made(inherits({ matchExpressions: [{ key: 'team', operator: 'Exists' }] }))(labelled)).toEqual({
      ...labelled,
      spec,
    });
    const two = { labelSelector: {}, projectName: 'two' };
    expect(made(inherits(matching, two))(labelled)).toEqual({
      ...labelled,
      spec: {
        ...spec,
        sourceRepos: ['a', 'b', 'f'],
        namespaceResourceWhitelist: ['n'],
        clusterResourceWhitelist: ['c'],
        namespaceResourceBlacklist: ['d'],
        destinations: ['e'],
      },
    });
  });

  test('nothing for other labels, of itself, by another object, or by a selector that is refused', () => {
    const other = project({ team: 'b' });
    expect(made(inherits(matching))(other)).toBe(other);
    const itself = project({ team: 'a' }, 'global');
    expect(made(inherits(matching))(itself)).toBe(itself);
    expect(made(inherits(matching), 'v1', 'ConfigMap', 'argocd-cm-x')(labelled)).toBe(labelled);
    expect(made(inherits(matching), 'v1', 'Secret')(labelled)).toBe(labelled);
    expect(made(inherits(matching), 'x.y/v1')(labelled)).toBe(labelled);
    expect(made(inherits({ matchExpressions: [{ key: 'team', operator: 'Is' }] }))(labelled)).toBe(labelled);
    expect(made('{{ x }}')(labelled)).toBe(labelled);
    expect(made(JSON.stringify([{ labelSelector: {}, projectName: 'unknown' }]))(labelled)).toEqual(labelled);
  });
});

test.each<[string, string, 'high' | 'medium']>([
  ['', 'Secret', 'high'],
  ['', 'Pod', 'high'],
  ['apps', 'Deployment', 'high'],
  ['rbac.authorization.k8s.io', 'RoleBinding', 'high'],
  ['networking.k8s.io', 'Ingress', 'medium'],
  ['networking.k8s.io', 'NetworkPolicy', 'medium'],
  ['', 'ConfigMap', 'medium'],
  ['', 'Service', 'medium'],
  ['', 'Endpoints', 'medium'],
  ['external-secrets.io', 'ExternalSecret', 'high'],
  ['external-secrets.io', 'ClusterExternalSecretx', 'medium'],
  ['example.org', 'Box', 'medium'],
])('writing objects of %s %s is %s', (group, kind, severity) => expect(kindSeverity(group, kind)).toBe(severity));

describe('objects that decide what is deployed', () => {
  const analysed = (before: readonly string[], after: readonly string[], isKept = false) =>
    said(
      analyseAuthority(
        new Map([['x', { before: read(...before), after: read(...after) }]]),
        new Map(),
        [],
        defaultPolicy.limits,
        () => isKept,
      ).get('x') ?? [],
    ).map(({ of, subject }) => [of, ...subject]);
  const argo = (kind: string, name: string, spec: object) => object('argoproj.io/v1alpha1', kind, name, { spec });
  const map = (name: string, data: object) => object('v1', 'ConfigMap', name, { data });
  const flux = (kind: string, spec: object, group = 'kustomize') =>
    object(`${group}.toolkit.fluxcd.io/v1`, kind, 'a', { spec }, 'own');
  const open = { sourceRepos: ['*'] };
  const github = { ref: { name: 'github' }, params: [{ name: 'secretRef' }] };
  const tekton = (kind: string, spec: object) => object('triggers.tekton.dev/v1', kind, 'a', { spec });
  const run = { kind: 'TaskRun', spec: { taskSpec: { steps: [{ script: '$(tt.params.x)' }] } } };
  const commands = { resourcetemplates: [run] };

  test.each<[string, readonly string[], readonly string[], readonly (readonly string[])[]]>([
    [
      'a ConfigMap of Argo CD',
      [map('argocd-cm', {})],
      [map('argocd-cm', { 'exec.enabled': 'true' })],
      [['ConfigMap argocd-cm', 'exec.enabled']],
    ],
    [
      'a ConfigMap of Argo CD that is gone',
      [map('argocd-cm', { 'admin.enabled': 'false' })],
      [],
      [['ConfigMap argocd-cm', 'admin.enabled']],
    ],
    ['another ConfigMap', [map('settings', {})], [map('settings', { 'exec.enabled': 'true' })], []],
    [
      'a Secret of that name',
      [object('v1', 'Secret', 'argocd-cm', { data: {} })],
      [object('v1', 'Secret', 'argocd-cm', { data: { 'exec.enabled': 'true' } })],
      [],
    ],
    ['a new project', [], [argo('AppProject', 'a', open)], [['AppProject a', 'sourceRepos', 'everything']]],
    [
      'the default project, which is gone',
      [argo('AppProject', 'default', {})],
      [],
      [['AppProject default', 'default', 'gone']],
    ],
    ['another project, which is gone', [argo('AppProject', 'a', {})], [], []],
    ['an Application of the name of the default project, which is gone', [argo('Application', 'default', {})], [], []],
    [
      'roles of a project',
      [argo('AppProject', 'a', { roles: [{ policies: ['p, r, logs, get, a/b, allow'] }] })],
      [argo('AppProject', 'a', { roles: [{ policies: ['p, r, logs, get, a/*, allow'] }] })],
      [['AppProject a', 'policy', 'get logs a/*', 'r']],
    ],
    [
      'roles of a new project',
      [],
      [argo('AppProject', 'a', { roles: [{ policies: ['p, r, logs, get, a/*, allow'] }] })],
      [],
    ],
    [
      'an Application of another project',
      [argo('Application', 'a', { project: 'p' }), argo('AppProject', 'p', {}), argo('AppProject', 'q', open)],
      [argo('Application', 'a', { project: 'q' })],
      [['Application a', 'project', 'p', 'q']],
    ],
    ['a new Application', [], [argo('Application', 'a', { syncPolicy: { automated: {} } })], []],
    [
      'an EventSource',
      [argo('EventSource', 'a', { github: { h: { authSecret: {} } } })],
      [argo('EventSource', 'a', { github: { h: {} } })],
      [['EventSource a', 'senders', 'github.h']],
    ],
    ['a new EventSource', [], [argo('EventSource', 'a', { github: { h: {} } })], []],
    [
      'a new ApplicationSet',
      [],
      [argo('ApplicationSet', 'a', { generators: [{ pullRequest: {} }] })],
      [['ApplicationSet a', 'pullRequest', 'unmarked', '{}']],
    ],
    [
      'what an ApplicationSet makes',
      [argo('ApplicationSet', 'a', { template: { spec: { project: 'p' } } })],
      [argo('ApplicationSet', 'a', { template: { spec: { project: 'q', syncPolicy: { automated: {} } } } })],
      [
        ['ApplicationSet a', 'project', 'p', 'q'],
        ['ApplicationSet a', 'automated'],
      ],
    ],
    [
      'a project that is filled in, which is said once',
      [argo('ApplicationSet', 'a', { generators: [{ git: {} }], template: { spec: { project: 'p' } } })],
      [argo('ApplicationSet', 'a', { generators: [{ git: {} }], template: { spec: { project: '{{ x }}' } } })],
      [['ApplicationSet a', 'project', 'filled in', '{{ x }}', '{}']],
    ],
    ['another kind of Argo', [argo('Rollout', 'a', {})], [argo('Rollout', 'a', { syncPolicy: { automated: {} } })], []],
    [
      'a Kustomization',
      [flux('Kustomization', { serviceAccountName: 'x' })],
      [flux('Kustomization', {})],
      [['Kustomization a', 'serviceAccountName']],
    ],
    ['a new Kustomization', [], [flux('Kustomization', { prune: true })], []],
    [
      'a source',
      [flux('GitRepository', { url: 'https://x' }, 'source')],
      [flux('GitRepository', { url: 'http://x' }, 'source')],
      [['GitRepository a', 'insecure']],
    ],
    [
      'a HelmRelease',
      [
        flux(
          'HelmRelease',
          { serviceAccountName: 'x', driftDetection: { mode: 'enabled' }, chart: { spec: verified } },
          'helm',
        ),
      ],
      [flux('HelmRelease', { chart: { spec: {} } }, 'helm')],
      [
        ['HelmRelease a', 'serviceAccountName'],
        ['HelmRelease a', 'driftDetection', 'enabled', 'disabled'],
        ['HelmRelease a', 'verify'],
      ],
    ],
    [
      'an object of a group that only ends like it',
      [object('toolkit.fluxcd.io.x/v1', 'Kustomization', 'a', { spec: { serviceAccountName: 'x' } })],
      [object('toolkit.fluxcd.io.x/v1', 'Kustomization', 'a', { spec: {} })],
      [],
    ],
    [
      'a new FluxInstance',
      [],
      [object('fluxcd.controlplane.io/v1', 'FluxInstance', 'a', { spec: { cluster: { multitenant: false } } })],
      [['FluxInstance a', 'spec', 'cluster', 'multitenant']],
    ],
    ['a new Receiver', [], [flux('Receiver', { type: 'generic' }, 'notification')], [['Receiver a', 'spec', 'type']]],
    [
      'an EventListener',
      [tekton('EventListener', { triggers: [{ name: 't', interceptors: [github] }] })],
      [tekton('EventListener', { triggers: [{ name: 't' }] })],
      [['EventListener a', 'senders', 't']],
    ],
    [
      'a Trigger',
      [tekton('Trigger', { interceptors: [github] })],
      [tekton('Trigger', {})],
      [['Trigger a', 'senders', '']],
    ],
    ['a new EventListener', [], [tekton('EventListener', { triggers: [{ name: 't' }] })], []],
    ['a new TriggerTemplate', [], [tekton('TriggerTemplate', commands)], [['TriggerTemplate a', 'command', 'step 0']]],
    [
      'a TriggerTemplate',
      [tekton('TriggerTemplate', {})],
      [tekton('TriggerTemplate', commands)],
      [['TriggerTemplate a', 'command', 'step 0']],
    ],
    [
      'a TriggerTemplate as before',
      [tekton('TriggerTemplate', commands)],
      [tekton('TriggerTemplate', { ...commands, x: 1 })],
      [],
    ],
    ['a TriggerTemplate that is gone', [tekton('TriggerTemplate', commands)], [], []],
    [
      'an object of another group',
      [object('a.b/v1', 'Application', 'a', { spec: {} })],
      [object('a.b/v1', 'Application', 'a', { spec: { syncPolicy: { automated: {} } } })],
      [],
    ],
    [
      'a source in the place of another',
      [source('old', verified)],
      [source('new')],
      [['GitRepository new', 'verify', 'GitRepository old']],
    ],
  ])('%s', (_, before, after, expected) => expect(analysed(before, after)).toEqual(expected));

  test('a Kustomization without a target whose files say themselves that all is of one namespace', () => {
    const [was, is] = [
      [flux('Kustomization', { targetNamespace: 'shop', serviceAccountName: 'x' })],
      [flux('Kustomization', {})],
    ];
    expect(analysed(was, is)).toEqual([
      ['Kustomization a', 'serviceAccountName'],
      ['Kustomization a', 'targetNamespace'],
    ]);
    expect(analysed(was, is, true)).toEqual([['Kustomization a', 'serviceAccountName']]);
  });

  test('what projects inherit is compared with them', () => {
    const global = [
      map('argocd-cm', { globalProjects: JSON.stringify([{ labelSelector: {}, projectName: 'global' }]) }),
      argo('AppProject', 'global', { sourceRepos: ['https://a'] }),
    ];
    const project = (...sourceRepos: readonly string[]) =>
      argo('AppProject', 'shop', { sourceRepos, destinations: [{ server: '*', namespace: '*' }] });
    expect(analysed([...global, project('https://b')], [...global, project('https://b', 'https://a')])).toEqual([]);
    expect(analysed([project('https://b')], [project('https://b', 'https://a')])).toEqual([
      ['AppProject shop', 'sourceRepos', 'https://a'],
    ]);
  });

  test('a patch of an ApplicationSet is where it is said', () => {
    const set = (templatePatch?: string) =>
      argo('ApplicationSet', 'a', {
        template: { spec: { project: 'p' } },
        ...(templatePatch === undefined ? {} : { templatePatch }),
      });
    const found = analyseAuthority(
      new Map([['x', { before: read(set()), after: read(set('spec: {project: q}')) }]]),
      new Map(),
      [],
      defaultPolicy.limits,
    );
    expect(found.get('x')?.flatMap(({ loosenings }) => loosenings.map(({ path }) => path))).toEqual([
      ['spec', 'templatePatch'],
    ]);
    const plain = analyseAuthority(
      new Map([['x', { before: read(set()), after: read(set().replace('"p"', '"q"')) }]]),
      new Map(),
      [],
      defaultPolicy.limits,
    );
    expect(plain.get('x')?.flatMap(({ loosenings }) => loosenings.map(({ path }) => path))).toEqual([
      ['spec', 'template', 'spec', 'project'],
    ]);
  });
});
