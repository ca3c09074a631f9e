import { pathBelow } from '../../../kube/kustomization.ts';
import { list, type Mapping, mapping, text } from '../../../plain-values.ts';
import type { Generated } from '../../generators/generated.ts';
import type { FileView } from '../../model/file-view.ts';
import { inFolder } from '../../model/paths.ts';

/** More values files than these are not tried for one Application. */
const most = 1_000;
/** More open parameters than these in one part of a path are not looked for: how they share its text can be tried in too many ways. */
const [mostOpen, mostInPart] = [3, 2];
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
    if (bound?.length === 0) done.push(each);
    open.unshift(...(bound ?? []));
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
      if (named === undefined || !action.test(named)) continue;
      const path = /^(?:\$[^/]+)?\//.test(named) ? named.replace(/^(?:\$[^/]+)?\/+/, '') : inFolder(folder, named);
      const below = pathBelow('', path);
      // A pattern of nothing but a parameter would be any file.
      if (below !== undefined && !action.test(below.split('/')[0] ?? '')) return below;
    }
  }
  return undefined;
}

/** The parameters with what each fitting file says of those that are open; undefined where they are too many. */
function bindings(view: FileView, pattern: string, generated: Generated): readonly Generated[] | undefined {
  if (opensOf(pattern) > mostOpen || pattern.split('/').some((part) => opensOf(part) > mostInPart)) return undefined;
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
  return candidates(view, pattern).flatMap((path): Generated[] => {
    const found = view.file(path) === undefined ? null : fits.exec(path);
    if (found === null) return [];
    const read = names.map((name, index) => [name, found[index + 1] ?? ''] as const);
    return [{ ...generated, parameters: new Map([...generated.parameters, ...read]) }];
  });
}

/** Files that begin and end as a pattern does. */
function candidates(view: FileView, pattern: string): readonly string[] {
  const parts = pattern.split(new RegExp(action, 'g'));
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return view.below(first.replace(/\/?[^/]*$/, '')).filter((path) => path.startsWith(first) && path.endsWith(last));
}

const opensOf = (part: string): number => part.split(new RegExp(action, 'g')).length >> 1;

function nameOf(expression: string): string {
  return expression.startsWith('.') ? expression.slice(1) : expression;
}
