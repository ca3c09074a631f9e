import { describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/gate/fingerprint.ts';
import { rules } from '../../src/rules/index.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';
import { folderOfFiles } from '../rules/memory-repository.ts';
import { type Family, families } from './families.ts';

/** The fingerprints of what a rule finds between two versions of a file. */
async function idsOf({ rule: id, file }: Family, before: string, after: string): Promise<ReadonlySet<string>> {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const { evidence } = await evidenceOfFolders(folderOfFiles({ [file]: before }), folderOfFiles({ [file]: after }));
  return new Set([...rule.check(evidence)].map((each) => fingerprint(id, each)));
}

describe.each(families.map((family) => [`${family.rule}: ${family.name}`, family] as const))('%s', (_, family) => {
  test('who accepted one version accepted no other', async () => {
    const all = await Promise.all(
      family.heads.map(async (head) => ({ head, ids: await idsOf(family, family.base, head) })),
    );
    expect(all.filter(({ ids }) => ids.size === 0).map(({ head }) => head)).toEqual([]);
    const isWithin = (own: ReadonlySet<string>, other: ReadonlySet<string>) => [...own].every((id) => other.has(id));
    const covered = all.flatMap((own, index) =>
      all.slice(0, index).flatMap((other) => {
        // One that allows more than another comes after it.
        return isWithin(own.ids, other.ids) ? [[own.head, other.head]] : [];
      }),
    );
    expect(covered).toEqual([]);
  });
});
