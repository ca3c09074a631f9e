import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Finding } from '../../src/gate.ts';
import { renderJunit } from '../../src/report/machine/junit.ts';
import type { VerifiedCommit } from '../../src/signature/model/signature.ts';
import { runs } from '../thorough.ts';
import { report as anyReport } from './arbitrary-report.ts';
import { commit, finding, reportWith, sampleReport, unsigned } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: string | undefined;
}

/** The elements in order, by a parser that stops at what is not well-formed. */
function elements(xml: string): readonly Element[] {
  const found: Element[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string>, parent: open.at(-1) });
    open.push(name);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return found;
}

const parents: Readonly<Record<string, readonly (string | undefined)[]>> = {
  testsuites: [undefined],
  testsuite: ['testsuites'],
  testcase: ['testsuite'],
  failure: ['testcase'],
  error: ['testcase'],
  skipped: ['testcase'],
};

describe('renderJunit', () => {
  test('what blocks fails, what does not is skipped, a rule without findings passes', () => {
    const found = elements(renderJunit(sampleReport, sampleRules));
    // Four blocking findings, two of them refused commits; two findings that do not block and one ignored.
    expect(found[0]?.attributes).toMatchObject({ failures: '4', skipped: '3', errors: '0', tests: '10' });
    expect(found.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes.classname)).toContain(
      'gitops-gate.sops-broken',
    );
    expect(found.find(({ attributes }) => attributes.file === 'clusters/prod/ci/role.yaml')?.attributes.name).toMatch(
      /\([0-9a-f]{12}\)$/,
    );
  });

  test('what could not be judged is an error', () => {
    const report = reportWith({
      outcome: 'could-not-judge',
      findings: [],
      unjudged: [{ what: 'History <ends> early.', remedy: 'Fetch & try.' }],
    });
    expect(elements(renderJunit(report, []))[0]?.attributes.errors).toBe('1');
  });

  test('a commit counts once: as its finding, or as what could not be judged; without either it is skipped', () => {
    const refused = commit('c', 'Change', unsigned());
    const about = finding('unsigned-commit', 'high', { message: 'm', category: 'signature', commit: refused.sha });
    const unchecked = commit('d', 'Change', { state: 'could-not-check', accepted: false });
    const of = (findings: Finding[], commits: VerifiedCommit[]) =>
      elements(renderJunit(reportWith({ findings, suppressed: [] }, { commits }), []))[0]?.attributes;
    expect(of([about], [refused])).toMatchObject({ tests: '1', failures: '1', skipped: '0' });
    expect(of([], [refused])).toMatchObject({ tests: '1', failures: '0', skipped: '1' });
    expect(of([], [unchecked])).toMatchObject({ tests: '0' });
  });

  test('hostile text adds no element, and no character XML forbids', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const xml = renderJunit(report, sampleRules);
        expect(xml).not.toMatch(/[\p{Cf}\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/u);
        const found = elements(xml);
        for (const { name, parent } of found) expect(parents[name]).toContain(parent);
        const { findings, suppressed, unjudged } = report.verdict;
        const clean = sampleRules.filter(({ id }) => ![...findings, ...suppressed].some(({ rule }) => rule === id));
        const refused = new Set(
          [...findings, ...suppressed].flatMap(({ category, commit }) => (category === 'signature' ? [commit] : [])),
        );
        const commits = report.commits.filter(
          ({ sha, signature }) => signature.state !== 'could-not-check' && !refused.has(sha),
        );
        expect(found.filter(({ name }) => name === 'testcase')).toHaveLength(
          findings.length + suppressed.length + unjudged.length + commits.length + clean.length,
        );
      }),
      { numRuns: runs(80) },
    );
  });
});
