import type { Tree } from '../git/object.ts';
import type { Repository } from '../git/repository.ts';
import { isCandidate } from '../kube/candidate.ts';
import { readFile } from '../kube/read-file.ts';
import type { Resource } from '../kube/resource.ts';
import { scopeOf } from '../kube/scope.ts';
import type { Scope, TouchedFile } from '../kube/touched-file.ts';
import type { Policy } from '../policy/policy.ts';
import type { ScopeState } from '../rules/rule.ts';
import type { Budget } from './budget.ts';

/** Unchanged files that can hold context: kubectl applies these endings, and files that have none. */
const manifestName = /(?:\.(?:ya?ml|json))$|(?:^|\/)[^./]+$/i;

export interface Context {
  readonly scopes: ReadonlyMap<Scope, ScopeState>;
  readonly filesRead: number;
  /** Unchanged files whose content could not be read, so that what they hold is unknown. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

/**
 * The objects of every scope the change touches: of touched files both sides, and of unchanged files that may hold RBAC.
 * Unchanged files are read only where a touched one may hold RBAC itself: a permission can change in no other way.
 */
export async function readContext(
  repository: Repository,
  touched: readonly TouchedFile[],
  after: Tree,
  policy: Policy,
  budget: Budget,
): Promise<Context> {
  const states = new Map<Scope, { before: Resource[]; after: Resource[] }>();
  const wanted = new Set<Scope>();
  for (const file of touched) {
    const state = states.get(file.scope) ?? { before: [], after: [] };
    state.before.push(...(file.before?.resources ?? []));
    state.after.push(...(file.after?.resources ?? []));
    states.set(file.scope, state);
    if (mayHoldRbac(file)) wanted.add(file.scope);
  }
  const touchedPaths = new Set(touched.map((file) => file.path));
  const paths = new Map<string, string[]>();
  for (const [path, entry] of after) {
    if (touchedPaths.has(path) || !entry.mode.startsWith('100') || !manifestName.test(path)) continue;
    if (!wanted.has(scopeOf(path, policy.clusters))) continue;
    const known = paths.get(entry.id);
    if (known === undefined) paths.set(entry.id, [path]);
    else known.push(path);
  }
  const unread: { file: string; why: string }[] = [];
  let filesRead = 0;
  for await (const { id, bytes, size, why } of repository.blobs(paths.keys(), policy.limits.bytes)) {
    budget.spend(bytes?.length ?? 0);
    if (bytes === undefined) {
      for (const file of paths.get(id) ?? []) unread.push({ file, why: why ?? 'missing' });
      continue;
    }
    if (!isCandidate(bytes)) continue;
    for (const path of paths.get(id) ?? []) {
      filesRead++;
      const side = readFile({
        path,
        mode: '100644',
        id,
        bytes,
        size,
        why: undefined,
        inChart: false,
        limits: policy.limits,
      });
      const state = states.get(scopeOf(path, policy.clusters));
      state?.before.push(...side.resources);
      state?.after.push(...side.resources);
    }
  }
  return { scopes: states, filesRead, unread };
}

function mayHoldRbac(file: TouchedFile): boolean {
  return [file.before, file.after].some(
    (side) => side !== undefined && side.bytes.length > 0 && isCandidate(side.bytes),
  );
}
