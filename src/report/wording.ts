import type { Verdict } from '../gate.ts';
import type { ObjectId } from '../git/object/object.ts';
import type { Range } from '../git/range/range.ts';
import type { ObjectIdentity } from '../kube/resource.ts';
import { type Severity, severities } from '../severity.ts';
import type { Unjudged } from '../unjudged.ts';
import { type HistoryCoverage, notInPatch, patchFile, type RenderingCoverage, type Report } from './report.ts';
import { clip } from './visible.ts';

/** How many hex digits of a fingerprint people see. */
export const shownFingerprint = 12;

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** With a capital letter. */
export const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `1 critical, 2 high`; empty without any. */
function severityCounts(counts: Readonly<Record<Severity, number>>): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${severity}`)
    .join(', ');
}

/** The abbreviated id people know from git. */
export const shortId = (id: ObjectId) => id.slice(0, 7);

/** The verdict in a word or two: one that would have blocked, and only watched, does not read as a pass. */
export function verdictWords({ outcome, wouldBlock }: Pick<Verdict, 'outcome' | 'wouldBlock'>): string {
  if (outcome === 'passed' && wouldBlock) return 'watching, would have blocked';
  return { passed: 'passed', blocked: 'blocked', 'could-not-judge': 'could not judge' }[outcome];
}

/** The verdict in one line. */
export function headline(report: Report): string {
  return `${sentence(verdictWords(report.verdict))}: ${reasoning(report)}`;
}

/** Why nothing blocks, where it is only watched. */
function watching({ failOn, failOnFrom }: Verdict): string {
  if (failOn !== 'never') return '';
  const where = failOnFrom === 'input' ? 'this run’s fail-on is never' : `failOn is never in ${failOnFrom}`;
  return ` Nothing blocks, because ${where}.`;
}

/** The first thing that could not be judged, and how many more. */
function why([first, ...more]: readonly Unjudged[]): string {
  const what = clip(first?.what ?? '', 300).replace(/[.\s]*$/, '');
  return more.length === 0 ? `${what}.` : `${what}; and ${count(more.length, 'thing')} more.`;
}

const whats: Readonly<Record<Report['command'], string>> = {
  check: 'this change',
  audit: 'what is there',
  posture: 'how the repository is set up',
  verify: 'this change',
};

/** What the verdict rests on, in a few sentences. */
export function reasoning({ verdict, counts, blockingCounts, total, command, coverage }: Report): string {
  const { unjudged, outcome, wouldBlock } = verdict;
  const { findings: number, blocking } = total;
  const all = count(number, 'finding');
  const found = number === 0 ? 'no findings' : `${all} (${severityCounts(counts)})`;
  const unrendered = coverage.rendering?.notRendered.length ?? 0;
  const roots = unrendered === 0 ? '' : ` ${count(unrendered, 'root')} could not be rendered.`;
  const unknown = `${unjudged.length > 0 ? ` ${count(unjudged.length, 'thing')} could not be judged.` : ''}${roots}`;
  const what = whats[command];
  switch (outcome) {
    case 'blocked':
      return `${blocking} of ${all} (${severityCounts(blockingCounts)}) ${blocking === 1 ? 'blocks' : 'block'} ${what}.${unknown}`;
    case 'could-not-judge':
      return `${why(unjudged)} ${sentence(found)}.${roots}`;
    case 'passed':
      return `${found}${number > 0 && !wouldBlock ? ', none of which blocks' : ''}.${roots}${watching(verdict)}`;
  }
}

/** What was compared, e.g. `1a2b3c4 (main) with what it would be after merging 5d6e7f8`: the branch is what the verdict counts for. */
export function comparison({ kind, target, branch, mergeBase, head, before, after, tag }: Range): string {
  const id = (value: ObjectId | undefined, otherwise: string) => (value === undefined ? otherwise : shortId(value));
  if (target === undefined && before === undefined && head === undefined && after === undefined) {
    return 'nothing: its commits are missing';
  }
  const into = branch === undefined ? '' : ` (${branch})`;
  switch (kind) {
    case 'audit':
      return `everything in ${id(after ?? head, 'the tree')}`;
    case 'tag':
      return `tag ${id(tag ?? head, '(lightweight)')}`;
    case 'staged':
      return `${id(before ?? target, 'the empty tree')} with what is staged`;
    case 'first-push':
      return `the first push, up to ${id(head, 'the head')}`;
    case 'push':
      return `${id(before, 'the empty tree')}${into} with ${id(after ?? head, 'the head')}`;
    default:
      return after !== undefined && after !== head
        ? `${id(target, 'the empty tree')}${into} with what it would be after merging ${id(head, 'the index')}`
        : `${id(before ?? mergeBase, 'the empty tree')}${into} with ${id(head, 'the index')}`;
  }
}

/** What a run does with what it looks at: an audit has nothing to compare it with. */
export const comparing = ({ kind }: Range): 'audit' | 'compare' => (kind === 'audit' ? 'audit' : 'compare');

/** What was read, in one sentence; of an audit nothing has changed. */
export function coverageLine({ coverage, range }: Pick<Report, 'coverage' | 'range'>): string {
  const { filesChanged, filesRead, contextFilesRead, readWithoutStructure, skipped, rendering, history } = coverage;
  const isWhole = range.kind === 'audit';
  const parts = [
    isWhole ? count(filesChanged, 'file') : `${count(filesChanged, 'file')} changed`,
    `${filesRead} read`,
    ...(isWhole && contextFilesRead === 0 ? [] : [`${contextFilesRead} more read for context`]),
    ...(readWithoutStructure.length > 0 ? [`${readWithoutStructure.length} read without structure`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    ...(rendering === undefined ? [] : renderingParts(rendering, isWhole)),
    ...historyParts(history),
  ];
  return `${parts.join(', ')}.`;
}

/** Young histories are left out: nobody can do anything about them. */
function historyParts(history: HistoryCoverage | undefined): readonly string[] {
  if (history === undefined || (history.changes > 0 && history.notCompared !== undefined)) return [];
  if (history.notCompared !== undefined) return [`not compared with earlier changes (${history.notCompared})`];
  return [`compared with ${count(history.changes, 'earlier change')}`];
}

function renderingParts({ rendered, notRendered, tools }: RenderingCoverage, isWhole: boolean): readonly string[] {
  const reached = rendered + notRendered.length;
  if (reached === 0) return [];
  const by = tools.length === 0 ? '' : ` with ${tools.join(' and ')}`;
  return [`${rendered} of ${count(reached, 'root')}${isWhole ? '' : ' that the change reaches'} rendered${by}`];
}

/** How many commits (or tags) are accepted, e.g. `3 of 5 commits accepted: 3 good, 2 unsigned`. */
export function signatureLine({ commits }: Pick<Report, 'commits'>): string {
  const states = new Map<string, number>();
  for (const { signature } of commits) states.set(signature.state, (states.get(signature.state) ?? 0) + 1);
  const noun = commits.every(({ kind }) => kind === 'tag') ? 'tag' : 'commit';
  const accepted = commits.filter(({ signature }) => signature.accepted).length;
  return `${accepted} of ${count(commits.length, noun)} accepted: ${[...states].map(([state, n]) => `${n} ${state}`).join(', ')}`;
}

/** What of the findings goes with the patch, and what only without it; undefined where nothing is fixed. `flags`: those that find the change again. */
export function fixLine({ fix }: Pick<Report, 'fix'>, flags: string): string | undefined {
  if (fix === undefined) return undefined;
  const all = count(fix.fixed.length + fix.left.length, 'finding');
  const only = fix.left.filter(({ why }) => why === notInPatch).length;
  const inClone = `in a clone: gitops-gate fix${flags} --apply`;
  const why = `since a patch would put a secret back in one of ${count(fix.leftOut.length, 'file')} (fix.leftOut in report.json)`;
  if (fix.patch === '')
    return only === 0 ? undefined : `${only} of ${all} would go, but not with a patch, ${why}; ${inClone}`;
  const rest = only === 0 ? '' : `, and ${only} more without it, ${why}`;
  return `${fix.fixed.length} of ${all} would go with the patch ${patchFile} among the reports${rest}; ${inClone}`;
}

/** Of a long list of details the first ones, which are the worst, and the last ones, which hold for all of it. */
const detailsShown = { first: 3, last: 3 } as const;

/** The details of a finding as far as people read them; report.json has them all. */
export function shownDetails(details: readonly string[] = []): readonly string[] {
  const { first, last } = detailsShown;
  const more = details.length - first - last;
  if (more < 2) return details;
  return [...details.slice(0, first), `and ${more} more in report.json`, ...details.slice(-last)];
}

/** An object as an entry of the policy names it: `Deployment/shop/web`. Empty for what has no name. */
export function objectText({ kind, namespace, name }: ObjectIdentity): string {
  return name === '' ? '' : [kind, namespace, name].filter(Boolean).join('/');
}
