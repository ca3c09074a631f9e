import type { Finding, Suppressed } from '../../gate.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import { count } from '../wording.ts';
import type { Control, Framework } from './framework.ts';
import { frameworks, rulesOf } from './frameworks.ts';
import { rulesOfChanges, rulesOfSettings } from './topics-of-rules.ts';

/** What the rules that speak to a control say of it. None of them is "met": that is for an auditor to say. */
export const results = [
  /** There are findings. */
  'findings',
  /** There were findings, and the base branch's policy accepts all of them. */
  'accepted',
  /** Nothing was found, and not all of it could be judged. */
  'partly-judged',
  /** Nothing was found in all that was read. */
  'nothing-found',
  /** No rule that speaks to it ran. */
  'not-checked',
  /** No rule of the gate speaks to it. */
  'no-rule',
] as const;

export type Result = (typeof results)[number];

export interface Assessment {
  readonly control: Control;
  readonly rules: readonly string[];
  readonly result: Result;
  /** Those that the report lists. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly Suppressed[];
  /** Why less is said than that nothing was found. */
  readonly because: readonly string[];
  /** How many commits were verified, and how many of them are accepted; of controls that signatures speak to. */
  readonly commits?: { readonly verified: number; readonly accepted: number };
}

export interface FrameworkAssessment {
  readonly framework: Framework;
  readonly controls: readonly Assessment[];
}

/** Each control of each framework: the rules that speak to it, what they found, and what kept them from looking. */
export function assess(
  report: Report,
  rules: readonly Pick<RuleInfo, 'id' | 'category'>[],
): readonly FrameworkAssessment[] {
  const idle = new Map(rules.flatMap((rule) => idleRule(rule, report)));
  const evidence: Evidence = {
    report,
    // Of settings that nobody asked for nothing is said.
    known: new Set(rules.flatMap(({ id }) => (report.posture === undefined && rulesOfSettings.has(id) ? [] : id))),
    signatureRules: new Set(rules.filter(({ category }) => category === 'signature').map(({ id }) => id)),
    idle,
    doubts: doubts(report),
  };
  return frameworks.map((framework) => ({
    framework,
    controls: framework.controls.map((control) => assessControl(control, framework, evidence)),
  }));
}

interface Evidence {
  readonly report: Report;
  readonly known: ReadonlySet<string>;
  readonly signatureRules: ReadonlySet<string>;
  /** Rules that did not look at anything, and why. */
  readonly idle: ReadonlyMap<string, string>;
  readonly doubts: Doubts;
}

function assessControl(control: Control, framework: Framework, evidence: Evidence): Assessment {
  const { report, known, signatureRules, idle } = evidence;
  const rules = rulesOf(control).filter((rule) => known.has(rule));
  const own = new Set(rules);
  const counts = (finding: Finding) => own.has(finding.rule) && isAbout(finding, control, framework);
  const findings = report.verdict.findings.filter(counts);
  const accepted = report.verdict.suppressed.filter(counts);
  const unlisted = report.notListed !== undefined && rules.some((rule) => (report.rules[rule] ?? 0) > 0);
  const because = [
    ...new Set([
      ...rules.flatMap((rule) => idle.get(rule) ?? []),
      ...rules.flatMap((rule) => partlyOff(rule, report) ?? []),
      ...(unlisted && report.notListed !== undefined ? [report.notListed] : []),
      ...evidence.doubts.ofAll,
      ...(rules.some((rule) => rulesOfSettings.has(rule)) ? evidence.doubts.ofSettings : []),
      ...(rules.some((rule) => !signatureRules.has(rule)) ? evidence.doubts.ofManifests : []),
    ]),
  ];
  const verified = report.commits.length;
  const hasSignatures = verified > 0 && rules.some((rule) => signatureRules.has(rule) && !idle.has(rule));
  return {
    control,
    rules,
    result: resultOf(rules, idle, findings.length, accepted.length, because),
    findings,
    accepted,
    because,
    ...(hasSignatures
      ? { commits: { verified, accepted: report.commits.filter(({ signature }) => signature.accepted).length } }
      : {}),
  };
}

function resultOf(
  rules: readonly string[],
  idle: ReadonlyMap<string, string>,
  found: number,
  accepted: number,
  because: readonly string[],
): Result {
  if (rules.length === 0) return 'no-rule';
  if (found > 0) return 'findings';
  if (rules.every((rule) => idle.has(rule))) return 'not-checked';
  if (because.length > 0) return 'partly-judged';
  return accepted > 0 ? 'accepted' : 'nothing-found';
}

/** Findings that cite controls of a framework count for those alone. */
function isAbout({ references = [] }: Finding, { id, byRule }: Control, { cites }: Framework): boolean {
  return cites === undefined || byRule === true || references.includes(`${cites}${id}`);
}

const isOff = (rule: string) => `${rule} is off in the base branch’s policy.`;

/** Where a rule is off in some scopes, that it is. */
function partlyOff(id: string, { verdict }: Report): string | undefined {
  const scopes = verdict.offIn?.find(({ rule }) => rule === id)?.scopes;
  return scopes && `${id} is off in the base branch’s policy for findings in ${scopes.join(', ')}.`;
}

/** A rule that did not look at anything, with the reason; nothing where it did. */
function idleRule(
  { id, category }: Pick<RuleInfo, 'id' | 'category'>,
  report: Report,
): readonly (readonly [string, string])[] {
  const { verdict, command, range, commits } = report;
  if (verdict.off?.includes(id)) return [[id, isOff(id)]];
  if (category === 'signature') {
    return commits.length === 0 ? [[id, 'No commit was verified: the run looked at files alone.']] : [];
  }
  if (command === 'verify') return [[id, 'The run verified signatures alone.']];
  if (range.after === undefined) return [[id, 'No files were compared.']];
  const readsSettings = report.posture !== undefined && (rulesOfSettings.has(id) || id === 'workflow-permissions');
  if (command === 'posture' && !readsSettings) return [[id, 'The run looked at the repository’s settings alone.']];
  const hasNoChange = command === 'audit' && rulesOfChanges.has(id) && !readsSettings;
  return hasNoChange ? [[id, `${id} speaks of changes, and an audit has none.`]] : [];
}

/** What keeps "nothing found" from saying that there is nothing. */
interface Doubts {
  readonly ofAll: readonly string[];
  readonly ofManifests: readonly string[];
  readonly ofSettings: readonly string[];
}

function doubts({ verdict, coverage, rules, posture }: Report): Doubts {
  const { unjudged, suppressed, off = [] } = verdict;
  const { readWithoutStructure, rendering } = coverage;
  const unrendered = rendering?.notRendered.length ?? 0;
  // What is accepted was not read either.
  const number = (id: string) => (rules[id] ?? 0) + suppressed.filter(({ rule }) => rule === id).length;
  const [unreadable, unknown] = [number('unreadable-manifest'), number('delivery-changed')];
  const unchecked = posture?.checks.filter(({ state }) => state === 'could-not-check').length ?? 0;
  return {
    ofSettings: unchecked > 0 ? [`${count(unchecked, 'setting')} of the repository could not be checked.`] : [],
    ofAll: unjudged.length > 0 ? [`${count(unjudged.length, 'thing')} of the run could not be judged.`] : [],
    ofManifests: [
      ...['unreadable-manifest', 'delivery-changed'].flatMap((id) => (off.includes(id) ? [isOff(id)] : [])),
      ...(unreadable > 0
        ? [`Not all manifests could be read: ${count(unreadable, 'finding')} of unreadable-manifest.`]
        : []),
      ...(unknown > 0 ? [`Not all that is delivered is known: ${count(unknown, 'finding')} of delivery-changed.`] : []),
      ...(readWithoutStructure.length > 0
        ? [`${count(readWithoutStructure.length, 'file')} could only be read line by line.`]
        : []),
      ...(unrendered > 0 ? [`${count(unrendered, 'root')} could not be rendered.`] : []),
    ],
  };
}
