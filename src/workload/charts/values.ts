import { documentsInside } from '../../kube/embedded.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import { type ChartValues, parsed, placed } from './chart-values.ts';
import { pluginValues } from './plugin-values.ts';

/** The chart that an object has installed, by its name. */
export function chartOf(resource: Resource): string | undefined {
  const { group, kind, name, value } = resource;
  const spec = mapping(valueUnder(value, ...specPath(resource)));
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease')
    return text(valueUnder(spec, 'chart', 'spec', 'chart'));
  if (group === 'helm.cattle.io') return kind === 'HelmChartConfig' ? name : text(spec.chart);
  if (group !== 'argoproj.io') return undefined;
  const sources = [spec.source, ...list(spec.sources)];
  return sources.flatMap((each) => text(mapping(each).chart) ?? [])[0];
}

/** Values somewhere in an object: as fields, as text, or as a list of parameters. */
interface Place {
  readonly value: unknown;
  readonly path: Path;
}

/**
 * The values in a Flux HelmRelease, in the sources of an Application or ApplicationSet of Argo CD, in a HelmChart or HelmChartConfig of k3s, and in
 * ConfigMaps that hold a file of values; not those of charts that are in the repository.
 */
function valuesOf(resource: Resource, limits: YamlLimits): readonly ChartValues[] {
  const path = specPath(resource);
  const spec = mapping(valueUnder(resource.value, ...path));
  const namespace = text(spec.targetNamespace) ?? text(mapping(spec.destination).namespace);
  const plugins = sourcesOf(resource, spec, path).flatMap((each) =>
    pluginValues(resource, mapping(each.value), each.path).map((values) => ({ ...values, namespace })),
  );
  const charts = placesOf(resource, spec, path).flatMap(({ value, path }): readonly ChartValues[] => {
    const rest = { part: path.filter((step) => step !== 'spec').join('.'), namespace };
    const parameters = parameterValues(resource, value, path);
    if (parameters !== undefined) return [{ ...parameters, path: [], ...rest }];
    if (isMapping(value)) return [{ resource, value, path, ...rest }];
    if (typeof value !== 'string') return [];
    return documentsInside(value, resource.document, [...resource.path, ...path], limits).flatMap((document) =>
      isMapping(document.value)
        ? [{ resource: within(resource, document), value: document.value, path: [], ...rest }]
        : [],
    );
  });
  return [...charts, ...plugins];
}

/** Where an object says what is installed: of an ApplicationSet in its template. */
function specPath({ group, kind }: Resource): readonly string[] {
  return group === 'argoproj.io' && kind === 'ApplicationSet' ? ['spec', 'template', 'spec'] : ['spec'];
}

function placesOf(resource: Resource, spec: Mapping, at: readonly string[]): readonly Place[] {
  const { group, kind } = resource;
  const { data } = resource.value;
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') {
    const isHere = valueUnder(spec.chart, 'spec', 'sourceRef', 'kind') === 'GitRepository';
    return isHere ? [] : [{ value: spec.values, path: ['spec', 'values'] }];
  }
  if (group === '' && kind === 'ConfigMap') {
    return Object.entries(mapping(data)).flatMap(([key, value]) =>
      /values\.ya?ml$/i.test(key) ? [{ value, path: ['data', key] }] : [],
    );
  }
  if (group === 'helm.cattle.io' && (kind === 'HelmChart' || kind === 'HelmChartConfig')) {
    return ['valuesContent', 'values', 'set'].map((field) => ({ value: spec[field], path: ['spec', field] }));
  }
  return sourcesOf(resource, spec, at).flatMap(({ value, path }) => {
    const { chart, helm } = mapping(value);
    if (text(chart) === undefined) return [];
    const fields = ['valuesObject', 'values', 'parameters'];
    return fields.map((field) => ({ value: mapping(helm)[field], path: [...path, 'helm', field] }));
  });
}

/** The sources of an Application or ApplicationSet of Argo CD. */
function sourcesOf({ group, kind }: Resource, spec: Mapping, at: readonly string[]): readonly Place[] {
  if (group !== 'argoproj.io' || !/^Application(?:Set)?$/.test(kind)) return [];
  return [
    { value: spec.source, path: [...at, 'source'] },
    ...list(spec.sources).map((value, index) => ({ value, path: [...at, 'sources', index] })),
  ];
}

/** The object with its places counted from a document that is in it. */
function within(resource: Resource, document: Document): Resource {
  return placed(resource, document, mapping(document.value));
}

/**
 * Parameters as values: `{name: pods.hostNetwork, value: "true"}` of Argo CD, and `set` of k3s, which has names as keys. A dot behind a
 * backslash is of the key; indexes of lists are keys as well. Undefined of what is neither.
 */
export function parameterValues(
  resource: Resource,
  parameters: unknown,
  at: Path,
): Pick<ChartValues, 'resource' | 'value'> | undefined {
  const isSet = isMapping(parameters) && resource.group === 'helm.cattle.io' && at.join('.') === 'spec.set';
  if (!isSet && !Array.isArray(parameters)) return undefined;
  const value = emptyMapping();
  const items = new Map<string, string | number>();
  const all: readonly (readonly [string | number, unknown])[] = Array.isArray(parameters)
    ? [...parameters.entries()]
    : Object.entries(mapping(parameters)).map(([name, value]) => [name, { name, value }]);
  for (const [index, parameter] of all) {
    const { name, value: stated, forceString } = mapping(parameter);
    const keys = scalarText(name)
      .split(/(?<!\\)\./)
      .map((key) => key.replaceAll('\\.', '.'));
    if (keys.length > deepest) continue;
    let inner = value;
    for (const [depth, key] of keys.entries()) {
      items.set(keys.slice(0, depth + 1).join('.'), index);
      const known = inner[key];
      const next = isMapping(known) ? (known as Record<string, unknown>) : emptyMapping();
      const isLast = depth === keys.length - 1;
      inner[key] = isLast ? (forceString === true ? scalarText(stated) : parsed(scalarText(stated))) : next;
      inner = next;
    }
  }
  const itemOf = (path: Path): Path => {
    const [index] = path.flatMap((_, depth) => items.get(path.slice(0, path.length - depth).join('.')) ?? []);
    return index === undefined ? at : [...at, index];
  };
  const document: Document = {
    ...blank,
    value,
    line: resource.document.line,
    at: (path) => resource.at(itemOf(path)),
    valueAt: (path) => resource.at(itemOf(path)),
  };
  return { resource: placed(resource, document, value), value };
}

/** Keys of one parameter; more no chart has. */
const deepest = 24;
const emptyMapping = (): Record<string, unknown> => Object.create(null);
const blank = { duplicateKeys: [], styleAt: () => undefined };

/** Values of charts that a change touches, on both sides. */
export interface ValuesSides {
  readonly before: readonly ChartValues[];
  readonly after: readonly ChartValues[];
}

export const noValues: ValuesSides = { before: [], after: [] };

/**
 * The values of charts that the change touches, in objects of a scope and in its files: of these the documents that are not objects, for
 * who hands them to which chart may be anywhere. `files` are those that nothing rendered.
 */
export function valuesIn(
  { before, after }: ScopeObjects,
  files: readonly TouchedFile[],
  limits: YamlLimits,
): ValuesSides {
  const [old, now] = [new Set(before), new Set(after)];
  const here = new Set([...before, ...after].flatMap(mapsOfOwnCharts));
  const isHere = ({ group, kind, name }: Resource) => group === '' && kind === 'ConfigMap' && here.has(name);
  const of = (all: readonly Resource[], others: ReadonlySet<Resource>) =>
    all.flatMap((each) => (others.has(each) || isHere(each) || each.isEmbedded === true ? [] : valuesOf(each, limits)));
  return {
    before: [...of(before, now), ...files.flatMap((each) => documentsOf(each.before, each.movedFrom ?? each.path))],
    after: [...of(after, old), ...files.flatMap((each) => documentsOf(each.after, each.path))],
  };
}

/** ConfigMaps whose values go to a chart that is in the repository, and judged as it is rendered. */
function mapsOfOwnCharts({ group, kind, value }: Resource): readonly string[] {
  if (group !== 'helm.toolkit.fluxcd.io' || kind !== 'HelmRelease') return [];
  const { chart, valuesFrom } = mapping(value.spec);
  if (valueUnder(chart, 'spec', 'sourceRef', 'kind') !== 'GitRepository') return [];
  return list(valuesFrom).flatMap((item) => text(mapping(item).name) ?? []);
}

function documentsOf(side: FileSide | undefined, file: string): readonly ChartValues[] {
  if (side?.structure !== 'manifest') return [];
  return side.documents.flatMap((document, index): readonly ChartValues[] => {
    const value = withoutTests(document.value, file);
    if (!isMapping(value) || typeof value.kind === 'string' || typeof value.apiVersion === 'string') return [];
    const head = { apiVersion: '', version: '', group: '', kind: 'Values', namespace: undefined, name: file, file };
    const part = index === 0 ? '' : String(index);
    return [{ resource: placed(head, document, value), value, path: [], part, namespace: undefined }];
  });
}

/** Without the cases of helm-unittest, which hand values to templates that nothing installs; by its own pattern, `*_test.yaml`. */
function withoutTests(value: unknown, file: string): unknown {
  if (!/_test\.ya?ml$/.test(file) || !isMapping(value) || !Array.isArray(value.tests)) return value;
  const { tests: _, ...rest } = value;
  return rest;
}
