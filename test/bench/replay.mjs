// Judges the last N first-parent steps of a repository with the built program, a process each, and counts what it says:
//   node test/bench/replay.mjs REPOSITORY [N] [OUT.ndjson]
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [repository, count = '200', out] = process.argv.slice(2);
if (repository === undefined) {
  console.error('usage: node test/bench/replay.mjs REPOSITORY [N] [OUT.ndjson]');
  process.exit(2);
}
const cli = join(import.meta.dirname, '../../dist/cli/index.js');
const git = (...args) => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
const steps = git('log', '--first-parent', '--format=%H %P', '-n', count, 'HEAD')
  .trim()
  .split('\n')
  .map((l) => l.split(' '));

const exits = {};
const rules = {};
const millis = [];
const crashed = [];
if (out !== undefined) writeFileSync(out, '');
for (const [commit, parent] of steps) {
  if (parent === undefined) continue;
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    [cli, 'check', '--repo', repository, '--base', parent, '--head', commit, '--format', 'json'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  millis.push(performance.now() - start);
  exits[run.status] = (exits[run.status] ?? 0) + 1;
  if (run.status === 3 || run.status === null || run.stdout === '') {
    crashed.push(`${commit}: ${run.stderr.split('\n')[0]}`);
    continue;
  }
  for (const finding of JSON.parse(run.stdout).findings) {
    const key = `${finding.rule} ${finding.severity}`;
    rules[key] = (rules[key] ?? 0) + 1;
    if (out !== undefined) appendFileSync(out, `${JSON.stringify({ step: commit, ...finding })}\n`);
  }
}
millis.sort((a, b) => a - b);
const at = (share) => Math.round(millis[Math.min(millis.length - 1, Math.floor(millis.length * share))] ?? 0);
console.log(
  `${millis.length} changes; exit codes ${JSON.stringify(exits)}; ms per change: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`,
);
for (const [rule, n] of Object.entries(rules).sort()) console.log(`  ${rule}: ${n}`);
for (const line of crashed) console.log(`  without a report: ${line}`);
process.exitCode = crashed.length > 0 ? 1 : 0;
