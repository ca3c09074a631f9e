import { statSync } from 'node:fs';

/** The test files that take longest, the longest first: one that begins last keeps a single core busy after all others. */
const slow = [
  'fix/cases',
  'rules/rules',
  'host/gitlab-pipeline',
  'host/github-comments',
  'host/action',
  'host/github-network',
  'render/hostile',
  'end-to-end/command-line',
  'end-to-end/last-good',
  'render/hostile-verdicts',
  'host/gitlab-faults',
  'git/missing-objects',
  'gather/bounds',
  'render/proportion',
  'end-to-end/who-signed',
  'host/github-faults',
  'end-to-end/fix',
  'end-to-end/posture',
  'rules/suggestions',
  'git/hostile',
  'end-to-end/tricks',
  'secrets/own-formats',
  'host/github-large',
  'gather/review-diff',
  'end-to-end/import',
  'host/github-posture',
  'report/siem',
  'signature/wycheproof',
  'end-to-end/promises',
  'render/declared',
];

/** A jest sequencer: slow files first, then the others by size. Durations of an earlier run do not count, so that every machine has one order. */
// biome-ignore lint/style/noDefaultExport: jest takes the default export.
export default class SlowFirst {
  sort(tests) {
    const ranked = tests.map((test) => ({ test, rank: rankOf(test.path), size: statSync(test.path).size }));
    return ranked.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

function rankOf(path) {
  const at = slow.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
  return at < 0 ? slow.length : at;
}
