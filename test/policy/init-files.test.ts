import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { initFiles } from '../../src/policy/init-files.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { readTrustedFolder } from '../../src/policy/read-trusted-folder.ts';
import { validatePolicy } from '../../src/policy/validate-policy.ts';

const files = initFiles('.gitops-gate');
const entries = files.map(({ path, text }) => ({ path, mode: '100644', bytes: Buffer.from(text) }));
const policyText = files.find(({ path }) => path.endsWith('/policy.yaml'))?.text ?? '';

describe('the starting folder', () => {
  test('is good, says what the defaults say but only watches, and trusts no key', () => {
    const { policy, problems, files: keys } = readTrustedFolder(entries, '.gitops-gate', []);
    expect(problems).toEqual([]);
    expect(policy).toEqual({
      ...defaultPolicy,
      failOn: 'never',
      source: '.gitops-gate/policy.yaml',
      failOnStated: true,
    });
    expect([...keys.openpgp, ...keys.x509]).toEqual([]);
    for (const file of [keys.allowedSigners, keys.revoked]) {
      expect(file?.bytes.toString().split('\n')).toEqual(expect.arrayContaining([expect.stringMatching(/^# /)]));
      expect(file?.bytes.toString()).not.toMatch(/^[^#\n]/m);
    }
  });

  test.each([
    ['main', ['main']],
    ['release/2.x', ['release/2.x']],
    ['a_b.c-d', ['a_b.c-d']],
    ['no"; name', undefined],
    ['-main', undefined],
    [' main', undefined],
    ['main ', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('names the default branch %s as the one that is delivered from', (name, branches) => {
    const text = initFiles('.gitops-gate', name).find(({ path }) => path.endsWith('/policy.yaml'))?.text ?? '';
    const { policy, problems } = readPolicy(Buffer.from(text), '.gitops-gate/policy.yaml');
    expect([policy.branches, problems]).toEqual([branches, []]);
  });

  test('has comments that are good policy once they are not comments', () => {
    const uncommented = policyText
      .replace('failOn: never\n', '')
      .replace(/^( *)# ?( *)(- |[a-zA-Z-]+:(?: |$)|"[^"]+":)/gm, '$1$2$3');
    expect(uncommented).not.toBe(policyText);
    const { policy, problems } = readPolicy(Buffer.from(uncommented), '.gitops-gate/policy.yaml');
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      failOn: 'high',
      rules: new Map([
        ['placeholder-secret', 'off'],
        ['rbac-broad-subject', 'critical'],
      ]),
      rulesByScope: new Map([
        [
          'audit-lowered',
          new Map([
            ['dev', 'off'],
            ['prod', 'critical'],
          ]),
        ],
      ]),
      signatures: { signers: [{ key: 'ana@example.org' }], requirements: [{ roles: ['admin'] }] },
      clusters: [{ name: 'prod' }],
      roles: [{ name: 'acme-viewer' }],
    });
  });
});

describe('policy validate', () => {
  test('counts one problem as one', () => {
    expect(validatePolicy(Buffer.from('version: 2'), 'p.yaml', [])).toEqual({
      text: 'p.yaml:1:10: version must be 1\n  write 1\n1 problem\n',
      exitCode: 2,
    });
  });

  test('says that a good file is good', () => {
    expect(validatePolicy(Buffer.from('failOn: low'), 'p.yaml', [])).toEqual({ text: 'p.yaml: valid\n', exitCode: 0 });
  });

  test('names each problem with its place, and how to fix it', () => {
    expect(validatePolicy(Buffer.from('version: 1\nfailon: low\nrules: {x: 1}\n'), 'p.yaml', ['y'])).toEqual({
      text: [
        'p.yaml:2:1: unknown key "failon"',
        '  did you mean failOn?',
        'p.yaml:3:9: unknown rule "x"',
        '  did you mean y?',
        'p.yaml:3:12: x must be one of critical, high, medium, low, off',
        '  write one of critical, high, medium, low, off',
        '3 problems',
        '',
      ].join('\n'),
      exitCode: 2,
    });
  });
});
