import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import type { ScopeObjects } from '../../src/kube/scope.ts';
import { markChangedPatches, markPatches, patchFiles, patchKey } from '../../src/render/patched/patch-files.ts';
import { writtenKey } from '../../src/render/patched/patched-resource.ts';
import { withDelivered, withLaidOver, withPatched } from '../../src/render/patched/with-patched.ts';
import { changeOf, objectsOf, type Texts } from './delivered.ts';
import { account, type Changed, flux } from './patched.ts';

describe('files that are patches', () => {
  const found = (files: Texts, changed: Changed = {}) => {
    const { before, after } = patchFiles(changeOf(files, changed).sides.before, changeOf(files, changed).sides.after);
    return [[...before].sort(), [...after].sort()];
  };
  const p = account();
  const named =
    'patches: [{path: a.yaml}]\npatchesStrategicMerge: [b.yaml]\npatchesJson6902: [{path: c.yaml}]\nresources: [d.yaml]\n';

  test('are those that kustomizations name so, and not as something else', () => {
    const files = { 'k/kustomization.yaml': named, 'k/a.yaml': p, 'k/b.yaml': p, 'k/c.yaml': p, 'k/d.yaml': p };
    const all = ['k/a.yaml', 'k/b.yaml', 'k/c.yaml'];
    expect(found(files)).toEqual([all, all]);
    const rest = ['k/a.yaml', 'k/c.yaml'];
    expect(found({ ...files, 'k/l/kustomization.yaml': 'resources: [../b.yaml]\n' })).toEqual([rest, rest]);
    expect(found({ ...files, ...flux(), 'k/kustomization.yaml': 'resources: []\n' })).toEqual([[], []]);
    const plain = { 'k/b.yaml': p, 'l/kustomization.yaml': 'patches: [{path: ../k/b.yaml}]\n' };
    expect(found(plain)).toEqual([['k/b.yaml'], ['k/b.yaml']]);
    expect(found({ ...plain, ...flux() })).toEqual([[], []]);
  });

  test('are new ones, and not files that were something else', () => {
    const files = { 'k/kustomization.yaml': 'resources: []\n', 'k/a.yaml': p };
    const now = { 'k/kustomization.yaml': 'patches: [{path: a.yaml}, {path: b.yaml}]\n', 'k/b.yaml': p };
    expect(found(files, now)).toEqual([[], ['k/b.yaml']]);
    expect(found({ ...files, ...now }, { 'k/kustomization.yaml': 'patches: [{path: a.yaml}]\n' })).toEqual([
      ['k/a.yaml', 'k/b.yaml'],
      ['k/a.yaml'],
    ]);
  });
});

describe('objects of files that are patches', () => {
  const [a, b] = ['a.yaml', 'b.yaml'];
  const marked = (objects: readonly Resource[]) => objects.map(({ isPatch }) => isPatch === true);
  const sets = (...files: string[]) => ({ before: new Set(files), after: new Set(files) });
  const keysOf = (objects: readonly Resource[]) => new Set(objects.map(({ file, value }) => patchKey(file, value)));

  test('are marked where what comes of them is judged', () => {
    const two = `${account('one')}---\n${account('two')}`;
    const after = [...objectsOf(two, a), ...objectsOf(two, b)];
    markChangedPatches([], after, sets(a), keysOf(after.slice(1)));
    expect(marked(after)).toEqual([false, true, false, false]);
  });

  test('were before what they are after', () => {
    const after = objectsOf(account(), a);
    const before = [...objectsOf(account('a', 'x: 2\n'), a), ...objectsOf(account('b'), a), ...objectsOf(account(), b)];
    markChangedPatches(before, after, sets(a), keysOf(after));
    expect([marked(before), marked(after)]).toEqual([[true, false, false], [true]]);
    const others = [objectsOf(account('a', 'x: 2\n'), a), objectsOf(account(), a)] as const;
    markChangedPatches(others[0], others[1], sets(a), keysOf(others[0]));
    expect(others.map(marked)).toEqual([[false], [false]]);
    const gone = objectsOf(account(), a);
    markChangedPatches(gone, [], { before: new Set([a]), after: new Set() }, keysOf(gone));
    expect(marked(gone)).toEqual([true]);
    const elsewhere = [objectsOf(account(), a), objectsOf(account(), a)] as const;
    markChangedPatches(elsewhere[0], elsewhere[1], { before: new Set([a]), after: new Set() }, keysOf(elsewhere[0]));
    expect(elsewhere.map(marked)).toEqual([[true], [false]]);
  });

  test('are not marked inside a list', () => {
    const inside = objectsOf(`apiVersion: v1\nkind: List\nitems:\n- ${account().replaceAll('\n', '\n  ')}`, a);
    markChangedPatches(inside, inside, sets(a), keysOf(inside));
    expect(marked(inside)).toEqual([false]);
  });

  test('of unchanged files are marked all', () => {
    const all = [...objectsOf(account(), a), ...objectsOf(account(), b)];
    markPatches(all, new Set([a]));
    expect(marked(all)).toEqual([true, false]);
    const [none] = [objectsOf(account(), a)];
    markPatches(none, new Set());
    expect(marked(none)).toEqual([false]);
  });
});

describe('the objects of scopes with what patches make of them', () => {
  const object = (name: string, x = 1, more = {}) =>
    objectsOf(account(name, `x: ${x}\n`), `${name}.yaml`).map((each) => Object.assign(each, more))[0] as Resource;
  const [kept, patch, other] = [object('kept'), object('patch', 1, { isPatch: true }), object('other')];
  const [old, now] = [object('kept', 2), object('kept', 3)];
  const stated = object('stated');
  const scopes = (before: readonly Resource[], after: readonly Resource[]) =>
    new Map<string, ScopeObjects>([['k', { before, after, unread: ['u'] }]]);
  const sides = (bases: ReadonlyMap<string, 'changed' | 'deleted'>, before = [old], after = [now]) =>
    new Map([['k', { before: [...before, stated], after: [...after, stated], known: { before, after }, bases }]]);
  const changed = (each: Resource) => new Map([[writtenKey(each), 'changed' as const]]);
  const deleted = (each: Resource) => new Map([[writtenKey(each), 'deleted' as const]]);
  const both = [kept, patch, other];

  test('are in the place of those that are written, and of patches', () => {
    expect(withPatched(scopes(both, both), sides(changed(kept))).get('k')).toEqual({
      before: [other, old, stated],
      after: [other, now, stated],
      unread: ['u'],
    });
    const laid = (key: string) => key === patchKey(patch.file, patch.value);
    expect(withLaidOver(scopes(both, both), sides(changed(kept)), laid).get('k')).toEqual({
      before: [other, old],
      after: [other, now],
      unread: ['u'],
    });
    expect(withLaidOver(scopes(both, both), sides(changed(kept)), () => false).get('k')?.after).toEqual([
      patch,
      other,
      now,
    ]);
    expect(withLaidOver(scopes([kept], [kept]), sides(changed(other)), () => true).get('k')?.after).toEqual([
      kept,
      now,
    ]);
  });

  test('are there where only one of both has a scope', () => {
    expect(withPatched(scopes(both, both), new Map()).get('k')).toEqual({
      before: [kept, other],
      after: [kept, other],
      unread: ['u'],
    });
    expect(withPatched(new Map(), sides(new Map())).get('k')).toEqual({ before: [old, stated], after: [now, stated] });
  });

  test('an object that the change edits stays as it is written, and is gone where a patch deletes it', () => {
    const edited = object('kept', 4);
    expect(withPatched(scopes([kept], [edited]), sides(changed(kept))).get('k')).toMatchObject({
      before: [kept, old, stated],
      after: [edited, now, stated],
    });
    expect(withPatched(scopes([kept, other], [edited, other]), sides(deleted(kept), [old], [])).get('k')).toMatchObject(
      {
        before: [kept, other, stated],
        after: [other, stated],
      },
    );
    expect(withPatched(scopes([kept, other], [kept, other]), sides(deleted(kept), [old], [])).get('k')).toMatchObject({
      before: [other, old, stated],
      after: [other, stated],
    });
  });

  test('as they are delivered, where that is known', () => {
    const given = scopes([kept, other], [other, kept]);
    expect(withDelivered(given, new Map())).toBe(given);
    expect(withDelivered(given, new Map([[kept, now]])).get('k')).toEqual({
      before: [now, other],
      after: [other, now],
      unread: ['u'],
    });
  });
});
