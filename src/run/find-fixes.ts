import { Workbench } from '../fix/candidates/workbench.ts';
import { type Patch, patchOf } from '../fix/patch/patch.ts';
import { type PatchedFile, patchedFiles } from '../fix/patched.ts';
import { type Fix, findFix, type Outlook } from '../fix/rounds.ts';
import { blobId, overlaid } from '../git/overlay.ts';
import type { Range } from '../git/range/range.ts';
import type { Repository } from '../git/repository.ts';
import { redactText } from '../report/redact.ts';
import type { Report } from '../report/report.ts';
import type { Evidence } from '../rules/evidence.ts';

/** One file of a fix: as the head has it, and as it is to be. */
export interface FixedFile {
  readonly path: string;
  readonly before: PatchedFile;
  readonly after: PatchedFile;
}

/** How to make a change's findings go away, as it was judged again. */
export interface ChangeFix {
  readonly fix: Fix;
  readonly files: readonly FixedFile[];
  readonly patch: Patch;
}

/** Findings that fixes are looked for, at most: the worst ones. */
const mostTargets = 300;

/** What a judgement leaves for its fixes. */
export interface Judged {
  readonly report: Report;
  readonly evidence: Evidence;
}

/** Looks for the smallest changes of the head's files that make findings go away, of one rule where it is named, judging each time what is left. */
export async function findFixes(
  repository: Repository,
  range: Range,
  { report, evidence }: Judged,
  rule: string | undefined,
  judge: (repository: Repository, range: Range) => Promise<Report>,
): Promise<ChangeFix> {
  const { change, policy, secrets } = evidence;
  const { findings, suppressed, unjudged } = report.verdict;
  const asked = findings.filter((finding) => rule === undefined || finding.rule === rule);
  const closed = await changedByTarget(repository, range);
  const bench = new Workbench(change.touched, secrets, policy.limits, closed);
  const known = new Set([...findings, ...suppressed].map(({ fingerprint }) => fingerprint));
  const rejudge = async (files: ReadonlyMap<string, PatchedFile>): Promise<Outlook> => {
    const { repository: patched, tree } = overlaid(repository, range.after ?? '', files);
    // The commits are what they are; what counts is the files.
    const again = await judge(patched, {
      ...range,
      head: undefined,
      result: tree,
      after: tree,
      commits: [],
      tag: undefined,
    });
    return { findings: again.verdict.findings, unjudged: again.verdict.unjudged.length };
  };
  const start = asked.slice(0, mostTargets);
  const fix = await findFix(start, known, bench, unjudged.length, (changes) => rejudge(patchedFiles(changes, bench)));
  const more = asked
    .slice(mostTargets)
    .map((target) => ({ target, why: `fixes are looked for the worst ${mostTargets} findings only` }));
  const mask = (text: string) => secrets.known.mask(redactText(text));
  const patch = patchOf(fix.changes, bench, {
    blobId: (bytes) => blobId(bytes, repository.objectFormat),
    mask,
    secretFiles: secretFiles(fix),
  });
  return { fix: withMore(masked(fix, mask), more), files: filesOf(fix, bench), patch };
}

function filesOf({ changes }: Fix, bench: Workbench): readonly FixedFile[] {
  return [...patchedFiles(changes, bench)].map(([path, after]) => {
    const side = bench.file(path)?.file.after;
    return { path, before: side && { mode: side.mode, bytes: side.bytes }, after };
  });
}

function secretFiles({ fixed }: Fix): ReadonlySet<string> {
  const ofSecrets = fixed.filter(({ target }) => target.category === 'secret');
  return new Set(
    ofSecrets.flatMap(({ target: { position, places = [] } }) =>
      [position, ...places].flatMap((place) => place?.file ?? []),
    ),
  );
}

const withMore = (fix: Fix, left: Fix['left']): Fix => ({ ...fix, left: [...fix.left, ...left] });

function masked(fix: Fix, mask: (text: string) => string): Fix {
  return {
    changes: fix.changes,
    fixed: fix.fixed.map((each) => ({ ...each, what: mask(each.what) })),
    left: fix.left.map((each) => ({ ...each, why: mask(each.why) })),
  };
}

/** Files of a request that its target has changed too: what is judged is their merge, and a fix would be for a text that the head does not have. */
async function changedByTarget(repository: Repository, { head, after }: Range): Promise<ReadonlyMap<string, string>> {
  if (head === undefined || after === undefined || head === after) return new Map();
  const changes = await repository.changes(head, after);
  return new Map(
    changes.map(({ path }) => [path, 'the target branch has changed the file too: merge it or rebase first']),
  );
}
