import { describe, expect, test } from '@jest/globals';
import { MissingObjectsError } from '../../src/git/object/missing-objects-error.ts';
import type { GitDirectory } from '../../src/git/process/git-directory.ts';
import { firstParents, olderBeginnings } from '../../src/git/range/first-parents.ts';
import {
  allCommits,
  commitsBetween,
  commitsHere,
  compare,
  deepening,
  fetchCommits,
  firstStep,
  requireCommits,
} from '../../src/git/range/history.ts';
import { pastCommits } from '../../src/git/range/past.ts';
import { namedRevisions } from '../../src/git/range/revisions.ts';

/** Git with its answers given: by the beginning of a command, what it prints, or the number it ends with. */
class Given {
  readonly asked: string[] = [];
  readonly fetched: unknown[] = [];
  cut = new Set<string>();
  types: Record<string, string | undefined> = {};
  answers: Record<string, string | number> = {};
  onFetch: () => void = () => undefined;

  async run(args: readonly string[]) {
    const command = args.join(' ');
    this.asked.push(command);
    const answer = Object.entries(this.answers).find(([start]) => command.startsWith(start))?.[1] ?? '';
    return typeof answer === 'number'
      ? { code: answer, stdout: Buffer.alloc(0), stderr: '' }
      : { code: 0, stdout: Buffer.from(answer), stderr: '' };
  }
  runWithin(args: readonly string[], _limit: number, input?: string) {
    return this.run(input === undefined ? args : [...args, '<', input]);
  }
  shallow() {
    return this.cut;
  }
  async fetch(ids: readonly string[], what: string, options: unknown) {
    this.fetched.push([ids, what, options]);
    this.onFetch();
  }
  async infos(names: readonly string[]) {
    return names.map((name) =>
      this.types[name] === undefined ? undefined : { id: name.replace(/\^.*/, ''), type: this.types[name], size: 1 },
    );
  }
  remedy(remote: string) {
    return `Look at ${remote}.`;
  }
  async remote() {
    return 'origin';
  }
}

const git = (given: Partial<Pick<Given, 'answers' | 'types' | 'cut' | 'onFetch'>> = {}) => {
  const made = Object.assign(new Given(), given);
  return Object.assign(made, { as: made as unknown as GitDirectory });
};
const list = (...ids: readonly string[]) => ids.map((id) => `${id}\n`).join('');
const steps = [
  { depth: 50, filter: 'blob:none' },
  { depth: 500, filter: 'tree:0' },
];

describe('history that is cut off', () => {
  test('is fetched further until there is an answer', async () => {
    for (let needed = 0; needed < 4; needed++) {
      const given = git();
      let attempts = 0;
      expect(await deepening(given.as, ['a', 'b'], async () => (attempts++ === needed ? 'found' : undefined))).toBe(
        'found',
      );
      expect(given.fetched).toHaveLength(needed);
      if (needed === 2)
        expect(given.fetched).toEqual(steps.map((step) => [['a', 'b'], 'The history of a and b', step]));
    }
  });

  test('is missing where there is none in the end', async () => {
    const given = git();
    const answer = deepening(given.as, ['a', 'b'], async () => undefined);
    await expect(answer).rejects.toEqual(
      new MissingObjectsError('The history of a and b is incomplete, also at the remote.', 'Look at origin.'),
    );
    expect(given.fetched).toHaveLength(3);
  });

  test('begins with a piece of it, a whole clone with all that is missing', () => {
    expect(firstStep(git().as)).toEqual({});
    expect(firstStep(git({ cut: new Set(['x']) }).as)).toEqual(steps[0]);
  });
});

describe('how two histories relate', () => {
  const walk = 'rev-list --topo-order --reverse --boundary';

  test('where one contains the other, nothing more is asked', async () => {
    const ahead = git({ answers: { [walk]: list('-base', 'x', 'head') } });
    expect(await compare(ahead.as, 'base', 'head')).toEqual({ commits: ['x', 'head'], mergeBases: ['base'] });
    expect(ahead.asked).toEqual([`${walk} head ^base --`]);
    expect(await compare(git({ answers: { [walk]: '' } }).as, 'base', 'head')).toEqual({
      commits: [],
      mergeBases: ['head'],
    });
  });

  test('where they forked, all merge bases are asked for; there may be none', async () => {
    const forked = { [walk]: list('-x', 'head') };
    const bases = git({ answers: { ...forked, 'merge-base --all base head': list('m', 'n') } });
    expect(await compare(bases.as, 'base', 'head')).toEqual({ commits: ['head'], mergeBases: ['m', 'n'] });
    expect(await compare(git({ answers: { ...forked, 'merge-base': 1 } }).as, 'base', 'head')).toEqual({
      commits: ['head'],
      mergeBases: [],
    });
    await expect(compare(git({ answers: { ...forked, 'merge-base': 128 } }).as, 'base', 'head')).rejects.toThrow(
      MissingObjectsError,
    );
    await expect(compare(git({ answers: { [walk]: 128 } }).as, 'base', 'head')).rejects.toThrow(MissingObjectsError);
  });

  test('it is known only where no commit between is a cut one', async () => {
    const answers = { [walk]: list('-base', 'head'), 'rev-list --topo-order base head ^base': list('head') };
    const cut = (...ids: readonly string[]) => git({ answers, cut: new Set(ids) });
    expect((await compare(cut('other').as, 'base', 'head')).mergeBases).toEqual(['base']);
    const deeper = cut('head');
    deeper.onFetch = () => deeper.cut.clear();
    expect((await compare(deeper.as, 'base', 'head')).mergeBases).toEqual(['base']);
    expect(deeper.fetched).toHaveLength(1);
    await expect(
      compare(
        git({ answers: { [walk]: list('-base', 'head'), 'rev-list --topo-order base': 128 }, cut: new Set(['x']) }).as,
        'base',
        'head',
      ),
    ).rejects.toThrow(MissingObjectsError);
  });

  test('between two, at once where nothing is cut off', async () => {
    const answers = { 'rev-list --topo-order --reverse head ^base': list('x', 'head') };
    expect(await commitsHere(git({ answers }).as, 'base', 'head')).toEqual(['x', 'head']);
    expect(await commitsHere(git({ answers, cut: new Set(['y']) }).as, 'base', 'head')).toBeUndefined();
  });

  test('between two, once there is enough of a history that is cut off', async () => {
    const answers = {
      'rev-list --topo-order --reverse head ^base': list('x', 'head'),
      [walk]: list('-base', 'y', 'head'),
      'rev-list --topo-order base head': list('head', 'y'),
    };
    expect(await commitsBetween(git({ answers }).as, 'base', 'head')).toEqual(['x', 'head']);
    expect(await commitsBetween(git({ answers, cut: new Set(['z']) }).as, 'base', 'head')).toEqual(['y', 'head']);
    await expect(commitsBetween(git({ answers, cut: new Set(['y']) }).as, 'base', 'head')).rejects.toThrow(
      MissingObjectsError,
    );
  });

  test('all commits are known where none of them is a cut one', async () => {
    const answers = { 'rev-list --topo-order --reverse head': list('x', 'head') };
    expect(await allCommits(git({ answers, cut: new Set(['y']) }).as, 'head')).toEqual(['x', 'head']);
    await expect(allCommits(git({ answers, cut: new Set(['x']) }).as, 'head')).rejects.toThrow(MissingObjectsError);
    await expect(allCommits(git({ answers: { 'rev-list': 128 } }).as, 'head')).rejects.toThrow(MissingObjectsError);
  });
});

describe('first parents', () => {
  const walk = (most: number) => `rev-list --topo-order --first-parent --max-count=${most} head --`;
  const answers = (most: number) => ({ [walk(most)]: list('head', 'x') });

  test('are enough where there are so many, or the last one is a beginning', async () => {
    expect(await firstParents(git({ answers: answers(2), cut: new Set(['x']) }).as, 'head', 2)).toEqual(['head', 'x']);
    expect(await firstParents(git({ answers: answers(3), cut: new Set(['y']) }).as, 'head', 3)).toEqual(['head', 'x']);
    expect(await firstParents(git({ answers: { 'rev-list': '' } }).as, 'head', 3)).toEqual([]);
  });

  test('are not known where history is cut off before', async () => {
    await expect(firstParents(git({ answers: answers(3), cut: new Set(['x']) }).as, 'head', 3)).rejects.toThrow(
      MissingObjectsError,
    );
    await expect(firstParents(git({ answers: { 'rev-list': 128 } }).as, 'head', 3)).rejects.toThrow(
      MissingObjectsError,
    );
  });

  const roots = 'rev-list --topo-order --max-parents=0 head';
  const built = (id: string) => `rev-list --topo-order --ancestry-path head ^${id} --`;
  test('lead to a beginning that others are older than', async () => {
    const given = git({
      answers: {
        [roots]: list('root', 'old', 'same', 'new', 'cut'),
        [built('root')]: list('1', '2'),
        [built('old')]: list('1', '2', '3'),
        [built('same')]: list('1', '2'),
        [built('new')]: list('1'),
      },
      cut: new Set(['cut']),
    });
    expect(await olderBeginnings(given.as, 'head', 'root')).toEqual(['old']);
    const one = git({ answers: { [roots]: list('root') } });
    expect(await olderBeginnings(one.as, 'head', 'root')).toEqual([]);
    expect(one.asked).toHaveLength(1);
    expect(await olderBeginnings(git({ answers: { 'rev-list': 128 } }).as, 'head', 'root')).toEqual([]);
    expect(
      await olderBeginnings(
        git({ answers: { [roots]: list('root', 'x'), [built('root')]: list('1'), [built('x')]: 128 } }).as,
        'head',
        'root',
      ),
    ).toEqual(['x']);
  });

  test('are compared with twenty beginnings one by one; the rest counts as older', async () => {
    const others = Array.from({ length: 22 }, (_, index) => `o${index}`);
    const given = git({ answers: { [roots]: list('root', ...others), [built('root')]: list('1') } });
    expect(await olderBeginnings(given.as, 'head', 'root')).toEqual(['o20', 'o21']);
    expect(given.asked).toHaveLength(22);
  });
});

describe('commits that are asked for', () => {
  test('are fetched where they are not here; in a cut clone all tips', async () => {
    const given = git({ types: { 'a^{commit}': 'commit' } });
    given.onFetch = () => {
      given.types['b^{commit}'] = 'commit';
    };
    await fetchCommits(given.as, ['a', 'b', 'b']);
    expect(given.fetched).toEqual([[['b'], 'The commit b', {}]]);
    await fetchCommits(given.as, ['a', 'b']);
    expect(given.fetched).toHaveLength(1);
    const cut = git({ types: { 'a^{commit}': 'commit' }, cut: new Set(['x']) });
    const answer = fetchCommits(cut.as, ['a', 'b', 'c']);
    await expect(answer).rejects.toEqual(
      new MissingObjectsError('b, c is not a commit of this repository.', 'Look at origin.'),
    );
    expect(cut.fetched).toEqual([[['a', 'b', 'c'], 'The commit b or c', steps[0]]]);
  });

  test('are no trees or blobs', async () => {
    const given = git({ types: { 'a^{}': 'commit', 'b^{}': 'tree', 'c^{}': 'blob' } });
    await requireCommits(given.as, ['A', 'D'], ['a', 'd']);
    const fix = 'Give a commit, or a branch or tag of one.';
    await expect(requireCommits(given.as, ['A', 'B', 'C'], ['a', 'b', 'c'])).rejects.toMatchObject({
      problems: [
        { what: '"B" is a tree, no commit.', fix },
        { what: '"C" is a blob, no commit.', fix },
      ],
    });
  });

  const types = {
    a: 'commit',
    b: 'commit',
    t: 'tag',
    HEAD: 'commit',
    'a^{commit}': 'commit',
    'b^{commit}': 'commit',
    't^{commit}': 'commit',
    'HEAD^{commit}': 'commit',
  };
  const nameOf = async (rev: string) =>
    ['A', 'B', 'T', 'HEAD'].includes(rev) ? (rev === 'HEAD' ? rev : rev.toLowerCase()) : undefined;
  const answers = {
    'rev-list --topo-order --reverse b ^a': list('x', 'b'),
    'rev-list --topo-order --reverse HEAD ^a': list('h'),
    'rev-list --topo-order --reverse b ^HEAD': list('y'),
  };
  const named = (...names: readonly string[]) => namedRevisions(git({ types, answers }).as, nameOf, names);

  test.each([
    [['A'], { commits: ['a'], tags: [] }],
    [['T', 'A', 'A'], { commits: ['t', 'a'], tags: ['t'] }],
    [['A..B', 'A'], { commits: ['x', 'b', 'a'], tags: [] }],
    [['A..'], { commits: ['h'], tags: [] }],
    [['..B'], { commits: ['y'], tags: [] }],
  ])('are named by %j', async (names, expected) => expect(await named(...names)).toEqual(expected));

  test.each([['A...B'], ['A..B..A'], ['X'], ['A..X']])('are not named by %s', async (name) => {
    const what = `"${name === 'A..X' ? 'X' : name}" names no commit of this repository.`;
    await expect(named('A', name)).rejects.toMatchObject({ problems: [{ what }] });
  });

  test('are fetched where a name is not here yet, and asked for again', async () => {
    const given = git({
      types: { a: 'commit', 'a^{commit}': 'commit' },
      answers: { 'rev-list --topo-order --reverse b ^a': 128 },
    });
    given.onFetch = () => {
      given.types['b^{commit}'] = 'commit';
      given.answers = answers;
    };
    expect(await namedRevisions(given.as, nameOf, ['A..B'])).toEqual({ commits: ['x', 'b'], tags: [] });
    expect(given.fetched).toEqual([[['b'], 'The commit b', {}]]);
    const tree = git({ types: { 'a^{}': 'tree' } });
    await expect(namedRevisions(tree.as, nameOf, ['A'])).rejects.toThrow('"a" is a tree, no commit.');
    expect(tree.fetched).toEqual([]);
  });

  test('are said to be cut off where a clone is', async () => {
    const fixes = async (...cut: readonly string[]) => {
      const found = namedRevisions(git({ cut: new Set(cut) }).as, nameOf, ['X']);
      return found.catch(({ problems }) => problems[0].fix);
    };
    expect(await fixes('x')).toContain('--unshallow');
    expect(await fixes()).toContain('Check its spelling');
  });
});

describe('the past', () => {
  const id = (digit: string) => digit.repeat(40);
  const entry = (digit: string) =>
    `commit ${id(digit)}\ntree ${id('f')}\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\n    S\n\nM\0x\0`;
  const log = 'log --format=raw --no-notes -z --name-status --no-renames --ignore-submodules=none';
  const past = async (given: ReturnType<typeof git>, known: readonly string[] = []) => {
    const found = await pastCommits(given.as, 'head', 5, new Map(known.map((each) => [each, 1])));
    return 'ids' in found ? [found.ids, found.commits.map(({ commit }) => commit.id)] : found.why;
  };

  test('is the newest commits, oldest first', async () => {
    const given = git({ answers: { [log]: entry('b') + entry('a') }, cut: new Set(['x']) });
    expect(await past(given)).toEqual([
      [id('a'), id('b')],
      [id('a'), id('b')],
    ]);
    expect(given.asked).toEqual([`${log} --no-merges -n5 head --`]);
  });

  test('is asked for what is not known only', async () => {
    const given = git({ answers: { 'rev-list': list(id('c'), id('b'), id('a')), [log]: entry('b') } });
    expect(await past(given, [id('a'), id('c')])).toEqual([[id('a'), id('b'), id('c')], [id('b')]]);
    expect(given.asked).toEqual([
      'rev-list --no-merges -n5 head --',
      `${log} --no-walk=unsorted --stdin < ${id('b')}\n`,
    ]);
    const all = git({ answers: { 'rev-list': list(id('a')) } });
    expect(await past(all, [id('a')])).toEqual([[id('a')], []]);
    expect(all.asked).toHaveLength(1);
  });

  test('is not known where it is cut off, or takes too long', async () => {
    const folders = 'the folders of earlier commits are not in this clone';
    const slow = 'the history could not be read within 30 seconds';
    expect(await past(git({ answers: { [log]: entry('a') }, cut: new Set([id('a')]) }))).toBe(
      'the history is not in this clone',
    );
    expect(await past(git({ answers: { [log]: 128 } }))).toBe(folders);
    expect(await past(git({ answers: { [log]: 124 } }))).toBe(slow);
    expect(await past(git({ answers: { 'rev-list': 124 } }), ['x'])).toBe(slow);
    expect(await past(git({ answers: { 'rev-list': list(id('b')), [log]: 1 } }), ['x'])).toBe(folders);
  });
});
