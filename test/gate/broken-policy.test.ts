import { describe, expect, test } from '@jest/globals';
import { brokenPolicy } from '../../src/gate/broken-policy.ts';
import { readTrustedFolder } from '../../src/policy/trusted-folder.ts';

const folder = (text: string) =>
  readTrustedFolder([{ path: '.gitops-gate/policy.yaml', mode: '100644', bytes: Buffer.from(text) }], '.gitops-gate');
const good = folder('failOn: low\n');
const broken = folder('failOn: [low\n');
const policy = '.gitops-gate/policy.yaml';

describe('a base whose policy is broken', () => {
  test.each<[string, typeof good, string[]]>([
    ['leaves it as it is', broken, ['a.yaml']],
    ['mends it and touches something else', good, [policy, 'a.yaml']],
    ['mends it and touches what is only called alike', good, [policy, '.gitops-gate-2/x']],
    ['touches only the folder and does not mend it', broken, [policy]],
    ['is empty', good, []],
  ])('cannot judge a change that %s', (_, head, touched) => {
    const { unjudged } = brokenPolicy(broken, head, touched);
    expect(unjudged).toEqual([
      { what: expect.stringContaining(`${policy}:`), remedy: expect.stringContaining('only .gitops-gate/') },
    ]);
  });

  test('lets a change that only mends it be judged', () => {
    const { unjudged, notes } = brokenPolicy(broken, good, [policy, '.gitops-gate/keys/ana.asc']);
    expect(unjudged).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('built-in defaults')]);
  });
});

test('a base whose policy is good asks nothing', () => {
  expect(brokenPolicy(good, broken, [policy])).toEqual({ unjudged: [], notes: [] });
});
