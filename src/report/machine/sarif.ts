import type { Finding, Suppressed } from '../../gate.ts';
import type { Position } from '../../kube/resource.ts';
import type { Severity } from '../../severity.ts';
import { homepage, rulePage } from '../../version.ts';
import { acceptCommand, acceptFlags } from '../accept.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import { clip, visible } from '../visible.ts';
import { byPlace, type Located } from './located.ts';
import { occurrences } from './occurrences.ts';

/** GitHub's limit on results in one run. */
const resultLimit = 25_000;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** GitHub reads it of the rule alone: over 9.0 is critical, from 7.0 high, from 4.0 medium, else low. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/**
 * SARIF 2.1.0 for GitHub code scanning and others. GitHub takes an alert's severity from the rule: results whose severity is not their
 * rule's name a variant of it, `rbac-widened/critical` (hierarchical ids, §3.27.5). It refuses a file that holds a result without a
 * place, so that findings about commits are notifications of the run (§3.58).
 */
export function renderSarif(report: Report, rules: readonly RuleInfo[]): string {
  const { findings, suppressed } = report.verdict;
  const { located, others } = byPlace<Finding | Suppressed>([...findings, ...suppressed]);
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
  const idOf = ({ rule, severity }: Finding) =>
    (severities.get(rule) ?? severity) === severity ? rule : `${rule}/${severity}`;
  const descriptors = descriptorsOf(rules, report, idOf);
  const flags = acceptFlags(report);
  const index = new Map(descriptors.map(({ id }, at) => [id, at]));
  const occurrence = occurrences(located);
  const results = located.slice(0, resultLimit).map((finding, at) => {
    const id = idOf(finding);
    return result(finding, id, index.get(id), occurrence[at] ?? 1, flags);
  });
  const driver = {
    name: 'gitops-gate',
    version: report.toolVersion,
    semanticVersion: report.toolVersion,
    informationUri: homepage,
    rules: descriptors,
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        // The category: what is there and what changes are never taken for each other.
        automationDetails: { id: `gitops-gate/${report.command === 'audit' ? 'state' : 'change'}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(report, others, located.length - results.length)],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Every rule, then the variants that there are results of. */
function descriptorsOf(
  rules: readonly RuleInfo[],
  { verdict }: Report,
  idOf: (finding: Finding) => string,
): readonly ({ readonly id: string } & object)[] {
  const infos = new Map(rules.map((rule) => [rule.id, rule]));
  const variants = new Map<string, RuleInfo>();
  for (const finding of [...verdict.findings, ...verdict.suppressed]) {
    const info = infos.get(finding.rule);
    if (info !== undefined && idOf(finding) !== info.id)
      variants.set(idOf(finding), { ...info, severity: finding.severity });
  }
  const all = [...infos, ...[...variants].sort(([a], [b]) => (a < b ? -1 : 1))];
  return all.map(([id, info]) => descriptor(id, info));
}

function descriptor(id: string, { id: rule, category, severity, summary, help }: RuleInfo) {
  return {
    id,
    name: id.replace(/(?:^|[-/])(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: help, markdown: help },
    helpUri: rulePage(rule),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['security', category], precision: 'high', 'security-severity': securitySeverity[severity] },
  };
}

function result(
  finding: Located<Finding | Suppressed>,
  ruleId: string,
  ruleIndex: number | undefined,
  occurrence: number,
  flags: string,
): object {
  const { severity, category, blocking, fingerprint, scope, places = [] } = finding;
  return {
    ruleId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: message(finding, flags) },
    locations: [{ physicalLocation: physical(finding.position, finding.endLine), ...logical(finding) }],
    ...(places.length > 0
      ? { relatedLocations: places.map((place, index) => ({ id: index + 1, physicalLocation: physical(place) })) }
      : {}),
    partialFingerprints: { primaryLocationLineHash: occurrence === 1 ? fingerprint : `${fingerprint}:${occurrence}` },
    ...('reason' in finding
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: text(finding.reason) }] }
      : {}),
    properties: {
      severity,
      'security-severity': securitySeverity[severity],
      category,
      blocking,
      fingerprint,
      ...(scope === undefined ? {} : { scope: text(scope) }),
    },
  };
}

function message(finding: Finding, flags: string): string {
  const { message, excerpt, details = [], remedy } = finding;
  return [
    text(message),
    ...(excerpt === undefined ? [] : [text(excerpt)]),
    ...details.map(text),
    `Fix: ${text(remedy)}`,
    ...('reason' in finding ? [] : [`Accept: ${acceptCommand(finding, flags)}`]),
  ].join('\n');
}

/** SARIF reads `[text](place)` in a message as a link (§3.11.6). */
const text = (value: string) => clip(visible(value), 1000).replaceAll('](', '] (');

function physical({ file, line, column }: Position, endLine = line): object {
  const region = { startLine: line, startColumn: column, endLine: Math.max(line, endLine), endColumn: column + 1 };
  return { artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' }, region };
}

/** A relative reference (RFC 3986) whose first segment is not a scheme. */
function uri(file: string): string {
  return file
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}

/** A finding that has no file. */
function notification(finding: Finding | Suppressed, flags: string): object {
  const { rule, severity, category, blocking, fingerprint } = finding;
  const ignored = 'reason' in finding ? `\nIgnored until ${text(finding.until)}: ${text(finding.reason)}` : '';
  const place = logical(finding);
  return {
    associatedRule: { id: rule },
    level: 'reason' in finding ? 'note' : levels[severity],
    message: { text: `${message(finding, flags)}${ignored}` },
    ...(Object.keys(place).length > 0 ? { locations: [place] } : {}),
    properties: { severity, category, blocking, fingerprint },
  };
}

function logical({ object, commit }: Finding): object {
  if (object) {
    const parts = [object.group, object.kind, object.namespace ?? '', object.name].map(text);
    return { logicalLocations: [{ name: text(object.name), fullyQualifiedName: parts.join('/'), kind: 'resource' }] };
  }
  return commit === undefined
    ? {}
    : { logicalLocations: [{ name: commit, fullyQualifiedName: `commit/${commit}`, kind: 'commit' }] };
}

function invocation(report: Report, others: readonly (Finding | Suppressed)[], cut: number): object {
  const { verdict, range, notListed } = report;
  const { outcome, unjudged, notes } = verdict;
  const flags = acceptFlags(report);
  const missing = [
    ...(cut > 0 ? [`${cut} results are left out: GitHub takes ${resultLimit}. They are in report.json.`] : []),
    ...(notListed === undefined ? [] : [notListed]),
  ];
  const notifications = [
    ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
    ...unjudged.map(({ what, remedy }) => ({
      level: 'error',
      message: { text: `${text(what)}\nFix: ${text(remedy)}` },
    })),
    ...others.slice(0, resultLimit).map((finding) => notification(finding, flags)),
    ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: text(note) } })),
  ];
  return {
    executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}
