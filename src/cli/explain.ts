import { readRulePage } from '../host/rule-pages.ts';
import { InputError } from '../input-error.ts';
import { nearest } from '../nearest.ts';
import { pageInLines } from '../report/terminal/rule-page.ts';
import { rules } from '../rules/index.ts';
import { severities } from '../severity.ts';
import type { Arguments } from './arguments.ts';
import { say } from './output.ts';
import { terminalStyle } from './terminal-style.ts';

/** What SARIF puts behind a rule's id where a finding has another severity than its rule: `rbac-widened/critical`. */
const variant = new RegExp(`/(?:${severities.join('|')})$`);

/** Prints a rule's page, in lines that fit the terminal. */
export async function explain(args: Arguments): Promise<number> {
  const asked = args.positionals[0] ?? '';
  const id = asked.replace(variant, '');
  if (!rules.some((rule) => rule.id === id)) {
    const ids = rules.map((rule) => rule.id);
    const meant = nearest(id, ids);
    const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
    throw new InputError([{ what: `there is no rule ${JSON.stringify(asked)}`, fix }]);
  }
  say(pageInLines(await readRulePage(id), terminalStyle().width));
  return 0;
}
