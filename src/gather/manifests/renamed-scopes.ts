import type { TreeEntry } from '../../git/object/object.ts';
import { isDeliveredScope } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import { namesOneCluster } from '../../render/model/one-cluster.ts';
import type { Trees } from '../trees.ts';

/** A scope that only one side has files of. */
interface OneSided {
  /** One of its paths. */
  readonly path: string;
  readonly files: Map<string, TreeEntry>;
}

/** More pairs than these are not compared: the files of such scopes are gone and new. */
const mostPairs = 1_000;

/**
 * What scopes of the base's side are called on the head's: where a folder is renamed with all that is in it (`apps/` to `applications/`), nothing of it is gone
 * or new. The one scope has no file left, the other had none, at least half of the files are the same, and the folders' names say one cluster
 * (how-it-judges.md, "Scopes"). A folder that is called after a cluster is that cluster's, and what was for reading or for later was not delivered.
 */
export function renamedScopes(
  { before, after, changes }: Trees,
  clusters: readonly ClusterEntry[],
  scopeOfPath: (path: string) => Scope,
): ReadonlyMap<Scope, Scope> {
  const gone = oneSided(changes, 'before', after, scopeOfPath);
  const made = gone.size === 0 ? gone : oneSided(changes, 'after', before, scopeOfPath);
  const renamed = new Map<Scope, Scope>();
  if (gone.size * made.size > mostPairs) return renamed;
  const pairs = [...gone].flatMap(([scope, former]) =>
    [...made].flatMap(([now, one]) => {
      const mayBe = mayBeRenamed(scope, now) && namesOneCluster(former.path, one.path, clusters);
      const share = mayBe ? shareOf(former, one) : 0;
      return share < 0.5 ? [] : [{ scope, now, share }];
    }),
  );
  const taken = new Set<Scope>();
  for (const { scope, now, share } of pairs.sort((a, b) => b.share - a.share)) {
    // Of two that are as alike nobody knows which one it was.
    const rivals = pairs.filter((pair) => pair.share === share && (pair.scope === scope || pair.now === now));
    if (rivals.length > 1 || renamed.has(scope) || taken.has(now)) continue;
    renamed.set(scope, now);
    taken.add(now);
  }
  return renamed;
}

/** Names of folders that are there to be read, or for later: what comes out of them was delivered by nothing. */
const idle =
  /^(?:\.|_)|(?:^|[-_.])(?:docs?|documentation|examples?|samples?|demos?|drafts?|tests?|testdata|e2e|fixtures?|hack|archived?|attic|old|legacy|backups?|deprecated|disabled|inactive|unused|templates?|proposals?|contrib|wip|tmp)(?:$|[-_.])/i;

function mayBeRenamed(scope: Scope, now: Scope): boolean {
  const [first = ''] = scope.split('/');
  return (
    isDeliveredScope(scope) === isDeliveredScope(now) &&
    !idle.test(first) &&
    ![scope, now].some((name) => /cluster/i.test(name))
  );
}

/** The scopes of files that only one side has, as long as the tree of the other side has no file of them. */
function oneSided(
  changes: Trees['changes'],
  side: 'before' | 'after',
  otherTree: Trees['before'],
  scopeOfPath: (path: string) => Scope,
): Map<Scope, OneSided> {
  const found = new Map<Scope, OneSided>();
  for (const change of changes) {
    const entry = change[side];
    if (entry === undefined || change[side === 'before' ? 'after' : 'before'] !== undefined) continue;
    const scope = scopeOfPath(change.path);
    const known = found.get(scope) ?? { path: change.path, files: new Map() };
    known.files.set(change.path, entry);
    found.set(scope, known);
  }
  if (found.size === 0) return found;
  for (const path of otherTree.keys()) found.delete(scopeOfPath(path));
  // One file that moves is no folder that is called otherwise.
  return new Map([...found].filter(([, { files }]) => files.size > 1));
}

/** How many of the files of the larger one the other has as well, from 0 to 1. */
function shareOf(one: OneSided, other: OneSided): number {
  const contents = new Set([...other.files.values()].map(({ id }) => id));
  const shared = [...one.files.values()].filter(({ id }) => contents.has(id));
  return shared.length / Math.max(1, one.files.size, other.files.size);
}
