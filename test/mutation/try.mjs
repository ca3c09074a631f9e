// Tries every mutant of some sources on the tests that import them, all in one process: seconds a file, where mutate.mjs takes minutes.
//
//   node test/mutation/try.mjs [--file src/git/path.ts,src/git/diff] [--room rbac,secrets] [--count 100] [--seed 1]
//                              [--tests test/git,test/rules] [--milliseconds 1500] [--out results.json]
//
// Prints what survives, and what no test reaches. It says less than mutate.mjs: tests of the built program are not asked, what a module
// computes while it is loaded is not tried ("loaded"), and no mutant gets more than --milliseconds of tests.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distancesTo } from './closeness.mjs';
import { diffOf, drawMutants, optionsOf } from './draw.mjs';
import { pathsOf, roomOf } from './rooms.mjs';

const root = join(import.meta.dirname, '../..');
const options = optionsOf(import.meta.filename, {
  file: { type: 'string' },
  room: { type: 'string' },
  tests: { type: 'string' },
  count: { type: 'string' },
  seed: { type: 'string', default: '1' },
  milliseconds: { type: 'string', default: '1500' },
  out: { type: 'string' },
});

/** They start programs, which have no mutants. */
const ofPrograms = /^test\/(?:host|end-to-end|bench|mutation)\/|^test\/(?:architecture|docs|installable)\.test\.ts$/;

/** What takes long by itself comes last, when most is found. */
const long = /(?:property|hostile|large-inputs|bounds|too-large|slow-patterns)\.test\.ts$/;

/** The tests of the rooms that import what is mutated, the closest ones first. */
function testsOf(files) {
  const nearest = new Map();
  const wanted = options.tests?.split(',') ?? files.flatMap((file) => pathsOf(roomOf(file.slice('src/'.length)), root));
  for (const file of files) {
    for (const [test, distance] of distancesTo(file, root)) {
      nearest.set(test, Math.min(distance, nearest.get(test) ?? Number.POSITIVE_INFINITY));
    }
  }
  return [...nearest]
    .filter(([test]) => !ofPrograms.test(test) && wanted.some((each) => test.startsWith(each)))
    .sort((a, b) => Number(long.test(a[0])) - Number(long.test(b[0])) || a[1] - b[1])
    .map(([test]) => test);
}

/** Starts the tests again after each mutant that ended or hung their process. */
async function tryAll(mutants, folder) {
  const log = join(folder, 'log');
  const byFile = {};
  for (const mutant of mutants) byFile[`src/${mutant.file}`] = [...(byFile[`src/${mutant.file}`] ?? []), mutant];
  writeFileSync(log, '');
  writeFileSync(join(folder, 'mutants.json'), JSON.stringify(byFile));
  const milliseconds = Number(options.milliseconds);
  const trial = {
    root,
    log,
    mutants: join(folder, 'mutants.json'),
    count: mutants.length,
    milliseconds,
    patience: quick,
  };
  const tests = testsOf(Object.keys(byFile));
  await runAll(tests, trial);
  const slow = new Set(
    linesOf(log).flatMap((line) => (line.startsWith('slow ') ? [line.slice(`slow ${root}/`.length)] : [])),
  );
  // Most of what a slow test finds, a quick one has found before it.
  await runAll(
    tests.filter((each) => slow.has(each)),
    { ...trial, patience: milliseconds },
  );
  return linesOf(log);
}

/** In milliseconds. */
const quick = 40;

async function runAll(tests, trial) {
  let left = tests;
  for (let isDone = left.length === 0; !isDone; ) {
    isDone = await runTests(left, trial);
    const at = linesOf(trial.log)
      .findLast((line) => line.startsWith('file '))
      ?.slice(`file ${root}/`.length);
    left = left.slice(Math.max(0, left.indexOf(at)));
  }
}

const linesOf = (log) => readFileSync(log, 'utf8').split('\n');

/** Whether the tests came to their end. */
async function runTests(tests, trial) {
  const jest = ['--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--runInBand', '--silent'];
  const options = [
    '--testTimeout=100000000',
    `--testSequencer=${join(root, 'test/mutation/given-order.mjs')}`,
    '--runTestsByPath',
  ];
  const child = spawn(process.execPath, [...jest, ...options, ...tests], {
    cwd: root,
    env: { ...process.env, MUTATION_ORDER: JSON.stringify(tests), MUTATION_TRIAL: JSON.stringify(trial) },
    stdio: ['ignore', 'ignore', process.env.MUTATION_VERBOSE ? 'inherit' : 'ignore'],
  });
  let hung;
  const watch = setInterval(() => {
    const [word, id, time] = linesOf(trial.log).at(-2)?.split(' ') ?? [];
    const silence = Date.now() - statSync(trial.log).mtimeMs;
    if (word !== 'try' || silence < 8_000 + 30 * Number(time)) return;
    hung = id;
    child.kill('SIGKILL');
  }, 1_000);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const [word, id] = linesOf(trial.log).at(-2)?.split(' ') ?? [];
  if (hung !== undefined || (word === 'try' && code !== 0))
    writeFileSync(trial.log, `killed ${hung ?? id} "hung or ended the process"\n`, { flag: 'a' });
  return hung === undefined && code !== 75 && word !== 'try';
}

const mutants = drawMutants({ ...options, root }).map((mutant, at) => ({ ...mutant, id: at + 1 }));
const folder = mkdtempSync(join(tmpdir(), 'gitops-gate-mutants-'));
try {
  const said = new Map();
  for (const line of await tryAll(mutants, folder)) {
    const [word, id] = line.split(' ');
    const rank = ['loaded', 'reached', 'killed'].indexOf(word);
    if (rank > (said.get(id) ?? -1)) said.set(id, rank);
  }
  const outcome = ({ id }) => ['loaded', 'survived', 'killed'][said.get(String(id)) ?? -1] ?? 'not reached';
  const results = mutants.map((mutant) => ({ ...mutant, outcome: outcome(mutant) }));
  for (const each of ['not reached', 'survived']) {
    for (const mutant of results.filter((result) => result.outcome === each))
      process.stdout.write(`${each}: ${diffOf(mutant, root)}\n\n`);
  }
  const count = (name) => results.filter((each) => each.outcome === name).length;
  process.stdout.write(
    `${results.length} mutants: ${['killed', 'survived', 'not reached', 'loaded'].map((name) => `${count(name)} ${name}`).join(', ')}\n`,
  );
  if (options.out) writeFileSync(options.out, JSON.stringify(results, null, 1));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
