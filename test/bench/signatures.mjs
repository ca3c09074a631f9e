// Times the verification of signed commits, each figure a whole process and the median of several:
//   node test/bench/signatures.mjs [COMMITS] [RUNS]      (after npx tsc and npm run build)
// compared with `git log --format=%G?` (real gpg and ssh-keygen) and with node:crypto alone, on the same commits in the same run.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  commit,
  pgpCertificate,
  pgpKey,
  pgpSign,
  signatureHeader,
  sshKey,
  sshSign,
  withHeader,
} from '../signature/craft.mjs';

const [count = '1000', runs = '5'] = process.argv.slice(2);
const cli = join(import.meta.dirname, '../../dist/cli/index.js');
const build = join(import.meta.dirname, '../../build');
const home = mkdtempSync(join(tmpdir(), 'signature-bench-'));
const user = 'Alice Example <alice@example.com>';

const kinds = {
  'OpenPGP Ed25519': { key: () => pgpKey() },
  'OpenPGP RSA-4096': { key: () => pgpKey({ algorithm: 1, bits: 4096 }) },
  'SSH Ed25519': { key: () => sshKey(), isSsh: true },
};

/** A repository of a chain of signed commits, packed, and the folder that trusts their key. */
function makeRepository(name, { key: makeKey, isSsh }, length) {
  const directory = join(home, name.replaceAll(' ', '-'), String(length));
  const trust = join(directory, 'trust');
  mkdirSync(join(trust, 'keys'), { recursive: true });
  const git = (...args) => execFileSync('git', ['-C', directory, ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  git('init', '-q', '-b', 'main');
  const tree = git('hash-object', '-t', 'tree', '-w', '--stdin').toString().trim();
  const key = makeKey();
  let head = writeCommit(directory, commit({ tree, message: 'Begin\n' }));
  const first = head;
  for (let index = 0; index < length; index++) {
    const payload = commit({
      tree,
      parents: [head],
      message: `Change role ${index}\n\nSo that it may read what it must read.\n`,
    });
    const armor = isSsh ? sshSign(key, payload) : pgpSign(key, payload);
    head = writeCommit(directory, withHeader(payload, signatureHeader(armor)));
  }
  git('update-ref', 'refs/heads/main', head);
  git('repack', '-adq');
  const env = { ...process.env };
  if (isSsh) {
    const file = join(trust, 'allowed_signers');
    writeFileSync(file, `alice@example.com ${key.line}\n`);
    git('config', 'gpg.ssh.allowedSignersFile', file);
  } else {
    const certificate = pgpCertificate(key, { users: [{ id: user }] });
    writeFileSync(join(trust, 'keys/alice.asc'), certificate);
    env.GNUPGHOME = join(directory, 'gnupg');
    mkdirSync(env.GNUPGHOME, { mode: 0o700 });
    execFileSync('gpg', ['--batch', '--quiet', '--import'], {
      env,
      input: certificate,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const fingerprint = key.fingerprint.toString('hex').toUpperCase();
    execFileSync('gpg', ['--batch', '--quiet', '--import-ownertrust'], {
      env,
      input: `${fingerprint}:6:\n`,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  }
  return { directory, trust, env, range: `${first}..${head}` };
}

function writeCommit(directory, bytes) {
  const object = Buffer.concat([Buffer.from(`commit ${bytes.length}\0`), bytes]);
  const id = createHash('sha1').update(object).digest('hex');
  const folder = join(directory, '.git/objects', id.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, id.slice(2)), deflateSync(object));
  return id;
}

/** Milliseconds of a whole process, once. */
function once(command, args, env = process.env) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  const took = performance.now() - start;
  if (status !== 0)
    throw new Error(`${command} ${args.slice(0, 3).join(' ')} exited ${status}: ${stderr.slice(0, 500)}`);
  return { took, stdout };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One process that takes the commits apart first, and then times only verifying; `mode` is ours or bare. */
const loop = (repository, mode) =>
  Number(
    once(process.execPath, [
      join(import.meta.dirname, 'signatures-loop.mjs'),
      build,
      repository.directory,
      repository.range,
      repository.trust,
      mode,
    ]).stdout,
  );

function measure(name, repository, length) {
  const git = ['-C', repository.directory, 'log', '--format=%G?', repository.range];
  const verdicts = once('git', git, repository.env).stdout;
  if (verdicts.replaceAll('\n', '') !== 'G'.repeat(length))
    throw new Error(`git does not call them all good: ${verdicts.slice(0, 20)}`);
  const ours = [cli, 'verify', '--repo', repository.directory, '--trust', repository.trust, repository.range];
  const figures = { git: [], ours: [], start: [], ourLoop: [], bareLoop: [] };
  for (let run = 0; run < Number(runs); run++) {
    // Interleaved, so that a busy moment of the machine hits all alike.
    if (run < 3) figures.git.push(once('git', git, repository.env).took);
    if (existsSync(cli)) figures.ours.push(once(process.execPath, ours).took);
    figures.start.push(once(process.execPath, ['-e', '0']).took);
    figures.bareLoop.push(loop(repository, 'bare'));
    figures.ourLoop.push(loop(repository, 'ours'));
  }
  const m = Object.fromEntries(
    Object.entries(figures).map(([figure, values]) => [figure, median(values) ?? Number.NaN]),
  );
  const ms = (value) => `${value.toFixed(0)} ms`.padStart(8);
  console.log(
    `${name.padEnd(17)} ${String(length).padStart(5)}  git ${ms(m.git)}  ours ${ms(m.ours)}  (${(m.git / m.ours).toFixed(1)}×)   ` +
      `loop ours ${ms(m.ourLoop)}  bare ${ms(m.bareLoop)}  (${(m.ourLoop / m.bareLoop).toFixed(2)}×)   ` +
      `node start + bare ${ms(m.start + m.bareLoop)}  (ours ${(m.ours / (m.start + m.bareLoop)).toFixed(2)}×)`,
  );
}

try {
  for (const [name, kind] of Object.entries(kinds)) {
    for (const length of [Number(count), 10]) measure(name, makeRepository(name, kind, length), length);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
