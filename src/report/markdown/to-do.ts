import { acceptFlags } from '../accept.ts';
import type { Report } from '../report.ts';
import { count } from '../wording.ts';
import { code, link } from './markdown-text.ts';

/** What takes blocking findings out of the way, by their rule, else by their category; further families have a general line. */
const steps: Readonly<Record<string, (number: number) => string>> = {
  secret: (number) => {
    const it = number === 1 ? 'it' : 'them';
    return `take ${count(number, 'secret')} out of the change and rotate ${it} (whoever has the commit knows ${it})`;
  },
  rbac: (number) => `narrow ${count(number, 'grant')} of permissions`,
  'supply-chain': (number) => `pin ${count(number, 'image')} again`,
  admission: (number) => `take back ${count(number, 'weakening')} of admission`,
  delivery: (number) => `take back ${count(number, 'permission')} to deploy`,
  workload: (number) => `take back ${count(number, 'privilege')} of pods`,
  network: (number) => `take back ${count(number, 'opening')} of the network`,
  signature: (number) => `have ${count(number, 'commit')} signed by a trusted key`,
  'hidden-from-diff': (number) => `take out what hides ${count(number, 'place')} from reviewers`,
  repository: (number) => `have ${count(number, 'change')} to the gate itself signed by an admin`,
  input: (number) => `make ${count(number, 'thing')} readable that could not be judged`,
};

/** What a reviewer must see done before the change passes, in one sentence; empty where nothing must be. `accepting`: the page on that. */
export function toDo(report: Report, accepting: string | undefined): string {
  const { verdict, total, toResolve, command } = report;
  if (command === 'audit' || command === 'posture') return '';
  const counts = new Map<string, number>();
  for (const { rule, category, number } of toResolve) {
    const step = Object.hasOwn(steps, rule) ? rule : category;
    counts.set(step, (counts.get(step) ?? 0) + number);
  }
  const parts = [...counts].map(
    ([step, number]) => steps[step]?.(number) ?? `resolve ${count(number, 'finding')} on ${step}`,
  );
  if (verdict.unjudged.length > 0)
    parts.push(`fix what could not be judged (${verdict.unjudged.length}) and run again`);
  if (parts.length === 0) return total.findings > 0 ? 'Nothing has to be done; what was found is worth a look.' : '';
  const byId = code(`gitops-gate ignore ID${acceptFlags(report)} --reason "…" --until …`);
  const other = counts.size > 0 ? ` What is meant can be ${link('accepted', accepting)} by its id: ${byId}.` : '';
  const when = verdict.failOn === 'never' ? 'To pass once it blocks' : 'To pass';
  return `**${when}:** ${parts.join('; ')}.${other}`;
}
