import type { Rule } from '../rules/rule.ts';

/** What formats for machines say of a rule. */
export interface RuleInfo extends Pick<Rule, 'id' | 'category' | 'severity' | 'summary'> {
  /** The rule's page, Markdown. */
  readonly help: string;
}
