import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary, type TemporaryRepository } from '../git/temporary-repository.ts';
import { ecsProblems } from '../report/ecs-validator.ts';
import { ocsfProblems } from '../report/ocsf-validator.ts';
import { commitRaw, gate, maintainer, signedBy, stranger, trustingRepository } from './program.ts';

afterAll(removeTemporary);

/** Verifies the last commit by a folder that holds `files`; its commit is the maintainer's, whoever signs it. */
async function verifyBy(files: Readonly<Record<string, string>>, signer = stranger) {
  const repository = trustingRepository();
  repository.write('a', '1\n');
  commitRaw(repository, signedBy(signer));
  const folder = writeFolder(repository, files);
  return await gate(repository.directory, 'verify', '--trust', folder, 'HEAD~1..HEAD');
}

function writeFolder(repository: TemporaryRepository, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) repository.write(`elsewhere/${path}`, text);
  return join(repository.directory, 'elsewhere');
}

const strangersKey = stranger.allowedSigner.split(' ').slice(-2).join(' ');

test('a folder without a policy: the keys alone', async () => {
  expect(await verifyBy({ allowed_signers: `${maintainer.allowedSigner}\n` }, maintainer)).toMatchObject({ code: 0 });
  const byStranger = await verifyBy({ allowed_signers: `${stranger.allowedSigner}\n` });
  expect(byStranger).toMatchObject({ code: 1, stdout: expect.stringContaining('wrong-identity') });
});

test('what the folder’s policy says of its signers holds', async () => {
  const policy = 'version: 1\nsignatures:\n  signers:\n    stranger@example.com: { emails: [ada@example.com] }\n';
  const files = { allowed_signers: `stranger@example.com ${strangersKey}\n`, 'policy.yaml': policy };
  expect(await verifyBy(files)).toMatchObject({ code: 0 });
});

test('a broken policy is named with its place', async () => {
  const files = { allowed_signers: `${maintainer.allowedSigner}\n`, 'policy.yaml': 'version: 1\nsignature: {}\n' };
  const run = await verifyBy(files, maintainer);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('elsewhere/policy.yaml:2:');
});

test('a key that cannot be read is named, also where all signatures are good', async () => {
  const files = { allowed_signers: `${maintainer.allowedSigner}\n`, 'keys/x.asc': 'no key\n' };
  const run = await verifyBy(files, maintainer);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('keys/x.asc');
});

test('names alongside full ids: branches, tags and single commits', async () => {
  const repository = trustingRepository();
  repository.write('a', '1\n');
  const id = commitRaw(repository);
  repository.git('tag', 'v1');
  const trust = writeFolder(repository, { allowed_signers: `${maintainer.allowedSigner}\n` });
  for (const names of [['main..change'], ['main..'], ['v1'], [id], [`${id}~1..${id}`], ['main..v1', 'v1']]) {
    const run = await gate(repository.directory, 'verify', '--trust', trust, '--format', 'json', ...names);
    expect([
      names,
      run.code,
      (JSON.parse(run.stdout) as { commits: { sha: string }[] }).commits.map((c) => c.sha),
    ]).toEqual([names, 0, [id]]);
  }
  const run = await gate(repository.directory, 'verify', '--trust', trust, `${'1'.repeat(40)}..${id}`);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('1'.repeat(40)) });
});

test('the verification as an event: by whom, by which keys, of what, and what came of it', async () => {
  const repository = trustingRepository();
  repository.write('a', '1\n');
  const id = commitRaw(repository, signedBy(stranger));
  const { code, stdout } = await gate(repository.directory, 'verify', '--format', 'ocsf', 'main..change');
  expect(code).toBe(1);
  const event = JSON.parse(stdout);
  expect(ocsfProblems(event)).toEqual([]);
  const listing = repository.git('ls-tree', '-r', '-z', 'main', '.gitops-gate/');
  expect(event).toMatchObject({
    class_uid: 6007,
    status_code: 'blocked',
    message: 'Blocked: 0 of 1 commit accepted: 1 untrusted.',
    num_detections: 1,
    policy: { name: '.gitops-gate', uid: createHash('sha256').update(listing).digest('hex') },
    unmapped: { command: 'verify', head_sha: id, commits: [{ sha: id, state: 'untrusted', accepted: false }] },
  });
  const ecs = await gate(repository.directory, 'verify', '--format', 'ecs', 'main..change');
  expect(ecsProblems(JSON.parse(ecs.stdout))).toEqual([]);
});
