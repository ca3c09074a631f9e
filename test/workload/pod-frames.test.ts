import { describe, expect, test } from '@jest/globals';
import { podsOf } from '../../src/workload/model/pods.ts';
import type { PodContent } from '../../src/workload/pod-security/pod.ts';
import { lostLimits } from '../../src/workload/privileges/limits.ts';
import { pairContainers } from '../../src/workload/privileges/pair-containers.ts';
import { isSameButWhatRuns } from '../../src/workload/privileges/same-frame.ts';
import { read } from './chart-values.ts';

/** What is compared of a pod. */
const pod = (spec: object, annotations: object = {}): PodContent => ({
  spec: spec as PodContent['spec'],
  metadata: { annotations },
});
const of = (...containers: readonly object[]) => pod({ containers });

describe('pods that differ in what runs alone', () => {
  test.each<[PodContent, PodContent, boolean]>([
    [of({ image: 'a', env: [], args: ['x'] }), of({ image: 'b', env: [1], command: [] }), true],
    [of({ image: 'a', name: 'x' }), of({ image: 'b', name: 'y' }), false],
    [of({}, { image: 'a' }), of({}, { image: 'b', tty: true }), false],
    [of({}), of({}, {}), false],
    [of({}, {}), of({}), false],
    [of({ tty: true }), of({}), false],
    [of({ ports: [] }), of({ ports: {} }), false],
    [of({ ports: {} }), of({ ports: [] }), false],
    [of({ ports: null }), of({ ports: {} }), false],
    [of({ ports: {} }), of({ ports: null }), false],
    [pod({}, { checksum: 'a' }), pod({}, { checksum: 'b' }), true],
    [pod({}, { 'container.apparmor.security.beta.kubernetes.io/a': 'x' }), pod({}, {}), false],
    [{ spec: {}, metadata: { annotations: 'x' } } as unknown as PodContent, pod({}, {}), true],
  ])('%#', (before, after, expected) => {
    expect(isSameButWhatRuns(before, after)).toBe(expected);
  });
});

test('containers are paired by their names, then with the nearest that left, each once', () => {
  const all = (...names: readonly string[]) =>
    names.map((name, index) => ({ name, value: {}, path: ['spec', 'containers', index] }));
  const far: Readonly<Record<string, number>> = { 'x>p': 2, 'y>p': 1, 'x>q': 2, 'y>q': 1, 'z>p': 3, 'z>q': 3 };
  const pairs = (before: readonly string[], after: readonly string[], distance = far) =>
    pairContainers(
      all(...before),
      all(...after),
      (one, other) => distance[`${one.name}>${other.name}`] ?? Number.POSITIVE_INFINITY,
    ).map(({ before: was, after: is }) => `${was?.name}>${is.name}`);
  expect(pairs(['a', 'x', 'y', 'z'], ['p', 'a', 'q', 'r'])).toEqual(['y>p', 'a>a', 'x>q', 'undefined>r']);
  expect(pairs(['z', 'y', 'x'], ['p'])).toEqual(['y>p']);
  expect(pairs(['a'], ['a', 'p'], { 'a>p': 0 })).toEqual(['a>a', 'undefined>p']);
});

describe('limits', () => {
  const [first, second] = ['memory', 'ephemeral-storage'];
  const limited = (limits: object | undefined, spec: object = {}, name = 'app') =>
    read({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', namespace: 'shop' },
      spec: { ...spec, containers: [{ name, image: 'x', ...(limits === undefined ? {} : { resources: { limits } }) }] },
    }).flatMap(podsOf)[0];
  const lost = (before: object | undefined, after: object | undefined, spec: object = {}, name = 'app') => {
    const [was, is] = [limited(before), limited(after, spec, name)];
    if (was === undefined || is === undefined) throw new Error('no pod');
    return lostLimits(was, is).map(({ container: called, resources }) => `${called}: ${resources.join(', ')}`);
  };
  test.each<[object | undefined, object | undefined, readonly string[]]>([
    [{ [first]: '1Gi', [second]: 1, cpu: 1 }, {}, ['app: memory, ephemeral-storage']],
    [{ [first]: '1Gi' }, undefined, ['app: memory']],
    [{ [first]: '1Gi' }, { [first]: '2Gi' }, []],
    [{ [first]: '1Gi' }, { [first]: null }, ['app: memory']],
    [undefined, { [first]: '1Gi' }, []],
    [undefined, undefined, []],
    [{ cpu: 1 }, {}, []],
    ...['0', 0, '0Mi', '+0.0', '-.00k', '00.'].map((zero): [object, object, string[]] => [
      { [first]: '1Gi' },
      { [first]: zero },
      ['app: memory'],
    ]),
    ...['0.1', '10', '1.0', 'x0', '0Mibi', '100Mi'].map((some): [object, object, string[]] => [
      { [first]: '1Gi' },
      { [first]: some },
      [],
    ]),
    [{ [first]: '0' }, {}, []],
  ])('%j become %j', (before, after, expected) => {
    expect(lost(before, after)).toEqual(expected);
  });
  test('of the pod hold for all, and those of a renamed container are its own', () => {
    expect(lost({ [first]: 1, [second]: 1 }, {}, { resources: { limits: { [first]: 1 } } })).toEqual([
      'app: ephemeral-storage',
    ]);
    expect(lost({ [first]: 1 }, {}, {}, 'web')).toEqual(['web: memory']);
  });
});
