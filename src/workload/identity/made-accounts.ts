import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { mayHoldFragments } from '../model/generic.ts';
import { judgePairs, pairResources } from '../model/pair-objects.ts';
import { changedPlace, severityOfCloud } from './compare-accounts.ts';
import { type CloudIdentity, cloudsIn } from './service-account.ts';
import type { IdentityWidening } from './widening.ts';

/** An identity at a cloud that an operator gives an account which it makes of one of its own objects. */
interface MadeIdentity extends CloudIdentity {
  /** The field of the object that is about the account: `serviceAccountTemplate`. */
  readonly part: string;
}

const deepest = 16;
const ofAccounts = /serviceaccounts?(?:template|spec)?$/i;

/**
 * Identities at clouds that custom resources newly give the accounts which their operators make of them: annotations of a field
 * that by its name is about a ServiceAccount, as CloudNativePG, Strimzi, Crossplane and the operator of Grafana have them.
 */
export function madeIdentities({ before, after }: ScopeObjects): readonly IdentityWidening[] {
  const pairs = pairResources(before.filter(mayMake), after.filter(mayMake));
  // Of an object that was renamed it is the same identity.
  const left = new Set(
    pairs.flatMap(({ before: was, after: is }) =>
      was === undefined || is !== undefined ? [] : madeBy(was).map(keyOf),
    ),
  );
  return judgePairs(pairs, (was, is) => {
    if (is === undefined) return [];
    const had = was === undefined ? [] : madeBy(was);
    const known = new Set(had.map(keyOf));
    return madeBy(is).flatMap((made): readonly IdentityWidening[] => {
      if (known.has(keyOf(made)) || (was === undefined && left.has(keyOf(made)))) return [];
      const former = had.filter(({ part, cloud }) => part === made.part && cloud === made.cloud).map(({ id }) => id);
      const { part, ...cloud } = made;
      const severity = severityOfCloud(cloud, was === undefined);
      return [
        { kind: 'cloud', resource: is, part, position: is.at(changedPlace(cloud, former)), severity, cloud, former },
      ];
    });
  });
}

function keyOf({ cloud, id }: CloudIdentity): string {
  return `${cloud} ${id}`;
}

function mayMake(resource: Resource): boolean {
  return mayHoldFragments(resource);
}

function madeBy({ value }: Resource): readonly MadeIdentity[] {
  const found: MadeIdentity[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (key !== 'metadata' && key !== 'status') search(item, [key], [key], found);
  }
  return found;
}

function search(value: unknown, path: Path, names: readonly string[], found: MadeIdentity[]): void {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const name = text(mapping(item).name) ?? String(index);
      search(item, [...path, index], [...names.slice(0, -1), `${names.at(-1)}[${name}]`], found);
    }
    return;
  }
  // Objects inside are what they are.
  if (!isMapping(value) || (typeof value.apiVersion === 'string' && typeof value.kind === 'string')) return;
  if (ofAccounts.test(String(path.at(-1)))) {
    const part = names.filter((name) => name !== 'spec').join('.');
    for (const at of [['annotations'], ['metadata', 'annotations']]) {
      const [first = '', second] = at;
      const stated = second === undefined ? value[first] : mapping(value[first])[second];
      found.push(...cloudsIn(mapping(stated), [...path, ...at]).map((cloud) => ({ ...cloud, part })));
    }
  }
  for (const [key, item] of Object.entries(value)) search(item, [...path, key], [...names, key], found);
}
