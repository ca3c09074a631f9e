import { groupBy } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import type { LoosenedObject, Loosening } from '../../kube/loosening.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { type ChartValues, compareParts } from './chart-values.ts';
import { type ChartSetting, chartSettings, placesOf, type SettingFamily, valueAt } from './security-settings.ts';
import { chartOf, valuesIn } from './values.ts';

/** What an object or a release of helmfile hands to a chart. */
interface Handed {
  readonly key: string;
  readonly chart: string;
  readonly resource: Resource;
  /** In the order in which they count. */
  readonly parts: readonly { readonly value: Mapping; at(path: Path): Position }[];
}

/**
 * Values of charts from elsewhere by which less is refused, kept apart, found or notified, in their own words: of an object that was there
 * before. What is not stated is as the chart has it. `files` are those that nothing rendered.
 */
export function settingsLoosened(
  sides: ScopeObjects,
  files: readonly TouchedFile[],
  limits: YamlLimits,
  family: SettingFamily,
): readonly LoosenedObject[] {
  const own = chartSettings.filter((each) => each.family === family);
  const values = valuesIn(sides, files, limits);
  const before = new Map(handed(sides.before, values.before).map((each) => [each.key, each]));
  const after = handed(sides.after, values.after);
  const kept = new Set(after.map(({ key }) => key));
  const gone = new Map(
    [...before.values()].flatMap((each) => (kept.has(each.key) ? [] : [[each.chart, each] as const])),
  );
  return after.flatMap((is): readonly LoosenedObject[] => {
    // A release that is new in the place of one of the same chart is that one under another name.
    const was = before.get(is.key) ?? gone.get(is.chart);
    if (was === undefined || was.chart !== is.chart) return [];
    const wanted = own.filter(({ chart }) => chart === undefined || chart === is.chart);
    // What the table has of the chart itself is not judged as that of any chart.
    const known = new Set(wanted.flatMap(({ chart, path }) => (chart === undefined ? [] : [json(path)])));
    const loosenings = wanted.flatMap((setting) =>
      loosened(setting, was, is, setting.chart === undefined ? known : new Set()),
    );
    if (loosenings.length === 0) return [];
    const isFile = is.resource.kind === 'Values';
    return [
      {
        resource: isFile ? undefined : is.resource,
        ...(isFile ? { called: `${is.resource.file}, for the chart ${is.chart},` } : {}),
        loosenings,
        at: (path) => placeIn(is, path) ?? is.resource.at([]),
        formerAt: (path) => placeIn(was, path),
      },
    ];
  });
}

function placeIn({ parts }: Handed, path: Path): Position | undefined {
  const part = parts.find(({ value }) => valueAt(value, path.map(String)) !== undefined);
  return (part ?? parts[0])?.at(path);
}

function handed(objects: readonly Resource[], values: readonly ChartValues[]): readonly Handed[] {
  const byObject = groupBy(values, ({ resource }) => identityKey(resource));
  const ofObjects = objects.flatMap((resource): readonly Handed[] => {
    const chart = chartOf(resource);
    if (chart === undefined || resource.isEmbedded === true) return [];
    const own = [...(byObject.get(identityKey(resource)) ?? [])].sort(compareParts);
    const parts = own.map((each) => ({
      value: each.value,
      at: (path: Path) => each.resource.at([...each.path, ...path]),
    }));
    return [{ key: identityKey(resource), chart: nameOf(chart), resource, parts }];
  });
  return [...ofObjects, ...values.flatMap(releasesOf)];
}

/** `oci://ghcr.io/kyverno/charts/kyverno` and `kyverno/kyverno` are the chart kyverno. */
function nameOf(chart: string): string {
  return chart.replace(/\/+$/, '').split('/').at(-1) ?? chart;
}

/** The releases of a helmfile, with the values that it states itself. */
function releasesOf({ resource, value }: ChartValues): readonly Handed[] {
  if (resource.kind !== 'Values') return [];
  return list(value.releases).flatMap((item, index): readonly Handed[] => {
    const { name, namespace, chart, values } = mapping(item);
    if (text(chart) === undefined) return [];
    const parts = list(values).flatMap((each, place) =>
      isMapping(each)
        ? [{ value: each, at: (path: Path) => resource.at(['releases', index, 'values', place, ...path]) }]
        : [],
    );
    const key = json(['release', resource.file, scalarText(namespace), scalarText(name)]);
    // Of several the last one counts.
    return [{ key, chart: nameOf(scalarText(chart)), resource, parts: parts.reverse() }];
  });
}

function loosened(setting: ChartSetting, was: Handed, is: Handed, known: ReadonlySet<string>): readonly Loosening[] {
  const all = [...was.parts, ...is.parts].flatMap(({ value }) => placesOf(setting, value));
  const paths = [...new Map(all.map((path) => [json(path), path]))].flatMap(([key, path]) =>
    known.has(key) ? [] : [path],
  );
  return paths.flatMap((path): readonly Loosening[] => {
    const [old, now] = [was, is].map(({ parts }) =>
      parts.map(({ value }) => valueAt(value, path)).find((each) => each !== undefined && each !== null),
    );
    const rankOf = (value: unknown) => setting.rank(value ?? setting.standard);
    const [before, after] = [rankOf(old), rankOf(now)];
    const isKnown = before !== undefined && after !== undefined;
    // What the chart has where nothing is stated is not known: it may have been as strict, or may be as loose.
    const isFilledIn = after === undefined && before !== undefined && before > 0 && /\{\{|\$\{/.test(scalarText(now));
    const isPerhaps = isFilledIn || (setting.standard === undefined && isOpen(setting, old, before, now, after));
    if (isKnown ? after >= before : !isPerhaps) return [];
    const name = path.join('.');
    const value = now === undefined ? 'not stated any more' : scalarText(now);
    return [
      {
        what: `${isKnown ? setting.what : `perhaps ${setting.what}`} (${name}: ${value})`,
        remedy: `Keep ${name}${old === undefined ? ' as the chart has it' : `: ${scalarText(old)}`}.`,
        severity: isKnown ? setting.severity : 'medium',
        path: now === undefined ? [] : path,
        ...(now === undefined ? { formerPath: path } : {}),
        subject: ['value', name, value],
      },
    ];
  });
}

/** A value that newly is as loose as can be where none was stated, or a strict one that is gone. */
function isOpen(
  { rank }: ChartSetting,
  old: unknown,
  before: number | undefined,
  now: unknown,
  after: number | undefined,
): boolean {
  if (old === undefined) return after === 0;
  return now === undefined && before !== undefined && before > 0 && rank(old) !== 0;
}
