import { environmentsOf, scopeOf } from '../../kube/scope.ts';
import type { ClusterEntry } from '../../policy/policy.ts';

/** The words for one environment; every other word is one of its own. */
const synonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    prod: 'production prd live',
    stage: 'staging stg uat preprod preproduction',
    dev: 'devel develop development',
    test: 'testing tst qa',
    acc: 'acceptance',
    int: 'integration',
    nonprod: 'nonproduction',
    sandbox: 'sbx',
  }).flatMap(([name, words]) => [name, ...words.split(' ')].map((word) => [word, name] as const)),
);

/**
 * Whether the folders of two files name the same cluster: the same environments, however they are spelled, and no region or number that the other's
 * contradicts. A file of no environment is in the same as another of none. Scopes that the policy names are exact.
 */
export function namesOneCluster(one: string, other: string, clusters: readonly ClusterEntry[]): boolean {
  const [left, right] = [scopeOf(one, clusters), scopeOf(other, clusters)];
  if (left === right) return true;
  if (clusters.some(({ name }) => name === left || name === right)) return false;
  const [own, others] = [namesIn(left), namesIn(right)];
  if (!isSubset(own.environments, others.environments) || !isSubset(others.environments, own.environments))
    return false;
  const isContained = isSubset(own.further, others.further) || isSubset(others.further, own.further);
  return own.environments.size > 0 ? isContained : own.further.size === others.further.size && isContained;
}

/**
 * Whether the folders of a file say nothing of a cluster, or what those of another do: what is included from there by this one is
 * delivered where it was.
 */
export function namesNoOtherCluster(one: string, other: string, clusters: readonly ClusterEntry[]): boolean {
  if (namesOneCluster(one, other, clusters)) return true;
  const scopes = [one, other].map((file) => scopeOf(file, clusters));
  return !clusters.some(({ name }) => scopes.includes(name)) && environmentsOf(scopes[0] ?? '').length === 0;
}

interface Names {
  readonly environments: ReadonlySet<string>;
  /** Regions, numbers, tenants. */
  readonly further: ReadonlySet<string>;
}

function namesIn(scope: string): Names {
  const environments = new Set<string>();
  const further = new Set<string>();
  for (const folder of environmentsOf(scope)) {
    const name = folder.toLowerCase();
    const whole = synonyms.get(name.replace(/[-_.]/g, ''));
    if (whole !== undefined) environments.add(whole);
    for (const word of whole === undefined ? name.split(/[-_.]/) : []) {
      const [, bare = '', number = ''] = /^(.*?)(\d*)$/.exec(word) ?? [];
      const environment = synonyms.get(bare);
      if (environment === undefined) further.add(word);
      else {
        environments.add(environment);
        if (number !== '') further.add(number);
      }
    }
  }
  return { environments, further };
}

function isSubset(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((name) => other.has(name));
}
