import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { renderVerifyTerminal } from '../../src/report/terminal/terminal-commits.ts';
import { runs } from '../thorough.ts';
import { commit as anyCommit, report as anyReport } from './arbitrary-report.ts';
import { commit, commits, finding, findings, reportWith, sampleReport, unsigned } from './sample-report.ts';

const style = { colour: false, width: 100 };

/** Lines that GitHub's runner would obey (ActionCommand.cs), or that hold anything but text. */
function dangerous(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*::/.test(line) || line.includes('##[') || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line));
}

const uncoloured = (text: string) => text.replace(/\u001b\[[\d;]*m/g, '');

describe('renderTerminal', () => {
  test('in a job’s log each finding has the address of its line or commit, whole; of many the totals of each rule', () => {
    const links = {
      file: (path: string, line: number) => `https://git.example.com/acme/fleet/-/blob/1/${path}#L${line}`,
      commit: (sha: string) => `https://git.example.com/acme/fleet/-/commit/${sha}`,
    };
    const many = Array.from({ length: 60 }, (_, index) =>
      finding('rbac-widened', 'low', { message: `Role ${index} gains get.` }),
    );
    const text = renderTerminal(reportWith({ findings: [...findings, ...many] }), { ...style, links });
    for (const { position, commit = '' } of findings)
      expect(text).toContain(`\n  ${position ? links.file(position.file, position.line) : links.commit(commit)}\n`);
    expect(text).toMatch(/and \d+ more findings: .*\nIn all:\n {2}rbac-widened +61\n/);
    expect(renderTerminal(sampleReport, style)).not.toMatch(/https:|In all/);
  });

  test('one finding, as it is read', () => {
    const text = renderTerminal(sampleReport, style);
    expect(text).toContain(
      [
        'CRITICAL  plaintext-secret  clusters/prod/registry/secret.yaml:8:3',
        '  Secret registry/pull-credentials holds a password in plain text at stringData.password.',
        '    │ password: •••• (24 characters)',
        '  Fix: Replace it by a SealedSecret, an ExternalSecret or a SOPS-encrypted file, and rotate the',
        '       password: it is in the history now.',
        '  id 71ef20322aec · CIS 5.4.1 · CWE-312 · scope clusters/prod',
        '',
      ].join('\n'),
    );
    expect(text).toContain('Signatures  2 of 4 commits accepted: 1 good, 1 unsigned, 1 untrusted, 1 forge-signed\n');
    expect(text).toContain('until 2027-03-31: Metrics are public inside the company (SEC-142).');
    expect(text).toContain('skipped: docs/architecture.png (binary)');
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      '✗ Blocked: 4 of 6 findings (2 critical, 2 high) block this change.',
    );
  });

  test('without marks of code; of many details the first and the last; manifests to add line by line', () => {
    const details = Array.from({ length: 20 }, (_, index) => `detail ${index}`);
    const remedy = 'Add it (`gitops-gate ignore`).';
    const one = finding('rbac-widened', 'high', {
      message: 'It is so.',
      details,
      remedy,
      example: 'kind: Role\nmetadata:\n  name: web',
    });
    const text = renderTerminal(reportWith({ findings: [one] }), style);
    expect(text).toContain(
      '  Fix: Add it (gitops-gate ignore).\n      kind: Role\n      metadata:\n        name: web\n',
    );
    const shown = [0, 1, 2].map((index) => `    - detail ${index}\n`).join('');
    expect(text).toContain(`${shown}    - and 14 more in report.json\n    - detail 17\n`);
    expect(text).not.toContain('detail 16');
  });

  test('what could not be judged comes with its remedy', () => {
    const text = renderTerminal(
      reportWith({
        outcome: 'could-not-judge',
        findings: [],
        unjudged: [{ what: 'History ends early.', remedy: 'Set fetch-depth: 0.' }],
      }),
      style,
    );
    expect(text).toContain('Could not be judged\n  ? History ends early.\n    Fix: Set fetch-depth: 0.\n');
    expect(text).toMatch(/\n\? Could not judge: [^\n]+\. No findings\.\n$/);
  });

  test('two hundred unsigned commits do not flood', () => {
    const many = Array.from({ length: 200 }, (_, index) => commit(`c${index}`, `Change ${index}`, unsigned()));
    const findings = many.map(({ sha }) =>
      finding('unsigned-commit', 'high', {
        category: 'signature',
        commit: sha,
        message: `Commit ${sha.slice(0, 7)} is not signed.`,
      }),
    );
    const text = renderTerminal(reportWith({ findings }, { commits: many }), style);
    expect(text).toContain('HIGH  unsigned-commit  × 200');
    expect(text).toContain('and 191 more');
    expect(text).toContain('  and 180 more');
    expect(text.split('\n').length).toBeLessThan(60);
  });

  test('findings beyond the fiftieth are counted', () => {
    const findings = Array.from({ length: 80 }, (_, index) =>
      finding('rbac-widened', 'high', {
        message: `Role number${index} gains delete.`,
        position: { file: `${index}.yaml`, line: 1, column: 1 },
      }),
    );
    expect(renderTerminal(reportWith({ findings }), style)).toContain('and 30 more findings: see report.json');
  });

  test('very many findings of one rule do not hide those of another', () => {
    const findings = Array.from({ length: 81 }, (_, index) =>
      finding(index < 80 ? 'delivery-changed' : 'rbac-widened', 'high', { message: `Thing number${index}.` }),
    );
    const text = renderTerminal(reportWith({ findings }), style);
    expect(text).toContain('Thing number80.');
    expect(text).toContain('Thing number48.');
    expect(text).toContain('and 31 more findings');
  });

  test('colour changes nothing but colour', () => {
    const coloured = renderTerminal(sampleReport, { ...style, colour: true });
    expect(coloured).toContain('\u001b[35;1;7m CRITICAL \u001b[0m');
    expect(uncoloured(coloured).replace(/^ (?=[A-Z]+ {2})/gm, '')).toBe(renderTerminal(sampleReport, style));
    expect(dangerous(uncoloured(coloured))).toEqual([]);
  });

  test('hostile text moves no cursor and gives no command', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 20, max: 160 }), (report, width) => {
        expect(dangerous(renderTerminal(report, { colour: false, width }))).toEqual([]);
        expect(dangerous(uncoloured(renderTerminal(report, { colour: true, width })))).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('renderVerifyTerminal', () => {
  test('refused commits first, then why, how to fix it, and the sum', () => {
    expect(renderVerifyTerminal(commits, style).split('\n')).toEqual([
      expect.stringMatching(/^ {2}✗ unsigned {6}[0-9a-f]{7} {2}\[Kim Lee\] +Let CI read what it deploys$/),
      '                  It has no signature.',
      expect.stringMatching(
        /^ {2}✗ untrusted {5}[0-9a-f]{7} {2}\[Jane Doe\] \(openpgp\) +Rotate the registry password$/,
      ),
      '                  No key in .gitops-gate/keys of the base branch has this fingerprint.',
      expect.stringMatching(/^ {2}✓ good {10}[0-9a-f]{7} {2}Jane Doe \(ssh\) +Give the deployer a role of its own$/),
      expect.stringMatching(/^ {2}✓ forge-signed/),
      '  Fix: Sign it: git rebase --exec "git commit --amend --no-edit -S" origin/main',
      '  Fix: Sign with a trusted key, or let an admin add this one to .gitops-gate/keys.',
      '',
      '2 of 4 commits accepted: 1 good, 1 unsigned, 1 untrusted, 1 forge-signed',
      '',
    ]);
    expect(renderVerifyTerminal([], style)).toContain('No commits to verify');
  });

  test('hostile text moves no cursor and gives no command', () => {
    fc.assert(
      fc.property(fc.array(anyCommit), (list) => {
        expect(dangerous(renderVerifyTerminal(list, style))).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });
});
