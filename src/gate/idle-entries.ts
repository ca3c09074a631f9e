import type { Policy } from '../policy/policy.ts';
import { isExpired, neverHolds } from './ignores.ts';

/** Rules whose findings are about commits, the gate or the forge's settings: they are in no scope, as those of every rule about signatures are. */
const withoutScope: ReadonlySet<string> = new Set([
  'gate-changed',
  'review-weakened',
  'unusual-change',
  'secret-in-history',
  'unprotected-branch',
  'review-not-required',
  'public-repository',
]);

/**
 * What a valid policy states and that holds for nobody, or for nothing: roles that nobody has, levels by scope of what is in none, entries of `ignore` that are expired or
 * that the gate refuses whatever they meet (how-it-judges.md, "Accepted findings"). `categoryOf` gives the category of a rule; `now` is in
 * milliseconds.
 */
export function idleEntries(
  { signatures, ignore, rulesByScope }: Policy,
  categoryOf: (rule: string) => string | undefined,
  now: number,
): readonly string[] {
  const known = new Set([...signatures.signers, ...signatures.identities].flatMap(({ roles }) => roles));
  const idle = new Set(signatures.requirements.flatMap(({ roles }) => roles.filter((role) => !known.has(role))));
  return [
    ...[...idle].map(
      (role) =>
        `signatures.require asks for the role ${role}, which no entry of signatures.signers has: nobody meets it`,
    ),
    ...[...rulesByScope.keys()]
      .filter((rule) => withoutScope.has(rule) || categoryOf(rule) === 'signature')
      .map((rule) => `rules: findings of ${rule} are in no scope, so that its levels by scope hold for none of them`),
    ...ignore.flatMap((entry) => {
      const why = isExpired(entry, now) ? `it expired after ${entry.until}` : neverHolds(entry, categoryOf(entry.rule));
      return why === undefined ? [] : [`ignore, line ${entry.line}: the entry for ${entry.rule} does not hold: ${why}`];
    }),
  ];
}
