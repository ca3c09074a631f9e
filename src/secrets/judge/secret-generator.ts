import { generatedFiles, touchedKustomizations } from '../../kube/kustomization.ts';
import { asDelivered } from '../../kube/scope.ts';
import type { Generated, TouchedFile } from '../../kube/touched-file.ts';

/** What the generators of one side make of the touched files, by path. */
export function generatedOf(touched: readonly TouchedFile[], side: 'before' | 'after'): ReadonlyMap<string, Generated> {
  const files = new Map<string, Generated>();
  for (const { path, generated } of touched) if (generated !== undefined) files.set(path, generated);
  for (const { folder, value } of touchedKustomizations(touched, side)) {
    for (const { path, ...generated } of generatedFiles(value, folder))
      if (files.get(path)?.inSecret !== true) files.set(path, generated);
  }
  return files;
}

/**
 * The touched files in the scopes in which their secrets are compared: what a generator of either side packs is delivered,
 * whatever it is called. Its roles are not: they are text there, and excuse nothing.
 */
export function inDeliveredScopes(touched: readonly TouchedFile[]): readonly TouchedFile[] {
  const packed = new Set([...generatedOf(touched, 'before').keys(), ...generatedOf(touched, 'after').keys()]);
  return touched.map((file) => (packed.has(file.path) ? { ...file, scope: asDelivered(file.scope) } : file));
}
