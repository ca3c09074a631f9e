import { describe, expect, test } from '@jest/globals';
import { withoutNewHooks } from '../../../src/kube/identity/hooks.ts';
import { objectOf } from '../objects.ts';

const withAnnotations = (annotations: Readonly<Record<string, unknown>>, name = 'x', marks = {}) =>
  objectOf(
    JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'n', annotations } }),
    'a.yaml',
    marks,
  );
const plain = withAnnotations({});
const other = withAnnotations({}, 'other');

/** Names of what stays; undefined where the change makes no hooks. */
const staying = (before: readonly ReturnType<typeof objectOf>[], after: typeof before) =>
  withoutNewHooks({ before, after })?.after.map(({ name }) => name);

describe('an object that a change makes a hook of is no part of what is kept', () => {
  test.each<[name: string, annotations: Readonly<Record<string, unknown>>, isHook: boolean]>([
    ['a hook of Helm', { 'helm.sh/hook': 'pre-install' }, true],
    ['one of a name that Helm does not know', { 'helm.sh/hook': 'never' }, true],
    ['one without a name', { 'helm.sh/hook': '' }, true],
    ['a hook of Argo CD before the sync', { 'argocd.argoproj.io/hook': 'PreSync' }, true],
    ['one after it', { 'argocd.argoproj.io/hook': 'PostSync' }, true],
    ['one where it failed', { 'argocd.argoproj.io/hook': 'SyncFail' }, true],
    ['two phases without the sync', { 'argocd.argoproj.io/hook': 'PreSync, PostSync' }, true],
    ['what is skipped in one phase of two', { 'argocd.argoproj.io/hook': 'Skip,PreSync' }, true],
    ['a phase that Argo CD does not know', { 'argocd.argoproj.io/hook': 'Never' }, true],
    [
      'of the sync, deleted when that is done',
      {
        'argocd.argoproj.io/hook': 'Sync',
        'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation, HookSucceeded',
      },
      true,
    ],
    ['of the sync, which stays', { 'argocd.argoproj.io/hook': 'Sync' }, false],
    [
      'of the sync, deleted before the next one',
      { 'argocd.argoproj.io/hook': 'Sync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' },
      false,
    ],
    ['of the sync and another phase', { 'argocd.argoproj.io/hook': 'PreSync,Sync' }, false],
    ['what is skipped, next to a phase that is none', { 'argocd.argoproj.io/hook': 'Skip,Never' }, false],
    ['what is only skipped', { 'argocd.argoproj.io/hook': 'Skip' }, false],
    ['an empty phase', { 'argocd.argoproj.io/hook': '' }, false],
    ['other annotations', { 'helm.sh/hook-weight': '1', 'argocd.argoproj.io/hook-delete-policy': 'a' }, false],
  ])('%s', (_, annotations, isHook) => {
    expect(staying([plain, other], [other, withAnnotations(annotations)])).toEqual(isHook ? ['other'] : undefined);
  });

  test('a new object is one as well', () => {
    expect(staying([other], [other, withAnnotations({ 'helm.sh/hook': 'a' })])).toEqual(['other']);
  });

  test('what a change does not touch stays as it is', () => {
    const hook = withAnnotations({ 'helm.sh/hook': 'a' });
    expect(staying([hook], [hook])).toBeUndefined();
    const second = withAnnotations({ 'helm.sh/hook': 'a' }, 'second');
    expect(staying([hook], [hook, second])).toEqual(['x']);
  });

  test('what was a hook before, or is kept in the cluster, stays', () => {
    const hook = withAnnotations({ 'helm.sh/hook': 'b' });
    expect(staying([withAnnotations({ 'helm.sh/hook': 'a' })], [hook])).toBeUndefined();
    expect(staying([withAnnotations({ 'helm.sh/resource-policy': 'keep' })], [hook])).toBeUndefined();
    expect(staying([withAnnotations({ 'helm.sh/resource-policy': 'other' })], [hook])).toEqual([]);
    // Another object that is kept does not keep this one.
    expect(staying([withAnnotations({ 'helm.sh/resource-policy': 'keep' }, 'other')], [hook])).toEqual([]);
  });

  test('all else of the scope is as it was', () => {
    const sides = { before: [plain], after: [withAnnotations({ 'helm.sh/hook': 'a' })], unread: ['b.yaml'] };
    expect(withoutNewHooks(sides)).toEqual({ before: [plain], after: [], unread: ['b.yaml'] });
  });
});
