import { fieldName, objectName, subjectOf } from '../../secrets/compare/describe.ts';
import type { PassingSecrets } from '../../secrets/compare/passing-secrets.ts';
import type { SecretOccurrence } from '../../secrets/judge/secret-occurrence.ts';
import { worse } from '../../severity.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';

/** Finds secrets that one commit of the range added and that are gone from the result: they are in the history all the same. */
export const secretInHistory: Rule = {
  id: 'secret-in-history',
  category: 'secret',
  severity: 'critical',
  summary: 'A commit of the change adds a plaintext secret that a later one takes out again: it stays in the history.',
  *check({ passing, change }) {
    for (const each of passing) yield observe(each, change);
  },
};

/** Secrets that are named in the message; the details name more. */
const most = 3;
const mostDetails = 50;

function observe({ commit, path, occurrences }: PassingSecrets, { range }: Evidence['change']): Observation {
  const places = occurrences.map(describe);
  const rest = places.length > most ? ` and ${places.length - most} more` : '';
  const isOne = places.length === 1;
  const isPushed = range.kind === 'push' || range.kind === 'first-push';
  return {
    message: `Commit ${commit.slice(0, 12)} adds ${places.slice(0, most).join(', ')}${rest} to ${path}, and the result no longer has ${isOne ? 'it' : 'them'}: the history has.`,
    remedy: `Rotate ${isOne ? 'the secret' : 'the secrets'}: whoever can read the repository can read the commit. ${
      isPushed
        ? 'It stays reachable after it is removed from the branch.'
        : 'Then take the commit out of the branch with a rebase, so that a merge does not bring it in. That, or a squash merge, does not replace the rotation: the forge keeps the commits of a request under a ref of its own.'
    }`,
    details: occurrences.slice(0, mostDetails).map((each) => `line ${each.locate().line}: ${describe(each)}`),
    references: ['CWE-312', 'CWE-540'],
    severity: occurrences.map(({ severity }) => severity).reduce(worse),
    commit,
    subject: [...new Set([path, ...occurrences.flatMap(subjectOf)])],
  };
}

function describe(occurrence: SecretOccurrence): string {
  const field = fieldName(occurrence);
  const what = occurrence.what ?? 'a secret in plain text';
  const where = [occurrence.object && objectName(occurrence.object, occurrence.secret), field].filter(Boolean);
  return where.length === 0 ? what : `${what} (${where.join(': ')})`;
}
