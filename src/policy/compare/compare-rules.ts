import { compareSeverity } from '../../severity.ts';
import type { Policy } from '../policy.ts';
import { compareLevels, type RuleLevel } from '../rule-levels.ts';
import { quote } from '../shape/shape.ts';
import type { PolicyDifference } from './policy-difference.ts';

/** What a policy says of one rule: a level for all of its findings, levels by scope, or nothing. */
type Stated = RuleLevel | ReadonlyMap<string, RuleLevel> | undefined;

/** Rules that are less severe, or off, in all scopes or in some. */
export function compareRules(before: Policy, after: Policy): readonly PolicyDifference[] {
  const stated = ({ rules, rulesByScope }: Policy, id: string): Stated => rules.get(id) ?? rulesByScope.get(id);
  const ids = [before, after].flatMap(({ rules, rulesByScope }) => [...rules.keys(), ...rulesByScope.keys()]);
  return [...new Set(ids)].flatMap((id) => {
    const [was, is] = [stated(before, id), stated(after, id)];
    if (codeOf(was) === codeOf(is)) return [];
    const what = `the rule ${quote(id)} goes from ${wordsOf(was)} to ${wordsOf(is)}`;
    return [{ path: ['rules', id], what, code: ['rules', id, codeOf(was), codeOf(is)], weakens: isWeaker(is, was) }];
  });
}

/** Whether a finding in some scope may be less severe than before. In doubt it may. */
function isWeaker(is: Stated, was: Stated): boolean {
  if (typeof is === 'object' && typeof was === 'object') {
    const isSameScopes = is.size === was.size && [...was.keys()].every((scope) => is.has(scope));
    if (isSameScopes) return [...was].some(([scope, level]) => compareLevels(is.get(scope) ?? 'off', level) > 0);
  }
  return bounds(is)[0] < bounds(was)[1];
}

/** The least and the worst severity that a rule's findings can have; -1 is off. Without an entry, and in scopes that none names, they keep their own. */
function bounds(stated: Stated): readonly [least: number, worst: number] {
  if (stated === undefined) return [0, 3];
  const ranks = (typeof stated === 'string' ? [stated] : [...stated.values()]).map((level) =>
    level === 'off' ? -1 : 3 - compareSeverity(level, 'critical'),
  );
  const own = typeof stated === 'string' ? [] : [0, 3];
  return [Math.min(...ranks, ...own), Math.max(...ranks, ...own)];
}

/** Levels by scope in the order of the scopes, which says nothing. */
const sorted = (levels: ReadonlyMap<string, RuleLevel>) => [...levels].sort(([one], [other]) => (one < other ? -1 : 1));

function codeOf(stated: Stated): string {
  if (stated === undefined) return 'own';
  return typeof stated === 'string' ? stated : JSON.stringify(sorted(stated));
}

function wordsOf(stated: Stated): string {
  if (stated === undefined) return 'its own severity';
  if (typeof stated === 'string') return stated;
  const named = sorted(stated).slice(0, mostNamed);
  const rest = stated.size > named.length ? ` and ${stated.size - named.length} more` : '';
  return `${named.map(([scope, level]) => `${level} in ${quote(scope)}`).join(', ')}${rest}`;
}

/** Scopes that one sentence names. */
const mostNamed = 5;
