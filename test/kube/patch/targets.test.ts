import { describe, expect, test } from '@jest/globals';
import { isTargeted, mayBeTargeted, type Targeted } from '../../../src/kube/patch/targets.ts';

const object: Targeted = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
  value: { metadata: { labels: { app: 'web', tier: 'front', n: 1 }, annotations: { 'a.io/b': 'c' } } },
};
const known = { names: new Set(['web', 'my-web']), namespaces: new Set(['shop', 'other']) };

/** Whether the target means the object beyond doubt, and whether it may mean it. */
const meant = (target: Readonly<Record<string, unknown>>) => [
  isTargeted(target, object, known),
  mayBeTargeted(target, object),
];
const surely = [true, true];
const perhaps = [false, true];
const never = [false, false];

describe('the target of a patch', () => {
  test.each<[target: Readonly<Record<string, unknown>>, answer: readonly boolean[]]>([
    [{}, surely],
    [{ kind: 'Deployment', name: 'web', namespace: 'shop', group: 'apps', version: 'v1' }, surely],
    // Nothing, null and the empty text mean any.
    [{ kind: '', name: null, namespace: '', group: undefined, version: '' }, surely],
    [{ kind: 'StatefulSet' }, never],
    [{ kind: 'Deploy' }, never],
    [{ name: 'api' }, never],
    [{ group: 'batch' }, never],
    [{ namespace: 'elsewhere' }, never],
    // A patch may name an object as it was called before, which is not known here.
    [{ name: 'my-web' }, [true, false]],
    [{ namespace: 'other' }, [true, false]],
    // The version says nothing of what object it is.
    [{ version: 'v2' }, perhaps],
    // Patterns are for all of the name.
    [{ name: 'w.*' }, surely],
    [{ name: 'w.' }, never],
    [{ name: '.eb' }, surely],
    [{ name: 'e.' }, never],
    [{ name: 'x|web' }, surely],
    [{ name: 'we|x' }, never],
    [{ kind: '.*', group: '.*', namespace: 's.*', version: 'v[12]' }, surely],
    [{ kind: 'Deployment|Job' }, surely],
    // What cannot be told.
    [{ name: '(' }, perhaps],
    [{ name: ['web'] }, perhaps],
    [{ kind: 1 }, perhaps],
    [{ group: {} }, perhaps],
    [{ namespace: '(' }, perhaps],
    [{ version: false }, perhaps],
    // One that cannot be told does not save what is not meant.
    [{ kind: 'Job', name: '(' }, never],
    [{ name: '(', group: 'batch' }, never],
  ])('%j', (target, answer) => expect(meant(target)).toEqual(answer));

  test.each<[selector: unknown, answer: readonly boolean[]]>([
    ['app=web', surely],
    ['app==web', surely],
    [' app = web , tier=front', surely],
    ['app=web,tier = front ', surely],
    ['n=1', surely],
    ['none=', surely],
    ['app=api', never],
    ['app=', never],
    ['app=web,tier=back', never],
    ['tier=back,app=web', never],
    ['none=x', never],
    ['toString=x', never],
    // Other ways to ask may mean any.
    ['app', perhaps],
    ['!app', perhaps],
    ['app!=web', perhaps],
    ['app in (web)', perhaps],
    ['app=web,tier in (front)', perhaps],
    ['app=api,tier in (front)', never],
    ['app=web,', perhaps],
    [',app=web', perhaps],
    ['(app=web)', perhaps],
    ['app=web x', perhaps],
    ['x app=api', perhaps],
    ['app=api x', perhaps],
    [1, perhaps],
    ['', surely],
    [null, surely],
  ])('with the labels %j', (labelSelector, answer) => {
    expect(meant({ labelSelector })).toEqual(answer);
    const { labels } = object.value.metadata as { labels: unknown };
    const annotated = { ...object, value: { metadata: { annotations: labels } } };
    const target = { annotationSelector: labelSelector };
    expect([isTargeted(target, annotated, known), mayBeTargeted(target, annotated)]).toEqual(answer);
  });

  test('labels and annotations both count', () => {
    expect(meant({ labelSelector: 'app=web', annotationSelector: 'a.io/b=c' })).toEqual(surely);
    expect(meant({ labelSelector: 'app=web', annotationSelector: 'a.io/b=d' })).toEqual(never);
    expect(meant({ labelSelector: 'app=api', annotationSelector: 'a.io/b=c' })).toEqual(never);
    expect(meant({ labelSelector: 'app in (a)', annotationSelector: 'a.io/b=c' })).toEqual(perhaps);
    expect(meant({ labelSelector: 'app=web', annotationSelector: 'a.io/b' })).toEqual(perhaps);
  });

  test('an object that says nothing of itself has no labels', () => {
    const bare = { ...object, value: {} };
    expect(isTargeted({}, bare, known)).toBe(true);
    expect(mayBeTargeted({ labelSelector: 'app=web' }, bare)).toBe(false);
  });

  test('an object without a namespace may be in any', () => {
    expect(mayBeTargeted({ namespace: 'elsewhere' }, { ...object, namespace: undefined })).toBe(true);
    expect(mayBeTargeted({ namespace: 'elsewhere', kind: 'Job' }, { ...object, namespace: undefined })).toBe(false);
  });

  test('an object that is known by no name is never meant beyond doubt', () => {
    expect(isTargeted({}, object, { names: new Set(), namespaces: known.namespaces })).toBe(false);
    expect(isTargeted({}, object, { names: known.names, namespaces: new Set() })).toBe(false);
  });
});
