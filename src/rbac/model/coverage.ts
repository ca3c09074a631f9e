import { memoize } from './memoize.ts';
import { type Factor, factorsOf, type Permission, permissionKey, permissionOf } from './permission.ts';
import { StepBudget } from './step-budget.ts';

/** Entry-by-rule comparisons, and parts of the answer, that one question may cost; beyond it everything asked about counts as not covered. */
const comparisonLimit = 1_000_000;

/** Whether an entry of a factor is covered by the same factor of another permission. */
type Covers = (owner: Factor, entry: string | null) => boolean;

const factorCovers: Readonly<Record<Permission['kind'], readonly Covers[]>> = {
  resource: [coversWord, coversWord, coversResource, coversName],
  url: [coversWord, coversUrl],
};

/**
 * The part of `head` that no single permission of `base` covers, as disjoint permissions; empty when all is covered.
 * An atom (verb, group, resource, name) or (verb, URL) must be covered by one permission alone
 * (k8s.io/component-helpers/auth/rbac/validation/policy_comparator.go). Works factor by factor: entries that the
 * same permissions cover are treated alike, the product is never enumerated.
 */
export function uncovered(
  head: Permission,
  base: readonly Permission[],
  work = new StepBudget(),
): readonly Permission[] {
  const owners = base.filter((owner) => owner.kind === head.kind).map(factorsOf);
  if (owners.length === 0) return [head];
  const search: Search = {
    factors: factorsOf(head),
    kind: head.kind,
    covers: factorCovers[head.kind],
    owners,
    known: new Map(),
    left: comparisonLimit,
  };
  const parts = uncoveredFrom(search, 0, [...owners.keys()]);
  work.charge(10 + comparisonLimit - search.left);
  if (search.left < 0) return [head];
  return parts.map((factors) => permissionOf(head.kind, factors));
}

/** What `uncovered` says of several permissions, each part once. */
export function uncoveredOf(
  heads: readonly Permission[],
  base: readonly Permission[],
  work = new StepBudget(),
): readonly Permission[] {
  const parts = new Map<string, Permission>();
  for (const head of heads) for (const part of uncovered(head, base, work)) parts.set(permissionKey(part), part);
  return [...parts.values()];
}

interface Search {
  readonly factors: readonly Factor[];
  readonly kind: Permission['kind'];
  readonly covers: readonly Covers[];
  readonly owners: readonly (readonly Factor[])[];
  /** Answers by depth and the owners still in question. */
  readonly known: Map<string, readonly (readonly Factor[])[]>;
  left: number;
}

/** The uncovered products of the factors from `depth` on, when only `candidates` cover the factors before. */
function uncoveredFrom(search: Search, depth: number, candidates: readonly number[]): readonly (readonly Factor[])[] {
  const factor = search.factors[depth];
  if (factor === undefined) return candidates.length > 0 ? [] : [[]];
  if (candidates.length === 0) return [search.factors.slice(depth)];
  const question = `${depth}:${candidates.length === search.owners.length ? 'all' : candidates.join()}`;
  const known = search.known.get(question);
  if (known !== undefined) return known;
  const parts = new Map<string, { entries: (string | null)[]; rest: readonly (readonly Factor[])[] }>();
  for (const { entries, owners } of alike(search, depth, factor, candidates)) {
    if (search.left < 0) return [];
    const rest = uncoveredFrom(search, depth + 1, owners);
    if (rest.length === 0) continue;
    const key = JSON.stringify(rest);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, { entries: [...entries], rest });
    else for (const entry of entries) part.entries.push(entry);
  }
  const answer = [...parts.values()].flatMap(({ entries, rest }) => rest.map((factors) => [entries, ...factors]));
  search.left -= answer.length * (search.factors.length - depth);
  search.known.set(question, answer);
  return answer;
}

/** The entries of a factor, grouped by which candidates cover them. */
function alike(search: Search, depth: number, factor: Factor, candidates: readonly number[]) {
  const classes = new Map<string, { entries: (string | null)[]; owners: readonly number[] }>();
  const covers = search.covers[depth] ?? coversWord;
  search.left -=
    factor.length * candidates.length * (search.kind === 'url' && depth === 1 ? longest(search, candidates) : 1);
  if (search.left < 0) return [];
  for (const entry of factor) {
    const owners = candidates.filter((index) => covers(search.owners[index]?.[depth] ?? [], entry));
    const key = owners.length === candidates.length ? 'all' : owners.join();
    const found = classes.get(key);
    if (found === undefined) classes.set(key, { entries: [entry], owners });
    else found.entries.push(entry);
  }
  return classes.values();
}

/** Lengths of URL patterns to try, for the owner that has most. */
function longest({ owners }: Search, candidates: readonly number[]): number {
  return candidates.reduce((most, index) => Math.max(most, stemsOf(owners[index]?.[1] ?? []).lengths.length), 1);
}

function coversWord(owner: Factor, entry: string | null): boolean {
  return hasEntry(owner, '*') || hasEntry(owner, entry);
}

function coversResource(owner: Factor, entry: string | null): boolean {
  if (coversWord(owner, entry)) return true;
  const slash = entry?.indexOf('/') ?? -1;
  return slash >= 0 && hasEntry(owner, `*${entry?.slice(slash)}`);
}

function coversName(owner: Factor, entry: string | null): boolean {
  return hasEntry(owner, null) || hasEntry(owner, entry);
}

function coversUrl(owner: Factor, entry: string | null): boolean {
  if (hasEntry(owner, entry)) return true;
  const url = entry ?? '';
  const { lengths, stems } = stemsOf(owner);
  return lengths.some((length) => length <= url.length && stems.has(url.slice(0, length)));
}

/** What comes before the asterisk at the end of each pattern, and how long that can be. */
const stemsOf = memoize((patterns: Factor) => {
  const stems = patterns.flatMap((pattern) => (pattern?.endsWith('*') ? withoutAsterisks(pattern) : []));
  return { stems: new Set(stems), lengths: [...new Set(stems.map(({ length }) => length))] };
});

function withoutAsterisks(pattern: string): string {
  let end = pattern.length;
  while (pattern[end - 1] === '*') end--;
  return pattern.slice(0, end);
}

/** Whether the factor has the entry itself. */
export function hasEntry(factor: Factor, entry: string | null): boolean {
  if (factor.length < 8) return factor.includes(entry);
  return setOf(factor).has(entry);
}

const setOf = memoize((factor: Factor): ReadonlySet<string | null> => new Set(factor));
