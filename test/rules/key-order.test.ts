import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dump } from 'js-yaml';
import { isMapping } from '../../src/plain-values.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { rules } from '../../src/rules/index.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { folderOf } from '../fix/fix-of-files.ts';
import { some } from '../thorough.ts';
import { casePolicy } from './case.ts';
import { evidenceOfFolders } from './evidence.ts';
import { hostileObjects } from './hostile-objects.ts';
import { readFolder } from './memory-repository.ts';

const here = import.meta.dirname;

/** Those that judge what manifests mean; others look at their text, or at their age. */
const ofMeaning = rules.filter(({ category }) =>
  ['rbac', 'workload', 'supply-chain', 'network', 'delivery', 'admission', 'audit'].includes(category),
);

type Files = Readonly<Record<string, Buffer | string>>;

/** The value with the keys of its mappings the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, each]) => [key, reversed(each)]));
}

/** The files of a folder with each YAML and JSON file written anew, from its values as `turn` leaves them. */
function writtenAnew(folder: string, turn: (value: unknown) => unknown): Files {
  const { tree, contents } = readFolder(folder);
  return Object.fromEntries(
    [...tree].map(([path, { id }]) => {
      const bytes = contents.get(id) ?? Buffer.alloc(0);
      const { documents, unreadable } = parseYaml(bytes, defaultPolicy.limits);
      const isPlain = /\.(?:ya?ml|json)$/.test(path) && unreadable.length === 0;
      // A template's branches and their text are more than the values that are read of them.
      if (!isPlain || documents.some(({ duplicateKeys }) => duplicateKeys.length > 0)) return [path, bytes];
      return [path, documents.map(({ value }) => dump(turn(value), { noRefs: true })).join('---\n')];
    }),
  );
}

async function saidOf(before: Files, after: Files, policy = defaultPolicy): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after), policy);
  return ofMeaning.flatMap((rule) =>
    [...rule.check(evidence)].map(({ position, message }) => `${rule.id} ${position?.file} ${message}`),
  );
}

const sides = rules.flatMap(({ id }, row) => {
  const folder = join(here, id);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return some(
    names.flatMap((name) => ['after', 'before'].map((side) => [join(id, name), side] as const)),
    5,
    row,
  );
});

describe('the order of keys says nothing', () => {
  test.each(sides)('%s: %s', async (name, side) => {
    const folder = join(here, name, side);
    const same = writtenAnew(folder, (value) => value);
    expect(await saidOf(same, writtenAnew(folder, reversed), casePolicy(join(here, name, 'policy.yaml')))).toEqual([]);
  });

  test('of objects with every field that somebody reads', async () => {
    const file = (turn: (value: unknown) => unknown) => ({
      'clusters/a/x.yaml': hostileObjects.map((object) => JSON.stringify(turn(object))).join('\n---\n'),
    });
    expect(
      await saidOf(
        file((value) => value),
        file(reversed),
      ),
    ).toEqual([]);
  });
});
