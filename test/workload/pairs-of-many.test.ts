import { describe, expect, test } from '@jest/globals';
import { resourcesOf } from '../../src/kube/resources.ts';
import { pairResources } from '../../src/workload/model/pair-objects.ts';
import { podChanges } from '../../src/workload/model/pair-pods.ts';
import { podsOf } from '../../src/workload/model/pods.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { superlinearAt } from '../growth.ts';
import { limits } from '../yaml/limits.ts';

/** Definitions of one Deployment, each in a file of its own. */
const definitions = (size: number, folder: string, image: string) => {
  const [document] = parseYaml(
    Buffer.from(
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {spec: {containers: [{name: a, image: ${image}}]}}}\n`,
    ),
    limits,
  ).documents;
  return Array.from({ length: size }, (_, at) =>
    document === undefined ? [] : resourcesOf(document, `${folder}/${at}.yaml`),
  ).flat();
};

describe('many definitions of one object', () => {
  const kinds: readonly (readonly [string, (size: number) => readonly [before: string, after: readonly string[]]])[] = [
    ['that move', () => ['a', ['b']]],
    ['that get as many more', () => ['a', ['a', 'b']]],
  ];
  test.each(kinds)('%s are paired in a time in proportion to them', (_, folders) => {
    const sides = (size: number) => {
      const [from, to] = folders(size);
      return [
        definitions(size, from, 'a:1'),
        to.flatMap((folder) => definitions(size, folder, `${folder}:2`)),
      ] as const;
    };
    const pods = (size: number) => {
      const [before, after] = sides(size);
      return podChanges(before.flatMap(podsOf), after.flatMap(podsOf));
    };
    const objects = (size: number) => pairResources(...sides(size));
    expect(superlinearAt(pods, 4000)).toBeUndefined();
    expect(superlinearAt(objects, 4000)).toBeUndefined();
    expect(objects(10).every(({ before }) => before !== undefined)).toBe(true);
    expect(pods(10).every(({ before }) => before !== undefined)).toBe(true);
  });

  test('of which one is in the same file: that is the one it was', () => {
    const [before, after] = [definitions(3, 'a', 'a:1'), definitions(3, 'a', 'a:2')];
    expect(pairResources(before, after.toReversed()).map((pair) => [pair.before?.file, pair.after?.file])).toEqual(
      [2, 1, 0].map((at) => [`a/${at}.yaml`, `a/${at}.yaml`]),
    );
  });
});
