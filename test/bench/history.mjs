// Judges a range of many commits, each of which writes a file, and some of which hold a secret that a later one takes out again, compared
// with `gitleaks git` over the same range where it is installed. Prints how many of the planted secrets each finds, and how many times as fast ours is.
//
//   node test/bench/history.mjs [--gitleaks PATH] [--commits N] [--kilobytes N]
//
// Ours is the whole program: start, signatures, everything else that it judges. Needs `npm run build` before.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const given = process.argv.slice(2);
const option = (name, otherwise) => (given.includes(name) ? given[given.indexOf(name) + 1] : otherwise);
const commits = Number(option('--commits', '300'));
const kilobytes = Number(option('--kilobytes', '8'));
const program = join(import.meta.dirname, '../../dist/cli/index.js');

/** As many letters of the alphabet as random ones, the same in every run. */
function letters(seed, length, alphabet) {
  let text = '';
  for (let part = 0; text.length < length; part++)
    for (const byte of createHash('sha256').update(`${seed} ${part}`).digest())
      text += alphabet[byte % alphabet.length];
  return text.slice(0, length);
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const both = `${upper}abcdefghijklmnopqrstuvwxyz`;

/** A manifest of the wanted size, with a secret where the commit plants one. */
function manifest(index, planted) {
  const lines = [`apiVersion: v1`, `kind: ConfigMap`, `metadata: {name: c${index}, namespace: shop}`, `data:`];
  if (planted) {
    lines.push(
      `  aws: AKIA${letters(`id ${index}`, 16, upper)}`,
      `  aws_secret_access_key: ${letters(`key ${index}`, 40, both)}`,
    );
  }
  for (let line = 0; lines.join('\n').length < kilobytes * 1024; line += 20)
    for (let each = line; each < line + 20; each++)
      lines.push(`  line-${each}: "${letters(`text ${index} ${each}`, 60, 'etaoin shrdlu ')}"`);
  return `${lines.join('\n')}\n`;
}

/** The commits as git fast-import takes them: every tenth plants a secret, the one after it takes it out. */
function stream() {
  const out = [];
  let planted = 0;
  const commit = (message, files) => {
    out.push(
      `commit refs/heads/main\ncommitter A <a@example.org> ${1_700_000_000 + out.length} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n`,
    );
    for (const [path, text] of files) out.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  };
  commit('base', [['clusters/a.yaml', manifest(-1, false)]]);
  out.push('reset refs/heads/base\nfrom refs/heads/main\n\n');
  for (let index = 0; index < commits; index++) {
    const isPlanted = index % 10 === 0;
    if (isPlanted) planted++;
    const files = [[`clusters/${index}.yaml`, manifest(index, isPlanted)]];
    if (index % 10 === 1) files.push([`clusters/${index - 1}.yaml`, manifest(index - 1, false)]);
    commit(`change ${index}`, files);
  }
  return { text: out.join(''), planted };
}

function timed(name, command, args, directory) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" 2>/dev/null';
  const options = { cwd: directory, encoding: 'utf8', maxBuffer: 1e9 };
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script, 'bash', command, ...args], options);
  const [seconds, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  if (status === 127 || system === undefined) return console.log(`${name}: not run (exit code ${status})`);
  return { stdout, seconds, cpu: user + system };
}

const directory = mkdtempSync(join(tmpdir(), 'history-bench-'));
try {
  const { text, planted } = stream();
  spawnSync('git', ['init', '--quiet', '--initial-branch=main', directory]);
  spawnSync('git', ['fast-import', '--quiet'], { cwd: directory, input: text });
  spawnSync('git', ['reset', '--hard', '--quiet', 'main'], { cwd: directory });
  console.log(`${commits} commits of ${kilobytes} kB, ${planted} secrets that a later commit takes out`);
  const check = ['check', '--base', 'base', '--head', 'main', '--format', 'json'];
  const ours = timed('gitops-gate', process.execPath, [program, ...check], directory);
  const found = new Set(
    JSON.parse(ours.stdout)
      .findings.filter(({ rule }) => rule === 'secret-in-history')
      .map(({ position, commit, message }) => position?.file ?? /clusters\/\d+\.yaml/.exec(message)?.[0] ?? commit),
  );
  console.log(
    `gitops-gate: ${found.size} of ${planted} found, ${ours.seconds} s, ${ours.cpu.toFixed(2)} s of processors`,
  );
  const report = join(directory, '.git', 'gitleaks.json');
  const leaks = ['git', '--no-banner', '--exit-code', '0', '--log-opts=base..main', '--report-path', report];
  const theirs = timed('gitleaks', option('--gitleaks', 'gitleaks'), leaks, directory);
  if (theirs) {
    const { stdout } = spawnSync('bash', ['-c', `grep -o '"File": "[^"]*"' ${report} | sort -u | wc -l`], {
      encoding: 'utf8',
    });
    console.log(
      `gitleaks: secrets in ${stdout.trim()} files, ${theirs.seconds} s, ${theirs.cpu.toFixed(2)} s of processors`,
    );
    console.log(
      `ratio: ${(theirs.seconds / ours.seconds).toFixed(2)} by the clock, ${(theirs.cpu / ours.cpu).toFixed(2)} by the processors (more than 1: ours is faster)`,
    );
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
