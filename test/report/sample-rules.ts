import type { RuleInfo } from '../../src/report/rule-info.ts';
import { findings, suppressed } from './sample-report.ts';

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
