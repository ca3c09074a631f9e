import type { Position } from '../../kube/resource.ts';
import type { Views } from '../blame/locator.ts';
import type { FileView } from '../model/file-view.ts';
import type { RootInputs } from '../plan/plan.ts';
import { definesOf } from './changed-lines.ts';
import { anyHelper, blocksOf, namesIn } from './deciding-helpers.ts';
import { changedLinesAmong, decided, guardedLines } from './installation-facts.ts';
import { isVersionLine } from './plain-values.ts';
import { isLabels, usersOf } from './telling-helpers.ts';
import { mayGiveAccount, mayGivePods, mayGiveWholes, namesRbac, type Template } from './template-text.ts';

/** A part of a chart that an installation decides, and where it is. */
interface DecidedPart {
  readonly position: Position;
  readonly by: string;
}

/**
 * Named templates of which a change makes something else where a chart is installed than where it is only rendered, and that are, or
 * decide about, permissions, workloads, namespaces or what is judged as a whole. What a template itself says is judged branch by branch as it is written; what
 * a named template says is in no document of its own.
 */
export function installedHelpers(views: Views, { closure }: RootInputs): readonly DecidedPart[] {
  const paths = closure.charts.flatMap(({ files }) => files.filter((path) => /\/templates\//.test(`/${path}`)));
  const isSame = (path: string) => views.before.tree.get(path)?.id === views.after.tree.get(path)?.id;
  const touched = paths.filter((path) => !isSame(path));
  if (touched.length === 0) return [];
  const [now, old] = [views.after, views.before].map((view) => new Helpers(view, paths)) as [Helpers, Helpers];
  const found = touched.flatMap((path) => {
    const added = now.decidedLines(path, views.before);
    // A branch that lost something is where it was.
    const lost = added.length > 0 ? [] : old.decidedLines(path, views.after);
    return [...added, ...lost.map(({ name }) => ({ name, line: now.lineOf(path, name) }))].map((each) => ({
      ...each,
      path,
    }));
  });
  return found.flatMap(({ path, line, name }) =>
    line > 0 && (now.counts(name) || old.counts(name))
      ? [{ position: { file: path, line, column: 1 }, by: `the named template "${name}"` }]
      : [],
  );
}

/** Whether what a line gives is only a name, a version or labels. */
function isNaming(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const isName = /^\s*(?:-\s+)?(?:apiVersion|name|namespace|checksum\/[\w.-]+)\s{0,5}:/.test(line);
  return isName || isVersionLine(line) || isLabels(lines, index);
}

/** The named templates of one side's charts. */
class Helpers {
  readonly #view: FileView;
  readonly #all: readonly Template[];
  readonly #blocks: ReadonlyMap<string, readonly Template[]>;
  readonly #counting = new Map<string, boolean>();
  #facts: ReadonlySet<string> | undefined;

  constructor(view: FileView, paths: readonly string[]) {
    this.#view = view;
    this.#all = paths.map((path) => ({ path, source: view.bytes(path)?.toString('utf8') ?? '' }));
    this.#blocks = blocksOf(this.#all);
  }

  /** The changed lines of named templates that only an installation decides. */
  decidedLines(path: string, other: FileView): readonly { readonly line: number; readonly name: string }[] {
    const source = this.#sourceOf(path);
    const isFact = (code: string) => decided.test(code) || namesIn(code).some((name) => this.#factual.has(name));
    const variables = new Set(
      source.split('\n').flatMap((line) => {
        const [, name, value = ''] = /(\$\w{1,100})\s{0,20}:?=\s{0,20}(.*)/.exec(line) ?? [];
        return name !== undefined && isFact(value) ? [name] : [];
      }),
    );
    const tells = (code: string) => isFact(code) || [...code.matchAll(/\$\w+/g)].some(([name]) => variables.has(name));
    const defines = definesOf(source);
    return changedLinesAmong(guardedLines(source, tells), path, other, this.#view).flatMap((line) => {
      const name = defines[line - 1];
      return name === undefined ? [] : [{ line, name }];
    });
  }

  lineOf(path: string, name: string): number {
    return definesOf(this.#sourceOf(path)).indexOf(name) + 1;
  }

  /** Whether what one of these says matters, or whether it decides about lines that do. */
  counts(name: string): boolean {
    const known = this.#counting.get(name) ?? this.#matters(name);
    this.#counting.set(name, known);
    return known;
  }

  #matters(name: string): boolean {
    const matters = (source: string) => namesRbac(source) || mayGiveAccount(source) || mayGivePods(source);
    if ((this.#blocks.get(name) ?? []).some(({ source }) => matters(source))) return true;
    const users = usersOf([name], this.#blocks);
    const asks = (condition: string) => namesIn(condition).some((each) => each !== anyHelper && users.has(each));
    return this.#all.some(({ source }) => {
      const lines = source.split('\n');
      if (matters(source) && [...guardedLines(source, asks)].some((line) => matters(lines[line - 1] ?? '')))
        return true;
      return mayGiveWholes(source) && lines.some((line, index) => asks(line) && !isNaming(lines, index));
    });
  }

  /** Those that such facts make, themselves or by others. */
  get #factual(): ReadonlySet<string> {
    const own = () =>
      [...this.#blocks].flatMap(([name, texts]) => (texts.some(({ source }) => decided.test(source)) ? [name] : []));
    this.#facts ??= usersOf(own(), this.#blocks);
    return this.#facts;
  }

  #sourceOf(path: string): string {
    return this.#all.find((each) => each.path === path)?.source ?? '';
  }
}
