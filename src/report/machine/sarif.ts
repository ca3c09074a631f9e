import { gzipSync } from 'node:zlib';
import type { Finding, Suppressed } from '../../gate.ts';
import type { Position } from '../../kube/resource.ts';
import { severities as allSeverities } from '../../severity.ts';
import { homepage } from '../../version.ts';
import { acceptCommand, acceptFlags } from '../accept.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';
import { clip, visible } from '../visible.ts';
import { byPlace, type Located } from './located.ts';
import { occurrences } from './occurrences.ts';
import { descriptorsOf, levels, securitySeverity } from './sarif-rules.ts';

/** GitHub's limits on one run: results, and bytes of the file as it is uploaded, by gzip. */
const usual = { results: 25_000, bytes: 10_000_000 };

/** The category of a run: alerts of one are never closed by a run of another. */
const categories: Readonly<Record<Report['command'], string>> = {
  check: 'change',
  audit: 'state',
  posture: 'posture',
  verify: 'change',
};

/** Characters of results that are written at most: what is larger is not sure to fit, nor into a string. */
const mostCharacters = 100_000_000;

/** Lines of one finding that its message holds, and references that it is tagged with. */
const [mostDetails, mostTags] = [20, 10];

/**
 * SARIF 2.1.0 for GitHub code scanning and others. GitHub takes an alert's severity from the rule: results whose severity is not their
 * rule's name a variant of it, `rbac-widened/critical` (hierarchical ids, §3.27.5). It refuses a file that holds a result without a
 * place, so that findings about commits are notifications of the run (§3.58).
 */
export function renderSarif(report: Report, rules: readonly RuleInfo[], limits = usual): string {
  const { findings, suppressed } = report.verdict;
  const { located, others } = byPlace<Finding | Suppressed>([...findings, ...suppressed]);
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
  const idOf = ({ rule, severity }: Finding) =>
    (severities.get(rule) ?? severity) === severity ? rule : `${rule}/${severity}`;
  const descriptors = descriptorsOf(rules, report, idOf);
  const flags = acceptFlags(report);
  const index = new Map(descriptors.map(({ id }, at) => [id, at]));
  const occurrence = occurrences(located);
  const results = within(
    mostCharacters,
    located.slice(0, limits.results).map((finding, at) => () => {
      const id = idOf(finding);
      return result(finding, id, index.get(id), occurrence[at] ?? 1, flags);
    }),
  );
  const driver = {
    name: 'gitops-gate',
    version: report.toolVersion,
    semanticVersion: report.toolVersion,
    informationUri: homepage,
    rules: descriptors,
  };
  const log = (shown: readonly object[]) => ({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        // The category: what is there and what changes are never taken for each other.
        automationDetails: { id: `gitops-gate/${categories[report.command]}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation(report, others, located.slice(shown.length))],
        results: shown,
      },
    ],
  });
  return fitting(results, limits.bytes, (shown) => `${JSON.stringify(log(shown), undefined, 2)}\n`);
}

/** The first of what is made, the worst, up to so many characters. */
function within(characters: number, make: readonly (() => object)[]): readonly object[] {
  const made: object[] = [];
  let left = characters;
  for (const next of make) {
    const one = next();
    left -= JSON.stringify(one).length;
    if (left < 0) break;
    made.push(one);
  }
  return made;
}

/** The text with as many results, the worst, as the file may hold. */
function fitting(results: readonly object[], most: number, write: (shown: readonly object[]) => string): string {
  let shown = results;
  for (let text = write(shown); ; text = write(shown)) {
    // Nothing grows by it worth speaking of, and the fastest level is the largest.
    const bytes = text.length < most / 2 ? 0 : gzipSync(text, { level: 1 }).length;
    if (bytes <= most || shown.length === 0) return text;
    shown = shown.slice(0, Math.floor(shown.length * Math.min(0.9, (0.95 * most) / bytes)));
  }
}

function result(
  finding: Located<Finding | Suppressed>,
  ruleId: string,
  ruleIndex: number | undefined,
  occurrence: number,
  flags: string,
): object {
  const { severity, category, blocking, fingerprint, scope, places = [], references = [] } = finding;
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
    ...fixes(finding),
    properties: {
      ...(references.length > 0 ? { tags: [...new Set(references.map(text))].slice(0, mostTags) } : {}),
      severity,
      'security-severity': securitySeverity[severity],
      category,
      blocking,
      fingerprint,
      ...(scope === undefined ? {} : { scope: text(scope) }),
    },
  };
}

/**
 * What replaces the lines of a finding, where that is certain (§3.55). Lines that are taken out go with their ends; one that shows
 * other than it reads is not offered.
 */
function fixes({ suggestion, position: { file, line }, endLine = line, remedy }: Located<Finding>): object {
  if (suggestion === undefined || suggestion.split('\n').some((each) => visible(each) !== each)) return {};
  const deletedRegion =
    suggestion === ''
      ? { startLine: line, startColumn: 1, endLine: endLine + 1, endColumn: 1 }
      : { startLine: line, endLine };
  const replacement = { deletedRegion, ...(suggestion === '' ? {} : { insertedContent: { text: suggestion } }) };
  const artifactChanges = [
    { artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' }, replacements: [replacement] },
  ];
  return { fixes: [{ description: { text: text(remedy) }, artifactChanges }] };
}

function message(finding: Finding, flags: string): string {
  const { message, excerpt, details = [], remedy } = finding;
  const more = details.length - mostDetails;
  return [
    text(message),
    ...(excerpt === undefined ? [] : [text(excerpt)]),
    ...details.slice(0, mostDetails).map(text),
    ...(more > 0 ? [`${more} more lines are in report.json.`] : []),
    `Fix: ${text(remedy)}`,
    ...('reason' in finding ? [] : [`Accept: ${text(acceptCommand(finding, flags))}`]),
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
    // A file of settings of the API server is an object without a name.
    const isNamed = object.name !== '';
    const parts = [object.group, object.kind, ...(isNamed ? [object.namespace ?? '', object.name] : [])].map(text);
    const name = text(isNamed ? object.name : object.kind);
    return { logicalLocations: [{ name, fullyQualifiedName: parts.join('/'), kind: 'resource' }] };
  }
  return commit === undefined
    ? {}
    : { logicalLocations: [{ name: commit, fullyQualifiedName: `commit/${commit}`, kind: 'commit' }] };
}

function invocation(report: Report, others: readonly (Finding | Suppressed)[], cut: readonly Finding[]): object {
  const { verdict, range, notListed } = report;
  const { outcome, unjudged, notes } = verdict;
  const flags = acceptFlags(report);
  const shown = within(
    mostCharacters / 10,
    others.slice(0, usual.results).map((finding) => () => notification(finding, flags)),
  );
  const unseen = others.length - shown.length;
  const missing = [
    ...(cut.length > 0 ? [leftOut(cut)] : []),
    ...(unseen > 0
      ? [`${unseen} findings without a file are left out, the least severe. They are in report.json.`]
      : []),
    ...(notListed === undefined ? [] : [notListed]),
  ];
  const notifications = [
    ...missing.map((line) => ({ level: 'warning', message: { text: line } })),
    ...unjudged.map(({ what, remedy }) => ({
      level: 'error',
      message: { text: `${text(what)}\nFix: ${text(remedy)}` },
    })),
    ...shown,
    ...[...new Set([...range.notes, ...notes])].map((note) => ({ level: 'note', message: { text: text(note) } })),
  ];
  return {
    executionSuccessful: outcome !== 'could-not-judge' && unjudged.length === 0,
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}

function leftOut(cut: readonly Finding[]): string {
  const ignored = cut.filter((finding) => 'reason' in finding).length;
  const kinds = allSeverities.flatMap((severity) => {
    const number = cut.filter((finding) => finding.severity === severity && !('reason' in finding)).length;
    return number > 0 ? [`${number} ${severity}`] : [];
  });
  const which = [...kinds, ...(ignored > 0 ? [`${ignored} ignored`] : [])].join(', ');
  return `${cut.length} results are left out, the least severe (${which}): GitHub takes ${usual.results}, and 10 MB by gzip. They are in report.json.`;
}
