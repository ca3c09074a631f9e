import { readRulePage } from '../host/rule-pages.ts';
import { InputError } from '../input-error.ts';
import { nearest } from '../nearest.ts';
import { rules } from '../rules/index.ts';
import type { Arguments } from './arguments.ts';
import { say } from './output.ts';

/** Prints a rule's page. */
export async function explain(args: Arguments): Promise<number> {
  const id = args.positionals[0] ?? '';
  if (!rules.some((rule) => rule.id === id)) {
    const ids = rules.map((rule) => rule.id);
    const meant = nearest(id, ids);
    const fix = meant === undefined ? `one of: ${ids.join(', ')}` : `did you mean ${meant}?`;
    throw new InputError([{ what: `there is no rule ${JSON.stringify(id)}`, fix }]);
  }
  say(await readRulePage(id));
  return 0;
}
