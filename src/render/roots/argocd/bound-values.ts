import { pathBelow } from '../../../kube/kustomization.ts';
import { list, type Mapping, mapping, text } from '../../../plain-values.ts';
import { boundPaths, isOpenPath, textsOf } from '../../generators/bound-paths.ts';
import type { Generated } from '../../generators/generated.ts';
import type { FileView } from '../../model/file-view.ts';
import { inFolder } from '../../model/paths.ts';

/** More values files than these are not tried for one Application. */
const most = 1_000;

/**
 * What a generator makes, once for each values file of the repository that its open parameters may mean: `values/{{name}}.yaml` of
 * clusters that only Argo CD knows is any of those that are there. `specOf` is the Application's spec with the parameters put in.
 */
export function boundToFiles(
  view: FileView,
  generated: Generated,
  specOf: (each: Generated) => Mapping,
): readonly Generated[] {
  const done: Generated[] = [];
  const open = [generated];
  for (let each = open.shift(); each !== undefined; each = open.shift()) {
    const pattern = openFile(specOf(each));
    const bound = pattern === undefined ? [] : bindings(view, pattern, each);
    if (bound?.length === 0) done.push(each);
    // Beyond the bound none is taken, so that no more of them are looked at.
    open.unshift(...(bound ?? []).slice(0, most + 1));
    if (bound !== undefined && done.length + open.length <= most) continue;
    const are = bound === undefined ? 'it is not known which' : `more than ${most}`;
    const why = `${are} values files may be ${pattern ?? 'its own'}`;
    return [{ ...generated, unbuilt: { why, by: 'a values file', unread: candidates(view, pattern ?? '') } }];
  }
  return done;
}

/** The path of a values file with a parameter that is not known. */
function openFile(spec: Mapping): string | undefined {
  for (const source of [spec.source, ...list(spec.sources)].map(mapping)) {
    const folder = text(source.path) ?? '';
    for (const file of list(mapping(source.helm).valueFiles)) {
      const named = text(file);
      if (named === undefined || !isOpenPath(named)) continue;
      const path = /^(?:\$[^/]+)?\//.test(named) ? named.replace(/^(?:\$[^/]+)?\/+/, '') : inFolder(folder, named);
      const below = pathBelow('', path);
      // A pattern of nothing but a parameter would be any file.
      if (below !== undefined && !isOpenPath(below.split('/')[0] ?? '')) return below;
    }
  }
  return undefined;
}

/** The parameters with what each fitting file says of those that are open; undefined where they are too many. */
function bindings(view: FileView, pattern: string, generated: Generated): readonly Generated[] | undefined {
  const files = candidates(view, pattern).filter((path) => view.file(path) !== undefined);
  return boundPaths(pattern, files)?.map((read) => ({
    ...generated,
    parameters: new Map([...generated.parameters, ...read]),
  }));
}

/** Files that begin and end as a pattern does. */
function candidates(view: FileView, pattern: string): readonly string[] {
  const texts = textsOf(pattern);
  const [first = '', last = ''] = [texts[0], texts.at(-1)];
  return view.below(first.replace(/\/?[^/]*$/, '')).filter((path) => path.startsWith(first) && path.endsWith(last));
}
