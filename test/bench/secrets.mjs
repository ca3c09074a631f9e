// Reads every file of a folder and judges it for secrets, compared with gitleaks and secretlint where they are installed.
//
//   node test/bench/secrets.mjs [DIR] [--gitleaks PATH] [--secretlint PATH --secretlintrc PATH] [--sample MB]
//
// DIR is a large repository of charts or manifests; without one, the installed packages serve. All programs read the same copy of its text files, of SAMPLE megabytes at most,
// taken evenly; ours is timed in a process of its own, as the others are, start included. Needs `npm run build` before, and bash.
// What it prints is how many times as fast ours is as each other: by the clock, and by the time of the processors, which other programs on the machine do not change.
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const build = process.env.BUILD ?? join(dirname(fileURLToPath(import.meta.url)), '../../build');
const given = process.argv.slice(2);
const packages = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules');
const isNamed = given[0] === '--audit' || given[0]?.startsWith('-') === false;
const [directory, ...rest] = isNamed ? given : [undefined, ...given];
const option = (name, otherwise) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise);

/** The program under test: every file of `root` as if it were added. */
async function audit(root) {
  const load = (path) => import(join(build, path));
  const { readFile } = await load('kube/read-file.js');
  const { newSecrets, writtenSecrets } = await load('secrets/compare/new-secrets.js');
  const { defaultPolicy } = await load('policy/defaults.js');
  const { OwnFormats } = await load('secrets/tokens/own-formats.js');
  const touched = filesOf(root).map((path) => {
    const bytes = readFileSync(join(root, path));
    const isTemplate = /(?:^|\/)templates\//.test(path);
    const content = {
      path,
      mode: '100644',
      id: path,
      size: bytes.length,
      bytes,
      isTemplate,
      isNamed: false,
      limits: defaultPolicy.limits,
    };
    return { path, scope: '.', before: undefined, after: readFile(content), movedFrom: undefined };
  });
  return newSecrets(touched, writtenSecrets(touched, new OwnFormats([])), Buffer.alloc(32)).filter(
    (secret) => secret.is === 'literal',
  ).length;
}

function filesOf(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.git/') && lstatSync(join(root, path)).isFile())
    .sort();
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
    cpSync(join(root, path), join(target, relative('.', path)));
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
  const ours = timed(
    'gitops-gate',
    process.execPath,
    [fileURLToPath(import.meta.url), '--audit', target],
    {},
    megabytes,
  );
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
  rmSync(target, { recursive: true, force: true });
}

if (directory === '--audit') console.log(`${await audit(rest[0])} findings`);
else compare(directory ?? packages);
