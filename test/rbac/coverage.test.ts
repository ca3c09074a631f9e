import { describe, expect, test } from '@jest/globals';
import { hasEntry, uncovered, uncoveredOf } from '../../src/rbac/model/coverage.ts';
import type { Permission } from '../../src/rbac/model/permission.ts';
import { PermissionIndex, size } from '../../src/rbac/model/permission-index.ts';
import {
  identityOf,
  namespaceOf,
  objectName,
  type Role,
  resourceName,
  roleName,
  routeThrough,
  ruleAt,
} from '../../src/rbac/model/rbac-object.ts';
import { isNothing, noObjects } from '../../src/rbac/model/rbac-objects.ts';
import { StepBudget, StepLimitError } from '../../src/rbac/model/step-budget.ts';
import { allows, isKnownVerb, likelyResource, readAccessRequest } from '../../src/rbac/query/request.ts';
import { resources } from './manifests.ts';

/** `verbs groups resources names`, each with commas; `-` for no name and for the core group. */
function on(text: string): Permission {
  const [verbs = [], groups = [], of = [], names = []] = text.split(' ').map((each) => each.split(','));
  const named = names.length === 0 ? ['-'] : names;
  return {
    kind: 'resource',
    verbs,
    groups: groups.map((group) => (group === '-' ? '' : group)),
    resources: of,
    names: named.map((name) => (name === '-' ? null : name)),
  };
}

const url = (verbs: string, urls: string): Permission => ({
  kind: 'url',
  verbs: verbs.split(','),
  urls: urls.split(','),
});

function said(permission: Permission): string {
  if (permission.kind === 'url') return `${permission.verbs} ${permission.urls}`;
  const { verbs, groups, resources: of, names } = permission;
  return `${verbs} ${groups.map((group) => group || '-')} ${of} ${names.map((name) => name ?? '-')}`;
}

// k8s.io/component-helpers/auth/rbac/validation/policy_comparator.go: each atom by one rule alone.
describe('what rules do not cover', () => {
  const many = Array.from({ length: 9 }, (_, index) => `r${index}`).join();
  test.each([
    ['nothing at all', 'get - pods -', [], ['get - pods -']],
    ['the same', 'get - pods -', ['get - pods -'], []],
    ['another verb', 'get,list - pods -', ['get - pods -'], ['list - pods -']],
    ['another group', 'get -,apps pods -', ['get - pods -'], ['get apps pods -']],
    ['another resource', 'get - pods,secrets -', ['get - pods -'], ['get - secrets -']],
    ['another name', 'get - pods a,b', ['get - pods a'], ['get - pods b']],
    ['any name', 'get - pods -', ['get - pods a'], ['get - pods -']],
    ['a name by any', 'get - pods a', ['get - pods -'], []],
    ['all verbs', '* - pods -', ['get,list - pods -'], ['* - pods -']],
    ['a verb by all', 'get,x - pods -', ['* - pods -'], []],
    ['a group by all', 'get apps pods -', ['get * pods -'], []],
    ['a resource by all', 'get - pods,pods/log -', ['get - * -'], []],
    ['a subresource by its wildcard', 'get - pods/log,pods/exec,pods -', ['get - */log -'], ['get - pods/exec,pods -']],
    ['a wildcard of a subresource', 'get - */log -', ['get - pods/log -'], ['get - */log -']],
    ['a leading slash', 'get - /log -', ['get - */log -'], []],
    [
      'what two rules cover together',
      'get,list - pods,secrets -',
      ['get - pods,secrets -', 'list - pods,secrets -'],
      [],
    ],
    [
      'what no rule covers alone',
      'get,list - pods,secrets -',
      ['get - pods -', 'list - secrets -'],
      ['get - secrets -', 'list - pods -'],
    ],
    ['what differs in two factors', 'get,list - pods a,b', ['get - pods a'], ['get - pods b', 'list - pods a,b']],
    [
      'entries that are alike, together',
      'get,list,watch - pods,a,b -',
      ['get - pods -', 'list - pods -'],
      ['get,list - a,b -', 'watch - pods,a,b -'],
    ],
    ['a long list', `get - ${many},x -`, [`get - ${many} -`], ['get - x -']],
  ])('%s', (_, head, base, expected) => {
    expect(uncovered(on(head), base.map(on)).map(said).sort()).toEqual(expected);
    const index = new PermissionIndex(
      [...base, 'get other other -'].map((each) => ({ permission: on(each) })),
      new StepBudget(),
    );
    expect(index.missing(on(head), new StepBudget()).map(said).sort()).toEqual(expected);
  });

  test.each([
    ['get /a', 'get /a', []],
    ['get,put /a,/b', 'get /a', ['get /b', 'put /a,/b']],
    ['get /a/b,/a,/ab,/b', 'get /a*', ['get /b']],
    ['get /a/b,/a', 'get /a/*', ['get /a']],
    ['get /a', 'get /a/*', ['get /a']],
    ['get /a', 'get /*', []],
    ['get /a', 'get /a**', []],
    ['get /*', 'get /a*', ['get /*']],
    ['get /a*', 'get /a*', []],
    ['get /ab', 'get /x*,/abc*,/a*', []],
    ['get /ab', 'get a/*,/abc', ['get /ab']],
  ])('of URLs: %s by %s', (head, base, expected) => {
    const read = (text: string) => url(...(text.split(' ') as [string, string]));
    expect(
      uncovered(read(head), [read(base)])
        .map(said)
        .sort(),
    ).toEqual(expected);
    expect(uncovered(read(head), [on('* * * -')]).map(said)).toEqual([head]);
    expect(uncovered(on('get - pods -'), [read(base)]).map(said)).toEqual(['get - pods -']);
    const index = new PermissionIndex(
      [{ permission: read(base) }, { permission: on('get - pods -') }],
      new StepBudget(),
    );
    expect(index.missing(read(head), new StepBudget()).map(said).sort()).toEqual(expected);
  });

  test('of several permissions is each part once', () => {
    expect(
      uncoveredOf([on('get,list - a -'), on('list - a -'), on('list - b -')], [on('get - a -')]).map(said),
    ).toEqual(['list - a -', 'list - b -']);
    expect(uncoveredOf([], [])).toEqual([]);
  });

  test('costs what it compares, and ends where that is too much', () => {
    // Ten, an entry of each factor with each owner, and the parts of the answer as they are put together.
    const cost = (entries: number, owners: number) => {
      const work = new StepBudget();
      const names = Array.from({ length: entries }, (_, index) => `n${index}`).join();
      uncovered(
        on(`get - ${names} -`),
        Array.from({ length: owners }, () => on('get - x -')),
        work,
      );
      return work.done;
    };
    expect([cost(1, 1), cost(10, 1), cost(10, 10)]).toEqual([22, 31, 139]);
    expect(() => uncovered(on('get - a -'), [on('get - b -')], new StepBudget(5))).toThrow(StepLimitError);
    const long = (of: string) => on(`get - ${Array.from({ length: 1001 }, (_, index) => `${of}${index}`)} -`);
    const base = Array.from({ length: 1001 }, () => long('x'));
    expect(uncovered(long('x'), base).map(said)).toEqual([said(long('x'))]);
  });
});

describe('an index of permissions', () => {
  const items = ['get - pods -', 'list - pods a', 'get apps deployments -', '* * * -', 'get - */log -'].map((text) => ({
    permission: on(text),
    text,
  }));
  const index = () => new PermissionIndex([...items, { permission: url('get', '/a'), text: '/a' }], new StepBudget());
  const candidates = (permission: Permission) =>
    index()
      .candidates(permission)
      .map(({ text }) => text)
      .sort();

  test.each([
    ['get - pods -', ['* * * -', 'get - pods -']],
    ['get - pods a', ['* * * -', 'get - pods -']],
    ['list - pods a', ['* * * -', 'list - pods a']],
    ['get,list -,apps pods,deployments a', ['* * * -', 'get - pods -', 'get apps deployments -', 'list - pods a']],
    ['get - pods/log -', ['* * * -', 'get - */log -']],
    ['* - pods -', ['* * * -']],
    ['watch x y -', ['* * * -']],
  ])('finds what may cover a part of %s', (text, expected) => expect(candidates(on(text))).toEqual(expected));

  test('finds URLs by their verbs, and counts what it keeps and looks at', () => {
    expect(candidates(url('get', '/b'))).toEqual(['/a']);
    expect(candidates(url('put', '/a'))).toEqual([]);
    expect([size(url('get,put', '/a')), size(on('get,list -,a,b pods a,b,c,d'))]).toEqual([3, 10]);
    const work = new StepBudget();
    const counted = new PermissionIndex(
      [{ permission: on('get - pods -') }, { permission: on('list - pods -') }],
      work,
    );
    expect(work.done).toBe(8);
    counted.candidates(on('get - pods -'));
    expect(work.done).toBe(8 + 20 + 4);
    counted.candidates(on(`get,list - ${Array.from({ length: 12 }, (_, at) => `r${at}`)},pods -`));
    expect(work.done).toBe(8 + 20 + 4 + 20 + 8 + 2);
  });
});

test.each([3, 7, 8, 9])('a factor of %i entries has each of them, and no other', (length) => {
  const factor = Array.from({ length }, (_, index) => (index === 0 ? null : `e${index}`));
  expect(factor.every((entry) => hasEntry(factor, entry))).toBe(true);
  expect([hasEntry(factor, 'e0'), hasEntry(factor, ''), hasEntry(factor.slice(1), null)]).toEqual([
    false,
    false,
    false,
  ]);
});

describe('objects as people write them', () => {
  const resource = (kind: string, namespace?: string, file = 'apps/a.yaml') => {
    const [read] = resources({
      [file]: JSON.stringify({ apiVersion: 'v1', kind, metadata: { name: 'x', namespace } }),
    });
    if (read === undefined) throw new Error(kind);
    return read;
  };
  const role = (more: Partial<Role>): Role => ({
    kind: 'ClusterRole',
    name: 'ops',
    namespace: undefined,
    origin: 'repository',
    labels: {},
    selectors: undefined,
    rules: [],
    resource: undefined,
    reconciled: true,
    ...more,
  });

  test.each([
    [{}, 'ClusterRole ops'],
    [{ kind: 'Role', namespace: 'web' }, 'Role web/ops'],
    [{ kind: 'Role', namespace: '?apps' }, 'Role ops'],
    [{ name: 'GlobalRole/admin' }, 'GlobalRole admin'],
    [{ name: 'A/b/c' }, 'A b/c'],
    [{ resource: resource('ClusterRole', 'n') }, 'ClusterRole ops'],
    [{ resource: resource('ConfigMap', 'n') }, 'ConfigMap n/x'],
    [{ resource: resource('ConfigMap') }, 'ConfigMap x'],
    [{ resource: resource('ClusterRole', 'n'), isMembership: true }, 'ClusterRole n/x'],
    [{ resource: resource('ClusterRole', 'n'), isMembership: false }, 'ClusterRole ops'],
  ])('%#: %s', (more, expected) => expect(objectName(role(more as Partial<Role>))).toBe(expected));

  test('have one identity for copies; what is inside another object is another', () => {
    const identity = (more: Partial<Role>) => identityOf(role(more));
    expect(identity({})).toBe('ClusterRole//ops');
    expect(identity({ namespace: 'web' })).toBe('ClusterRole/web/ops');
    expect(identity({ namespace: '?a' })).toBe('ClusterRole/?/ops');
    expect(identity({ resource: { ...resource('ClusterRole'), isEmbedded: true } })).toBe('embedded:ClusterRole//ops');
    expect(identity({ resource: { ...resource('ClusterRole'), isEmbedded: false } })).toBe('ClusterRole//ops');
  });

  test('have routes without a step that is said twice, and namespaces of their folder where they state none', () => {
    expect(routeThrough(['a', 'a', 'b', 'a'])).toEqual(['a', 'b', 'a']);
    expect([
      namespaceOf(resource('X', 'n')),
      namespaceOf(resource('X')),
      namespaceOf(resource('X', '', 'a.yaml')),
    ]).toEqual(['n', '?apps', '?.']);
    expect(roleName({ kind: 'Role', name: 'x' })).toBe('Role x');
    expect(resourceName({ ...resource('X'), kind: 'X', name: 'y' })).toBe('X y');
    expect([ruleAt([], null).permissions, ruleAt([], 'x').permissions, ruleAt([], undefined).permissions]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('grant nothing only where all lists are empty', () => {
    expect(isNothing(noObjects)).toBe(true);
    for (const field of ['roles', 'bindings', 'memberships', 'unjudged'] as const)
      expect(isNothing({ ...noObjects, [field]: [{}] })).toBe(false);
  });
});

describe('a request', () => {
  const read = (text: string, name?: string) => {
    const request = readAccessRequest('get', text, name);
    return request.kind === 'url' ? request.url : [request.group, request.resource, request.name];
  };

  test.each([
    ['/metrics', '/metrics'],
    ['pods', ['', 'pods', undefined]],
    ['po/log', ['', 'pods/log', undefined]],
    ['deploy.apps/scale', ['apps', 'deployments/scale', undefined]],
    ['deployments.v1.apps', ['apps', 'deployments', undefined]],
    ['deployments.v1beta1.apps', ['apps', 'deployments', undefined]],
    ['things.v1.example.com', ['example.com', 'things', undefined]],
    ['things.v1', ['v1', 'things', undefined]],
    ['things.xv1.example.com', ['xv1.example.com', 'things', undefined]],
    ['things.v1x.example.com', ['v1x.example.com', 'things', undefined]],
    ['things', [undefined, 'things', undefined]],
    ['things.example.com', ['example.com', 'things', undefined]],
  ])('is read as kubectl reads %s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['pods', 'get - pods -', true],
    ['pods', 'list - pods -', false],
    ['pods', '* * * -', true],
    ['pods', 'get apps pods -', false],
    ['pods/log', 'get - pods -', false],
    ['pods/log', 'get - */log -', true],
    ['pods', 'get - */log -', false],
    ['pods', 'get - pods a', false],
    ['things', 'get a,b things -', true],
    ['/things', 'get - things -', false],
  ])('for %s is allowed by %s: %p', (text, permission, expected) => {
    expect(allows(on(permission), readAccessRequest('get', text))).toBe(expected);
  });

  test('carries a name or none', () => {
    const named = (name: string | undefined, names: string) =>
      allows(on(`get - pods ${names}`), readAccessRequest('get', 'pods', name));
    expect([
      named('a', 'a,b'),
      named('c', 'a,b'),
      named('a', '-'),
      named(undefined, 'a'),
      named(undefined, ',a'),
    ]).toEqual([true, false, true, false, true]);
  });

  test.each([
    ['/a', '/a', true],
    ['/a/b', '/a', false],
    ['/a/b', '/a/*', true],
    ['/a/b', '/x,/a*', true],
    ['/ab', '/a', false],
    ['/a', '/a**', true],
    ['/a*b', '/a*b', true],
    ['/axb', '/a*b', false],
    ['pods', '/a,/*', false],
  ])('for %s is allowed by the URLs %s: %p', (text, urls, expected) => {
    expect(allows(url('get', urls), readAccessRequest('get', text))).toBe(expected);
    expect(allows(url('put', urls), readAccessRequest('get', text))).toBe(false);
  });

  test.each([
    ['*', true],
    ['get', true],
    ['impersonate', true],
    ['impersonate:user-info', true],
    ['impersonate-on:user-info:get', true],
    ['impersonates', false],
    ['ximpersonate:y', false],
    ['gets', false],
  ])('has a verb that is known: %s: %p', (verb, expected) => expect(isKnownVerb(verb)).toBe(expected));

  test.each([
    ['pod', undefined],
    ['pods', undefined],
    ['podz', 'pods'],
    ['secretz/x', 'secrets'],
    ['/podz', undefined],
    ['podz.apps', undefined],
    ['*', undefined],
    ['completelyelse', undefined],
  ])('most likely means: %s: %s', (text, expected) => expect(likelyResource(text)).toBe(expected));
});
