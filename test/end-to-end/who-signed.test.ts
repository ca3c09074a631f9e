import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removeTemporary, TemporaryRepository, temporaryDirectory } from '../git/temporary-repository.ts';
import { areInstalled } from '../installed.ts';
import { gate } from './program.ts';

/** Gate changes signed with the real gpg and ssh-keygen, by people who are not who their addresses say. */

const home = temporaryDirectory();
const gnupg = join(home, 'gnupg');
const policyFile = '.gitops-gate/policy.yaml';
const allowedSigners = '.gitops-gate/allowed_signers';
const tight = 'version: 1\nfailOn: high\n';
const admins = (...keys: string[]) =>
  `signatures:\n  signers:\n${keys.map((key) => `    "${key}": { name: Ana, roles: [admin] }\n`).join('')}`;

beforeAll(() => {
  mkdirSync(gnupg, { mode: 0o700 });
});

const canSign = areInstalled('gpg', 'gpgconf', 'ssh-keygen');
const [describeSigned, testSigned] = canSign ? [describe, test] : [describe.skip, test.skip];

afterAll(() => {
  if (canSign) tool('gpgconf', ['--homedir', gnupg, '--kill', 'gpg-agent']);
  removeTemporary();
});

function tool(command: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const gpg = (...args: string[]) =>
  tool('gpg', [
    '--homedir',
    gnupg,
    '--batch',
    '--yes',
    '--quiet',
    '--passphrase',
    '',
    '--pinentry-mode',
    'loopback',
    ...args,
  ]);

/** How a person signs: git's configuration, and the commits' addresses. */
interface Person {
  readonly email: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** An SSH key of its own; `line` is `type base64`, `fingerprint` is `SHA256:…`. */
function sshKey(name: string): { file: string; line: string; fingerprint: string } {
  const file = join(home, name);
  // Where the tests are skipped they are named all the same, and some names are made along with keys.
  if (!canSign) return { file, line: '', fingerprint: '' };
  tool('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file]);
  const fingerprint = tool('ssh-keygen', ['-l', '-f', `${file}.pub`]).split(' ')[1] ?? '';
  return { file, line: readFileSync(`${file}.pub`, 'utf8').trim(), fingerprint };
}

const sshPerson = (email: string, file: string): Person => ({
  email,
  settings: { 'gpg.format': 'ssh', 'user.signingKey': file },
});

/** An OpenPGP key with these user ids, the first one its primary. */
function openpgpKey(...users: string[]): { fingerprint: string; armor: string } {
  const [first = '', ...more] = users;
  gpg('--quick-gen-key', first, 'ed25519', 'sign', 'never');
  const fingerprint = /^fpr:+([0-9A-F]+):/m.exec(gpg('--with-colons', '--list-keys', `=${first}`))?.[1] ?? '';
  for (const user of more) gpg('--quick-add-uid', fingerprint, user);
  return { fingerprint, armor: gpg('--export', '--armor', fingerprint) };
}

const openpgpPerson = (email: string, fingerprint: string): Person => ({
  email,
  settings: { 'gpg.format': 'openpgp', 'user.signingKey': `${fingerprint}!` },
});

function begin(files: Readonly<Record<string, string>>): TemporaryRepository {
  const repository = TemporaryRepository.create({}, { GNUPGHOME: gnupg });
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  repository.commit('Begin');
  return repository.switch('change', 'main');
}

/** Commits the work tree as `person`, signed by git itself. */
function commitAs(repository: TemporaryRepository, person: Person, message = 'Change'): string {
  repository.git('add', '--all');
  const settings = Object.entries(person.settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const names = ['-c', 'user.name=Ana', '-c', `user.email=${person.email}`];
  const who = [`GIT_AUTHOR_EMAIL=${person.email}`, `GIT_COMMITTER_EMAIL=${person.email}`, `GNUPGHOME=${gnupg}`];
  tool('env', [
    ...who,
    ...gitEnvironment,
    'git',
    '-C',
    repository.directory,
    ...settings,
    ...names,
    'commit',
    '-q',
    '-S',
    '--allow-empty',
    '-m',
    message,
  ]);
  return repository.head();
}

const gitEnvironment = [
  'GIT_CONFIG_NOSYSTEM=1',
  'GIT_CONFIG_GLOBAL=/dev/null',
  'GIT_AUTHOR_NAME=Ana',
  'GIT_COMMITTER_NAME=Ana',
];

/** What the gate says of `change` against `main`: signature findings, and those of the gate itself. */
async function judged(repository: TemporaryRepository): Promise<readonly string[]> {
  const run = await gate(repository.directory, 'check', '--base', 'main', '--head', 'change', '--format', 'json');
  if (run.code === 3 || run.findings === undefined) throw new Error(run.stderr);
  return run.findings.map(({ rule, severity, message }) => `${severity} ${rule} ${message}`);
}

const weakened = expect.stringContaining('high gate-changed');

describeSigned('a claimed address takes nobody’s role', () => {
  test('not through a line of allowed_signers with a pattern', async () => {
    const [ana, mallory] = [sshKey('glob-ana'), sshKey('glob-mallory')];
    const repository = begin({
      [policyFile]: tight + admins('ana@example.org'),
      [allowedSigners]: `ana@example.org ${ana.line}\n*@example.org ${mallory.line}\n`,
    });
    repository.write(policyFile, `version: 1\nfailOn: never\n${admins('ana@example.org')}`);
    commitAs(repository, sshPerson('ana@example.org', mallory.file));
    expect(await judged(repository)).toEqual([weakened]);
    repository.git('reset', '--quiet', '--soft', 'main');
    commitAs(repository, sshPerson('ana@example.org', ana.file));
    expect(await judged(repository)).toEqual([]);
  });

  test('not through a certificate of an authority for a pattern', async () => {
    const [authority, mallory] = [sshKey('ca'), sshKey('ca-mallory')];
    tool('ssh-keygen', ['-q', '-s', authority.file, '-I', 'x', '-n', 'ana@example.org', `${mallory.file}.pub`]);
    const signer = sshPerson('ana@example.org', `${mallory.file}-cert.pub`);
    const judgedWith = async (principals: string, key = 'ana@example.org') => {
      const line = `${principals} cert-authority ${authority.line}\n`;
      const repository = begin({ [policyFile]: tight + admins(key), [allowedSigners]: line });
      repository.write(policyFile, `version: 1\nfailOn: never\n${admins(key)}`);
      commitAs(repository, signer);
      return await judged(repository);
    };
    expect(await judgedWith('*@example.org')).toEqual([weakened]);
    expect(await judgedWith('an?@example.org,bob@example.org')).toEqual([weakened]);
    // The certificate must be for the literal principal, and its own key may be named.
    expect(await judgedWith('ana@example.org')).toEqual([]);
    expect(await judgedWith('*@example.org', mallory.fingerprint)).toEqual([]);
  });

  test('not through a second user id of an OpenPGP key', async () => {
    const ana = openpgpKey('Ana <ana@example.org>');
    const mallory = openpgpKey('Mallory <mallory@example.org>', 'Ana Too <ANA@example.org>');
    const keys = { '.gitops-gate/keys/mallory.asc': mallory.armor };
    const judgedBy = async (person: Person, key: string, files: Readonly<Record<string, string>>) => {
      const repository = begin({ [policyFile]: tight + admins(key), ...files });
      repository.write(policyFile, `version: 1\nfailOn: never\n${admins(key)}`);
      commitAs(repository, person);
      return await judged(repository);
    };
    const asAna = openpgpPerson('ana@example.org', mallory.fingerprint);
    expect(await judgedBy(asAna, 'ana@example.org', keys)).toEqual([weakened]);
    expect(await judgedBy(openpgpPerson('mallory@example.org', mallory.fingerprint), 'ana@example.org', keys)).toEqual([
      weakened,
    ]);
    const both = { ...keys, '.gitops-gate/keys/ana.asc': ana.armor };
    expect(await judgedBy(asAna, ana.fingerprint, both)).toEqual([weakened]);
    expect(await judgedBy(openpgpPerson('ana@example.org', ana.fingerprint), ana.fingerprint, both)).toEqual([]);
    // Alone with it, a key that gives one address goes by that address.
    const alone = { '.gitops-gate/keys/ana.asc': ana.armor };
    expect(await judgedBy(openpgpPerson('ana@example.org', ana.fingerprint), 'ana@example.org', alone)).toEqual([]);
    // Where two keys give it, it is nobody's.
    expect(await judgedBy(openpgpPerson('ana@example.org', ana.fingerprint), 'ana@example.org', both)).toEqual([
      weakened,
    ]);
  });

  test('nor does it meet a demand for a signer', async () => {
    const mallory = sshKey('demand-mallory');
    const policy = `${tight}signatures:\n  require:\n    - { paths: ["prod/**"], signers: [ana@example.org] }\n`;
    const repository = begin({ [policyFile]: policy, [allowedSigners]: `*@example.org ${mallory.line}\n` });
    repository.write('prod/a.yaml', 'a: 1\n');
    commitAs(repository, sshPerson('ana@example.org', mallory.file));
    expect(await judged(repository)).toEqual([expect.stringContaining('high untrusted-signer')]);
  });
});

describeSigned('an admin answers for a file of the gate', () => {
  const [ana, bob] = [sshKey('file-ana'), sshKey('file-bob')];
  const [asAna, asBob] = [sshPerson('ana@example.org', ana.file), sshPerson('bob@example.org', bob.file)];
  const files = {
    [policyFile]: tight + admins('ana@example.org'),
    [allowedSigners]: `ana@example.org ${ana.line}\nbob@example.org ${bob.line}\n`,
  };
  const loose = files[policyFile].replace('high', 'never');
  const medium = files[policyFile].replace('high', 'critical');

  test('whose last commit in the change she signed, whoever touched it before', async () => {
    const repository = begin(files);
    repository.write(policyFile, loose);
    commitAs(repository, asBob);
    repository.write(policyFile, medium);
    commitAs(repository, asAna);
    expect(await judged(repository)).toEqual([]);
    repository.write('apps/a.txt', 'a\n');
    commitAs(repository, asBob);
    expect(await judged(repository)).toEqual([]);
  });

  test('not when somebody changes it after her', async () => {
    const repository = begin(files);
    repository.write(policyFile, medium);
    commitAs(repository, asAna);
    repository.write(policyFile, loose);
    commitAs(repository, asBob);
    expect(await judged(repository)).toEqual([weakened]);
  });

  test('not when a merge takes up her older state', async () => {
    const repository = begin(files);
    repository.write(policyFile, loose);
    const older = commitAs(repository, asAna);
    repository.write(policyFile, medium);
    const newer = commitAs(repository, asAna);
    repository.git('checkout', '--quiet', '-B', 'change', older);
    repository.write('apps/a.txt', 'a\n');
    commitAs(repository, asBob);
    repository.git('merge', '--quiet', '--no-commit', '--strategy=ours', newer);
    commitAs(repository, asBob, 'Merge');
    expect(await judged(repository)).toEqual([weakened]);
  });

  test('not when the merge with the target makes another file of it', async () => {
    const lines = (failOn: string, version: string) =>
      `version: 1\nfailOn: ${failOn}\n# a\n# b\n# c\n# d\n# e\n# f\nkubernetesVersion: "${version}"\n${admins('ana@example.org')}`;
    const repository = begin({ ...files, [policyFile]: lines('high', '1.30') });
    repository.write(policyFile, lines('never', '1.30'));
    commitAs(repository, asAna);
    repository.switch('main');
    repository.write(policyFile, lines('high', '1.34'));
    repository.commit('Meanwhile');
    expect(await judged(repository)).toEqual([weakened]);
  });

  test('and a merge of the target into the change takes nothing from that', async () => {
    const repository = begin(files);
    repository.write(policyFile, loose);
    commitAs(repository, asAna);
    repository.switch('main');
    repository.write('.gitops-gate/revoked', `${'A'.repeat(40)}\n`);
    repository.commit('Meanwhile');
    repository.switch('change');
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'main');
    commitAs(repository, asBob, 'Merge');
    expect(await judged(repository)).toEqual([]);
  });

  test('not for a workflow that she moves and somebody else then edits', async () => {
    const workflow =
      'on: [pull_request_target]\njobs:\n  gate:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: gitops-gate/gitops-gate@v1\n';
    const repository = begin({ ...files, '.github/workflows/gate.yml': workflow });
    repository.git('mv', '.github/workflows/gate.yml', '.github/workflows/checks.yml');
    commitAs(repository, asAna);
    expect(await judged(repository)).toEqual([]);
    repository.write('.github/workflows/checks.yml', `${workflow}        with: { fail-on: never }\n`);
    commitAs(repository, asBob);
    expect(await judged(repository)).toEqual([weakened]);
  });
});

describeSigned('while the base names no admin', () => {
  const [ana, bob] = [sshKey('first-ana'), sshKey('first-bob')];
  const [asAna, asBob] = [sshPerson('ana@example.org', ana.file), sshPerson('bob@example.org', bob.file)];
  const anaLine = `ana@example.org ${ana.line}\n`;
  const both = `${anaLine}bob@example.org ${bob.line}\n`;

  test('who holds a trusted key may add a second one and name the first admin; nobody else may', async () => {
    const repository = begin({ [policyFile]: tight, [allowedSigners]: anaLine });
    repository.write(allowedSigners, both);
    repository.write(policyFile, tight + admins('ana@example.org'));
    commitAs(repository, asAna);
    expect(await judged(repository)).toEqual([
      expect.stringContaining('medium gate-changed'),
      expect.stringContaining('medium gate-changed'),
    ]);
    repository.write(allowedSigners, `${both}# more\n`);
    commitAs(repository, asBob);
    expect(await judged(repository)).toContainEqual(
      expect.stringMatching(/high gate-changed .*allowed_signers weakens/),
    );
  });

  test('a broken policy is none that names no admin', async () => {
    const repository = begin({ [policyFile]: `failOn: [\n${admins('bob@example.org')}`, [allowedSigners]: both });
    repository.write(policyFile, `version: 1\nfailOn: never\n${admins('ana@example.org')}`);
    commitAs(repository, asAna);
    expect(await judged(repository)).toContainEqual(weakened);
  });
});

describeSigned('an admin’s key', () => {
  const [ana, bob, other] = [sshKey('key-ana'), sshKey('key-bob'), sshKey('key-other')];
  const [asAna, asBob] = [sshPerson('ana@example.org', ana.file), sshPerson('bob@example.org', bob.file)];
  const anaLine = `ana@example.org ${ana.line}\n`;
  const bobLine = `bob@example.org ${bob.line}\n`;
  const base = {
    [policyFile]: tight + admins('ana@example.org', 'SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU'),
    [allowedSigners]: anaLine + bobLine,
    '.gitops-gate/revoked': '# none\n',
  };
  const alter = async (files: Readonly<Record<string, string>>, person: Person) => {
    const repository = begin(base);
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    commitAs(repository, person);
    return await judged(repository);
  };

  test.each<[string, Readonly<Record<string, string>>]>([
    ['taken away', { [allowedSigners]: bobLine }],
    ['replaced', { [allowedSigners]: `ana@example.org ${other.line}\n${bobLine}` }],
    ['kept for another name', { [allowedSigners]: `ana2@example.org ${ana.line}\n${bobLine}` }],
    ['kept for another purpose', { [allowedSigners]: anaLine.replace(' ', ' namespaces="file" ') + bobLine }],
    ['kept until yesterday', { [allowedSigners]: anaLine.replace(' ', ' valid-before="20200101Z" ') + bobLine }],
    ['revoked', { '.gitops-gate/revoked': `${ana.fingerprint}\n` }],
    ['no longer an admin’s', { [policyFile]: tight + admins('ana@example.org').replace('[admin]', '[]') }],
  ])('may not be %s by somebody else', async (_, files) => {
    expect(await alter(files, asBob)).toContainEqual(weakened);
    expect(await alter(files, asAna)).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['another order', { [allowedSigners]: bobLine + anaLine }],
    ['its purpose written out', { [allowedSigners]: anaLine.replace(' ', ' namespaces="git" ') + bobLine }],
    ['somebody else’s key taken away', { [allowedSigners]: anaLine }],
    ['somebody else’s key revoked', { '.gitops-gate/revoked': `${bob.fingerprint}\n` }],
  ])('is left alone by %s', async (_, files) => {
    expect(await alter(files, asBob)).toEqual([expect.stringContaining('medium gate-changed')]);
  });

  test('of OpenPGP may not be taken away by somebody else', async () => {
    const key = openpgpKey('Carl <carl@example.org>');
    const repository = begin({
      ...base,
      [policyFile]: tight + admins(key.fingerprint),
      '.gitops-gate/keys/carl.asc': key.armor,
    });
    repository.remove('.gitops-gate/keys/carl.asc');
    commitAs(repository, asBob);
    expect(await judged(repository)).toContainEqual(expect.stringContaining('an admin’s OpenPGP certificate'));
  });
});

testSigned('addresses compare without case, as forges compare them', async () => {
  const key = sshKey('case');
  const repository = begin({
    [allowedSigners]: `Ana.Lee@Example.org ${key.line}\n`,
    [policyFile]: tight + admins('ana.lee@example.ORG'),
  });
  repository.write(policyFile, `version: 1\nfailOn: never\n${admins('ana.lee@example.ORG')}`);
  commitAs(repository, sshPerson('ana.lee@example.org', key.file));
  expect(await judged(repository)).toEqual([]);
  const negated = begin({ [allowedSigners]: `!Mallory@example.org,*@example.org ${key.line}\n` });
  negated.write('a', 'a\n');
  commitAs(negated, sshPerson('mallory@EXAMPLE.org', key.file));
  expect(await judged(negated)).toEqual([expect.stringContaining('untrusted-signer')]);
});
