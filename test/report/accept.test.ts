import { expect, test } from '@jest/globals';
import { acceptCommand, acceptFlags } from '../../src/report/accept.ts';
import { renderReport } from '../../src/report/formats.ts';
import { markdownComment } from '../../src/report/markdown/markdown-finding.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { findings, range, reportWith, sampleReport } from './sample-report.ts';
import { sampleRules } from './sample-rules.ts';

test('wherever a finding is shown there is the command that accepts it, with what finds it again', async () => {
  const context = { rules: sampleRules, now: 0 };
  const shown: (readonly [string, string])[] = [];
  // What people read; the others are for machines.
  for (const name of ['markdown', 'sarif', 'html', 'junit', 'sast', 'secret-detection'] as const)
    shown.push([name, await renderReport(name, sampleReport, context)]);
  const terminal = renderTerminal(sampleReport, { colour: false, width: 80 });
  for (const finding of findings) {
    const command = acceptCommand(finding, '');
    expect(command).toBe(`gitops-gate ignore ${finding.fingerprint.slice(0, 12)} --reason "…" --until …`);
    for (const text of [terminal, markdownComment(finding, {})]) expect(text).toContain(command);
    for (const [name, text] of shown) {
      if (name === 'sast' || name === 'secret-detection') continue;
      expect([name, text.replaceAll('\\"', '"').replaceAll('&quot;', '"').includes(command)]).toEqual([name, true]);
    }
  }
  for (const [name, text] of shown)
    if (name === 'sast' || name === 'secret-detection') expect(text).toContain('gitops-gate ignore ');
});

test('an audit, what is staged and what was pushed are looked for where they are', () => {
  const { head = '', before = '' } = range;
  expect(acceptFlags(reportWith())).toBe('');
  expect(acceptFlags(reportWith({}, { command: 'audit' }))).toBe(' --audit');
  expect(acceptFlags(reportWith({}, { range: { ...range, kind: 'staged', head: undefined } }))).toBe(' --staged');
  const pushed = acceptFlags(reportWith({}, { range: { ...range, kind: 'push' } }));
  expect(pushed).toBe(` --base ${before.slice(0, 7)} --head ${head.slice(0, 7)}`);
});
