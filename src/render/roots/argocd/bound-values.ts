import { pathBelow } from '../../../kube/kustomization.ts';
import { list, type Mapping, mapping, text } from '../../../plain-values.ts';
import type { Generated } from '../../generators/generated.ts';
import type { FileView } from '../../model/file-view.ts';
import { inFolder } from '../../model/paths.ts';

/** More values files than these are not tried for one Application. */
const most = 64;
const action = /\{\{-?\s{0,8}([^{}]{1,200}?)\s{0,8}-?\}\}/;

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
    if (bound.length === 0) done.push(each);
    open.unshift(...bound);
    if (done.length + open.length <= most) continue;
    const why = `more than ${most} values files may be ${pattern ?? 'its own'}`;
    return [{ ...generated, unbuilt: { why, by: 'a values file', unread: [] } }];
  }
  return done;
}

/** The path of a values file with a parameter that is not known. */
function openFile(spec: Mapping): string | undefined {
  for (const source of [spec.source, ...list(spec.sources)].map(mapping)) {
    const folder = text(source.path) ?? '';
    for (const file of list(mapping(source.helm).valueFiles)) {
      const named = text(file);
      if (named === undefined || !action.test(named)) continue;
      const path = /^(?:\$[^/]+)?\//.test(named) ? named.replace(/^(?:\$[^/]+)?\/+/, '') : inFolder(folder, named);
      const below = pathBelow('', path);
      // A pattern of nothing but a parameter would be any file.
      if (below !== undefined && !action.test(below.split('/')[0] ?? '')) return below;
    }
  }
  return undefined;
}

/** The parameters with what each fitting file says of those that are open. */
function bindings(view: FileView, pattern: string, generated: Generated): readonly Generated[] {
  const names: string[] = [];
  const parts = pattern.split(new RegExp(action, 'g'));
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const known = names.indexOf(nameOf(part));
    if (known >= 0) return `\\${known + 1}`;
    names.push(nameOf(part));
    return '([^/]+)';
  });
  const fits = new RegExp(`^${source.join('')}$`);
  const folder = (parts[0] ?? '').replace(/\/?[^/]*$/, '');
  return view.below(folder).flatMap((path): Generated[] => {
    const found = view.file(path) === undefined ? null : fits.exec(path);
    if (found === null) return [];
    const read = names.map((name, index) => [name, found[index + 1] ?? ''] as const);
    return [{ ...generated, parameters: new Map([...generated.parameters, ...read]) }];
  });
}

function nameOf(expression: string): string {
  return expression.startsWith('.') ? expression.slice(1) : expression;
}
