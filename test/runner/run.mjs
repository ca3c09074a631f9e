import { availableParallelism } from 'node:os';

// A test that waits for a program leaves its core to another one. A thorough run starts every program anew, which fills the cores by itself.
const isChosen = process.argv.some((each) => /^(?:-w|--maxWorkers|-i|--runInBand)(?:=|$)/.test(each));
if (!isChosen && process.env.GITOPS_GATE_TESTS !== 'thorough') {
  process.argv.push(`--maxWorkers=${2 * availableParallelism()}`);
}
await import('jest/bin/jest');
