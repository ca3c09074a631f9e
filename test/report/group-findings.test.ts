import { describe, expect, test } from '@jest/globals';
import { groupFindings } from '../../src/report/group-findings.ts';
import { commit, finding, unsigned } from './sample-report.ts';

const commits = ['Fix', 'Add a role', 'x'].map((subject, index) => commit(`c${index}`, subject, unsigned()));
const said = (reason: string) =>
  commits.map(({ sha, subject }) =>
    finding('unsigned-commit', 'high', { commit: sha, message: `Commit ${sha.slice(0, 12)} (${subject}): ${reason}` }),
  );
const sizes = (...args: Parameters<typeof groupFindings>) => groupFindings(...args).map(({ all }) => all.length);

describe('groupFindings', () => {
  test('joins what differs only in the commit', () => {
    expect(sizes(said('it has no signature'), commits)).toEqual([3]);
  });

  test('keeps apart what differs in reason, severity or blocking', () => {
    const [one, two, three] = said('it has no signature');
    const other = said('its key has expired')[1];
    if (!one || !two || !three || !other) throw new Error('three commits');
    expect(sizes([one, other, { ...two, severity: 'low' }, { ...three, blocking: false }], commits)).toEqual([
      1, 1, 1, 1,
    ]);
  });

  test('keeps apart what is about different objects, whatever the files are called', () => {
    const at = (file: string, verb: string) =>
      finding('rbac-widened', 'high', { message: `Role a gains ${verb}.`, position: { file, line: 1, column: 1 } });
    expect(sizes([at('get', 'get'), at('delete', 'delete')], commits)).toEqual([1, 1]);
    expect(sizes([at('a.yaml', 'get'), at('b.yaml', 'get')], commits)).toEqual([2]);
  });

  test('keeps the order of the first of each', () => {
    const found = ['b', 'a', 'b', 'c'].map((message) => finding('rbac-widened', 'high', { message }));
    expect(groupFindings(found, []).map(({ first }) => first.message)).toEqual(['b', 'a', 'c']);
  });
});
