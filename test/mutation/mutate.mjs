// Changes the sources in small ways, one at a time, and looks whether a test fails: what survives is a line that no test holds.
//
//   node test/mutation/mutate.mjs [--count 100] [--seed 1] [--room rbac,secrets] [--file src/git/path.ts]
//                                 [--workers 2] [--out results.json] [--again results.json] [--times tests.json]
//
// The same seed chooses the same mutants of the same sources. --again tries the survivors of an earlier run once more. --times is what
// `npm test -- --json --outputFile tests.json` wrote of tests that pass: the tests are then not run once without any mutant to learn
// how long each file takes.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { distancesTo } from './closeness.mjs';
import { diffOf, drawMutants, optionsOf } from './draw.mjs';
import { mutated } from './mutants.mjs';
import { pathsOf, roomOf } from './rooms.mjs';
import { filesOf, Workspace } from './workspace.mjs';

const root = join(import.meta.dirname, '../..');

const options = optionsOf(import.meta.filename, {
  count: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  room: { type: 'string' },
  file: { type: 'string' },
  workers: { type: 'string', default: String(availableParallelism()) },
  out: { type: 'string' },
  again: { type: 'string' },
  times: { type: 'string' },
});

const sourceOf = (file) => readFileSync(join(root, 'src', file), 'utf8');

/** How long each test file of a room takes without any change, and a bound on the processor time of all. Throws where one fails. */
async function baseline(workspace, room) {
  const known = options.times === undefined ? undefined : knownTimes(room);
  const { outcome, times, failing } = known ?? (await workspace.run(pathsOf(room, root), { seconds: 900 }));
  if (outcome !== 'passed') throw new Error(`The tests of ${room} fail without any change: ${failing ?? outcome}`);
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return { times, found: new Map(), seconds: Math.ceil(30 + (3 * all) / 1000) };
}

function knownTimes(room) {
  const { outcome, times, failing } = filesOf(JSON.parse(readFileSync(options.times, 'utf8')));
  const isOfRoom = (path) => pathsOf(room, root).some((each) => path === each || path.startsWith(`${each}/`));
  const own = new Map([...times].filter(([path]) => isOfRoom(path)));
  if (own.size === 0) throw new Error(`${options.times} holds no test of ${room}`);
  return { outcome, times: own, failing };
}

/** Test files that are close to the mutant's by imports, and find much in little time, come first. */
function orderOf({ times, found }, mutant) {
  const distances = distancesTo(`src/${mutant.file}`, root);
  const cost = ([file, time]) => (time * (distances.get(file) ?? farthest) ** 2) / (1 + (found.get(file) ?? 0));
  return [...times].sort((a, b) => cost(a) - cost(b)).map(([file]) => file);
}

/** As far as tests of the built program count, which import nothing of it. */
const farthest = 10;

async function work(queue, baselines, results) {
  const workspace = new Workspace();
  try {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const room = roomOf(next.file);
      if (!baselines.has(room)) baselines.set(room, baseline(workspace, room));
      const unchanged = await baselines.get(room);
      workspace.write(next.file, mutated(sourceOf(next.file), next));
      const { seconds, found } = unchanged;
      const { outcome, failing } = await workspace.run(pathsOf(room, root), {
        seconds,
        order: orderOf(unchanged, next),
      });
      workspace.write(next.file, sourceOf(next.file));
      if (failing) found.set(failing, (found.get(failing) ?? 0) + 1);
      results.push({ ...next, room, outcome });
      // A run that is ended early keeps what it found.
      if (options.out) writeFileSync(options.out, JSON.stringify(results, null, 1));
      if (outcome === 'passed') process.stdout.write(`${diffOf(next, root)}\n\n`);
    }
  } finally {
    workspace.remove();
  }
}

function table(results) {
  const rooms = [...new Set(results.map(({ room }) => room))].sort();
  const row = (name, of) => {
    const count = (outcome) => of.filter((each) => each.outcome === outcome).length;
    const killed = count('failed') + count('timeout');
    const share = `${Math.round((100 * killed) / of.length)} %`;
    return [name, of.length, count('failed'), count('timeout'), count('passed'), share];
  };
  const rows = [
    ['room', 'mutants', 'killed', 'timeout', 'survived', 'found'],
    ...rooms.map((room) =>
      row(
        room,
        results.filter((each) => each.room === room),
      ),
    ),
    row('all', results),
  ];
  return rows
    .map((cells) => cells.map((cell, i) => (i ? String(cell).padStart(10) : cell.padEnd(14))).join(''))
    .join('\n');
}

// A run that is ended takes its copies of the repository and its tests with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const chosen = options.again
  ? JSON.parse(readFileSync(options.again, 'utf8')).filter(({ outcome }) => outcome === 'passed')
  : drawMutants({ ...options, root });
const [queue, baselines, results] = [[...chosen], new Map(), []];
const workers = Array.from({ length: Number(options.workers) }, () => work(queue, baselines, results));
// Each removes its copy of the repository, also where another fails.
for (const { reason } of await Promise.allSettled(workers)) if (reason) throw reason;
process.stdout.write(`${table(results)}\n`);
