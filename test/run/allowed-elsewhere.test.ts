import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import { withAllowedElsewhere } from '../../src/run/allowed-elsewhere.ts';
import { finding, reportWith } from '../report/sample-report.ts';
import { type Folder, folderOfFiles, memoryRepository } from '../rules/memory-repository.ts';

const secret = (file: string, line: number, over: Partial<Finding> = {}): Finding => ({
  ...finding('plaintext-secret', 'critical', { message: 'A password.', position: { file, line, column: 1 } }),
  ...over,
});

/** The notes that are added for the secrets found, over the files before and after. */
async function notes(findings: readonly Finding[], after: Readonly<Record<string, string>>, before = after) {
  const [old, fresh]: [Folder, Folder] = [folderOfFiles(before), folderOfFiles(after)];
  const { verdict } = reportWith({ findings, notes: ['a note'] });
  const found = await withAllowedElsewhere(
    memoryRepository(old, fresh),
    { before: old.tree, after: fresh.tree },
    verdict,
  );
  expect({ ...found, notes: [] }).toEqual({ ...verdict, notes: [] });
  expect(found.notes[0]).toBe('a note');
  return found.notes.slice(1);
}

const passes = (path: string, tool: string, count: number) =>
  `${path} lets ${tool} pass over ${count} of the places with secrets; the gate does not follow it. Entries to review: gitops-gate ignore --import ${tool} ${path} --reason "…" --until …`;
const comments = (count: number) =>
  `Comments in the line let other scanners pass over ${count} of the places with secrets; the gate does not follow them. Accept a finding by its fingerprint: gitops-gate ignore.`;

describe('lists of other scanners', () => {
  const files = { 'a.yaml': 'x: 1\npassword: abc\n', 'b.yaml': 'password: abc\n' };
  const ignored = '# c\na.yaml:generic-api-key:2\n';
  const config = "[allowlist]\npaths = ['''^b\\.yaml$''']\n";
  const baseline = JSON.stringify({
    results: { 'b.yaml': [{ filename: 'b.yaml', line_number: 1, hashed_secret: 'x' }] },
  });

  test('are named with how many of the secrets they let pass', async () => {
    const lists = { '.gitleaksignore': ignored, '.gitleaks.toml': config, '.secrets.baseline': baseline };
    expect(await notes([secret('a.yaml', 2), secret('b.yaml', 1)], { ...files, ...lists })).toEqual([
      passes('.gitleaksignore', 'gitleaks', 1),
      passes('.gitleaks.toml', 'gitleaks', 1),
      passes('.secrets.baseline', 'detect-secrets', 1),
    ]);
  });

  test('count each place of a secret', async () => {
    const places = [
      { file: 'b.yaml', line: 1, column: 1 },
      { file: 'c.yaml', line: 9, column: 1 },
    ];
    const all = { ...files, '.gitleaksignore': 'a.yaml:x:2\nb.yaml:x:1\n' };
    expect(await notes([secret('a.yaml', 2, { places })], all)).toEqual([passes('.gitleaksignore', 'gitleaks', 2)]);
  });

  test('are those of the base, and of an audit those that are there', async () => {
    const withList = { ...files, '.gitleaksignore': ignored };
    const found = [secret('a.yaml', 2)];
    expect(await notes(found, withList, files)).toEqual([]);
    expect(await notes(found, files, withList)).toEqual([passes('.gitleaksignore', 'gitleaks', 1)]);
    expect(await notes(found, withList, {})).toEqual([passes('.gitleaksignore', 'gitleaks', 1)]);
  });

  test('say nothing where they name no secret, are broken, too large or below a folder', async () => {
    const found = [secret('a.yaml', 2)];
    for (const list of [
      { '.gitleaksignore': 'a.yaml:x:1\n' },
      { '.secrets.baseline': '{' },
      { '.gitleaks.toml': '[' },
      { '.gitleaksignore': `${ignored}${'#'.repeat(1024 * 1024)}` },
      { 'sub/.gitleaksignore': ignored },
    ])
      expect(await notes(found, { ...files, ...list })).toEqual([]);
  });

  test('are about values alone', async () => {
    const all = { ...files, '.gitleaksignore': ignored };
    const place = { position: { file: 'a.yaml', line: 2, column: 1 } };
    expect(await notes([finding('rbac-widened', 'high', { message: 'm', ...place })], all)).toEqual([]);
    for (const rule of ['placeholder-secret', 'secret-protection-lost'] as const)
      expect(await notes([finding(rule, 'high', { message: 'm', ...place })], all)).toHaveLength(1);
    expect(await notes([], all)).toEqual([]);
  });
});

describe('comments in the line', () => {
  const text = 'a: 1\npassword: abc # gitleaks:allow\nb: 2\n';

  test('are counted where a secret is in such a line', async () => {
    const after = { 'a.yaml': text, 'b.yaml': text };
    expect(await notes([secret('a.yaml', 2), secret('b.yaml', 1)], after)).toEqual([comments(1)]);
    expect(await notes([secret('a.yaml', 2), secret('b.yaml', 2)], after)).toEqual([comments(2)]);
    expect(await notes([secret('a.yaml', 1, { endLine: 2 })], after)).toEqual([comments(1)]);
    expect(await notes([secret('a.yaml', 3)], after)).toEqual([]);
    expect(await notes([secret('gone.yaml', 2)], after)).toEqual([]);
  });

  test('are those after the change, in files that are not too large', async () => {
    expect(await notes([secret('a.yaml', 2)], { 'a.yaml': text }, { 'a.yaml': 'x: 1\n' })).toEqual([comments(1)]);
    expect(await notes([secret('a.yaml', 2)], { 'a.yaml': 'x: 1\n' }, { 'a.yaml': text })).toEqual([]);
    const fill = 1024 * 1024 - text.length;
    expect(await notes([secret('a.yaml', 2)], { 'a.yaml': text + '#'.repeat(fill) })).toEqual([comments(1)]);
    expect(await notes([secret('a.yaml', 2)], { 'a.yaml': text + '#'.repeat(fill + 1) })).toEqual([]);
  });

  test('are looked for in the first two hundred files', async () => {
    const names = Array.from({ length: 201 }, (_, index) => `${1000 + index}.yaml`);
    const after = Object.fromEntries(names.map((name) => [name, text]));
    expect(
      await notes(
        names.map((name) => secret(name, 2)),
        after,
      ),
    ).toEqual([comments(200)]);
  });
});
