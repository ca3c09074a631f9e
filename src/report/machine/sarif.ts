import type { Finding, Suppressed } from '../../gate.ts';
import type { Position } from '../../kube/resource.ts';
import type { Severity } from '../../severity.ts';
import { homepage } from '../../version.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import { clip, visible } from '../visible.ts';
import { anchor } from './anchor.ts';
import { occurrences } from './occurrences.ts';

/** GitHub's limit on results in one run. */
const resultLimit = 25_000;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** GitHub: over 9.0 is critical, from 7.0 high, from 4.0 medium, else low. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/**
 * SARIF 2.1.0 for GitHub code scanning and others. GitHub takes an alert's severity from the rule, so a result whose severity policy or
 * context has changed says so in its level and properties only.
 */
export function renderSarif(report: Report, rules: readonly RuleInfo[]): string {
  const { findings, suppressed } = report.verdict;
  const known = new Map(rules.map(({ id }, index) => [id, index]));
  const all: readonly (Finding | Suppressed)[] = [...findings, ...suppressed];
  const occurrence = occurrences(all);
  const results = all
    .slice(0, resultLimit)
    .map((finding, index) => result(finding, known.get(finding.rule), occurrence[index] ?? 1));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gitops-gate',
            version: report.toolVersion,
            semanticVersion: report.toolVersion,
            informationUri: homepage,
            rules: rules.map((rule) => descriptor(rule, report.toolVersion)),
          },
        },
        automationDetails: { id: `gitops-gate/${report.command}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(report, all.length - results.length)],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor({ id, category, severity, summary, help }: RuleInfo, version: string): object {
  return {
    id,
    name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: help, markdown: help },
    helpUri: `${homepage}/blob/v${version}/.github/docs/rules/${id}.md`,
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['security', category], precision: 'high', 'security-severity': securitySeverity[severity] },
  };
}

function result(finding: Finding | Suppressed, ruleIndex: number | undefined, occurrence: number): object {
  const { rule, severity, category, blocking, fingerprint, scope, places = [] } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: message(finding) },
    locations: [{ physicalLocation: physical(anchor(finding), finding.endLine), ...logical(finding) }],
    ...(places.length > 0
      ? { relatedLocations: places.map((place, index) => ({ id: index + 1, physicalLocation: physical(place) })) }
      : {}),
    partialFingerprints: { primaryLocationLineHash: occurrence === 1 ? fingerprint : `${fingerprint}:${occurrence}` },
    ...('reason' in finding
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: text(finding.reason) }] }
      : {}),
    properties: { severity, category, blocking, fingerprint, ...(scope === undefined ? {} : { scope: text(scope) }) },
  };
}

function message({ message, excerpt, details = [], remedy }: Finding): string {
  return [
    text(message),
    ...(excerpt === undefined ? [] : [text(excerpt)]),
    ...details.map(text),
    `Fix: ${text(remedy)}`,
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

function logical({ object, commit }: Finding): object {
  if (object) {
    const parts = [object.group, object.kind, object.namespace ?? '', object.name].map(text);
    return { logicalLocations: [{ name: text(object.name), fullyQualifiedName: parts.join('/'), kind: 'resource' }] };
  }
  return commit === undefined
    ? {}
    : { logicalLocations: [{ name: commit, fullyQualifiedName: `commit/${commit}`, kind: 'commit' }] };
}

function invocation({ verdict, range, notListed }: Report, cut: number): object {
  const { outcome, unjudged, notes } = verdict;
  const missing = [
    ...(cut > 0 ? [`${cut} results are left out: GitHub takes ${resultLimit}. They are in report.json.`] : []),
    ...(notListed === undefined ? [] : [notListed]),
  ];
  const notifications = [
    ...unjudged.map(({ what, remedy }) => ({
      level: 'error',
      message: { text: `${text(what)}\nFix: ${text(remedy)}` },
    })),
    ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: text(note) } })),
    ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
  ];
  return {
    executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}
