import { groupBy } from '../../groups.ts';
import type { LoosenedObject } from '../../kube/loosening.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, type Mapping, mapping } from '../../plain-values.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { type ChartValues, compareParts } from '../../workload/charts/chart-values.ts';
import { valuesIn } from '../../workload/charts/values.ts';
import { judgePairs, pairObjects } from '../../workload/model/pair-objects.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { configurationLoosened } from './configuration.ts';

/** The ConfigMaps that Argo CD's chart makes of its values (argo-helm, charts/argo-cd, `configs`; `server` before its fifth version). */
const maps = [
  {
    name: 'argocd-cm',
    at: [
      ['configs', 'cm'],
      ['server', 'config'],
    ],
  },
  { name: 'argocd-cmd-params-cm', at: [['configs', 'params']] },
  {
    name: 'argocd-rbac-cm',
    at: [
      ['configs', 'rbac'],
      ['server', 'rbacConfig'],
    ],
  },
] as const;

/** Keys of one of these ConfigMaps somewhere in values. */
interface Part {
  readonly name: string;
  readonly data: Mapping;
  at(path: Path): Position;
}

/** Who hands values to Argo CD's chart, and what they say of its ConfigMaps: by parts of which a later one goes before. */
interface Held {
  readonly resource: Resource;
  readonly parts: readonly Part[];
}

/** What Argo CD newly lets happen by the values of its chart. `files` are those that nothing rendered. */
export function chartValuesLoosened(
  sides: ScopeObjects,
  files: readonly TouchedFile[],
  limits: YamlLimits,
): readonly LoosenedObject[] {
  const mayHold = ({ before, after }: TouchedFile) =>
    [before, after].some((side) => side !== undefined && /\b(?:configs|server)\b/.test(side.text));
  const values = valuesIn(sides, files.filter(mayHold), limits);
  const moved = new Map(files.flatMap(({ path, movedFrom }) => (movedFrom === undefined ? [] : [[movedFrom, path]])));
  const keyOf = ({ resource: { group, kind, namespace, name } }: Pick<Held, 'resource'>) =>
    JSON.stringify([group, kind, namespace, kind === 'Values' ? (moved.get(name) ?? name) : name]);
  const [old, now] = [heldIn(values.before), heldIn(values.after)];
  const left = new Map(sides.after.map((each) => [keyOf({ resource: each }), each]));
  return judgePairs(pairObjects(old, now, keyOf), (was, is) => {
    // Where the values are gone and the object is there, the chart's own ones hold.
    const resource = is?.resource ?? (was && left.get(keyOf(was)));
    return resource === undefined ? [] : maps.flatMap(({ name }) => compared(name, was, is, resource));
  });
}

function identityOf({ group, kind, namespace, name, file }: Resource): string {
  return JSON.stringify([group, kind, namespace, name, file]);
}

function heldIn(values: readonly ChartValues[]): readonly Held[] {
  const byObject = groupBy(values, (each) => identityOf(each.resource));
  return [...byObject.values()].flatMap((all): readonly Held[] => {
    // A plugin of another source is not handed to the chart, whatever its parameters are called.
    const ofChart = all.filter(({ plugin }) => plugin === undefined);
    const parts = (ofChart.length === 0 ? all : ofChart)
      .toSorted((one, other) => compareParts(other, one))
      .flatMap((each) => partsIn(each, each.value, []));
    const [first] = all;
    return first === undefined || parts.length === 0 ? [] : [{ resource: first.resource, parts }];
  });
}

/** How deep they are looked for: below the name of a chart that has Argo CD's as a subchart. */
const deepest = 2;

function partsIn(values: ChartValues, value: Mapping, inside: Path): readonly Part[] {
  const found = maps.flatMap(({ name, at }) =>
    at.flatMap(([outer, inner]): readonly Part[] => {
      const data = mapping(value[outer])[inner];
      const path = [...values.path, ...inside, outer, inner];
      return isMapping(data) ? [{ name, data, at: (below) => values.resource.at([...path, ...below]) }] : [];
    }),
  );
  if (found.length > 0 || inside.length >= deepest) return found;
  return Object.keys(value).flatMap((key) => {
    const below = value[key];
    return isMapping(below) ? partsIn(values, below, [...inside, key]) : [];
  });
}

function compared(
  name: string,
  was: Held | undefined,
  is: Held | undefined,
  resource: Resource,
): readonly LoosenedObject[] {
  const [old, now] = [was, is].map((held) => held?.parts.filter((part) => part.name === name) ?? []) as [
    Part[],
    Part[],
  ];
  if (old.length + now.length === 0) return [];
  const dataOf = (parts: readonly Part[]) => ({ data: Object.assign({}, ...parts.map(({ data }) => data)) });
  const loosenings = configurationLoosened(name, was === undefined ? undefined : dataOf(old), dataOf(now));
  if (loosenings.length === 0) return [];
  const isFile = resource.kind === 'Values';
  return [
    {
      resource: isFile ? undefined : resource,
      called: `Argo CD, by ${isFile ? resource.file : resourceName(resource)},`,
      loosenings,
      at: (path) => placeIn(now, path) ?? resource.at([]),
      formerAt: (path) => placeIn(old, path),
    },
  ];
}

/** The place of a key (after `data`) in the last part that has it. */
function placeIn(parts: readonly Part[], [, key, ...below]: Path): Position | undefined {
  const part = parts.findLast(({ data }) => key === undefined || Object.hasOwn(data, key)) ?? parts.at(-1);
  return part?.at(key === undefined ? [] : [key, ...below]);
}
