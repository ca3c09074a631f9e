import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openRepository } from '../../src/git/open-repository.ts';
import type { Range, RangeRequest } from '../../src/git/range/range.ts';
import { InputError } from '../../src/input-error.ts';
import { removeTemporary, TemporaryRepository } from './temporary-repository.ts';

afterAll(removeTemporary);

async function rangeOf(repository: TemporaryRepository, request: RangeRequest): Promise<Range> {
  const opened = await openRepository(repository.directory);
  try {
    return await opened.range(request);
  } finally {
    await opened.close();
  }
}

const zeros = '0'.repeat(40);

describe('a request', () => {
  test('ahead of its target is compared with the target', async () => {
    const repository = TemporaryRepository.create();
    const target = repository.write('a', '1').commit();
    const first = repository.switch('change', target).write('b', '1').commit();
    const head = repository.write('b', '2').commit();
    expect(await rangeOf(repository, { kind: 'request', base: target, head })).toEqual({
      kind: 'request',
      target,
      mergeBase: target,
      head,
      result: head,
      before: target,
      after: head,
      trust: target,
      commits: [first, head],
      tag: undefined,
      synthetic: [],
      notes: [],
      empty: undefined,
    });
  });

  test('behind its target is compared with the result of the merge', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const target = repository.write('b', '1').commit();
    const head = repository.switch('change', base).write('c', '1').commit();
    const range = await rangeOf(repository, { kind: 'request', base: target, head });
    const merged = repository.switch('main').merge('change');
    expect(range).toMatchObject({ target, mergeBase: base, before: target, trust: target, commits: [head], notes: [] });
    expect(range.after).toBe(repository.git('rev-parse', `${merged}^{tree}`));
    expect(range.result).toBe(range.after);
  });

  test('in conflict is compared with the merge base, and the report says so', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const target = repository.write('a', '2').commit();
    const head = repository.switch('change', base).write('a', '3').commit();
    const range = await rangeOf(repository, { kind: 'request', base: target, head });
    expect(range).toMatchObject({ before: base, after: head, result: undefined, trust: target, commits: [head] });
    expect(range.notes.join()).toContain('conflicts');
  });

  test('that its target already contains is empty', async () => {
    const repository = TemporaryRepository.create();
    const head = repository.write('a', '1').commit();
    const target = repository.write('a', '2').commit();
    const range = await rangeOf(repository, { kind: 'request', base: target, head });
    expect(range).toMatchObject({ commits: [], before: target, after: target });
    expect(range.empty).toContain('already contained');
  });

  test('between branches without a common commit judges all of the head', async () => {
    const repository = TemporaryRepository.create();
    const target = repository.write('a', '1').commit();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    const head = repository.write('b', '1').commit();
    const range = await rangeOf(repository, { kind: 'request', base: target, head });
    expect(range).toMatchObject({
      mergeBase: undefined,
      before: undefined,
      after: head,
      commits: [head],
      trust: target,
    });
    expect(range.notes).toHaveLength(1);
  });

  test('across a criss-cross merge is compared with the merge result', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1\n2\n3\n4\n5\n').commit();
    repository.switch('change', 'main').write('b', '1').commit();
    repository.switch('main').write('c', '1').commit();
    const tip = repository.head();
    repository.merge('change');
    repository.switch('change').merge(tip);
    const head = repository.write('d', '1').commit();
    const target = repository.switch('main').write('e', '1').commit();
    const range = await rangeOf(repository, { kind: 'request', base: target, head });
    expect(range.notes).toEqual([]);
    expect(range.after).toBe(repository.git('merge-tree', '--write-tree', target, head));
  });
});

describe('a merge queue', () => {
  function queue() {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const change = repository.switch('change', base).write('b', '1').commit();
    return { repository, base, change };
  }

  test('leaves out its own merge commit and verifies what it merges', async () => {
    const { repository, base, change } = queue();
    const head = repository.switch('queue', base).merge('change');
    const range = await rangeOf(repository, { kind: 'queue', base, head });
    expect(range).toMatchObject({
      before: base,
      after: head,
      trust: base,
      commits: [change],
      synthetic: [head],
      empty: undefined,
    });
  });

  test('verifies a merge that adds content of its own', async () => {
    const { repository, base, change } = queue();
    repository.switch('queue', base).git('merge', '--quiet', '--no-commit', '--no-ff', 'change');
    const head = repository.write('evil', '1').commit();
    const range = await rangeOf(repository, { kind: 'queue', base, head });
    expect(range).toMatchObject({ commits: [change, head], synthetic: [] });
  });

  test('verifies a merge below the event head, and one whose first parents do not lead to the base', async () => {
    const { repository, base, change } = queue();
    const other = repository.switch('other', base).write('o', '1').commit();
    const inner = repository.switch('change').merge('other');
    const head = repository.switch('queue', base).merge('change');
    expect(await rangeOf(repository, { kind: 'queue', base, head })).toMatchObject({ synthetic: [head] });
    const range = await rangeOf(repository, { kind: 'queue', base, head });
    expect(range.commits.toSorted()).toEqual([change, other, inner].toSorted());
    const target = repository.switch('main').write('m', '1').commit();
    const turned = repository.switch('change').merge('main');
    expect(await rangeOf(repository, { kind: 'queue', base: target, head: turned })).toMatchObject({ synthetic: [] });
  });

  test('of squashed commits verifies all of them', async () => {
    const { repository, base, change } = queue();
    expect(await rangeOf(repository, { kind: 'queue', base, head: change })).toMatchObject({
      commits: [change],
      synthetic: [],
    });
  });
});

describe('a push', () => {
  test('is compared from before to after', async () => {
    const repository = TemporaryRepository.create();
    const before = repository.write('a', '1').commit();
    const after = repository.write('a', '2').commit();
    const range = await rangeOf(repository, { kind: 'push', before, after });
    expect(range).toMatchObject({ before, after, trust: before, commits: [after], notes: [], empty: undefined });
  });

  test('that was forced is compared from what stood there', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    const before = repository.write('a', '2').commit();
    const after = repository.switch('main', base).write('a', '3').commit();
    const range = await rangeOf(repository, { kind: 'push', before, after });
    expect(range).toMatchObject({ mergeBase: base, before, after, trust: before, commits: [after] });
    expect(range.notes.join()).toContain('forced');
  });

  test('that only takes commits away is not empty, one that changes nothing is', async () => {
    const repository = TemporaryRepository.create();
    const after = repository.write('a', '1').commit();
    const before = repository.write('a', '2').commit();
    expect(await rangeOf(repository, { kind: 'push', before, after })).toMatchObject({ commits: [], empty: undefined });
    expect((await rangeOf(repository, { kind: 'push', before, after: before })).empty).toContain('nothing to judge');
  });

  test('of no commit is refused with what to do', async () => {
    const repository = TemporaryRepository.create();
    const after = repository.write('a', '1').commit();
    await expect(rangeOf(repository, { kind: 'push', before: zeros, after })).rejects.toThrow(InputError);
  });

  test('of a new branch is compared like a request into the default branch', async () => {
    const repository = TemporaryRepository.create();
    const target = repository.write('a', '1').commit();
    const head = repository.switch('change', target).write('b', '1').commit();
    const range = await rangeOf(repository, { kind: 'new-branch', defaultBranch: 'main', head });
    expect(range).toMatchObject({ kind: 'new-branch', target, before: target, after: head, commits: [head] });
  });

  test('that is the first one judges everything under built-in defaults', async () => {
    const repository = TemporaryRepository.create();
    const first = repository.write('a', '1').commit();
    const head = repository.write('b', '1').commit();
    const range = await rangeOf(repository, { kind: 'first-push', head });
    expect(range).toMatchObject({ before: undefined, after: head, trust: undefined, commits: [first, head] });
  });
});

describe('a tag', () => {
  test('that is annotated is verified with its commit', async () => {
    const repository = TemporaryRepository.create();
    const commit = repository.write('a', '1').commit();
    repository.git('tag', '--annotate', '--message=One', 'v1');
    const range = await rangeOf(repository, { kind: 'tag', tag: 'refs/tags/v1', defaultBranch: 'main' });
    expect(range).toMatchObject({ commits: [commit], trust: commit, before: undefined, after: undefined });
    expect(range.tag).toBe(repository.git('rev-parse', 'v1'));
    expect(range.tagName).toBe('v1');
    expect(range.tag).not.toBe(commit);
  });

  test('that is lightweight has only its commit', async () => {
    const repository = TemporaryRepository.create();
    const commit = repository.write('a', '1').commit();
    repository.git('tag', 'v1');
    const range = await rangeOf(repository, { kind: 'tag', tag: 'v1', defaultBranch: 'main' });
    expect(range).toMatchObject({ commits: [commit], tag: undefined });
    expect(range.notes).toHaveLength(1);
  });
});

test('an audit compares nothing with everything', async () => {
  const repository = TemporaryRepository.create();
  const rev = repository.write('a', '1').commit();
  expect(await rangeOf(repository, { kind: 'audit', rev: 'HEAD' })).toMatchObject({
    before: undefined,
    after: rev,
    trust: rev,
    commits: [],
    empty: undefined,
  });
});

describe('what is staged', () => {
  test('is compared with the base, without the rest of the work tree', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    repository.write('a', '2').git('add', 'a');
    repository.write('a', '3').write('untracked', '1').write('intended', '1').git('add', '--intent-to-add', 'intended');
    const range = await rangeOf(repository, { kind: 'staged', base: 'HEAD' });
    expect(range).toMatchObject({ before: base, head: undefined, commits: [], trust: base, empty: undefined });
    repository.git('reset', '--quiet', 'intended');
    expect(range.after).toBe(repository.git('write-tree'));
  });

  test('in a repository without commits is compared with nothing', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1').git('add', 'a');
    const range = await rangeOf(repository, { kind: 'staged', base: 'HEAD' });
    expect(range).toMatchObject({ before: undefined, trust: undefined, after: repository.git('write-tree') });
  });

  test('and equals the base is empty', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1').commit();
    expect((await rangeOf(repository, { kind: 'staged', base: 'HEAD' })).empty).toContain('Nothing is staged');
  });

  test('in a bare repository is refused: there is no index', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1').commit();
    const bare = join(repository.directory, 'bare');
    repository.git('clone', '--quiet', '--bare', '.', bare);
    const opened = await openRepository(bare);
    try {
      await expect(opened.range({ kind: 'staged', base: 'HEAD' })).rejects.toThrow(/bare repository has no index/);
    } finally {
      await opened.close();
    }
  });

  test('with unresolved conflicts is refused with what to do', async () => {
    const repository = TemporaryRepository.create();
    const base = repository.write('a', '1').commit();
    repository.write('a', '2').commit();
    repository.switch('change', base).write('a', '3').commit();
    expect(() => repository.merge('main')).toThrow();
    await expect(rangeOf(repository, { kind: 'staged', base: 'HEAD' })).rejects.toThrow(/unresolved conflicts/);
  });

  test('in a split index is read whole', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1').write('b', '1').commit();
    repository.git('update-index', '--split-index');
    repository.write('a', '2').git('add', 'a');
    const range = await rangeOf(repository, { kind: 'staged', base: 'HEAD' });
    expect(range.after).toBe(repository.git('write-tree'));
  });

  test('in a sparse index is read whole', async () => {
    const repository = TemporaryRepository.create();
    repository.write('in/a', '1').write('out/deep/b', '1').write('c', '1').commit();
    repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
    repository.write('in/a', '2').git('add', 'in/a');
    const range = await rangeOf(repository, { kind: 'staged', base: 'HEAD' });
    expect(range.after).toBe(repository.git('write-tree'));
    expect(repository.git('ls-tree', '-r', '--name-only', range.after ?? '').split('\n')).toEqual([
      'c',
      'in/a',
      'out/deep/b',
    ]);
  });
});

describe('revisions that somebody names', () => {
  test('are commits: a tree, a blob or three dots are refused with why', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', '1').commit();
    const opened = await openRepository(repository.directory);
    try {
      await expect(opened.revisions(['HEAD:a'])).rejects.toThrow(/is a blob, no commit/);
      await expect(opened.revisions(['HEAD^{tree}'])).rejects.toThrow(/is a tree, no commit/);
      repository.git('tag', '--annotate', '--message=Tree', 'of-a-tree', 'HEAD^{tree}');
      await expect(opened.revisions(['of-a-tree'])).rejects.toThrow(/is a tree, no commit/);
      await expect(opened.revisions(['HEAD...HEAD'])).rejects.toThrow(/two dots/);
      expect(await opened.revisions(['HEAD..HEAD'])).toEqual({ commits: [], tags: [] });
    } finally {
      await opened.close();
    }
  });
});
