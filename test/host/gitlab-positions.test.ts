import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import { readReviewDiff } from '../../src/gather/read-review-diff.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import { formFields, placeOf, positionOf } from '../../src/host/gitlab/api/position.ts';
import { publishOnRequest } from '../../src/host/gitlab/gitlab-publish.ts';
import { anchorOf } from '../../src/publish/place.ts';
import { planPublication } from '../../src/publish/plan.ts';
import type { Written } from '../../src/publish/written.ts';
import { removeTemporary, TemporaryRepository } from '../git/temporary-repository.ts';
import { finding, reportWith } from '../report/sample-report.ts';
import { CountingClock } from './clocks.ts';
import { diffFiles, lineCodeOf } from './gitlab-double/diff-lines.ts';
import { GitlabDouble } from './gitlab-double/double.ts';
import { token } from './gitlab-double/requests.ts';

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `${word}: ${at + 1}\n`).join('');
const without = (text: string, ...gone: number[]) =>
  text
    .split('\n')
    .filter((_, at) => !gone.includes(at + 1))
    .join('\n');

/** Names that mean something to a form, a query, a shell or git. */
const odd = 'apps/a & b=c [x] "q" #1 ü.yaml';

/** A history in which files were changed, renamed, moved with changes, removed, made executable, emptied and filled. */
function history(): { repository: TemporaryRepository; base: string; target: string; head: string } {
  const repository = TemporaryRepository.create();
  const files: Record<string, string> = {
    'edited.yaml': lines(40, 'edited'),
    'renamed-old.yaml': lines(30, 'renamed'),
    'here/moved.yaml': lines(30, 'moved'),
    'here/rewritten.yaml': lines(30, 'rewritten'),
    'deleted.yaml': lines(12, 'deleted'),
    'script.yaml': lines(10, 'script'),
    'emptied.yaml': lines(3, 'emptied'),
    'filled.yaml': '',
    [odd]: lines(20, 'odd'),
  };
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  const base = repository.commit('Begin');
  repository.git('checkout', '--quiet', '-b', 'change');
  const edited = files['edited.yaml'] ?? '';
  repository.write(
    'edited.yaml',
    `first: 0\n${without(edited, 10, 11).replace('edited: 20\n', 'edited: x\nadded: y\n')}last`,
  );
  repository.git('mv', 'renamed-old.yaml', 'renamed-new.yaml');
  repository.commit('Edit, and rename');
  repository.git('mv', 'here/moved.yaml', 'moved.yaml');
  repository.write('moved.yaml', (files['here/moved.yaml'] ?? '').replace('moved: 5\n', 'moved: five\n'));
  // Less than half stays: moved to GitLab all the same.
  repository.git('mv', 'here/rewritten.yaml', 'rewritten.yaml');
  repository.write('rewritten.yaml', `${lines(12, 'rewritten')}${lines(18, 'new to it')}`);
  repository.remove('deleted.yaml');
  chmodSync(join(repository.directory, 'script.yaml'), 0o755);
  repository.write('emptied.yaml', '');
  repository.write('filled.yaml', lines(4, 'filled'));
  repository.write('new.yaml', lines(5, 'new'));
  repository.write(odd, (files[odd] ?? '').replace('odd: 9\n', 'odd: nine\nodd: more\n'));
  const head = repository.commit('Move, remove, empty and fill');
  repository.git('checkout', '--quiet', 'main');
  repository.write('other.yaml', 'other: 1\n');
  return { repository, base, target: repository.commit('The target goes on'), head };
}

const { repository, base, target, head } = history();

const range = {
  kind: 'request' as const,
  target,
  branch: 'main',
  mergeBase: base,
  head,
  result: head,
  before: base,
  after: head,
  trust: target,
  commits: [],
  tag: undefined,
  tagName: undefined,
  synthetic: [],
  notes: [],
  empty: undefined,
};

async function reviewDiffOf(findings: readonly Finding[]) {
  const opened = await openRepository(repository.directory);
  try {
    return await readReviewDiff(opened, range, { findings }, { limit: 1_000_000, similarity: 30 });
  } finally {
    await opened.close();
  }
}

const shown = diffFiles(repository, base, head);
const at = (file: string, line: number, endLine = line): Finding =>
  finding('rbac-widened', 'high', { message: `${file}:${line}`, position: { file, line, column: 1 }, endLine });
const removedAt = (file: string, line: number): Finding => {
  const message = `removed ${file}:${line}`;
  const { position: _, ...rest } = finding('secret-protection-lost', 'high', { message });
  return { ...rest, removedAt: { file, line, column: 1 } };
};

const doubles: GitlabDouble[] = [];
afterEach(() => Promise.all(doubles.splice(0).map((each) => each.close())));
afterAll(removeTemporary);

async function publish(findings: readonly Finding[], drafts: boolean) {
  const double = new GitlabDouble(repository, target, head, { token, drafts });
  doubles.push(double);
  const address = { server: await double.listen(), project: 42, number: 7, token };
  const publication = {
    report: reportWith({ findings, suppressed: [], outcome: 'blocked' }),
    diff: await reviewDiffOf(findings),
    forge: { maxComments: 1000, maxFileComments: 0, commentBytes: 900_000, suggestionInfo: () => 'suggestion' },
    name: 'gate',
    summary: 'off' as const,
    links: { file: () => undefined, commit: () => undefined },
    fullReport: '',
  };
  const judged = { head, name: 'gate', diff: publication.diff };
  const plan = (written: Written) => planPublication({ ...publication, written });
  const delivery = await publishOnRequest(address, judged, plan, {}, new CountingClock());
  return { double, delivery };
}

test('git shows what the history is meant to hold', () => {
  const paths = shown.map(({ oldPath, newPath }) => (oldPath === newPath ? newPath : `${oldPath} → ${newPath}`));
  expect(paths).toEqual(
    expect.arrayContaining([
      odd,
      'deleted.yaml',
      'here/moved.yaml → moved.yaml',
      'here/rewritten.yaml → rewritten.yaml',
      'renamed-old.yaml → renamed-new.yaml',
    ]),
  );
  expect(shown.find(({ newPath }) => newPath === 'script.yaml')?.lines).toEqual([]);
});

describe.each([
  ['in one review', true],
  ['one by one', false],
] as const)('%s', (_, drafts) => {
  test('GitLab takes each thread: added, removed and unchanged lines of edited, moved, removed, emptied and filled files', async () => {
    const findings = [
      ...[1, 2, 4, 9, 10, 19, 20, 21, 40].map((line) => at('edited.yaml', line)),
      ...[5, 3].map((line) => at('moved.yaml', line)),
      ...[12, 20].map((line) => at('rewritten.yaml', line)),
      ...[9, 10, 12].map((line) => at(odd, line)),
      ...[1, 5].map((line) => at('new.yaml', line)),
      ...[1, 4].map((line) => at('filled.yaml', line)),
      removedAt('edited.yaml', 10),
      removedAt('edited.yaml', 20),
      removedAt('deleted.yaml', 1),
      removedAt('deleted.yaml', 12),
      removedAt('emptied.yaml', 2),
      removedAt('here/moved.yaml', 5),
      removedAt('here/rewritten.yaml', 20),
    ];
    const { double, delivery } = await publish(findings, drafts);
    expect(delivery.problems).toEqual([]);
    expect(double.wrong).toEqual([]);
    const there = double.state.threads.map(({ position }) => position ?? {});
    expect(there).toHaveLength(findings.length);
    expect(new Set(there.map(({ head_sha, base_sha, start_sha }) => [head_sha, base_sha, start_sha].join()))).toEqual(
      new Set([[head, base, target].join()]),
    );
    for (const file of ['moved.yaml', 'rewritten.yaml']) {
      const moved = there.filter(({ new_path }) => new_path === file);
      expect(moved.map(({ old_path }) => old_path)).toEqual(Array(3).fill(`here/${file}`));
    }
  });

  test('files whose lines a diff does not show have no threads on lines', async () => {
    const findings = [at('script.yaml', 3), at('renamed-new.yaml', 3), at('edited.yaml', 30)];
    const { double, delivery } = await publish(findings, drafts);
    expect([delivery.onDiff.size, double.state.threads]).toEqual([0, []]);
  });

  test('ranges are named by the codes of their first and last lines', async () => {
    const findings = [
      at('edited.yaml', 1, 3),
      at('edited.yaml', 19, 22),
      at('new.yaml', 2, 4),
      at('filled.yaml', 1, 4),
      at(odd, 8, 11),
    ];
    const { double, delivery } = await publish(findings, drafts);
    expect(delivery.problems).toEqual([]);
    const ranges = double.state.threads.map(({ position }) => position?.line_range);
    expect(ranges.every((range) => range !== null && range !== undefined)).toBe(true);
    const published = await publishAgain(double, findings);
    expect(published).toEqual([]);
  });
});

/** What a second run writes. */
async function publishAgain(double: GitlabDouble, findings: readonly Finding[]): Promise<readonly string[]> {
  const places = double.state.threads.map(({ position }) => placeOf(position, head));
  const diff = await reviewDiffOf(findings);
  return findings.flatMap((each) => {
    const anchor = anchorOf(each, diff)?.place;
    return places.some((place) => JSON.stringify(place) === JSON.stringify(anchor)) ? [] : [each.message];
  });
}

test('every line that git shows of every file has the code git’s own diff gives it', async () => {
  const diff = await reviewDiffOf(shown.map(({ newPath }) => at(newPath, 1)));
  const refs = { base_sha: base, start_sha: target, head_sha: head };
  let compared = 0;
  for (const file of shown) {
    const places = file.lines.map((line) => ({
      newLine: line.type === 'removed' ? undefined : line.new,
      oldLine: line.type === 'added' ? undefined : line.old,
    }));
    for (const [index, { newLine, oldLine }] of places.entries()) {
      const line = { ...(newLine === undefined ? {} : { newLine }), ...(oldLine === undefined ? {} : { oldLine }) };
      const place = { kind: 'line' as const, file: file.newPath, oldFile: file.oldPath, line, start: line };
      const position = positionOf(place, refs, diff);
      const expected = file.lines[index];
      expect(position.line_range?.end.line_code).toBe(expected && lineCodeOf(file, expected));
      expect([position.new_line, position.old_line]).toEqual([newLine, oldLine]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

describe('a position as a form', () => {
  test('has a field for each value, whatever the path is called', () => {
    const place = { kind: 'line' as const, file: 'a&b=c.yaml', oldFile: 'x\ny.yaml', line: { newLine: 3 } };
    expect(formFields(positionOf(place, { base_sha: '1', start_sha: '2', head_sha: '3' }, new Map()))).toEqual({
      'position[base_sha]': '1',
      'position[start_sha]': '2',
      'position[head_sha]': '3',
      'position[old_path]': 'x\ny.yaml',
      'position[new_path]': 'a&b=c.yaml',
      'position[position_type]': 'text',
      'position[new_line]': 3,
    });
  });

  test('what GitLab gives back is the place; of another head, or of an image, none', () => {
    const position = { position_type: 'text', head_sha: 'h', old_path: 'o', new_path: 'n', old_line: 4, new_line: 5 };
    expect(placeOf(position, 'h')).toEqual({ kind: 'line', file: 'n', oldFile: 'o', line: { newLine: 5, oldLine: 4 } });
    expect(placeOf({ ...position, new_line: null }, 'h')).toMatchObject({ line: { oldLine: 4 } });
    expect(placeOf(position, 'other')).toBeUndefined();
    expect(placeOf({ ...position, position_type: 'file' }, 'other')).toEqual({ kind: 'file', file: 'n', oldFile: 'o' });
    for (const wrong of [{ ...position, position_type: 'image' }, {}, null, undefined, 'text'])
      expect(placeOf(wrong, 'h')).toBeUndefined();
  });
});
