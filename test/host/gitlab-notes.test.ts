import { describe, expect, test } from '@jest/globals';
import { lineDiff } from '../../src/git/diff/line-diff.ts';
import { isOwnDraft, sealBytes, sealed, unsealed } from '../../src/host/gitlab/api/note-text.ts';
import { formFields, placeOf, positionOf } from '../../src/host/gitlab/api/position.ts';
import {
  list,
  readAccount,
  readDiscussion,
  readDraft,
  readHead,
  readRefs,
} from '../../src/host/gitlab/api/read-written.ts';
import type { Place } from '../../src/publish/place.ts';

describe('a place on a diff of GitLab', () => {
  const refs = { base_sha: 'b', start_sha: 's', head_sha: 'h' };
  const [before, after] = ['a\nb\nc\nd\n', 'a\nB\nc\ne\nf\n'];
  const diff = new Map([['new.yaml', { path: 'new.yaml', oldPath: 'old.yaml', lines: lineDiff(before, after) }]]);
  const files = { file: 'new.yaml', oldFile: 'old.yaml' };
  const paths = { ...refs, old_path: 'old.yaml', new_path: 'new.yaml' };
  const position = (place: Place) => positionOf(place, refs, diff);
  const code = (old: number, now: number) => expect.stringMatching(new RegExp(`^[0-9a-f]{40}_${old}_${now}$`));

  test('is named by the numbers of its lines', () => {
    expect(position({ kind: 'file', ...files })).toEqual({ ...paths, position_type: 'file' });
    expect(position({ kind: 'line', ...files, line: { newLine: 4 } })).toEqual({
      ...paths,
      position_type: 'text',
      new_line: 4,
    });
    expect(position({ kind: 'line', ...files, line: { oldLine: 2 } })).toEqual({
      ...paths,
      position_type: 'text',
      old_line: 2,
    });
    expect(position({ kind: 'line', ...files, line: { oldLine: 3, newLine: 3 } })).toEqual({
      ...paths,
      position_type: 'text',
      old_line: 3,
      new_line: 3,
    });
  });

  test('over several lines is named by what GitLab calls them', () => {
    const range = (start: { oldLine?: number; newLine?: number }, line: typeof start) =>
      position({ kind: 'line', ...files, start, line } as Place).line_range;
    expect(range({ newLine: 4 }, { newLine: 5 })).toEqual({
      start: { line_code: code(5, 4), type: 'new' },
      end: { line_code: code(5, 5), type: 'new' },
    });
    expect(range({ oldLine: 1, newLine: 1 }, { newLine: 2 })).toEqual({
      start: { line_code: code(1, 1), type: 'old' },
      end: { line_code: code(3, 2), type: 'new' },
    });
    expect(range({ oldLine: 2 }, { oldLine: 4 })).toEqual({
      start: { line_code: code(2, 2), type: 'old' },
      end: { line_code: code(4, 4), type: 'old' },
    });
    expect(
      positionOf({ kind: 'line', ...files, start: { newLine: 4 }, line: { newLine: 5 } }, refs, new Map()).line_range,
    ).toBeUndefined();
    const fresh = new Map([['new.yaml', { path: 'new.yaml', oldPath: 'new.yaml', lines: lineDiff('', 'a\nb\n') }]]);
    expect(
      positionOf({ kind: 'line', ...files, start: { newLine: 1 }, line: { newLine: 2 } }, refs, fresh).line_range?.start
        .line_code,
    ).toEqual(code(0, 1));
    const gone = new Map([['new.yaml', { path: 'new.yaml', oldPath: 'new.yaml', lines: lineDiff('a\nb\n', '') }]]);
    expect(
      positionOf({ kind: 'line', ...files, start: { oldLine: 1 }, line: { oldLine: 2 } }, refs, gone).line_range?.end
        .line_code,
    ).toEqual(code(2, 0));
  });

  test('is sent as fields of a form', () => {
    expect(formFields(position({ kind: 'line', ...files, start: { newLine: 4 }, line: { newLine: 5 } }))).toEqual({
      'position[base_sha]': 'b',
      'position[start_sha]': 's',
      'position[head_sha]': 'h',
      'position[old_path]': 'old.yaml',
      'position[new_path]': 'new.yaml',
      'position[position_type]': 'text',
      'position[new_line]': 5,
      'position[line_range][start][line_code]': code(5, 4),
      'position[line_range][start][type]': 'new',
      'position[line_range][end][line_code]': code(5, 5),
      'position[line_range][end][type]': 'new',
    });
  });

  test.each<[name: string, more: object, expected: unknown]>([
    ['an added line', { new_line: 5 }, { newLine: 5 }],
    ['a removed line', { old_line: 4 }, { oldLine: 4 }],
    ['an unchanged line', { old_line: 3, new_line: 3 }, { oldLine: 3, newLine: 3 }],
    ['no line', {}, undefined],
    ['a line of another head', { new_line: 5, head_sha: 'x' }, undefined],
    ['a place on an image', { new_line: 5, position_type: 'image' }, undefined],
    ['no path', { new_line: 5, new_path: null }, undefined],
    ['no old path', { new_line: 5, old_path: 1 }, undefined],
  ])('%s is read', (_, more, expected) => {
    const read = placeOf({ ...paths, position_type: 'text', ...more }, 'h');
    expect(read).toEqual(expected === undefined ? undefined : { kind: 'line', ...files, line: expected });
  });

  test('of a file, and of several lines, is read back', () => {
    expect(placeOf({ ...paths, position_type: 'file', head_sha: 'x' }, 'h')).toEqual({ kind: 'file', ...files });
    expect([placeOf(undefined, 'h'), placeOf(null, 'h')]).toEqual([undefined, undefined]);
    const start = (line_code: unknown, type: string, line: object) =>
      placeOf({ ...paths, position_type: 'text', ...line, line_range: { start: { line_code, type } } }, 'h');
    const sha = 'a'.repeat(40);
    expect(start(`${sha}_5_4`, 'new', { new_line: 5 })).toMatchObject({ start: { newLine: 4 } });
    expect(start(`${sha}_1_1`, 'old', { new_line: 2 })).toMatchObject({ start: { newLine: 1, oldLine: 1 } });
    expect(start(`${sha}_2_2`, 'old', { old_line: 4 })).toMatchObject({ start: { oldLine: 2 } });
    for (const odd of [`${sha}_5_5`, `x${sha}_5_4`, `${sha}_5_4x`, 1, undefined])
      expect(start(odd, 'new', { new_line: 5 })).not.toHaveProperty('start');
  });
});

describe('what is written on a merge request', () => {
  test('is sealed, so that a change of it shows, and obeyed by nobody', () => {
    const note = sealed('Text \n\n');
    expect(note).toMatch(/^Text\n<!-- gitops-gate text=[0-9a-f]{16} -->$/);
    expect(note.length - 'Text'.length).toBeLessThanOrEqual(sealBytes);
    expect(unsealed(note)).toEqual({ text: 'Text', isWhole: true });
    expect(unsealed(`${note.replaceAll('\n', '\r\n')}\r\n`)).toEqual({ text: 'Text', isWhole: true });
    expect(unsealed(note.replace('Text', 'Other'))).toEqual({ text: 'Other', isWhole: false });
    expect(unsealed('Text')).toEqual({ text: 'Text', isWhole: false });
    const sent = (text: string) => unsealed(sealed(text)).text;
    expect(sent('a\n/close\n x /merge')).toBe('a\n\u2060/close\n x /merge');
    expect(sent('```suggestion:-1+0\n/x\n```\nb')).toBe('```yaml\n\u2060/x\n```\nb');
    expect(sent('```suggestion:-1+0\nx\n```\n/b')).toBe('```suggestion:-1+0\nx\n```\n\u2060/b');
    expect(sent('````suggestion\n```\n/x\n````')).toBe('````yaml\n```\n\u2060/x\n````');
    expect([isOwnDraft('Text', 'i'), isOwnDraft(note, 'i')]).toEqual([false, false]);
  });

  test('is read from what GitLab says', () => {
    const note = (more: object = {}) => ({ id: 7, body: sealed('Hello'), author: { id: 1 }, ...more });
    const own = { body: 'Hello', isOurs: true, isEditedByOther: false };
    expect(readDiscussion({ id: 'd', notes: [] }, 1, 'h')).toEqual({});
    expect(readDiscussion({ id: 'd', notes: [note({ system: true })] }, 1, 'h')).toEqual({});
    expect(readDiscussion({ id: 'd', notes: [note()] }, 1, 'h')).toEqual({
      note: { ...own, id: '7', order: 7, hasReplies: false },
    });
    expect(
      readDiscussion({ id: 'd', notes: [note({ body: 'x', author: { id: 2 } }), note({ id: 8 })] }, 1, 'h').note,
    ).toEqual({ body: 'x', isOurs: false, isEditedByOther: true, id: '7', order: 7, hasReplies: true });
    const position = { position_type: 'text', head_sha: 'h', old_path: 'a', new_path: 'a', new_line: 3 };
    const thread = (more: object = {}, ...others: readonly object[]) =>
      readDiscussion({ id: 'd', notes: [note({ type: 'DiffNote', position, ...more }), ...others] }, 1, 'h').thread;
    expect(thread()).toEqual({
      id: 'd',
      note: 7,
      order: 7,
      comments: [own],
      isCut: false,
      place: { kind: 'line', file: 'a', oldFile: 'a', line: { newLine: 3 } },
      isOutdated: false,
      isResolved: false,
      isResolvedByOther: false,
    });
    expect(thread({ position: { ...position, head_sha: 'x' } })).toMatchObject({ place: undefined, isOutdated: true });
    const resolved = { resolvable: true, resolved: true, resolved_by: { id: 1 } };
    expect(thread(resolved)).toMatchObject({ isResolved: true, isResolvedByOther: true });
    expect(thread({ ...resolved, resolved_by: { id: 2 } })).toMatchObject({
      isResolved: true,
      isResolvedByOther: true,
    });
    expect(thread(resolved, note({ resolvable: true, resolved: false }))).toMatchObject({
      isResolved: false,
      isResolvedByOther: false,
    });
    expect(() => readDiscussion({ id: 'd', notes: [note({ id: 'x' })] }, 1, 'h')).toThrow('an answer without id');
    expect(() => readDiscussion({ id: 'd', notes: [note({ author: {} })] }, 1, 'h')).toThrow('an answer without id');
    expect(() => readDiscussion({ id: 'd', notes: [note({ body: 1 })] }, 1, 'h')).toThrow('an answer without body');
    expect(() => readDiscussion({ id: 'd' }, 1, 'h')).toThrow('an answer without a list');
  });

  test('and its request as well', () => {
    expect(readDraft({ id: 1, note: 'x' })).toEqual({ id: 1, text: 'x' });
    expect(readRefs([])).toBeUndefined();
    expect(readRefs([{ base_commit_sha: 'b', start_commit_sha: 's', head_commit_sha: 'h' }, {}])).toEqual({
      base_sha: 'b',
      start_sha: 's',
      head_sha: 'h',
    });
    expect([readHead({ sha: 'h' }), readAccount({ id: 3 }), list(['a'])]).toEqual(['h', 3, ['a']]);
    expect(() => readAccount({ id: 0.5 })).toThrow('an answer without id');
    expect(() => list({})).toThrow('an answer without a list');
  });
});
