import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { rules } from '../../src/rules/index.ts';
import { isThorough } from '../thorough.ts';
import { casePolicy } from './case.ts';
import { readFolder } from './memory-repository.ts';
import { digestOf, neighbourOf, verdictsOn } from './neighbours.ts';

/**
 * Of each case of a rule ten neighbours, each with one word or line changed, are judged as they were when neighbours.txt was written. It holds
 * digests of what is found, not that it is right: a change that means to judge otherwise writes it again (GITOPS_GATE_WRITE=neighbours), and
 * says in its message which cases differ and why.
 */
const file = join(import.meta.dirname, 'neighbours.txt');
const isWritten = process.env.GITOPS_GATE_WRITE === 'neighbours';
const kept = new Map(
  (existsSync(file) ? readFileSync(file, 'utf8') : '').split('\n').map((line) => {
    const [name = '', ...digests] = line.split(' ');
    return [name, digests] as const;
  }),
);
const written = new Map<string, readonly string[]>();

const count = 10;
/** All of them in a thorough run, else one that is another for each case. */
const chosen = (index: number) =>
  Array.from({ length: count }, (_, at) => at).filter((at) => isThorough || isWritten || at === index % count);

const withCases = rules.map(({ id }) => id).filter((id) => existsSync(join(import.meta.dirname, id)));
const cases = withCases.flatMap((id) =>
  readdirSync(join(import.meta.dirname, id))
    .sort()
    .map((name) => `${id}/${name}`),
);

describe('neighbours of the cases are judged as they were', () => {
  test.each(cases.map((name, index) => [name, index] as const))('%s', async (name, index) => {
    const folder = join(import.meta.dirname, name);
    const [before, after] = [readFolder(join(folder, 'before')), readFolder(join(folder, 'after'))];
    const policy = casePolicy(join(folder, 'policy.yaml'));
    const digests: string[] = [];
    for (const at of chosen(index)) {
      const neighbour = neighbourOf(name, at, before, after);
      const verdicts = neighbour === undefined ? [] : await verdictsOn(neighbour, policy);
      digests.push(digestOf(verdicts));
      if (isWritten) continue;
      const judged = { edit: neighbour?.edit, digest: digestOf(verdicts), verdicts };
      expect(judged).toEqual({ ...judged, digest: kept.get(name)?.[at] });
    }
    written.set(name, digests);
  });
});

afterAll(() => {
  const lines = [...written].map(([name, digests]) => `${[name, ...digests].join(' ')}\n`);
  if (isWritten) writeFileSync(file, lines.join(''));
});

test('neighbours.txt has a line for each case and for nothing else', () => {
  if (!isWritten) expect([...kept.keys()].filter((name) => name !== '')).toEqual(cases);
});
