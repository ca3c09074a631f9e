import { readRuleInfos } from '../../src/host/rule-pages.ts';
import type { Report } from '../../src/report/report.ts';
import type { RuleInfo } from '../../src/report/rule-info.ts';
import { severities } from '../../src/severity.ts';
import { finding, findings, reportWith, suppressed } from './sample-report.ts';

/** What the sample's rules say of themselves, and one rule without a finding. */
export const sampleRules: readonly RuleInfo[] = [
  ...[...findings, ...suppressed].map(({ rule, category, severity }) => ({
    id: rule,
    category,
    severity,
    summary: `What ${rule} looks for.`,
    help: `# ${rule}\n\nWhat to do.\n`,
  })),
  {
    id: 'sops-broken',
    category: 'secret',
    severity: 'high',
    summary: 'A SOPS file that is broken.',
    help: '# sops-broken\n',
  },
];

/** Every rule of the program with its page, and a report in which each has a finding of each severity, with a line and without. */
export async function everyRule(): Promise<{ readonly rules: readonly RuleInfo[]; readonly report: Report }> {
  const rules = await readRuleInfos();
  const all = rules.flatMap(({ id, category }) =>
    severities.flatMap((severity) =>
      [true, false].map((hasLine) =>
        finding(id, severity, {
          category,
          message: `${id} ${severity} ${hasLine}`,
          references: ['CIS 5.1.2', 'CWE-312', 'SLSA'],
          ...(hasLine ? { position: { file: `${id}.yaml`, line: 3, column: 1 } } : {}),
        }),
      ),
    ),
  );
  return { rules, report: reportWith({ findings: all }) };
}
