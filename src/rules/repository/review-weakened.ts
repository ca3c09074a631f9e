import { isInFolder } from '../../policy/trusted-folder.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';
import { gatePipelines } from './gate-changed/pipelines.ts';
import { newAutomerge } from './review-weakened/automerge.ts';
import { lostOwners } from './review-weakened/owners.ts';
import type { ReviewLoss } from './review-weakened/review-loss.ts';
import { lostProtection } from './review-weakened/settings.ts';

/** Changes that need less review from the merge on: fewer owners, less protected branches, merges without a person. */
export const reviewWeakened: Rule = {
  id: 'review-weakened',
  category: 'repository',
  severity: 'high',
  summary: 'Manifests lose their code owners, branches their protection, or updates are merged without a person.',
  *check({ change, policy }: Evidence): Iterable<Observation> {
    // An audit compares with nothing: there is no change to judge.
    if (change.range.kind === 'audit') return;
    const pipelines = new Set(gatePipelines(change));
    const losses = [
      ...lostOwners(change, (path) => pipelines.has(path) || isInFolder(path, policy.folder)),
      ...lostProtection(change),
      ...change.touched.flatMap(newAutomerge),
    ];
    yield* losses.map(observe);
  },
};

const remedies: Readonly<Record<string, string>> = {
  owners:
    'Keep a line with owners that matches these files after every other that does: the last one that matches holds.',
  settings: 'Keep the setting: from the merge on whoever may push could change what clusters run without a review.',
  terraform: 'Keep the setting: once it is applied whoever may push could change what clusters run without a review.',
  automerge: 'Have updates of what clusters run approved by a person, or limit it to files that are not delivered.',
};

const references = ['OWASP CICD-SEC-1', 'NIST 800-53 CM-3'];

function observe({ file, line, removedAt, what, severity, code }: ReviewLoss): Observation {
  return {
    message: `${file} ${what}.`,
    remedy: remedies[code[0] ?? ''] ?? '',
    references,
    severity,
    ...(line === undefined ? {} : { position: { file, line, column: 1 } }),
    ...(removedAt === undefined || (line !== undefined && code[0] === 'automerge')
      ? {}
      : { removedAt: { ...removedAt, column: 1 } }),
    subject: [file, ...code],
  };
}
