import type { RawCommit } from '../../git/object/object.ts';
import { version } from '../../version.ts';
import { findingRecord, json, person } from '../machine/json.ts';
import type { LastGood } from './last-good.ts';
import { returnCommands } from './return-commands.ts';

/** Objects that are listed; the others are counted. */
const mostObjects = 5_000;

/** The answer as JSON (last-good.md, "JSON"). What has no value is null. */
export function lastGoodJson(answer: LastGood): string {
  const { branch, ref, head, begin, beginWhy, walked, good, isJudged, state, bad, since, report, leaks, notes } =
    answer;
  const objects = 'what' in answer.objects ? undefined : answer.objects;
  return json({
    schemaVersion: 1,
    toolVersion: version,
    command: 'last-good',
    branch,
    ref,
    head: commitRecord(head),
    headState: state,
    lastGood: { ...commitRecord(good), judged: isJudged },
    walk: { begin: begin.id, why: beginWhy, commits: walked, policy: head.id },
    badCommits: bad.map(({ commit, state: outcome, brings }) => ({ ...commitRecord(commit), outcome, brings })),
    findings: (report?.verdict.findings ?? []).map((finding) => ({
      ...findingRecord(finding),
      since: since.get(finding.fingerprint) ?? null,
    })),
    notListed: report?.notListed,
    unjudged: report?.verdict.unjudged ?? [],
    commits: (report?.range.commits ?? []).length,
    objects:
      objects?.slice(0, mostObjects).map((object) => ({ ...object, namespace: object.namespace ?? null })) ?? null,
    objectsInAll: objects?.length ?? null,
    leaks,
    notes: 'what' in answer.objects ? [...notes, answer.objects.what] : notes,
    commands: report === undefined ? null : returnCommands(answer),
  });
}

const commitRecord = ({ id, parents, author, committer, subject }: RawCommit) => ({
  sha: id,
  parents,
  subject,
  author: person(author),
  committer: person(committer),
});
