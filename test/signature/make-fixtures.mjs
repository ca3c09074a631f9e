// Makes fixtures/cases.json with the real gpg, ssh-keygen, openssl and git, and with craft.mjs for what these refuse to make.
// Run: node test/signature/make-fixtures.mjs. Each run makes new keys; nothing secret is written with the fixtures.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtures } from './cases.mjs';

const home = mkdtempSync(join(tmpdir(), 'signature-fixtures-'));
const gnupg = join(home, 'gnupg');
mkdirSync(gnupg, { mode: 0o700 });

/** `2026-01-01` as gpg's fixed clock. */
const clock = (day) => `${day.replaceAll('-', '')}T000000!`;

function gpg(args, { input = '', day = '2026-01-01' } = {}) {
  const options = ['--homedir', gnupg, '--batch', '--yes', '--no-tty', '--quiet', '--faked-system-time', clock(day)];
  return execFileSync('gpg', [...options, '--passphrase', '', '--pinentry-mode', 'loopback', ...args], {
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** Interactive commands of gpg, each answer a line. */
function converse(args, answers, day = '2026-01-01') {
  const options = [
    '--homedir',
    gnupg,
    '--no-tty',
    '--yes',
    '--faked-system-time',
    clock(day),
    '--command-fd',
    '0',
    '--status-fd',
    '2',
  ];
  return execFileSync('gpg', [...options, '--passphrase', '', '--pinentry-mode', 'loopback', ...args], {
    input: `${answers.join('\n')}\n`,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

const tools = {
  /** A new key; its full fingerprint. */
  key(user, algorithm, { usage = 'sign', expires = 'never', day = '2024-01-01' } = {}) {
    gpg(['--quick-gen-key', user, algorithm, usage, expires], { day });
    const listing = gpg(['--with-colons', '--list-keys', user]).toString();
    return /^fpr:+([0-9A-F]+):/m.exec(listing)[1];
  },
  subkey(fingerprint, algorithm, { usage = 'sign', expires = 'never', day = '2024-01-02' } = {}) {
    gpg(['--quick-add-key', fingerprint, algorithm, usage, expires], { day });
    const listing = gpg(['--with-colons', '--with-subkey-fingerprint', '--list-keys', fingerprint]).toString();
    return [...listing.matchAll(/^fpr:+([0-9A-F]+):/gm)].at(-1)[1];
  },
  sign(fingerprint, data, { day = '2026-01-01', args = [] } = {}) {
    return gpg([...args, '--local-user', `${fingerprint}!`, '--armor', '--detach-sign'], {
      input: data,
      day,
    }).toString();
  },
  certificate: (fingerprint) => gpg(['--armor', '--export', fingerprint]).toString(),
  /** Reasons as gpg numbers them: 0 none, 1 compromised, 2 superseded, 3 retired. */
  revoke(fingerprint, reason, day = '2026-03-01') {
    const certificate = converse(['--armor', '--gen-revoke', fingerprint], ['y', String(reason), '', 'y'], day);
    gpg(['--import'], { input: certificate });
  },
  edit: (fingerprint, commands, day) => converse(['--edit-key', fingerprint], [...commands, 'save'], day),
  gpg,

  sshKey(name, type, bits) {
    const file = join(home, name);
    const size = bits === undefined ? [] : ['-b', String(bits)];
    execFileSync('ssh-keygen', ['-q', '-t', type, ...size, '-N', '', '-C', '', '-f', file]);
    return { file, line: readFileSync(`${file}.pub`, 'utf8').trim() };
  },
  sshSign(key, data, { namespace = 'git', digest = 'sha512' } = {}) {
    const file = join(home, 'payload');
    writeFileSync(file, data);
    rmSync(`${file}.sig`, { force: true });
    execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-O', `hashalg=${digest}`, '-n', namespace, '-f', key.file, file], {
      stdio: 'ignore',
    });
    return readFileSync(`${file}.sig`, 'utf8');
  },
  /** A certificate by ssh-keygen; its blob. */
  sshCertify(authority, key, args) {
    execFileSync('ssh-keygen', ['-q', '-s', authority.file, '-I', 'id', ...args, `${key.file}.pub`], {
      env: { ...process.env, TZ: 'UTC' },
    });
    return Buffer.from(readFileSync(`${key.file}-cert.pub`, 'utf8').split(' ')[1], 'base64');
  },
  openssl: (args, input) => execFileSync('openssl', args, { input, stdio: ['pipe', 'pipe', 'ignore'] }),
  /** What git itself makes: a signed commit or tag in a new repository of the given object format. */
  git(format, kind, signing) {
    const directory = mkdtempSync(join(home, 'repository-'));
    const env = {
      ...process.env,
      GNUPGHOME: gnupg,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_DATE: '1767225600 +0000',
      GIT_COMMITTER_DATE: '1767225600 +0000',
    };
    const git = (...args) =>
      execFileSync('git', ['-C', directory, ...args], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    git('init', '-q', `--object-format=${format}`);
    // git's gpg must believe that it is 2026-01-01 as well.
    const program = join(home, 'gpg-then');
    writeFileSync(
      program,
      `#!/bin/sh\nexec gpg --batch --quiet --pinentry-mode loopback --passphrase '' --faked-system-time '${clock('2026-01-01')}' "$@"\n`,
      { mode: 0o755 },
    );
    const options = {
      'gpg.program': program,
      'user.name': 'Alice Example',
      'user.email': 'alice@example.com',
      ...signing,
    };
    for (const [name, value] of Object.entries(options)) git('config', name, value);
    git('commit', '-q', '--allow-empty', kind === 'tag' ? '--no-gpg-sign' : '-S', '-m', 'Change a role');
    if (kind === 'commit') return git('cat-file', 'commit', 'HEAD');
    git('tag', '-s', '-m', 'Release 1.0', 'v1.0');
    return git('cat-file', 'tag', 'v1.0');
  },
  home,
  gnupg,
};

const made = fixtures(tools);
const text = JSON.stringify(
  made,
  (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value),
  1,
);
writeFileSync(join(import.meta.dirname, 'fixtures/cases.json'), `${text}\n`);
execFileSync('gpgconf', ['--homedir', gnupg, '--kill', 'all']);
rmSync(home, { recursive: true });
console.log(`${made.cases.length} cases, ${text.length} bytes`);
