import { templateProblems } from '../../kube/template/actions.ts';
import { json, list, mapping } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import { changedValue } from '../blame/changed-value.ts';
import type { Views } from '../blame/locator.ts';
import { changedValues, mostChanges, touches, valueIn } from '../blame/values-lines.ts';
import type { ChartPart } from '../graph/chart.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder } from '../model/paths.ts';
import { valuesNamed } from '../model/values-named.ts';
import type { RootInputs } from '../plan/plan.ts';
import { type ChangedLine, changedLines, onlyAddsConditions } from '../template/changed-lines.ts';
import { fillsPod } from '../template/field-of.ts';
import { type IsPlain, plainChanges } from '../template/plain-values.ts';
import { type TellingHelpers, tellingHelpers } from '../template/telling-helpers.ts';
import {
  bare,
  hasTellingAction,
  mayGiveAccount,
  mayGiveRbac,
  resolved,
  type Template,
  usesAllValues,
} from '../template/template-text.ts';
import { reachingFiles } from './chart-files.ts';
import type { Reach } from './kustomization-reach.ts';
import { isOwnTemplate, SubchartValues } from './subcharts.ts';

/**
 * What of a change of charts, or of the values they are given, can reach a permission or a workload's account, seen from
 * the text alone: for charts that were not rendered.
 */
export class ChartReach {
  readonly #views: Views;
  readonly #after: RootInputs;
  readonly #before: RootInputs | undefined;
  readonly #limits: YamlLimits;

  constructor(views: Views, before: RootInputs | undefined, after: RootInputs, limits: YamlLimits) {
    this.#views = views;
    this.#before = before;
    this.#after = after;
    this.#limits = limits;
  }

  find(): readonly Reach[] {
    const { charts } = this.#after.closure;
    const all = charts.flatMap((chart) => this.#templates(chart));
    const helpers = tellingHelpers(all.filter(isTelling), all);
    return charts.flatMap((chart) => {
      const templates = [...this.#templates(chart).filter(isTelling), ...helpers.blocks];
      const found = chart.files.flatMap((path) => (this.#isSame(path) ? [] : this.#inFile(chart, path, helpers)));
      const others = reachingFiles(chart, templates, this.#views).map(({ file, path, by }) => ({
        position: { file, ...(this.#views.after.documents(file)[0]?.at(path) ?? { line: 1, column: 1 }) },
        by,
      }));
      return [...found, ...others, ...this.#inValues(chart, templates)];
    });
  }

  /** The chart's templates as they are, and as they were where they differ. */
  #templates(chart: ChartPart): readonly Template[] {
    return chart.files
      .filter((path) => /\/templates\//.test(`/${path}`))
      .flatMap((path) => {
        const sides = this.#isSame(path) ? [this.#views.after] : [this.#views.after, this.#views.before];
        return sides.map((view) => ({ path, source: textOf(view, path) }));
      });
  }

  /** Whether the chart's own values, old and new, make the same of every template. */
  #isSameByDefaults(chart: ChartPart): boolean {
    if (!this.#after.root.isByDefaults) return false;
    return chart.files.every((path) => !/\/templates\//.test(`/${path}`) || isSameResolved(chart, path, this.#views));
  }

  /** The templates with what their own values say in place: what they still name is open. */
  #unresolved(chart: ChartPart, templates: readonly Template[]): readonly string[] {
    return templates.map(({ path, source }) => resolved(source, this.#values(this.#views.after, chart, path)));
  }

  #inFile(chart: ChartPart, path: string, helpers: TellingHelpers): Reach[] {
    if (path.endsWith('.tgz')) return [{ position: { file: path, line: 1, column: 1 }, by: 'a packaged chart' }];
    if (!/\/templates\//.test(`/${path}`) || path.endsWith('NOTES.txt')) return [];
    const [before, after] = [this.#views.before, this.#views.after].map((view) =>
      resolved(textOf(view, path), this.#values(view, chart, path)),
    );
    return this.#inTemplate(path, before ?? '', after ?? '', helpers);
  }

  #inTemplate(file: string, before: string, after: string, helpers: TellingHelpers): Reach[] {
    const changed = changedLines(before, after);
    const [first] = changed;
    if (first === undefined) return [];
    const place = (line: number) => ({ file, line: Math.max(1, line), column: 1 });
    const counts = mayGiveRbac(after) || mayGiveRbac(before);
    if (counts && templateProblems(after, this.#limits).length > 0) {
      return [{ position: place(first.line), by: 'a template that is not YAML before it is rendered' }];
    }
    if (before !== '' && onlyAddsConditions(before, after)) return [];
    const lines = after.split('\n');
    const mayTell = ({ text, line }: ChangedLine) =>
      counts || mayGiveAccount(text) || (after.includes('containers:') && fillsPod(lines, line - 1));
    const telling = changed.find((each) => hasTellingAction(each.text) && mayTell(each));
    if (telling !== undefined) return [{ position: place(telling.line), by: 'an action of a template' }];
    const define = changed.find(
      ({ define: name, text }) => name !== undefined && (helpers.has(name) || mayGiveAccount(text)),
    );
    return define === undefined ? [] : [{ position: place(define.line), by: `the named template "${define.define}"` }];
  }

  /** Values that differ and that a template with permissions names. */
  #inValues(chart: ChartPart, templates: readonly Template[]): Reach[] {
    const subcharts = new SubchartValues(this.#views.after, this.#after.closure.charts);
    const isAny = templates.some(({ source }) => usesAllValues(source));
    const usedBy = (sources: readonly string[]) => {
      const named = sources.flatMap(valuesNamed);
      return (path: Path) => isAny || named.some((each) => subcharts.reaches(each, path)) || mayAggregate(path);
    };
    const isPlain = isAny ? () => false : plainChanges(templates, (...each) => subcharts.reaches(...each));
    const isNamed = usedBy(templates.map(({ source }) => source));
    const isOpen = this.#isSameByDefaults(chart) ? usedBy(this.#unresolved(chart, templates)) : isNamed;
    const defaults = inFolder(chart.folder, 'values.yaml');
    const files = [...this.#after.closure.files].filter(
      (path) => /\.ya?ml(?:\.gotmpl)?$/.test(path) && !/\/templates\//.test(`/${path}`) && !path.endsWith('Chart.yaml'),
    );
    const found = files.flatMap((file) =>
      this.#isSame(file) ? [] : this.#inValuesFile(file, defaults, file === defaults ? isOpen : isNamed, isPlain),
    );
    return [...found, ...this.#inDeclaration(isNamed, isPlain)];
  }

  /** A new file of values is compared with the chart's own ones, which it lies over. */
  #inValuesFile(file: string, defaults: string, isUsed: (path: Path) => boolean, isPlain: IsPlain): Reach[] {
    const { before, after } = this.#views;
    const document = after.documents(file)[0];
    const old = before.documents(before.file(file) === undefined ? defaults : file)[0];
    const change = usedChange(document?.value, old?.value, isUsed, isPlain);
    if (document === undefined || change === undefined) return [];
    const { path, isVersion } = change;
    return [{ position: { file, ...document.at(path) }, by: 'a value', isVersion }];
  }

  /** Values that the object that declares the root states itself. */
  #inDeclaration(isUsed: (path: Path) => boolean, isPlain: IsPlain): Reach[] {
    const { root } = this.#after;
    const { declared } = root;
    if (declared === undefined) return [];
    const found: Reach[] = [];
    for (const [index, source] of root.sources.entries()) {
      const old = this.#before?.root.sources[index];
      if (source.kind !== 'helm') continue;
      const former = old?.kind === 'helm' ? old : undefined;
      const change = usedChange(merged(source.values), merged(former?.values ?? []), isUsed, isPlain);
      const isOtherFiles = former !== undefined && source.valueFiles.join() !== former.valueFiles.join();
      const known = new Set(former?.parameters.map(({ name, value }) => `${name}=${value}`));
      const parameter = source.parameters.find(
        ({ name, value }) => !known.has(`${name}=${value}`) && isUsed(name.split(/[.[\]]+/)),
      );
      if (change === undefined && parameter === undefined && !isOtherFiles) continue;
      const document = this.#views.after.documents(declared.file)[declared.document];
      const meant = change?.path ?? parameter?.name.split(/[.[\]]+/) ?? [];
      const isMeant = (path: Path) => touches(meant.map(String), path);
      const position = changedValue([declared.file], this.#views, isMeant, false) ?? {
        file: declared.file,
        ...placeOf(document, declared.at, change?.path),
      };
      const isVersion = parameter === undefined && !isOtherFiles && change?.isVersion === true;
      found.push({ position, by: 'a value', isVersion });
    }
    return found;
  }

  #values(view: FileView, chart: ChartPart, path: string): unknown {
    // Other roots may set other values: only one that has its defaults alone is known.
    return this.#after.root.isByDefaults ? defaultsOf(view, chart, path) : {};
  }

  #isSame(path: string): boolean {
    return this.#views.before.tree.get(path)?.id === this.#views.after.tree.get(path)?.id;
  }
}

/** Whether a value is by its name a label by which roles take in others. */
function mayAggregate(path: Path): boolean {
  return path.some((step) => String(step).startsWith('rbac.authorization.k8s.io/aggregate-to-'));
}

function isTelling({ source }: Template): boolean {
  return mayGiveRbac(source) || mayGiveAccount(source);
}

/** Whether a template says the same before and after, once the chart's own values are in place of what names them. */
export function isSameResolved(chart: ChartPart, path: string, { before, after }: Views): boolean {
  const [old, now] = [before, after].map((view) => {
    return resolved(textOf(view, path), defaultsOf(view, chart, path))
      .split('\n')
      .map(bare)
      .join('\n');
  });
  return old === now;
}

/** The chart's own values; a template of a subchart sees others. */
function defaultsOf(view: FileView, chart: ChartPart, template: string): unknown {
  return isOwnTemplate(chart, template) ? mapping(view.documents(inFolder(chart.folder, 'values.yaml'))[0]?.value) : {};
}

/** The first change of a value that is used, of those that are more than another plain text where there is one. */
function usedChange(
  after: unknown,
  before: unknown,
  isUsed: (path: Path) => boolean,
  isPlain: IsPlain,
): { readonly path: Path; readonly isVersion: boolean } | undefined {
  const [changed, lost] = [changedValues(after, before), changedValues(before, after)];
  // More than are looked at: what the rest is, nobody knows.
  const beyond = [changed, lost].flatMap((all) => (all.length < mostChanges ? [] : all.slice(-1)));
  const known = new Set(changed.map((path) => json(path)));
  // A value that is gone falls back to a default, which may be wider.
  const gone = lost.filter((path) => !known.has(json(path))).map((path) => path.slice(0, -1));
  const used = [...beyond, ...[...changed, ...gone].filter((path) => path.length > 0 && isUsed(path))];
  const isMore = (path: Path) => beyond.includes(path) || !known.has(json(path)) || !isPlain(path, before, after);
  const more = used.find(isMore);
  const path = more ?? used[0];
  return path === undefined ? undefined : { path, isVersion: more === undefined };
}

function merged(values: readonly unknown[]): unknown {
  return Object.fromEntries(values.flatMap((each) => Object.entries(mapping(each))));
}

function placeOf(document: Document | undefined, at: Path, path: Path | undefined): { line: number; column: number } {
  const isRelease = at[0] === 'releases';
  const stated = isRelease ? list(valueIn(document?.value, [...at.slice(0, 2), 'values'])) : [];
  const item = stated.findIndex((values) => path !== undefined && valueIn(values, path) !== undefined);
  if (item >= 0) return document?.at([...at.slice(0, 2), 'values', item, ...(path ?? [])]) ?? { line: 1, column: 1 };
  if (isRelease) return document?.at(at) ?? { line: 1, column: 1 };
  const spec = at.slice(0, at.indexOf('spec') + 1);
  const places = [['values'], ['source', 'helm', 'valuesObject'], ['source', 'helm', 'values'], ['source', 'helm']];
  for (const inside of places) {
    let current: unknown = document?.value;
    for (const step of [...spec, ...inside]) current = mapping(current)[String(step)];
    if (current !== undefined) return document?.at([...spec, ...inside, ...(path ?? [])]) ?? { line: 1, column: 1 };
  }
  return document?.at(at) ?? { line: 1, column: 1 };
}

function textOf(view: FileView, path: string): string {
  return view.bytes(path)?.toString('utf8') ?? '';
}
