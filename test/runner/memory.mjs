// Temporary files of tests are kept in memory where that is possible: git waits for the disk after each fetch and push, and what tests
// made is gone a moment later. A machine whose /dev/shm is small or runs no programs, as in many containers, has them where they always are.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
const least = 4 * 1024 ** 3;

if (process.env.TMPDIR === undefined && isUsable()) process.env.TMPDIR = memory;

function isUsable() {
  if (process.platform !== 'linux') return false;
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= least && runsPrograms();
  } catch {
    return false;
  }
}

function runsPrograms() {
  const folder = mkdtempSync(join(memory, 'gitops-gate-test-'));
  try {
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n');
    chmodSync(program, 0o755);
    return spawnSync(program).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
