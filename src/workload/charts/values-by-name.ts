import type { Position, Resource } from '../../kube/resource.ts';
import { canonical, isMapping, json, list, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { judgePairs, pairObjects } from '../model/pair-objects.ts';
import type { ChartValues } from './chart-values.ts';
import type { ValuesSides } from './values.ts';
import { chartOf } from './values.ts';

/** A value of a chart from elsewhere that by its name decides about permissions or the node, and differs: what comes of it only the chart knows. */
export interface TellingValue {
  readonly resource: Resource;
  /** The chart, where the object says which. */
  readonly chart: string | undefined;
  /** The plugin of Argo CD that it is handed to; undefined where it is a chart. */
  readonly plugin?: string | undefined;
  /** `rbac.clusterWide`. */
  readonly name: string;
  readonly position: Position;
}

/** Whether a file is given to a chart from elsewhere as values; a new one: to a chart that was delivered before. */
export type IsGiven = (file: string, isNew: boolean) => boolean;

/** Keys that are about roles, bindings, what is allowed in the whole cluster, and the node; without `-` and `_`. */
const telling =
  /rbac|clusterrole|rolebinding|clusterwide|clusterscope|clusteradmin|clusteraccess|superuser|impersonat|podsecuritypolic|securitycontextconstraint|(?:^|use|enable)privileged|hostnetwork|hostports?$|hostaccess|hostpid|hostipc|rootuser|runasroot/i;
/** Keys that narrow where they are on. */
const narrowing = /namespaced|singlenamespace|restricted|readonly|watch(?:all)?namespaces?$/i;
/** Keys under which nothing is allowed, and those whose values other rules read as what they are. */
const leftOut =
  /^(?:annotations|labels|apiversion|name|nameoverride|fullname|fullnameoverride|rules|verbs|resources|apigroups|resourcenames|nonresourceurls|subjects|roleref|securitycontext|containersecuritycontext|podsecuritycontext|hostnetwork|hostpid|hostipc|image|tag|version|description)$/i;
/** Of these no other rule reads what a plugin is handed. */
const ofPods = /^(?:hostnetwork|hostpid|hostipc)$/i;
/** Values beyond these are not looked at. */
const most = 5_000;

/** Compares values by their names; a chart that is newly delivered is reported itself. */
export function tellingValues({ before, after }: ValuesSides, isGiven: IsGiven): readonly TellingValue[] {
  const keyOf = ({ resource: { group, kind, namespace, name }, part }: ChartValues) =>
    json([group, kind, namespace ?? null, name, part]);
  return judgePairs(pairObjects(before, after, keyOf), (old, now): readonly TellingValue[] => {
    if (now === undefined) return [];
    const { resource, path, value, plugin } = now;
    const isNew = old === undefined;
    if (resource.kind === 'Values' ? !isGiven(resource.file, isNew) : isNew) return [];
    const chart = chartOf(resource);
    return changedLeaves(value, old?.value, plugin !== undefined).flatMap((at): TellingValue[] => {
      const name = at.map((key) => (/\./.test(String(key)) ? `"${key}"` : String(key))).join('.');
      return [{ resource, chart, plugin, name, position: resource.at([...path, ...at]) }];
    });
  });
}

/** The paths that differ and tell; one for each mapping that is about it. */
function changedLeaves(after: unknown, before: unknown, isOfPlugin: boolean): readonly Path[] {
  const found: Path[] = [];
  let count = 0;
  const walk = (now: unknown, old: unknown, path: Path, isTelling: boolean): void => {
    if (count++ > most || now === old) return;
    const key = String(path.at(-1) ?? '').replaceAll(/[-_]/g, '');
    if (leftOut.test(key) && !(isOfPlugin && ofPods.test(key))) return;
    const tells = isTelling || telling.test(key);
    if (isMapping(now) || (now === undefined && isMapping(old))) {
      for (const each of new Set([...Object.keys(mapping(now)), ...Object.keys(mapping(old))])) {
        walk(mapping(now)[each], mapping(old)[each], [...path, each], tells);
      }
    } else if (Array.isArray(now)) {
      const had = new Set(list(old).map(canonical));
      for (const [index, item] of now.entries()) {
        if (!had.has(canonical(item))) walk(item, isMapping(item) ? {} : undefined, [...path, index], tells);
      }
    } else if (isWider(now, old, key, tells)) found.push(path);
  };
  walk(after, before, [], false);
  return found;
}

function isWider(now: unknown, old: unknown, key: string, isTelling: boolean): boolean {
  if (narrowing.test(key)) return isOn(old) && !isOn(now);
  if (!isTelling) return false;
  // What was turned off and no longer is falls back to what the chart says.
  return now === undefined ? old === false : isOn(now);
}

function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 'false' && value !== 0;
}
