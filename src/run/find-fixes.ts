import { placesOf, type Target } from '../fix/candidates/candidate.ts';
import { Workbench } from '../fix/candidates/workbench.ts';
import { type PatchedFile, patchedFiles } from '../fix/files-after-fix.ts';
import { type Patch, patchOf } from '../fix/patch/patch.ts';
import { type Fix, type Fixed, findFix, type Outlook, type Rejudge } from '../fix/rounds.ts';
import { type Suggestion, suggestionOf } from '../fix/suggestion.ts';
import { blobId, overlaid } from '../git/overlay.ts';
import type { Range } from '../git/range/range.ts';
import type { Repository } from '../git/repository.ts';
import type { Inputs } from '../inputs.ts';
import { redactText } from '../report/redact.ts';
import { notInPatch, patchFile, type Report } from '../report/report.ts';
import type { Evidence } from '../rules/evidence.ts';
import { harmless, type Part, partsOf } from './patch-parts.ts';

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
  /** What of `fix.fixed` stays after the patch, since a file is left out of it. */
  readonly onlyApplied: readonly Fixed[];
  /** Lines in place of a finding's own, by its fingerprint, where that is all of its fix. */
  readonly suggestions: ReadonlyMap<string, Suggestion>;
}

/** How much is looked for. */
export interface Effort {
  /** Only the findings of this rule. */
  readonly rule?: string | undefined;
  /** Findings that fixes are looked for, at most: the worst ones. */
  readonly targets: number;
  /** Judgements after which no other ways are tried. */
  readonly rounds: number;
}

/** Where fixes are what is asked for. */
const wholeEffort: Effort = { targets: 300, rounds: 14 };

/** Where they come with a report, which nobody should wait for long. */
const smallEffort: Effort = { targets: 50, rounds: 3 };

/** What a judgement reads at most that is done again only for what comes along with reports: each further one costs as much. */
const cheap = { files: 300, roots: 10 };

/** How much is looked for: all that can be where fixes are asked for, and what comes along with reports; `too-large`: nothing, since each judgement takes long. Undefined where nobody wants any. */
export function effortOf(
  { fix, out, command }: Inputs,
  { before }: Range,
  { verdict, coverage }: Pick<Report, 'verdict' | 'coverage'>,
): Effort | 'too-large' | undefined {
  if (fix !== undefined) return { ...wholeEffort, ...fix };
  const isWanted = out !== undefined && command === 'check' && before !== undefined && verdict.findings.length > 0;
  const { filesRead, contextFilesRead, rendering } = coverage;
  const roots = rendering === undefined ? 0 : rendering.rendered + rendering.notRendered.length;
  if (!isWanted) return undefined;
  return filesRead + contextFilesRead <= cheap.files && roots <= cheap.roots ? smallEffort : 'too-large';
}

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
  { rule, targets, rounds }: Effort,
  judge: (repository: Repository, range: Range) => Promise<Report>,
): Promise<ChangeFix> {
  const { change, policy, secrets } = evidence;
  const { findings, suppressed, unjudged } = report.verdict;
  const asked = findings.filter((finding) => rule === undefined || finding.rule === rule);
  const closed = await changedByTarget(repository, range);
  const bench = new Workbench(change.touched, secrets, policy.limits, closed);
  const known = new Set([...findings, ...suppressed].map(({ fingerprint }) => fingerprint));
  const judgeFrom = (before: Range['before']) => async (changes: Fix['changes']) => {
    const { repository: patched, tree } = overlaid(repository, range.after ?? '', patchedFiles(changes, bench));
    // The commits are what they are; what counts is the files.
    const files = { ...range, before, head: undefined, result: tree, after: tree, commits: [], tag: undefined };
    const { verdict } = await judge(patched, files);
    return { findings: verdict.findings, unjudged: verdict.unjudged.length };
  };
  const again: Rejudge = { fromBase: judgeFrom(range.before), fromHead: judgeFrom(range.after) };
  const start = asked.slice(0, targets);
  const others = findings.filter((finding) => !start.includes(finding));
  const fix = await findFix({ targets: start, others, rule, known, bench, unjudged: unjudged.length, rounds }, again);
  const gone = new Set(fix.fixed.map(({ target }) => target.fingerprint));
  const more = asked
    .slice(targets)
    .filter(({ fingerprint }) => !gone.has(fingerprint))
    .map((target) => ({ target, why: `fixes are looked for the worst ${targets} findings only` }));
  const mask = (text: string) => secrets.known.mask(redactText(text));
  const secret = secretFiles([...findings, ...suppressed, ...fix.fixed.map(({ target }) => target)]);
  const context = { blobId: (bytes: Buffer) => blobId(bytes, repository.objectFormat), mask, secretFiles: secret };
  const written = (changes: Fix['changes']) => patchOf(changes, bench, context);
  const said = withMore(masked(fix, mask), more);
  const isUnharmed = ({ findings: left, unjudged: missing }: Outlook) =>
    missing <= unjudged.length && left.every(({ fingerprint }) => known.has(fingerprint));
  const delivered = await inPatch(said, written, rounds, again.fromBase, isUnharmed);
  return { fix: said, files: filesOf(fix, bench), ...delivered, suggestions: suggestions(fix, bench, mask) };
}

/**
 * The patch, and what it does not fix. Where a file is left out of it, so is what depends on that file; what is left is another
 * change, and is judged as such, at most `mostTries` times.
 */
async function inPatch(
  { changes, fixed }: Fix,
  written: (changes: Fix['changes']) => Patch,
  mostTries: number,
  judgeAgain: (changes: Fix['changes']) => Promise<Outlook>,
  isUnharmed: (outlook: Outlook) => boolean,
): Promise<Pick<ChangeFix, 'patch' | 'onlyApplied'>> {
  const whole = written(changes);
  if (whole.leftOut.length === 0) return { patch: whole, onlyApplied: [] };
  const isOpen = (part: Part) => !part.some(({ path }) => whole.leftOut.includes(path));
  const parts = partsOf(changes, fixed).filter(isOpen);
  const { kept, seen } = await harmless(parts, mostTries, judgeAgain, isUnharmed);
  const { text, blind } = written(kept.flat());
  const inIt = new Set(kept.flat().map(({ path }) => path));
  const leftOut = changes.map(({ path }) => path).filter((path) => !inIt.has(path));
  const remaining = new Set(seen?.findings.map(({ fingerprint }) => fingerprint));
  const stays = ({ target }: Fixed) => seen === undefined || remaining.has(target.fingerprint);
  return { patch: { text, blind, leftOut }, onlyApplied: fixed.filter(stays) };
}

function suggestions(
  { fixed }: Fix,
  bench: Workbench,
  mask: (text: string) => string,
): ReadonlyMap<string, Suggestion> {
  const all = fixed.flatMap((each) => {
    const found = suggestionOf(each, bench);
    return found === undefined || mask(found.suggestion) !== found.suggestion
      ? []
      : [[each.target.fingerprint, found] as const];
  });
  return new Map(all);
}

/** The report where no fixes were looked for, and why. */
export function withoutFix(report: Report, why: string): Report {
  const { verdict } = report;
  const note = `There is no ${patchFile} among the reports: ${why}. Call gitops-gate fix in a clone.`;
  return { ...report, verdict: { ...verdict, notes: [...verdict.notes, note] } };
}

/** Why fixes do not come along with the reports of a large change. */
export const tooLarge = `looking for fixes judges the change a few times again, and this one reads more than ${cheap.files} files or ${cheap.roots} roots`;

/** The report with what is known of fixes: the patch, and suggestions for findings without one. */
export function withFix(report: Report, { fix, patch, onlyApplied, suggestions }: ChangeFix): Report {
  const findings = report.verdict.findings.map((finding) => {
    const found =
      finding.suggestion === undefined && finding.endLine === undefined
        ? suggestions.get(finding.fingerprint)
        : undefined;
    return found === undefined ? finding : { ...finding, ...found };
  });
  const { text, blind, leftOut } = patch;
  return {
    ...report,
    verdict: { ...report.verdict, findings },
    fix: {
      patch: text,
      blind,
      leftOut,
      fixed: fix.fixed
        .filter((each) => !onlyApplied.includes(each))
        .map(({ target, what }) => ({ fingerprint: target.fingerprint, what })),
      left: [...fix.left, ...onlyApplied.map(({ target }) => ({ target, why: notInPatch }))].map(({ target, why }) => ({
        fingerprint: target.fingerprint,
        why,
      })),
    },
  };
}

function filesOf({ changes }: Fix, bench: Workbench): readonly FixedFile[] {
  return [...patchedFiles(changes, bench)].map(([path, after]) => {
    const side = bench.file(path)?.file.after;
    return { path, before: side && { mode: side.mode, bytes: side.bytes }, after };
  });
}

/** Rules of secrets that find no value: what may read them, how old they are. */
const withoutValues: ReadonlySet<string> = new Set(['secret-store-widened', 'secret-stale']);

/** Files in which a secret was found, also where it is accepted or nothing is done about it. Recipients in .sops.yaml are public. */
function secretFiles(targets: readonly Target[]): ReadonlySet<string> {
  const isOfRecipients = ({ rule, position }: Target) =>
    rule === 'sops-broken' && /(?:^|\/)\.sops\.ya?ml$/.test(position?.file ?? '');
  const ofSecrets = targets.filter(
    (target) => target.category === 'secret' && !withoutValues.has(target.rule) && !isOfRecipients(target),
  );
  return new Set(ofSecrets.flatMap((target) => placesOf(target).map(({ file }) => file)));
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
