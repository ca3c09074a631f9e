import { asDelivered, scopeOf } from '../kube/scope.ts';
import type { Scope } from '../kube/touched-file.ts';
import { nearest } from '../nearest.ts';
import { matchGlob } from '../policy/glob.ts';
import type { Policy } from '../policy/policy.ts';

/** Scopes that a note names. */
const mostNamed = 8;

/**
 * Levels by scope of scopes that there are none of: what they were to make stricter keeps its own severity, without a word. `isKnown` says whether there
 * is a scope that a name or glob means, `names` are those that may have been meant.
 */
export function unknownScopes(
  { rulesByScope }: Policy,
  isKnown: (stated: string) => boolean,
  names: readonly Scope[],
): readonly string[] {
  const rulesOf = new Map<string, string[]>();
  for (const [rule, levels] of rulesByScope) {
    // What rendered objects declare in turn is known only where they are rendered.
    for (const stated of levels.keys()) {
      if (stated.startsWith('root ') || isKnown(stated)) continue;
      rulesOf.set(stated, [...(rulesOf.get(stated) ?? []), rule]);
    }
  }
  return [...rulesOf].map(([stated, rules]) => {
    const meant = nearest(stated, names);
    const shown = names.slice(0, mostNamed).join(', ');
    const there =
      shown === ''
        ? ''
        : ` (there ${names.length === 1 ? 'is' : 'are'} ${shown}${names.length > mostNamed ? ', …' : ''})`;
    const hint = meant === undefined ? there : `; did you mean ${meant}?`;
    return `rules: no scope is called ${stated}, so that what ${rules.join(', ')} states for it holds for nothing${hint}`;
  });
}

/** The same of a run, which knows all files and the roots that are rendered. */
export function unknownScopesOfRun(
  policy: Policy,
  paths: Iterable<string>,
  roots: Iterable<string>,
): readonly string[] {
  if (policy.rulesByScope.size === 0) return [];
  const scopes = new Set(policy.clusters.map(({ name }) => name));
  for (const path of paths) scopes.add(asDelivered(scopeOf(path, policy.clusters)));
  const all = [...scopes, ...[...roots].map((id) => `root ${id}`)].sort();
  const notes = unknownScopes(policy, (stated) => all.some((scope) => matchGlob(stated, scope)), all);
  return notes.map((note) => `${policy.source ?? 'The policy'}: ${note}${note.endsWith('?') ? '' : '.'}`);
}
