// Reads every file of a folder and judges it for secrets, compared with gitleaks and secretlint where they are installed.
//
//   node test/bench/secrets.mjs [DIR] [--gitleaks PATH] [--secretlint PATH --secretlintrc PATH] [--sample MB]
//
// DIR is a large repository of charts or manifests; without one, the installed packages serve. All programs read the same copy of its text files, of SAMPLE megabytes at most,
// taken evenly; ours is bundled, as it is in dist/, and timed in a process of its own, as the others are, start included. Needs `npm run build` before, and bash.
// What it prints is how many times as fast ours is as each other: by the clock, and by the time of the processors, which other programs on the machine do not change.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOf } from './files-of.mjs';

const given = process.argv.slice(2);
const packages = join(import.meta.dirname, '../../node_modules');
const isNamed = given[0]?.startsWith('-') === false;
const [directory, ...rest] = isNamed ? given : [undefined, ...given];
const option = (name, otherwise) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise);

/** The program under test in one file, as dist/ has it. */
function bundled() {
  const target = mkdtempSync(join(tmpdir(), 'secrets-bench-bundle-'));
  const ncc = join(packages, '@vercel/ncc/dist/ncc/cli.js');
  const { status } = spawnSync(
    process.execPath,
    [ncc, 'build', join(import.meta.dirname, 'secrets-judged.mjs'), '-o', target, '-q', '--no-cache'],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(1);
  return target;
}

/** Copies every n-th file until `bytes` are reached. */
function sample(root, bytes) {
  const target = mkdtempSync(join(tmpdir(), 'secrets-bench-'));
  const files = filesOf(root).filter((path) => !readFileSync(join(root, path)).includes(0));
  const total = files.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  const step = Math.max(1, Math.floor(total / bytes));
  let copied = 0;
  for (const path of files.filter((_, index) => index % step === 0)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path));
    copied += statSync(join(root, path)).size;
  }
  return { target, copied };
}

/** Seconds by the clock and of the processors; undefined where it could not be run. */
function timed(name, command, args, options, megabytes) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" 2>/dev/null';
  const all = { encoding: 'utf8', maxBuffer: 1e9, ...options };
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script, 'bash', command, ...args], all);
  const [seconds, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  if (status !== 0 || system === undefined) return console.log(`${name}: not run (exit code ${status})`);
  const cpu = user + system;
  const last = stdout.trim().split('\n').at(-1)?.slice(0, 60);
  console.log(
    `${name}: ${seconds} s, ${cpu.toFixed(2)} s of processors, ${(megabytes / cpu).toFixed(2)} MB each ${last}`,
  );
  return { seconds, cpu };
}

function compare(directory) {
  const { target, copied } = sample(directory, Number(option('--sample', '10')) * 1e6);
  const megabytes = copied / 1e6;
  console.log(`${megabytes.toFixed(1)} MB of text from ${directory}`);
  const bundle = bundled();
  const ours = timed('gitops-gate', process.execPath, [join(bundle, 'index.mjs'), target], {}, megabytes);
  const gitleaks = option('--gitleaks', 'gitleaks');
  const theirs = [
    [
      'gitleaks',
      timed('gitleaks', gitleaks, ['dir', target, '--no-banner', '--exit-code', '0', '-l', 'error'], {}, megabytes),
    ],
    [
      'secretlint',
      timed(
        'secretlint',
        option('--secretlint', 'secretlint'),
        ['--secretlintrc', option('--secretlintrc', '.secretlintrc.json'), '**/*'],
        { cwd: target },
        megabytes,
      ),
    ],
  ];
  for (const [name, other] of theirs) {
    if (ours === undefined || other === undefined) continue;
    const times = (part) => (other[part] / ours[part]).toFixed(1);
    console.log(`${times('cpu')} times as fast as ${name} by the processors’ time, ${times('seconds')} by the clock`);
  }
  for (const folder of [target, bundle]) rmSync(folder, { recursive: true, force: true });
}

compare(directory ?? packages);
