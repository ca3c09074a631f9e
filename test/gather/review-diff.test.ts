import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/gate.ts';
import { readReviewDiff } from '../../src/gather/read-review-diff.ts';
import { hunks, inRuns } from '../../src/git/diff/line-diff.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import { anchorOf } from '../../src/publish/place.ts';
import type { ReviewDiff } from '../../src/publish/review-diff.ts';
import { removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { shownLines } from '../host/github-double/shown-lines.ts';
import { finding } from '../report/sample-report.ts';
import { runs } from '../thorough.ts';

afterAll(removeTemporary);

const at = (file: string, line = 1): Finding =>
  finding('rbac-widened', 'high', { message: file, position: { file, line, column: 1 } });
const removed = (file: string, line: number): Finding =>
  finding('rbac-widened', 'high', { message: file, removedAt: { file, line, column: 1 } });

interface Commits {
  readonly mergeBase: string;
  readonly head: string;
  readonly target?: string;
}

async function diffOf(
  repository: TemporaryRepository,
  commits: Commits,
  findings: readonly Finding[],
  similarity = 50,
): Promise<ReviewDiff> {
  const opened = await openRepository(repository.directory);
  const { mergeBase, head, target = mergeBase } = commits;
  const range = { ...emptyRange('request'), mergeBase, head, target, before: target, after: head };
  try {
    return await readReviewDiff(opened, range, { findings }, { limit: 1024 * 1024, similarity });
  } finally {
    await opened.close();
  }
}

const text = (count: number, word = 'line') =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join('');

describe('the diff that reviewers see', () => {
  test('moved, new, removed and binary files, and nothing that no finding mentions', async () => {
    const repository = TemporaryRepository.create();
    repository.write('old.yaml', text(20)).write('gone.yaml', text(5, 'gone')).write('quiet.yaml', text(5, 'quiet'));
    repository.write('b.bin', Buffer.from([1, 0, 2]));
    const mergeBase = repository.commit();
    repository
      .remove('old.yaml')
      .remove('gone.yaml')
      .write('new.yaml', `first\n${text(20)}`)
      .write('quiet.yaml', 'x\n');
    repository.write('b.bin', Buffer.from([1, 0, 3])).write('added.yaml', text(3, 'added'));
    const head = repository.commit();
    const findings = [at('new.yaml'), removed('gone.yaml', 2), at('b.bin'), at('added.yaml'), at('elsewhere.yaml')];
    const diff = await diffOf(repository, { mergeBase, head }, findings);
    const shown = [...diff].map(
      ([path, file]) => `${path}: ${file.oldPath} → ${file.path}, ${file.lines !== undefined}`,
    );
    expect(shown.sort()).toEqual([
      'added.yaml: added.yaml → added.yaml, true',
      'b.bin: b.bin → b.bin, false',
      'gone.yaml: gone.yaml → gone.yaml, true',
      'new.yaml: old.yaml → new.yaml, true',
      'old.yaml: old.yaml → new.yaml, true',
    ]);
    expect(anchorOf(at('new.yaml', 15), diff)?.place.kind).toBe('file');
    expect(anchorOf(removed('gone.yaml', 2), diff)?.place).toMatchObject({ line: { oldLine: 2 } });
  });

  test('a file of which less than half stays is moved to the forge that says so', async () => {
    const repository = TemporaryRepository.create();
    repository.write('old.yaml', text(30));
    const mergeBase = repository.commit();
    repository.remove('old.yaml').write('new.yaml', `${text(12)}${text(18, 'other')}`);
    const head = repository.commit();
    const oldPathAt = async (similarity: number) =>
      (await diffOf(repository, { mergeBase, head }, [at('new.yaml')], similarity)).get('new.yaml')?.oldPath;
    expect([await oldPathAt(50), await oldPathAt(30)]).toEqual(['new.yaml', 'old.yaml']);
  });

  test('names that are not text are left out: no forge can be told of them', async () => {
    const repository = TemporaryRepository.create();
    const mergeBase = repository.write('a.yaml', 'a\n').commit();
    const odd = Buffer.concat([Buffer.from(`${repository.directory}/b-`), Buffer.from([0xff])]);
    writeFileSync(odd, 'b\n');
    const head = repository.write('c.yaml', 'c\n').commit();
    const diff = await diffOf(repository, { mergeBase, head }, [at('b-\ufffdFF'), at('c.yaml')]);
    expect([...diff.keys()]).toEqual(['c.yaml']);
  });

  test('what was removed counts in the target’s tip, the diff in the merge base', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a.yaml', text(20));
    const mergeBase = repository.commit();
    repository.git('branch', 'head');
    repository.write('a.yaml', `two\nmore\n${text(20)}`);
    const target = repository.commit();
    repository.git('checkout', '--quiet', 'head');
    repository.write('a.yaml', text(20).replace('line 9\n', ''));
    const head = repository.commit();
    // Line 12 of the target is line 10 of the merge base.
    const diff = await diffOf(repository, { mergeBase, head, target }, [removed('a.yaml', 12)]);
    expect(anchorOf(removed('a.yaml', 12), diff)?.place).toMatchObject({ line: { oldLine: 10 } });
  });

  test('shows exactly the lines that git’s own diff shows, where no line repeats itself', async () => {
    const repository = TemporaryRepository.create();
    const number = fc.integer({ min: 0, max: 39 });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(number, { maxLength: 6 }),
        fc.uniqueArray(number, { maxLength: 6 }),
        async (out, put) => {
          const all = Array.from({ length: 40 }, (_, index) => index);
          repository.write('a.yaml', all.map((index) => `line ${index}\n`).join(''));
          const mergeBase = repository.commit('Before', { allowEmpty: true });
          const after = all.flatMap((index) => [
            ...(put.includes(index) ? [`put ${index}\n`] : []),
            ...(out.includes(index) ? [] : [`line ${index}\n`]),
          ]);
          repository.write('a.yaml', after.join(''));
          const head = repository.commit('After', { allowEmpty: true });
          const shown = shownLines(repository, mergeBase, head).get('a.yaml');
          const file = (await diffOf(repository, { mergeBase, head }, [at('a.yaml')])).get('a.yaml');
          const own = file?.lines === undefined ? [] : hunks(file.lines);
          const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
          const [left, right] = [own.map((hunk) => hunk.before), own.map((hunk) => hunk.after)];
          expect(numbers.filter((each) => inRuns(right, each))).toEqual([...(shown?.right ?? [])]);
          expect(numbers.filter((each) => inRuns(left, each))).toEqual([...(shown?.left ?? [])]);
        },
      ),
      { numRuns: runs(25) },
    );
  });
});
