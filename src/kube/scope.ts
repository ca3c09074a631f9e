import { matchGlob } from '../policy/glob.ts';
import type { ClusterEntry } from '../policy/policy.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './touched-file.ts';

/** One scope's objects on both sides: those of touched files, and those of unchanged files that are read as context. */
export interface ScopeObjects {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
}

/** Directories whose children are clusters or environments, each a scope of its own. */
const parents = new Set(['clusters', 'environments', 'envs', 'overlays', 'stages', 'sites', 'tenants']);

/** Files that tools deliver by their own: YAML and JSON, and what a template is made of. */
const delivered = /\.(?:ya?ml|json|tpl|tmpl|gotmpl|j2)$|(?:^|\/)templates\/|(?:^|\/)Kustomization$/i;

/**
 * The scope a file belongs to (how-it-judges.md, "Scopes"): the first `clusters` entry that matches its path, else its first
 * directory (the first two below `clusters/` and the like), `.` for files at the top.
 * What stands under another name (`role.yaml.disabled`, `notes.txt`) is delivered only where a kustomization lists it: it
 * is a scope of its own beside that, so that it excuses nothing when it is renamed.
 */
export function scopeOf(path: string, clusters: readonly ClusterEntry[]): Scope {
  const scope = deliveredScope(path, clusters);
  return delivered.test(path) ? scope : `${scope} (not delivered)`;
}

function deliveredScope(path: string, clusters: readonly ClusterEntry[]): Scope {
  const entry = clusters.find(({ paths }) => paths.some((pattern) => matchGlob(pattern, path)));
  if (entry !== undefined) return entry.name;
  const directories = path.split('/').slice(0, -1);
  const depth = parents.has(directories[0] ?? '') ? 2 : 1;
  const scope = directories.slice(0, depth).join('/') || '.';
  // A directory that happens to be called like an entry must not join it.
  return clusters.some(({ name }) => name === scope) ? `${scope}/` : scope;
}
