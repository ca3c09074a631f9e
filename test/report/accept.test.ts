import { expect, test } from '@jest/globals';
import { acceptCommand, acceptFlags } from '../../src/report/accept.ts';
import { renderReport } from '../../src/report/formats.ts';
import { markdownComment } from '../../src/report/markdown/markdown-finding.ts';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { findings, range, reportWith, run, sampleReport } from './sample-report.ts';
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

test('a policy in a folder of its own is named to every command, and is one word to a shell', async () => {
  const flags = (folder: string) => acceptFlags(reportWith({}, { run: { ...run, policy: { folder } } }));
  expect(flags('.gitops-gate')).toBe('');
  expect(flags('infra/gate')).toBe(' --policy-path infra/gate');
  expect(flags("a b'$(id)")).toBe(" --policy-path 'a b'\\''$(id)'");
  expect(flags('-x')).toBe(" --policy-path '-x'");
  expect(acceptFlags(reportWith({}, { command: 'audit', run: { ...run, policy: { folder: 'gate' } } }))).toBe(
    ' --audit --policy-path gate',
  );
  const report = reportWith({}, { run: { ...run, policy: { folder: 'infra/gate' } } });
  for (const name of ['markdown', 'sarif', 'html', 'junit', 'sast', 'secret-detection'] as const)
    expect(await renderReport(name, report, { rules: sampleRules, now: 0 })).toContain(' --policy-path infra/gate ');
  expect(renderTerminal(report, { colour: false, width: 80 })).toContain(' --policy-path infra/gate ');
});

test('what goes into another branch than the usual default ones is compared with its own base', () => {
  const [{ target = '' }, kind] = [range, 'request'] as const;
  const flags = (branch: string | undefined) => acceptFlags(reportWith({}, { range: { ...range, kind, branch } }));
  expect(['main', 'master', 'release/1', undefined].map(flags)).toEqual([
    '',
    '',
    ` --base ${target.slice(0, 7)}`,
    ` --base ${target.slice(0, 7)}`,
  ]);
});

test('an audit, what is staged and what was pushed are looked for where they are', () => {
  const { head = '', before = '' } = range;
  expect(acceptFlags(reportWith())).toBe('');
  expect(acceptFlags(reportWith({}, { command: 'audit' }))).toBe(' --audit');
  expect(acceptFlags(reportWith({}, { range: { ...range, kind: 'staged', head: undefined } }))).toBe(' --staged');
  const pushed = acceptFlags(reportWith({}, { range: { ...range, kind: 'push' } }));
  expect(pushed).toBe(` --base ${before.slice(0, 7)} --head ${head.slice(0, 7)}`);
});
