import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { rules } from '../../src/rules/index.ts';
import { isThorough, some } from '../thorough.ts';
import { casePolicy } from './case.ts';
import { evidenceOfFolders } from './evidence.ts';
import { readFolder } from './memory-repository.ts';
import { neighbourOf } from './neighbours.ts';

const here = import.meta.dirname;
const withCases = rules.map(({ id }) => id).filter((id) => existsSync(join(here, id)));
const cases = withCases.flatMap((id) =>
  readdirSync(join(here, id))
    .sort()
    .map((name) => `${id}/${name}`),
);

/** Each of these is what an author may write by mistake or on purpose: whatever is found, the program does not end by it. */
test.each(withCases)('with any word or line changed, the cases of %s are judged by every rule', async (rule) => {
  for (const name of some(cases, 3).filter((each) => each.startsWith(`${rule}/`))) {
    const folder = join(here, name);
    const [before, after] = [readFolder(join(folder, 'before')), readFolder(join(folder, 'after'))];
    const policy = casePolicy(join(folder, 'policy.yaml'));
    for (let at = 0; at < (isThorough ? 10 : 1); at += 1) {
      const neighbour = neighbourOf(name, at, before, after);
      if (neighbour === undefined) continue;
      try {
        const { evidence } = await evidenceOfFolders(neighbour.before, neighbour.after, policy);
        expect(rules.flatMap((each) => [...each.check(evidence)])).toBeInstanceOf(Array);
      } catch (error) {
        throw new Error(`${name}, ${neighbour.edit}`, { cause: error });
      }
    }
  }
});
