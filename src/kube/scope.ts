import { matchGlob } from '../policy/glob.ts';
import type { ClusterEntry } from '../policy/policy.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './touched-file.ts';

/** One scope's objects on both sides: those of touched files, and those of unchanged files that are read as context. */
export interface ScopeObjects {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  /** Unchanged files of which something could not be read, so that it may hold any object. */
  readonly unread?: readonly string[];
  /** The same files with their bytes; undefined where these are elsewhere or too many. */
  readonly unreadFiles?: ReadonlyMap<string, Buffer | undefined>;
  /** Of a rendered root, the scope that its file is in. */
  readonly place?: Scope;
}

/** Directories whose children are clusters or environments, each a scope of its own. */
const parents = new Set(['clusters', 'environments', 'envs', 'overlays', 'stages', 'sites', 'tenants']);

/** Words that name an environment. */
const environments = new Set(
  `dev devel develop development test testing tst qa sit uat acc acceptance int integration stage staging stg preprod
   preproduction nonprod nonproduction prod production prd live canary preview sandbox sbx demo perf dr`.split(/\s+/),
);

/** Those of them that name one also before a region or a number: `prod-eu-1`. `test-operator` is none. */
const leading = /^(?:dev|qa|uat|staging|stg|preprod|nonprod|prod|production|prd)$/;

/** Files that tools deliver by their own: YAML and JSON, and what a template is made of. */
const delivered = /\.(?:ya?ml|json|tpl|tmpl|gotmpl|j2)$|(?:^|\/)templates\/|(?:^|\/)Kustomization$/i;

/** Marks the scope of files that are not delivered as they are. */
const undelivered = ' (not delivered)';

/**
 * The scope a file belongs to (how-it-judges.md, "Scopes"): the first `clusters` entry that matches its path, else its first
 * directory (the first two below `clusters/` and the like), with every environment that a directory below names; `.` for
 * files at the top. What has another name (`role.yaml.disabled`, `notes.txt`) is delivered only where a kustomization
 * names it (`isNamed`): else it is a scope of its own, so that it excuses nothing when it is renamed.
 */
export function scopeOf(path: string, clusters: readonly ClusterEntry[], isNamed = false): Scope {
  const scope = deliveredScope(path, clusters);
  return isNamed || isDelivered(path) ? scope : `${scope}${undelivered}`;
}

/** Whether tools deliver a file of this name by themselves. */
export function isDelivered(path: string): boolean {
  return delivered.test(path);
}

/** Whether the files of a scope are delivered as they are. */
export function isDeliveredScope(scope: Scope): boolean {
  return !scope.endsWith(undelivered);
}

/** The scope that the files of another one are in where something delivers them. */
export function asDelivered(scope: Scope): Scope {
  return isDeliveredScope(scope) ? scope : scope.slice(0, -undelivered.length);
}

/**
 * Whether two scopes can be parts of one cluster: no environment of the one contradicts the other's. A folder without an
 * environment may be a base of any.
 */
export function mayBeOneCluster(one: Scope, other: Scope): boolean {
  const [left, right] = [environmentsOf(one), environmentsOf(other)];
  return left.every((name, index) => index >= right.length || right[index] === name);
}

/** Whether every cluster that a scope can be part of can have another scope as well: that one names no further environment. */
export function isWhereverIs(one: Scope, other: Scope): boolean {
  const [left, right] = [environmentsOf(one), environmentsOf(other)];
  return left.every((name, index) => right[index] === name);
}

/** Another scope that may be of the same cluster. */
export interface NearScope {
  readonly scope: Scope;
  readonly place: Scope;
  readonly sides: ScopeObjects;
  /** Whether every cluster that the first scope can be part of can have this one as well. */
  readonly isEverywhere: boolean;
}

/** Gives for a scope the others that may be of the same cluster. Scopes that the policy names (`isExact`) are exact: nothing reaches into them, or out of them. */
export function scopesNear(
  around: ReadonlyMap<Scope, ScopeObjects>,
  isExact: (scope: Scope) => boolean,
): (scope: Scope) => readonly NearScope[] {
  const takesPart = (scope: Scope) => isDeliveredScope(scope) && !isExact(scope);
  const others = [...around].flatMap(([scope, sides]) =>
    takesPart(scope) ? [{ scope, place: sides.place ?? scope, sides }] : [],
  );
  // Scopes are many, environments few: those of one environment have the same ones near.
  const known = new Map<string, readonly NearScope[]>();
  const nearTo = (own: Scope) => {
    const key = environmentsOf(own).join('/');
    const found =
      known.get(key) ??
      others
        .filter(({ place }) => mayBeOneCluster(place, own))
        .map((other) => ({ ...other, isEverywhere: isWhereverIs(other.place, own) }));
    known.set(key, found);
    return found;
  };
  return (scope) =>
    takesPart(scope) ? nearTo(around.get(scope)?.place ?? scope).filter((other) => other.scope !== scope) : [];
}

/** Those of the scopes that are in every cluster that has both the first scope and one of the others. */
export function scopesWith(near: readonly NearScope[], { place }: NearScope): readonly NearScope[] {
  return near.filter((each) => each.isEverywhere || isWhereverIs(each.place, place));
}

function deliveredScope(path: string, clusters: readonly ClusterEntry[]): Scope {
  const entry = clusters.find(({ paths }) => paths.some((pattern) => matchGlob(pattern, path)));
  if (entry !== undefined) return entry.name;
  const scope = folderScope(path);
  // A directory that happens to be called like an entry must not join it.
  return clusters.some(({ name }) => name === scope) ? `${scope}/` : scope;
}

/** The scope of a path by the names of its folders alone. */
function folderScope(path: string): Scope {
  const [first, ...rest] = path.split('/').slice(0, -1);
  if (first === undefined) return '.';
  const steps = [first];
  let above = first;
  for (const name of rest) {
    if (parents.has(above) || isEnvironment(name)) steps.push(name);
    above = name;
  }
  return steps.join('/');
}

/** The parts of a scope's name that distinguish environments. */
export function environmentsOf(scope: Scope): readonly string[] {
  const [first = '', ...rest] = scope.split('/');
  return isEnvironment(first) ? [first, ...rest] : rest;
}

function isEnvironment(name: string): boolean {
  const words = name.toLowerCase().split(/[-_.]/);
  const last = (words.at(-1) ?? '').replace(/\d+$/, '');
  if (environments.has(words.join('')) || environments.has(last)) return true;
  // `eu-prod-1`
  if (last === '' && environments.has(words.at(-2) ?? '')) return true;
  return leading.test((words[0] ?? '').replace(/\d+$/, ''));
}
