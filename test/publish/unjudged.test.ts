import { expect, test } from '@jest/globals';
import { instanceKey, withMarker } from '../../src/publish/marker.ts';
import { planUnjudged } from '../../src/publish/unjudged.ts';
import type { Note } from '../../src/publish/written.ts';

const page = {
  head: 'ab'.repeat(20),
  problems: [{ what: 'The input x cannot be "<b>@you</b>".', remedy: 'One of a, b.' }],
  links: { file: () => undefined, commit: () => undefined },
  log: 'the job',
};
const summary = (order: number, more: Partial<Note> = {}): Note => ({
  id: String(order),
  order,
  body: withMarker(
    { kind: 'summary', instance: instanceKey('gate'), head: undefined, digest: '0'.repeat(16), refused: [] },
    'passed',
  ),
  isOurs: true,
  isEditedByOther: false,
  hasReplies: false,
  ...more,
});
const plan = (...notes: Note[]) => planUnjudged({ threads: [], notes }, 'gate', page);

test('only our own summary of this instance is rewritten, whatever the order; one that repeats it goes', () => {
  const theirs = [summary(1, { isOurs: false }), summary(2, { isEditedByOther: true })];
  const other = { ...summary(3), body: summary(3).body.replace(instanceKey('gate'), instanceKey('other')) };
  const { actions } = plan(summary(6), other, ...theirs, summary(5));
  expect(actions).toEqual([
    { kind: 'update-summary', note: '5', body: expect.stringContaining('was not judged') },
    { kind: 'remove-summary', note: '6' },
  ]);
  expect(plan(other, ...theirs).actions).toEqual([]);
});

test('a second plan has nothing to do, and nothing of the problems is markup', () => {
  const [action] = plan(summary(1)).actions;
  const body = action?.kind === 'update-summary' ? action.body : '';
  expect(body.replaceAll(/`[^`]*`/g, '')).not.toMatch(/<b>|@you/);
  expect(plan(summary(1, { body })).actions).toEqual([]);
});

test('a page of any number of problems fits into a comment', () => {
  const problems = Array.from({ length: 5000 }, () => ({ what: 'w'.repeat(100_000), remedy: 'r'.repeat(100_000) }));
  const { actions } = planUnjudged({ threads: [], notes: [summary(1)] }, 'gate', { ...page, problems });
  expect(actions.map((action) => ('body' in action ? Buffer.byteLength(action.body) < 65_536 : true))).toEqual([true]);
});
