import { describe, expect, test } from '@jest/globals';
import { newSinks } from '../../src/delivery/triggers/commands.ts';
import { eventSourceLoosened, listenerLoosened } from '../../src/delivery/triggers/event-senders.ts';

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

const unverified = (name: string, by: string, path: Path, formerPath: Path = path) => ({
  what: `no longer verifies who sends ${name === '' ? 'its events' : `the events of ${name}`} (${by}): whoever reaches it starts what they start`,
  remedy: `Keep ${by} with its secret.`,
  severity: 'high',
  path,
  formerPath,
  subject: ['senders', name],
});
const takes = (events: string, name: string, path: Path, codes: readonly string[], formerPath?: Path) => ({
  what: `newly takes ${events}${name === '' ? '' : ` by ${name}`}, which somebody can cause who may write to nothing`,
  remedy: 'Take only what those cause who may write, or let a condition decide about the rest.',
  severity: 'low',
  path,
  ...(formerPath === undefined ? {} : { formerPath }),
  subject: ['events', name, ...codes],
});

describe('the senders of an EventListener', () => {
  const secret = { secretRef: { secretName: 's', secretKey: 'k' } };
  const by = (kind: string, ...params: readonly Fields[]) => ({ ref: { name: kind }, params });
  const github = by('github', { name: 'x' }, { name: 'secretRef', value: {} });
  const trigger = (name: string | undefined, ...interceptors: readonly unknown[]): Fields => ({
    ...(name === undefined ? {} : { name }),
    interceptors,
  });
  const at = (index: number) => ['spec', 'triggers', index];

  test.each<[string, readonly Fields[], readonly Fields[], readonly object[]]>([
    ['are not known any more', [trigger('t', github)], [trigger('t')], [unverified('t', 'github', at(0))]],
    [
      'are not known, since the secret is gone',
      [trigger('t', github)],
      [trigger('t', by('github', { name: 'eventTypes' }))],
      [unverified('t', 'github', at(0))],
    ],
    ['are known by another forge', [trigger('t', github)], [trigger('t', by('gitlab', { name: 'secretRef' }))], []],
    ['are known in the older form', [trigger('t', github)], [trigger('t', { bitbucket: secret })], []],
    [
      'were known in the older form',
      [trigger('t', { slack: secret })],
      [trigger('t', { slack: {} })],
      [unverified('t', 'slack', at(0))],
    ],
    ['are known by something of their own', [trigger('t', by('cel', { name: 'secretRef' }))], [trigger('t')], []],
    ['were not known before', [trigger('t')], [trigger('t')], []],
    [
      'of a trigger without a name',
      [trigger(undefined), trigger(undefined, github)],
      [trigger(undefined), trigger(undefined)],
      [unverified('triggers[1]', 'github', at(1))],
    ],
    [
      'of a trigger under another name',
      [trigger('a'), trigger('t', github)],
      [trigger('a'), trigger('u')],
      [unverified('u', 'github', at(1))],
    ],
    [
      'of a new trigger, beside one that is still there',
      [trigger('t', github)],
      [trigger('t', github), trigger('u')],
      [],
    ],
    ['of a new trigger, where one is gone that verified nothing', [trigger('t')], [trigger('u')], []],
    ['of two with one name, of which one verified nothing', [trigger('t', github), trigger('t')], [trigger('t')], []],
    [
      'of two with one name, of which the first verified nothing',
      [trigger('t'), trigger('t', github)],
      [trigger('t')],
      [],
    ],
  ])('%s', (_, was, is, expected) => {
    const listener = (triggers: readonly Fields[]) => ({ spec: { triggers } });
    expect(listenerLoosened('EventListener', listener(was), listener(is))).toEqual(expected);
  });

  test('also in groups of triggers, and of a Trigger', () => {
    const group = (...interceptors: readonly unknown[]) => ({
      spec: { triggerGroups: [trigger(undefined, ...interceptors)] },
    });
    expect(listenerLoosened('EventListener', group(github), group())).toEqual([
      unverified('triggerGroups[0]', 'github', ['spec', 'triggerGroups', 0]),
    ]);
    const single = (...interceptors: readonly unknown[]) => ({ spec: { interceptors } });
    expect(listenerLoosened('Trigger', single(github), single())).toEqual([unverified('', 'github', ['spec'])]);
    expect(listenerLoosened('Trigger', group(github), group())).toEqual([]);
  });

  const events = (value: unknown) => [
    { ref: { name: 'cel' } },
    by('github', { name: 'secretRef' }, { name: 'eventTypes', value }),
  ];
  const place = [...at(0), 'interceptors', 1, 'params', 1];
  const older = (value: unknown) => [{ gitlab: { ...secret, eventTypes: value } }];
  test.each<[string, readonly unknown[], readonly unknown[], readonly object[]]>([
    [
      'requests',
      events(['push']),
      events(['push', 'pull_request']),
      [takes('pull_request', 't', place, ['pull_request'])],
    ],
    [
      'two kinds, in order',
      events(['push']),
      events(['pull_request', 'issue_comment']),
      [takes('pull_request, issue_comment', 't', place, ['issue_comment', 'pull_request'])],
    ],
    ['requests as before', events(['pull_request']), events(['pull_request', 'push']), []],
    ['what only those cause who may write', events(['push']), events(['push', 'release', 'xpr:y']), []],
    [
      'what is filled in',
      events(['push']),
      events(['push', '$(tt.x)']),
      [takes('every kind of event', 't', place, ['*'])],
    ],
    ['what is no text', events(['push']), events([1]), [takes('every kind of event', 't', place, ['*'])]],
    ['one kind that is no list', events(['push']), events('issues'), [takes('issues', 't', place, ['issues'])]],
    [
      'all kinds, since nothing is said of any',
      events(['push']),
      [{ ref: { name: 'cel' } }, by('github', { name: 'secretRef' })],
      [takes('every kind of event', 't', at(0), ['*'], place)],
    ],
    ['some, where it took all', events(['*']), events(['pull_request']), []],
    ['some, where nothing was said', [github], events(['pull_request']), []],
    [
      'requests in the older form',
      older(['Push Hook']),
      older(['Merge Request Hook']),
      [takes('Merge Request Hook', 't', [...at(0), 'interceptors', 0, 'gitlab', 'eventTypes'], ['Merge Request Hook'])],
    ],
    [
      'all kinds, since the list is empty',
      older(['Push Hook']),
      older([]),
      [takes('every kind of event', 't', at(0), ['*'], [...at(0), 'interceptors', 0, 'gitlab', 'eventTypes'])],
    ],
  ])('take %s', (_, was, is, expected) => {
    const listener = (interceptors: readonly unknown[]) => ({ spec: { triggers: [{ name: 't', interceptors }] } });
    expect(listenerLoosened('EventListener', listener(was), listener(is))).toEqual(expected);
  });

  test('kinds of events of a listener of another name are not compared', () => {
    const listener = (name: string, value: unknown) => ({
      spec: { triggers: [{ name, interceptors: events(value) }] },
    });
    expect(listenerLoosened('EventListener', listener('a', ['push']), listener('b', ['pull_request']))).toEqual([]);
  });

  test.each<[string, boolean]>([
    ['*', true],
    ['**', false],
    ['a*', false],
    ['pull_request', true],
    ['pullrequest:created', true],
    ['Merge Request Hook', true],
    ['mergerequest', true],
    ['pr:opened', true],
    ['Issue Hook', true],
    ['Note Hook', true],
    ['commit_comment', true],
    ['discussion', true],
    ['fork', true],
    ['star', true],
    ['watch', true],
    ['push', false],
    ['tag_push', false],
    ['workflow_run', false],
  ])('whoever may write to nothing can cause %s: %s', (event, expected) => {
    const listener = (value: unknown) => ({ spec: { triggers: [{ name: 't', interceptors: events(value) }] } });
    expect(listenerLoosened('EventListener', listener(['push']), listener(['push', event]))).toHaveLength(
      Number(expected),
    );
  });
});

describe('the senders of an EventSource', () => {
  const source = (fields: Fields, type = 'github') => ({ spec: { [type]: { hook: fields } } });
  test.each(['webhookSecret', 'webhookSecretKey', 'secretToken', 'authSecret', 'signingSecret', 'authToken'])(
    'are not known by %s any more',
    (field) => {
      const secret = { [field]: { name: 's', key: 'k' } };
      expect(eventSourceLoosened(source(secret), source({}))).toEqual([
        unverified('github.hook', field, ['spec', 'github', 'hook']),
      ]);
      expect(eventSourceLoosened(source(secret), source(secret))).toEqual([]);
      expect(eventSourceLoosened(source({ [field]: 'text' }), source({}))).toEqual([]);
      expect(eventSourceLoosened(source(secret), source({}, 'gitlab'))).toEqual([
        unverified('gitlab.hook', field, ['spec', 'gitlab', 'hook'], ['spec', 'github', 'hook']),
      ]);
    },
  );

  test('take what anybody can cause', () => {
    const path = ['spec', 'github', 'hook', 'events'];
    expect(eventSourceLoosened(source({ events: ['push'] }), source({ events: ['push', 'issues'] }))).toEqual([
      takes('issues', 'github.hook', path, ['issues']),
    ]);
    expect(eventSourceLoosened(source({ events: ['push'] }), source({}))).toEqual([
      takes('every kind of event', 'github.hook', ['spec', 'github', 'hook'], ['*'], path),
    ]);
    expect(eventSourceLoosened(source({ events: null }), source({ events: ['issues'] }))).toEqual([
      takes('issues', 'github.hook', path, ['issues']),
    ]);
    expect(eventSourceLoosened(source({}), source({ events: ['issues'] }))).toEqual([]);
  });

  test('are neither known nor limited any more', () => {
    const was = source({ webhookSecret: { name: 's' }, events: ['push'] });
    expect(eventSourceLoosened(was, source({})).map(({ subject }) => subject[0])).toEqual(['senders', 'events']);
  });
});

test('the same step is said once, and none that was there before', () => {
  const at = (where: string, index: number) => ({ where, path: ['spec', index] });
  expect(newSinks([at('a', 0)], [at('a', 1), at('b', 2), at('b', 3), at('c', 4)])).toEqual(
    [at('b', 2), at('c', 4)].map(({ where, path }) => ({
      what: `newly puts what an event brings into a command (${where}): whoever sends events may run commands there`,
      remedy: 'Give it to the step as a variable of its environment, and use that in quotes.',
      severity: 'high',
      path,
      subject: ['command', where],
    })),
  );
});
