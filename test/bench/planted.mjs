// Plants changes into clones of public repositories, asks the real binaries whether each does what it is meant to do, and
// counts how many the built program finds, how many of these on a planted line, and how many clean changes it blocks.
//   node test/bench/planted.mjs FOLDER [KIND|REPOSITORY...]      FOLDER holds clones of the repositories of `sites` by their names;
// kubectl or kustomize, and helm, are on the PATH. The clones' branches and work trees are changed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanChanges, plantedChanges } from './planted/changes.mjs';

const [folder, ...kinds] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node test/bench/planted.mjs FOLDER [KIND|REPOSITORY...]');
  process.exit(2);
}
const cli = join(import.meta.dirname, '../../dist/cli/index.js');
const who = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};
const environment = { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null' };

/** One clone, with what a change needs to look at and to write. */
class Clone {
  constructor(name) {
    this.directory = join(folder, name);
    this.first = this.git('rev-parse', 'origin/HEAD').trim();
    this.reset();
    this.files = this.git('ls-files', '-z').split('\0').filter(Boolean);
  }

  git(...args) {
    return execFileSync('git', ['-C', this.directory, ...args], {
      encoding: 'utf8',
      env: environment,
      maxBuffer: 1 << 28,
    });
  }

  read(path) {
    return readFileSync(join(this.directory, path), 'utf8');
  }

  has(path) {
    return existsSync(join(this.directory, path));
  }

  apply(edits) {
    for (const [path, text] of Object.entries(edits)) {
      const target = join(this.directory, path);
      if (text === undefined) rmSync(target);
      else {
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
    }
  }

  commit(edits) {
    this.apply(edits);
    this.git('add', '-A', '-f', '.');
    this.git('commit', '-q', '--allow-empty', '--no-verify', '-m', 'change');
    return this.git('rev-parse', 'HEAD').trim();
  }

  reset() {
    this.git('checkout', '-q', '-f', '--detach', this.first);
    this.git('clean', '-q', '-fdx');
  }

  /** What the binary makes of a kustomization's folder or a chart; undefined where it fails. */
  build({ kustomize, helm, values = [] }) {
    const args =
      kustomize === undefined
        ? [
            'helm',
            [
              'template',
              'x',
              join(this.directory, helm),
              ...values.map((file) => `--values=${join(this.directory, file)}`),
            ],
          ]
        : ['kubectl', ['kustomize', '--load-restrictor=LoadRestrictionsNone', join(this.directory, kustomize)]];
    const { status, stdout } = spawnSync(args[0], args[1], { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 120_000 });
    return status === 0 ? stdout : undefined;
  }
}

/** The lines of each file that the head has and the base has not, by `git diff`. */
function changedLines(clone, base, head) {
  const lines = new Map();
  let file = '';
  for (const line of clone.git('diff', '-U0', '--no-renames', base, head).split('\n')) {
    if (line.startsWith('+++ ')) file = line.slice(6);
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) continue;
    const known = lines.get(file) ?? new Set();
    const [start, count] = [Number(hunk[1]), Number(hunk[2] ?? 1)];
    // Where something was only taken away, the lines around it say so.
    for (let at = count === 0 ? start : start; at <= (count === 0 ? start + 1 : start + count - 1); at++) known.add(at);
    lines.set(file, known);
  }
  return lines;
}

function judge(clone, base, head) {
  const args = [cli, 'check', '--repo', clone.directory, '--base', base, '--head', head, '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: environment,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`no report: ${stderr.slice(0, 300)}`);
  }
}

const clones = new Map();
const cloneOf = (name) => {
  if (!clones.has(name)) clones.set(name, new Clone(name));
  return clones.get(name);
};
const isOurs = ({ category }) => category !== 'signature';
const rank = { low: 0, medium: 1, high: 2, critical: 3 };
const totals = { planted: 0, found: 0, onLine: 0, once: 0, clean: 0, blocked: 0, noisy: 0, untrue: 0 };
const shown = ({ rule, severity, file, line, isGuess, message }) =>
  `${isGuess ? '~' : ''}${file}:${line} ${severity} ${rule} ${message.slice(0, 140)}`;

function plant({ kind, repository, setup = {}, edits, truth, rules, isClean, builds }) {
  const clone = cloneOf(repository);
  clone.reset();
  const base = Object.keys(setup).length === 0 ? clone.first : clone.commit(setup);
  const built = truth ?? (builds === undefined ? undefined : { kustomize: builds, shows: () => true });
  const before = built === undefined ? '' : clone.build(built);
  const head = clone.commit(edits);
  const after = built === undefined ? '' : clone.build(built);
  const isBuilt = before !== undefined && after !== undefined;
  const isTrue = isBuilt && (truth === undefined || (truth.shows(after) && !truth.shows(before)));
  if (!isTrue) {
    totals.untrue++;
    console.log(`-      ${kind} ${repository}: the binary ${after === undefined ? 'fails' : 'does not confirm it'}`);
    return;
  }
  const report = judge(clone, base, head);
  const findings = report.findings.filter(isOurs);
  const say = (mark) => {
    console.log(`${mark.padEnd(6)} ${kind} ${repository}`);
    if (mark !== 'line' && mark !== 'quiet')
      for (const each of findings.slice(0, 4)) console.log(`         ${shown(each)}`);
    if (mark === 'MISSED')
      console.log(`         ${JSON.stringify(report.coverage.rendering)} ${Object.keys(edits).join(' ')}`);
  };
  if (isClean) {
    totals.clean++;
    const blocks = findings.some(({ severity }) => rank[severity] >= rank.high);
    if (blocks) totals.blocked++;
    if (findings.length > 0) totals.noisy++;
    say(blocks ? 'BLOCK' : findings.length > 0 ? 'noise' : 'quiet');
    return;
  }
  totals.planted++;
  const right = findings.filter(({ rule }) => rules.test(rule));
  const lines = changedLines(clone, base, head);
  const onLine = right.filter((each) =>
    [each, ...(each.places ?? [])].some(({ file, line }) => lines.get(file)?.has(line)),
  );
  if (right.length > 0) totals.found++;
  if (onLine.length > 0) totals.onLine++;
  if (right.length === 1) totals.once++;
  say(right.length === 0 ? 'MISSED' : onLine.length === 0 ? 'other' : 'line');
}

const wanted = ({ kind, repository }) =>
  kinds.length === 0 || kinds.some((each) => kind.startsWith(each) || repository === each);
for (const change of [...plantedChanges(cloneOf), ...cleanChanges(cloneOf)]) if (wanted(change)) plant(change);
for (const clone of clones.values()) clone.reset();
const percent = (part, all) => `${part} of ${all} (${all === 0 ? '-' : Math.round((1000 * part) / all) / 10} %)`;
console.log(
  `found ${percent(totals.found, totals.planted)}, on a planted line ${percent(totals.onLine, totals.planted)}, by one finding ${percent(totals.once, totals.planted)}; ` +
    `clean changes blocked ${percent(totals.blocked, totals.clean)}, with any finding ${totals.noisy}; ${totals.untrue} not confirmed`,
);
