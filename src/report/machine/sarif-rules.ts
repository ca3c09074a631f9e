import type { Finding } from '../../gate.ts';
import type { RuleCategory } from '../../rules/rule.ts';
import type { Severity } from '../../severity.ts';
import { rulePage } from '../../version.ts';
import type { Report } from '../report.ts';
import type { RuleInfo } from '../rule-info.ts';

export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** GitHub reads it of the rule alone: over 9.0 is critical, from 7.0 high, from 4.0 medium, else low. */
export const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** GitHub shows no more tags of a rule. */
const mostTags = 10;

/** The weaknesses (https://cwe.mitre.org) that rules of a category find. */
const weaknesses: Readonly<Record<RuleCategory, readonly number[]>> = {
  // Insufficient verification of data authenticity; improper verification of a cryptographic signature.
  signature: [345, 347],
  // Improper privilege management; incorrect permission assignment for a critical resource.
  rbac: [269, 732],
  // Cleartext storage of sensitive information; use of hard-coded credentials.
  secret: [312, 798],
  // Protection mechanism failure.
  repository: [693],
  // Execution with unnecessary privileges.
  workload: [250],
  // Exposure of a resource to the wrong sphere.
  network: [668],
  // Improper privilege management.
  delivery: [269],
  admission: [693],
  // Insufficient logging.
  audit: [778],
  // Inclusion of functionality from an untrusted control sphere.
  'supply-chain': [829],
  // What was not judged is not a weakness that is known.
  input: [],
};

/** Every rule, then the variants that there are results of. */
export function descriptorsOf(
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
  const page = rulePage(rule);
  const markdown = withWholeLinks(help, page);
  return {
    id,
    name: id.replace(/(?:^|[-/])(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: markdown, markdown },
    helpUri: page,
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: tagsOf(category), precision: 'high', 'security-severity': securitySeverity[severity] },
  };
}

/** GitHub finds alerts by `cwe:` where a tag is written so. */
function tagsOf(category: RuleCategory): readonly string[] {
  const cwe = weaknesses[category].map((number) => `external/cwe/cwe-${String(number).padStart(3, '0')}`);
  return ['security', category, ...cwe].slice(0, mostTags);
}

/** A page that is read elsewhere: links to other pages of ours are whole. One from the root is from the repository's. */
function withWholeLinks(help: string, page: string): string {
  const root = page.replace(/\.github\/docs\/rules\/[^/]*$/, '');
  return help.replace(/\]\((?![a-z][a-z0-9+.-]*:)([^)\s]+)\)/g, (_, link: string) => {
    const whole = link.startsWith('/') ? new URL(`.${link}`, root) : new URL(link, page);
    return `](${whole.href})`;
  });
}
