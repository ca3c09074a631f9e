import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import { judgePairs, type ObjectPair, pairObjects, pairResources } from '../../src/workload/model/pair-objects.ts';
import { podChanges } from '../../src/workload/model/pair-pods.ts';
import { podsOf } from '../../src/workload/model/pods.ts';
import { removals } from '../../src/workload/model/removals.ts';
import { podsWorthContext } from '../../src/workload/model/worth-context.ts';
import { resources } from '../rbac/manifests.ts';

interface Stated {
  readonly file?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string | undefined;
  readonly labels?: object;
  readonly spec?: object;
}
/** An object in a file of its own. */
const made = ({ file = 'a.yaml', kind = 'ConfigMap', name = 'c', labels, spec, ...rest }: Stated = {}): Resource => {
  const namespace = 'namespace' in rest ? rest.namespace : 'shop';
  const [found] = resources({
    [file]: JSON.stringify({
      apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1',
      kind,
      metadata: { name, namespace, labels },
      spec,
    }),
  });
  if (found === undefined) throw new Error('no object');
  return found;
};
const keyOf = ({ kind, namespace, name }: Resource) => `${kind} ${namespace} ${name}`;
const at = (resource: Resource | undefined) => (resource === undefined ? '-' : resource.file);
const told = (pairs: readonly ObjectPair<Resource>[]) =>
  pairs.map(
    ({ before, after, others }) =>
      `${at(before)}>${at(after)}${others === undefined ? '' : ` (${others.map(at).join(' ')})`}`,
  );
const paired = (before: readonly Resource[], after: readonly Resource[]) =>
  told(
    pairObjects(
      before.map((resource) => ({ resource })),
      after.map((resource) => ({ resource })),
      ({ resource }) => keyOf(resource),
    ).map(({ before: was, after: is, others }) => ({
      before: was?.resource,
      after: is?.resource,
      ...(others && { others: others.map(({ resource }) => resource) }),
    })),
  );
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((file) => made({ file: `${file}.yaml` })) as [
  Resource,
  Resource,
  Resource,
  Resource,
];
const again = (file: string) => made({ file: `${file}.yaml` });

describe('objects', () => {
  test.each<[string, readonly Resource[], readonly Resource[], readonly string[]]>([
    ['of one file', [a], [again('a')], ['a.yaml>a.yaml']],
    ['that both sides share', [a], [a], []],
    ['that are new', [], [a], ['->a.yaml']],
    ['that are gone', [a], [], ['a.yaml>-']],
    ['that moved', [a], [b], ['a.yaml>b.yaml']],
    ['of which one moved and one stayed', [a, b], [again('b'), c], ['b.yaml>b.yaml', 'a.yaml>c.yaml']],
    ['of which two moved', [a, b], [c, d], ['a.yaml>c.yaml', 'b.yaml>d.yaml']],
    ['of which one moved and one is new', [a], [c, d], ['a.yaml>c.yaml', 'a.yaml>d.yaml']],
    ['that are defined once more', [a], [a, b], ['a.yaml>b.yaml']],
    ['that are defined once more next to two', [a, b], [a, b, c], ['a.yaml>c.yaml (a.yaml b.yaml)']],
    [
      'that are defined twice more',
      [a, b],
      [a, b, c, d],
      ['a.yaml>c.yaml (a.yaml b.yaml)', 'a.yaml>d.yaml (a.yaml b.yaml)'],
    ],
    ['that are defined twice in a file', [a], [a, again('a')], ['a.yaml>a.yaml']],
    ['that are defined in a file of the second', [a, b], [a, b, again('b')], ['b.yaml>b.yaml (a.yaml b.yaml)']],
    ['of another name', [a], [made({ name: 'other' })], ['->a.yaml', 'a.yaml>-']],
  ])('%s', (_, before, after, expected) => {
    expect(paired(before, after)).toEqual(expected);
  });

  test('that state no namespace are defined once more in their folder alone', () => {
    const bare = (file: string) => made({ file, namespace: undefined });
    const [one, other] = [bare('x/a.yaml'), bare('y/a.yaml')];
    expect(paired([one], [one, bare('x/b.yaml')])).toEqual(['x/a.yaml>x/b.yaml']);
    expect(paired([one], [one, bare('z/b.yaml')])).toEqual(['->z/b.yaml']);
    expect(paired([one, other], [one, other, bare('y/b.yaml')])).toEqual(['y/a.yaml>y/b.yaml']);
  });

  test('are judged by the definition that is most like them', () => {
    const judge = (before: string | undefined, after: string | undefined) =>
      before === after ? [] : [`${before}>${after}`];
    const judged = (...pairs: readonly ObjectPair<string>[]) => judgePairs(pairs, judge);
    expect(judged({ before: 'a', after: 'b' }, { before: 'c', after: 'c' })).toEqual(['a>b']);
    expect(judged({ before: 'a', after: 'b', others: ['a', 'b'] })).toEqual([]);
    expect(judged({ before: 'a', after: 'b', others: ['a', 'c'] })).toEqual(['a>b']);
    expect(judged({ before: 'b', after: 'b', others: ['a', 'c'] })).toEqual([]);
  });

  const bare = (over: Stated = {}) => made({ namespace: undefined, ...over });
  test.each<[string, readonly Resource[], readonly Resource[], readonly string[]]>([
    ['that begin to state their namespace', [bare()], [a], ['a.yaml>a.yaml']],
    ['that no longer state it', [a], [bare()], ['a.yaml>a.yaml']],
    ['that state another one', [a], [made({ namespace: 'other' })], ['->a.yaml', 'a.yaml>-']],
    ['of another file', [bare()], [b], ['->b.yaml', 'a.yaml>-']],
    ['of another name', [bare()], [made({ name: 'other' })], ['->a.yaml', 'a.yaml>-']],
    ['of which two take the place of one', [bare()], [a, made({ namespace: 'other' })], ['a.yaml>a.yaml', '->a.yaml']],
    [
      'of which one takes the place of two',
      [bare(), made({ namespace: 'x' }), made({ namespace: 'y' })],
      [a],
      ['a.yaml>a.yaml', 'a.yaml>-', 'a.yaml>-'],
    ],
    ['of which another is gone', [bare(), made({ name: 'other' })], [a], ['a.yaml>a.yaml', 'a.yaml>-']],
    [
      'that changed next to one that is gone',
      [a, made({ name: 'other' })],
      [again('a')],
      ['a.yaml>a.yaml', 'a.yaml>-'],
    ],
    [
      'that are defined once more next to one that is gone',
      [a, b, made({ name: 'x' })],
      [a, b, c],
      ['a.yaml>c.yaml (a.yaml b.yaml)', 'a.yaml>-'],
    ],
    ['that are new', [], [a], ['->a.yaml']],
  ])('with namespaces: %s', (_, before, after, expected) => {
    expect(told(pairResources(before, after))).toEqual(expected);
  });
});

describe('what goes along with its application', () => {
  const app = (over: Stated = {}) => made({ kind: 'Deployment', name: 'app', file: 'app/a.yaml', ...over });
  const rule = (over: Stated = {}) => made({ kind: 'PrometheusRule', name: 'r', file: 'app/r.yaml', ...over });
  const goes = (
    before: readonly Resource[],
    after: readonly Resource[],
    own: Resource | undefined = rule(),
    file = 'app/r.yaml',
  ) => removals({ before, after })(own, file);
  test.each<[string, () => boolean, boolean]>([
    ['its folder has no application any more', () => goes([app()], []), true],
    ['its folder keeps another application', () => goes([app(), app({ name: 'b' })], [app({ name: 'b' })]), false],
    [
      'its folder keeps pods of another kind',
      () =>
        goes(
          [app()],
          [
            made({
              kind: 'ReplicationController',
              name: 'b',
              file: 'app/b.yaml',
              spec: { template: { spec: { containers: [{ name: 'a', image: 'a' }] } } },
            }),
          ],
        ),
      false,
    ],
    ['its folder keeps something else', () => goes([app()], [rule()]), true],
    ['another folder keeps an application', () => goes([app()], [app({ name: 'b', file: 'other/b.yaml' })]), true],
    ['the application moved', () => goes([app()], [app({ file: 'other/a.yaml' })]), false],
    ['another folder lost its application', () => goes([app({ file: 'other/a.yaml' })], []), false],
    ['what is gone is no application', () => goes([rule({ name: 'x' })], []), false],
    [
      'what is gone is only called alike',
      () =>
        goes(
          [
            made({ kind: 'XDeployment', name: 'x', file: 'app/x.yaml' }),
            made({ kind: 'DeploymentX', name: 'x', file: 'app/x.yaml' }),
          ],
          [],
        ),
      false,
    ],
    ['there is no object', () => removals({ before: [app()], after: [] })(undefined, 'app/x.yaml'), true],
  ])('%s', (_, find, expected) => {
    expect(find()).toBe(expected);
  });

  test.each(['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app'])(
    'is known by the label %s',
    (label) => {
      const labelled = (value: string, namespace = 'shop') =>
        rule({ labels: { [label]: value }, namespace, file: 'rules/r.yaml' });
      const gone = app({ labels: { [label]: 'web' } });
      const of = (own: Resource, after: readonly Resource[] = []) => goes([gone], after, own, 'rules/r.yaml');
      expect([of(labelled('web')), of(labelled('db')), of(labelled('web', 'other')), of(labelled(''))]).toEqual([
        true,
        false,
        false,
        false,
      ]);
      expect(of(labelled('web'), [app({ name: 'b', labels: { [label]: 'web' } })])).toBe(false);
      // What is no application keeps nothing.
      expect(of(labelled('web'), [rule({ labels: { [label]: 'web' } })])).toBe(true);
      expect(goes([app()], [], labelled('web'), 'rules/r.yaml')).toBe(false);
    },
  );
});

describe('pods', () => {
  const pod = (over: object = {}, stated: Stated & { container?: object } = {}) =>
    podsOf(
      made({
        kind: 'Deployment',
        name: 'web',
        spec: { template: { spec: { containers: [{ name: 'a', image: 'x/a:1', ...stated.container }], ...over } } },
        ...stated,
      }),
    );
  const changes = (before: readonly ReturnType<typeof pod>[], after: readonly ReturnType<typeof pod>[]) =>
    podChanges(before.flat(), after.flat()).map(({ before: was, after: is }) =>
      [was, is].map((each) => (each === undefined ? '-' : `${each.resource.name} ${each.resource.file}`)).join(' > '),
    );
  const [host, other] = [{ hostPID: true }, { hostIPC: true }];
  const one = pod();
  test.each<[string, readonly ReturnType<typeof pod>[], readonly ReturnType<typeof pod>[], readonly string[]]>([
    ['that are the same', [one], [one], []],
    ['that say the same', [pod()], [pod()], []],
    ['that changed', [pod()], [pod(host)], ['web a.yaml > web a.yaml']],
    ['that moved', [pod()], [pod(host, { file: 'b.yaml' })], ['web a.yaml > web b.yaml']],
    [
      'of which the same moved',
      [pod(host, { file: 'a.yaml' }), pod({}, { file: 'b.yaml' })],
      [pod({}, { file: 'c.yaml' }), pod(other, { file: 'd.yaml' })],
      ['web a.yaml > web d.yaml'],
    ],
    [
      'of which that of the same file name moved',
      [pod(host, { file: 'x/a.yaml' }), pod({}, { file: 'x/b.yaml' })],
      [pod(other, { file: 'y/b.yaml' }), pod({ hostNetwork: true }, { file: 'y/c.yaml' })],
      ['web x/b.yaml > web y/b.yaml', 'web x/a.yaml > web y/c.yaml'],
    ],
    ['of another name that ran the same', [pod()], [pod(host, { name: 'new' })], ['web a.yaml > new a.yaml']],
    [
      'of another name that are the same',
      [pod({}, { name: 'x' }), pod(host, { name: 'y' })],
      [pod(host, { name: 'z' })],
      ['y a.yaml > z a.yaml', 'x a.yaml > -'],
    ],
    [
      'of another name that ran something else',
      [pod()],
      [pod(host, { name: 'new', container: { image: 'y/b:1' } })],
      ['- > new a.yaml', 'web a.yaml > -'],
    ],
    [
      'of another name with another version',
      [pod()],
      [pod(host, { name: 'new', container: { image: `x/a:2@sha256:${'a'.repeat(64)}` } })],
      ['web a.yaml > new a.yaml'],
    ],
    [
      'of another name in another namespace',
      [pod()],
      [pod(host, { name: 'new', namespace: 'other' })],
      ['- > new a.yaml', 'web a.yaml > -'],
    ],
    [
      'of another kind',
      [pod()],
      [
        podsOf(
          made({
            kind: 'ReplicationController',
            name: 'web',
            spec: { template: { spec: { containers: [{ name: 'b', image: 'y/b' }] } } },
          }),
        ),
      ],
      ['web a.yaml > web a.yaml'],
    ],
    [
      'that begin to state their namespace',
      [pod({}, { namespace: undefined })],
      [pod({}, { container: { image: 'y/b' } })],
      ['web a.yaml > web a.yaml'],
    ],
    ['that are defined once more', [one], [one, pod(host, { file: 'b.yaml' })], ['web a.yaml > web b.yaml']],
    [
      'that are defined once more by a patch',
      [one],
      [one, pod(host, { file: 'b.yaml', container: { image: undefined } })],
      ['- > web b.yaml'],
    ],
    ['that are new', [], [pod()], ['- > web a.yaml']],
    ['that are gone', [pod()], [], ['web a.yaml > -']],
  ])('%s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  test('that are defined once more are compared with the definition most like them', () => {
    const [first, second] = [pod(host, { file: 'x/a.yaml' }), pod(other, { file: 'x/b.yaml' })];
    const more = (added: ReturnType<typeof pod>) => changes([first, second], [first, second, added]);
    expect(more(pod(other, { file: 'y/c.yaml' }))).toEqual([]);
    expect(more(pod({}, { file: 'y/b.yaml' }))).toEqual(['web x/b.yaml > web y/b.yaml']);
    expect(more(pod({}, { file: 'x/b.yaml' }))).toEqual(['web x/b.yaml > web x/b.yaml']);
    expect(more(pod({}, { file: 'y/c.yaml' }))).toEqual(['web x/a.yaml > web y/c.yaml']);
  });

  const worth = (before: ReturnType<typeof pod>, after: ReturnType<typeof pod>) =>
    podsWorthContext({ before: before.map(({ resource }) => resource), after: after.map(({ resource }) => resource) })
      .length;
  const account = (serviceAccountName: string) => ({ serviceAccountName });
  const labelled = (value?: string) =>
    podsOf(
      made({
        kind: 'Deployment',
        name: 'web',
        spec: {
          template: {
            metadata: { labels: { 'azure.workload.identity/use': value } },
            spec: { containers: [{ name: 'a', image: 'x/a:1' }] },
          },
        },
      }),
    );
  test.each<[string, () => number, number]>([
    [
      'run another version',
      () => worth(pod(), pod({}, { container: { image: 'x/a:2', env: [{ name: 'a' }], args: ['b'] } })),
      0,
    ],
    ['have another field', () => worth(pod(), pod(host)), 1],
    ['run as another account', () => worth(pod(account('a')), pod(account('b'))), 1],
    [
      'run as the same account',
      () => worth(pod(account('a')), pod({ ...account('a') }, { container: { image: 'x/a:2' } })),
      0,
    ],
    ['are in another namespace', () => worth(pod(), pod({}, { namespace: undefined })), 1],
    ['have another identity', () => worth(labelled(), labelled('true')), 1],
    ['have the same identity', () => worth(labelled('true'), labelled('true')), 0],
    ['have an environment of something else', () => worth(pod({ x: { env: [1] } }), pod({ x: { env: [2] } })), 1],
    ['are new', () => worth([], pod()), 1],
    ['are gone', () => worth(pod(), []), 0],
  ])('that %s are worth what is around them', (_, find, expected) => {
    expect(find()).toBe(expected);
  });
});
