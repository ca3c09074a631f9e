import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { size } from '../thorough.ts';
import { annotationsOf, findingsOf, many, RequestFixture } from './github-double/request-fixture.ts';

afterAll(removeTemporary);

const read = 'query Written';
const createNote = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const createReview = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';

/** How many findings of a page are shown by their id, and how many it says were left out. */
function shownAndCut(page: string, ids: ReadonlySet<string>): { readonly shown: number; readonly cut: number } {
  const shown = new Set([...page.matchAll(/[0-9a-f]{12}/g)].map(([id]) => id).filter((id) => ids.has(id)));
  const [notice = ''] = /^> \*\*Cut to fit:\*\*.*$/m.exec(page) ?? [];
  const [, cut = '0'] = /\b(\d+) findings?\b/.exec(notice) ?? [];
  return { shown: shown.size, cut: Number(cut) };
}

// Nearly as many as a report lists, in a thorough run.
const count = size(4900, 20);

test(`${count} findings: within every budget, nothing lost, and as few requests as for one`, async () => {
  const fixture = await RequestFixture.open(many(count, 100));
  try {
    const { double } = fixture;
    const { state } = double;
    const first = await fixture.run();
    expect([first.code, first.outputs.outcome]).toEqual([1, 'blocked']);
    expect(double.take()).toEqual([read, createNote, createReview, read]);
    expect([state.threads.length, state.notes.length]).toEqual([20, 1]);
    const findings = findingsOf(first);
    expect(findings.length).toBeGreaterThan(count);
    const summary = state.notes[0]?.body ?? '';
    expect(summary.length).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(first.summary)).toBeLessThan(1024 * 1024);
    const isCut = /^The job summary is cut to fit/m.test(first.log);
    expect(first.outputs['publish-status']).toBe(isCut ? 'partial' : 'published');
    const ids = new Set(findings.map(({ fingerprint }) => fingerprint.slice(0, 12)));
    expect(ids.size).toBe(findings.length);
    for (const page of [summary, first.summary]) {
      const { shown, cut } = shownAndCut(page, ids);
      expect(shown).toBeGreaterThan(50);
      expect(shown + cut).toBe(findings.length);
    }
    expect(shownAndCut(summary, ids).cut).toBeGreaterThan(0);
    expect(annotationsOf(first)).toEqual([]);
    await fixture.run();
    expect(double.take()).toEqual([read]);
    expect([state.threads.length, state.notes.length]).toEqual([20, 1]);
    expect(double.wrong).toEqual([]);
  } finally {
    await fixture.close();
  }
});
