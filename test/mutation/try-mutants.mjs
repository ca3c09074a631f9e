// What `@jest/globals` is to a test file while mutants are tried: each test that passes is run once more for each mutant that it reaches.
import { appendFileSync, readFileSync } from 'node:fs';
import * as globals from '../runner/globals.mjs';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect } = globals;

const { count, log, milliseconds, patience } = JSON.parse(process.env.MUTATION_TRIAL);
const reached = new Uint8Array(count + 1);
const ever = new Uint8Array(count + 1);
const spent = new Float64Array(count + 1);
const killed = new Set();
let active = 0;

for (const line of readFileSync(log, 'utf8').split('\n')) {
  const [word, id, time] = line.split(' ');
  if (word === 'killed') killed.add(Number(id));
  if (word === 'try') spent[Number(id)] += Number(time);
}

globalThis.mutants = {
  on(id) {
    reached[id] = 1;
    return active === id;
  },
  /** A pattern of a module is made once, so it asks each time what it is. */
  pattern(original, others) {
    original.exec = function exec(text) {
      const other = others.find(([id]) => {
        reached[id] = 1;
        return active === id;
      })?.[1];
      if (other === undefined) return RegExp.prototype.exec.call(this, text);
      other.lastIndex = this.lastIndex;
      const found = other.exec(text);
      this.lastIndex = other.lastIndex;
      return found;
    };
    return original;
  },
};

const write = (...words) => appendFileSync(log, `${words.join(' ')}\n`);

let current;
/** Says which test file runs, so that who starts the tests again knows where. */
function say() {
  const { testPath } = globals.expect.getState();
  if (testPath === current) return;
  write('file', testPath);
  current = testPath;
  // A module of it has asked for these while it was loaded, and will not again.
  for (let id = 1; id <= count; id += 1) if (reached[id] === 1 && ever[id] === 0) write('loaded', id);
}

const passes = async (run) => {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
};

/** Runs a test, and then with each mutant that it reaches and that nothing has found yet. */
async function trial(run) {
  say();
  reached.fill(0);
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  // Not by the clock: alongside other programs the same test takes several times as long.
  const time = (user + system) / 1000;
  const ids = [];
  for (let id = 1; id <= count; id += 1) {
    if (reached[id] !== 1) continue;
    if (ever[id] === 0) write('reached', id);
    ever[id] = 1;
    if (!killed.has(id) && spent[id] + time <= milliseconds) ids.push(id);
  }
  if (ids.length > 0 && time > patience) write('slow', current);
  // One that passes only once can say nothing.
  if (ids.length === 0 || time > patience || !(await passes(run))) return;
  for (const id of ids) {
    write('try', id, time.toFixed(2));
    spent[id] += time;
    active = id;
    const isAlive = await passes(run);
    active = 0;
    if (isAlive) continue;
    killed.add(id);
    write('killed', id, JSON.stringify(globals.expect.getState().currentTestName ?? ''));
    // What a mutant leaves in the state of a module would be taken for the next one's.
    if (!(await passes(run))) process.exit(75);
  }
  write('done');
}

const wrapped = (run) => (typeof run === 'function' ? (...args) => trial(() => run(...args)) : run);

export const test = new Proxy(globals.test, {
  apply: (_, __, [name, run, ...more]) => globals.test(name, wrapped(run), ...more),
  get: (_, key) => {
    if (key !== 'each') return globals.test[key];
    return (...table) =>
      (name, run, ...more) =>
        globals.test.each(...table)(name, wrapped(run), ...more);
  },
});
