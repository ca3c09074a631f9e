import { matchGlob } from '../policy/glob.ts';
import type { ClusterEntry } from '../policy/policy.ts';
import type { Scope } from './touched-file.ts';

const containers = new Set(['clusters', 'environments', 'envs', 'overlays', 'stages', 'sites', 'tenants']);
export function scopeOf(path: string, clusters: readonly ClusterEntry[]): Scope {
  const entry = clusters.find(({ paths }) => paths.some((glob) => matchGlob(glob, path)));
  if (entry) return entry.name;
  const parts = path.split('/');
  return parts.slice(0, Math.min(parts.length - 1, containers.has(parts[0] ?? '') ? 2 : 1)).join('/');
}
