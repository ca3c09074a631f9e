import { describe, expect, test } from '@jest/globals';
import { judgeBranch } from '../../src/gate/delivered-branches.ts';

const own = (branches?: readonly string[]) => ({ branches, policy: 'the base' });
const main = (branches?: readonly string[]) => ({ branches, policy: 'the policy of main' });

describe('a change into a branch', () => {
  test.each<[string, string | undefined, ReturnType<typeof own>[], number]>([
    ['that every policy names is judged', 'main', [own(['main']), main(['main', 'x'])], 0],
    ['that a glob names is judged', 'release/1.2', [own(['main', 'release/*'])], 0],
    ['below what a glob names is not', 'release/1/2', [own(['release/*'])], 1],
    ['that no policy speaks of is judged', 'weak', [own(), main()], 0],
    ['that only its own policy names is not', 'weak', [own(['weak']), main(['main'])], 1],
    ['whose own policy names none, but the default one does, is not', 'weak', [own(), main(['main'])], 1],
    ['that only the default branch names is not', 'x', [own(['main']), main(['x'])], 1],
    ['that neither names is refused once', 'x', [own(['main']), main(['main'])], 1],
    ['that is not named is not judged', undefined, [own(['main'])], 1],
    ['that is not named is judged where none are', undefined, [own()], 0],
    ['in other letters is another branch', 'Main', [own(['main'])], 1],
  ])('%s', (_, branch, policies, refusals) => {
    expect(judgeBranch(branch, policies, 'main').unjudged).toHaveLength(refusals);
  });

  test('is not judged while the default branch’s policy cannot be read', () => {
    const unknown = { ...main(), unknown: 'policy.yaml:2: unknown key' };
    const { unjudged, notes } = judgeBranch('weak', [own(['weak']), unknown], 'main');
    expect(unjudged.map(({ what }) => what)).toEqual([expect.stringContaining('policy.yaml:2: unknown key')]);
    expect(notes).toEqual([]);
  });

  test.each<[string | undefined, string]>([
    ['weak', 'Whether weak is a branch'],
    [undefined, 'Whether the target is a branch'],
  ])('into %s names it where a policy is not known', (branch, start) => {
    expect(judgeBranch(branch, [{ ...main(), unknown: 'line 2' }], 'main')).toEqual({
      unjudged: [
        {
          what: `${start} that is delivered from is not known: the policy of main cannot be read (line 2).`,
          remedy: 'Fix it there first, or fetch that branch.',
        },
      ],
      notes: [],
    });
  });

  test('that is refused says what each policy allows, and what to do', () => {
    const policies = [own(['main', 'x']), own(), main(['y'])];
    expect(judgeBranch('weak', policies, 'main').unjudged).toEqual([
      {
        what: 'A change into weak is not judged, because nothing is delivered from there: the base allows main, x; the policy of main allows y.',
        remedy: 'Retarget it to one of these branches, or have an admin add this one to branches.',
      },
    ]);
    expect(judgeBranch(undefined, policies, 'main').unjudged).toEqual([
      {
        what: 'The base is neither a branch nor what the default branch points to, so it is not known for which branch a verdict would count: the base allows main, x; the policy of main allows y.',
        remedy: 'Name the branch itself as base.',
      },
    ]);
  });

  test('that one of two policies names needs no word of what it counts for', () => {
    expect(judgeBranch('weak', [own(['weak']), main()], 'main')).toEqual({ unjudged: [], notes: [] });
  });

  test('says for which branch it counts where no policy does, and the default branch needs no word', () => {
    expect(judgeBranch('weak', [own(), main()], 'main').notes).toEqual([expect.stringContaining('into weak')]);
    expect(judgeBranch('main', [own()], 'main').notes).toEqual([]);
  });

  test('says of a base that is a commit or a tag that it counts for no branch', () => {
    expect(judgeBranch(undefined, [own()], 'main').notes).toEqual([
      expect.stringContaining('counts for a merge into no branch'),
    ]);
  });
});
