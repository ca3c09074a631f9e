import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, mapping, text } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';
import { declaredObjects } from './objects.ts';
import { OwnRepository } from './own-repository.ts';

/**
 * The URLs that mean this repository where neither the forge nor a remote says so: those from which the base already
 * delivers paths, all of which are in it. The base is trusted, and a change cannot add to them. The top of a repository is in each one,
 * and proves nothing.
 */
export function inferOwnRepository(base: FileView, declaring: readonly string[]): OwnRepository {
  const isHere = new Map<string, boolean>();
  for (const { group, kind, value } of declaredObjects(base, declaring)) {
    if (group !== 'argoproj.io' || kind !== 'Application') continue;
    const spec = mapping(value.spec);
    for (const source of [spec.source, ...list(spec.sources)].filter(isMapping)) {
      const url = text(source.repoURL);
      const path = text(source.path);
      if (url === undefined || path === undefined || source.chart !== undefined) continue;
      const folder = pathBelow('', path);
      if (folder !== '') isHere.set(url, isHere.get(url) !== false && folder !== undefined && base.isFolder(folder));
    }
  }
  return new OwnRepository(
    [...isHere].filter(([, here]) => here).map(([url]) => url),
    true,
  );
}
