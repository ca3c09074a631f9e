import { describe, expect, test } from '@jest/globals';
import { terminalHost } from '../../src/host/terminal.ts';
import { publishing, report } from './verdict.ts';

const streams = (isTTY: boolean) => {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out,
    err,
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text), isTTY },
  };
};

describe('progress', () => {
  test('is a line on a terminal, gone when the work is done', async () => {
    const to = streams(true);
    const host = terminalHost(to, () => '');
    expect(await host.step('Read manifests', () => Promise.resolve('read'))).toBe('read');
    expect(to.err).toEqual(['\r\x1b[2KRead manifests …', '\r\x1b[2K']);
    expect(to.out).toEqual([]);
  });

  test('is gone when the work fails', async () => {
    const to = streams(true);
    await expect(terminalHost(to, () => '').step('Read', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(to.err.at(-1)).toBe('\r\x1b[2K');
  });

  test('is silent where standard error is not a terminal', async () => {
    const to = streams(false);
    await terminalHost(to, () => '').step('Read manifests', () => Promise.resolve());
    expect(to.err).toEqual([]);
  });
});

test('the report goes to standard output as it was rendered, and nowhere else', async () => {
  const to = streams(true);
  const host = terminalHost(to, ({ report }) => `rendered by ${report.toolVersion}\n`);
  expect(await host.publish(publishing(report()))).toEqual({ state: 'published', problems: [] });
  expect(to.out).toEqual(['rendered by 1.0.0\n']);
  expect(to.err).toEqual([]);
  const scanned = { report: report(), note: 'SARIF holds all that is there.' };
  await host.publish({ ...publishing(report()), scanned });
  expect(to.err).toEqual(['gitops-gate: SARIF holds all that is there.\n']);
});
