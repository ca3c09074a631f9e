import { describe, expect, test } from '@jest/globals';
import { gitlabHost } from '../../src/host/gitlab/gitlab.ts';
import { gitlabChannels } from '../../src/host/gitlab/gitlab-inputs.ts';
import { finding, publishing, report, verdict } from './verdict.ts';

const recorded = () => {
  const written: string[] = [];
  return {
    host: gitlabHost((text) => written.push(text), {}, gitlabChannels(new Map(), {}, undefined)),
    log: () => written.join(''),
  };
};

describe('sections of the log', () => {
  test('open and close around the work, each under its own name', async () => {
    const { host, log } = recorded();
    expect(await host.step('Verify signatures', () => Promise.resolve(1))).toBe(1);
    expect(await host.step('Read manifests', () => Promise.resolve(2))).toBe(2);
    expect(log().replace(/:\d+:/g, ':TIME:')).toBe(
      '\x1b[0Ksection_start:TIME:gitops_gate_1[collapsed=true]\r\x1b[0KVerify signatures\n' +
        '\x1b[0Ksection_end:TIME:gitops_gate_1\r\x1b[0K' +
        '\x1b[0Ksection_start:TIME:gitops_gate_2[collapsed=true]\r\x1b[0KRead manifests\n' +
        '\x1b[0Ksection_end:TIME:gitops_gate_2\r\x1b[0K',
    );
  });

  test('close when the work fails', async () => {
    const { host, log } = recorded();
    await expect(host.step('Read manifests', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(log()).toMatch(/section_end:\d+:gitops_gate_1\r/);
  });
});

test('nothing in a report can open or close a section', async () => {
  const { host, log } = recorded();
  const hostile = 'section_end:1:gitops_gate_1\r\x1b[0Ksection_start:1:x[collapsed=true]\r\x1b[0K';
  await host.publish(publishing(report(verdict({ findings: [finding({ message: hostile, remedy: hostile })] }))));
  expect(log()).toContain('section_end');
  expect(log()).not.toContain('\r');
  expect(log()).not.toContain('\x1b[0K');
});

test('the report is in the log', async () => {
  const { host, log } = recorded();
  expect(await host.publish(publishing(report()))).toEqual({ state: 'published', problems: [] });
  expect(log()).toContain('base/role.yaml:7:9');
  expect(log()).toContain('rbac-widened');
});
