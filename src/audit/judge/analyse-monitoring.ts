import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { settingsLoosened } from '../../workload/charts/settings-loosened.ts';
import { enginesLost } from '../../workload/engines/engines-lost.ts';
import { kindsLost } from '../../workload/engines/kinds-lost.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import { removals } from '../../workload/model/removals.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { type Holder, holdersOf } from '../model/holder.ts';
import { partsOf } from '../model/search.ts';
import { alertmanagerLowered } from '../monitoring/alertmanager.ts';
import { watcherKey, watcherLowered, watches } from '../monitoring/watchers.ts';
import { alertsLowered } from './compare-alerts.ts';
import { logsLowered } from './compare-logs.ts';
import { keyOf, type MonitoringPart, monitoringReader, placed } from './monitoring-parts.ts';
import { serversLowered } from './servers.ts';

/** What is no longer watched, or of which nobody is notified any more, by scope. */
export type MonitoringAnalysis = ReadonlyMap<Scope, readonly LoosenedObject[]>;

/** Compares alerts, who is notified of them, and what measures and sends logs, in every scope. `files` are those that nothing rendered. */
export function analyseMonitoring(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  files: readonly TouchedFile[],
  limits: YamlLimits,
): MonitoringAnalysis {
  const byScope = groupBy(files, ({ scope }) => scope);
  const scopes = new Set([...objects.keys(), ...byScope.keys()]);
  const none: ScopeObjects = { before: [], after: [] };
  return new Map(
    [...scopes].map((scope) => {
      const sides = objects.get(scope) ?? none;
      const { before, after } = holdersOf(sides, byScope.get(scope) ?? []);
      const read = (all: readonly Holder[]) => all.flatMap((each) => partsOf(each, limits, monitoringReader));
      const isRemoved = removals(sides);
      return [
        scope,
        [
          ...partsLowered(read(before), read(after), isRemoved),
          ...watchersLowered(sides, isRemoved),
          ...enginesLost(sides, 'monitoring'),
          ...kindsLost(sides, 'monitoring'),
          ...settingsLoosened(sides, byScope.get(scope) ?? [], limits, 'monitoring'),
          ...serversLowered(sides),
        ],
      ];
    }),
  );
}

function partsLowered(
  before: readonly MonitoringPart[],
  after: readonly MonitoringPart[],
  isRemoved: (resource: Resource | undefined, file: string) => boolean,
): readonly LoosenedObject[] {
  const now = groupBy(after, keyOf);
  const others = after.filter(({ kind }) => kind === 'alertmanager');
  const isOf = (part: MonitoringPart) => {
    const same = now.get(keyOf(part)) ?? [];
    return same.find(({ holder }) => holder.file === part.holder.file) ?? same[0];
  };
  // What goes along with its application is not lost.
  const left = before.filter((part) => isOf(part) !== undefined || !isRemoved(part.holder.resource, part.holder.file));
  const alertmanagers = left.flatMap((part) => {
    if (part.kind !== 'alertmanager') return [];
    // Under another name or in another place it is the one that took its place.
    const moved = isOf(part) ?? others.find((each) => !before.some((old) => keyOf(old) === keyOf(each)));
    if (moved === undefined && /AlertmanagerConfig$/.test(part.holder.resource?.kind ?? ''))
      return placed(part, undefined, 'The Alertmanager configuration', [configurationGone]);
    if (moved?.kind !== 'alertmanager') return [];
    return placed(part, moved, 'The Alertmanager configuration', alertmanagerLowered(part.value, moved.value));
  });
  const ofAlerts = (all: readonly MonitoringPart[]) => all.filter((each) => each.kind === 'alerts');
  const ofLogs = (all: readonly MonitoringPart[]) => all.filter((each) => each.kind === 'outputs');
  return [
    ...alertsLowered(ofAlerts(left), ofAlerts(after), isOf),
    ...alertmanagers,
    ...logsLowered(ofLogs(before), ofLogs(after), ofLogs(left), isOf),
  ];
}

/** One of several that an operator joins. */
const configurationGone: Loosening = {
  what: 'is gone, and with it those it notified',
  remedy: 'Keep it as long as there are alerts that it is for.',
  severity: 'medium',
  path: [],
  formerPath: [],
  subject: ['gone'],
};

function watchersLowered(
  { before, after }: ScopeObjects,
  isRemoved: (resource: Resource | undefined, file: string) => boolean,
): readonly LoosenedObject[] {
  const pairs = pairResources(before.filter(watches), after.filter(watches), watcherKey);
  const placeOf = ({ kind, namespace }: Resource) => JSON.stringify([kind, namespace]);
  const added = groupBy(
    pairs.flatMap(({ before: was, after: is }) => (was === undefined && is !== undefined ? [is] : [])),
    placeOf,
  );
  return judgePairs(pairs, (was, is) => {
    if (was === undefined) return [];
    // Renamed, or in another namespace's place: one that is new takes it.
    const taken = is === undefined ? added.get(placeOf(was))?.shift() : undefined;
    if (taken !== undefined || (is === undefined && isRemoved(was, was.file))) return [];
    return loosenedObject(was, is, watcherLowered(was, is));
  });
}
