import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { canonical, json, mapping } from '../../plain-values.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import { removals } from '../../workload/model/removals.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { type Holder, holdersOf, positionIn } from '../model/holder.ts';
import { partsOf } from '../model/search.ts';
import { alertmanagerLowered } from '../monitoring/alertmanager.ts';
import { goneAlerts, namesOfAlert, weakerAlerts } from '../monitoring/alerts.ts';
import { dropsAdded, type LogDrop } from '../monitoring/log-filters.ts';
import { type LogPipeline, outputsLowered } from '../monitoring/log-outputs.ts';
import { watcherLowered, watches } from '../monitoring/watchers.ts';
import { type MonitoringPart, monitoringReader } from './monitoring-parts.ts';

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
      return [scope, [...partsLowered(read(before), read(after), isRemoved), ...watchersLowered(sides, isRemoved)]];
    }),
  );
}

function partsLowered(
  before: readonly MonitoringPart[],
  after: readonly MonitoringPart[],
  isRemoved: (resource: Resource | undefined, file: string) => boolean,
): readonly LoosenedObject[] {
  const now = groupBy(after, keyOf);
  const alerts = new Set(after.flatMap((each) => (each.kind === 'alerts' ? each.value.flatMap(namesOfAlert) : [])));
  const former = new Set(before.flatMap((each) => (each.kind === 'alerts' ? each.value.map(({ name }) => name) : [])));
  const outputs = new Set(after.flatMap((each) => (each.kind === 'outputs' ? each.value.outputs.map(canonical) : [])));
  const others = after.filter(({ kind }) => kind === 'alertmanager');
  const dropsOf = leftOut(before, after);
  const ofFormer = before.flatMap((part) => {
    const same = now.get(keyOf(part)) ?? [];
    const is = same.find(({ holder }) => holder.file === part.holder.file) ?? same[0];
    const isWithItsApplication = is === undefined && isRemoved(part.holder.resource, part.holder.file);
    if (isWithItsApplication) return [];
    switch (part.kind) {
      case 'alerts': {
        const own = is?.kind === 'alerts' ? is.value : [];
        const isReworked =
          own.some(({ name }) => !former.has(name)) || versionOf(part.holder) !== versionOf(is?.holder);
        const gone = goneAlerts(
          part.value,
          (alert) => namesOfAlert(alert).some((name) => alerts.has(name)),
          isReworked,
        );
        return placed(part, is, 'The alerts', [...gone, ...weakerAlerts(part.value, own)]);
      }
      case 'alertmanager': {
        // Under another name or in another place it is the one that took its place.
        const moved = is ?? others.find((each) => !before.some((old) => keyOf(old) === keyOf(each)));
        if (moved === undefined && /AlertmanagerConfig$/.test(part.holder.resource?.kind ?? ''))
          return placed(part, undefined, 'The Alertmanager configuration', [configurationGone]);
        if (moved?.kind !== 'alertmanager') return [];
        return placed(part, moved, 'The Alertmanager configuration', alertmanagerLowered(part.value, moved.value));
      }
      default:
        return placed(part, is, 'The log configuration', [
          ...outputsLowered(part.value.outputs, is?.kind === 'outputs' ? is.value.outputs : [], (each) =>
            outputs.has(canonical(each)),
          ),
          ...(is?.kind === 'outputs' ? dropsOf(part.value, is.value) : []),
        ]);
    }
  });
  return [...ofFormer, ...leftOutByNewParts(before, after, dropsOf)];
}

/** Tells for each pair of parts what is newly left out, unless it came from another place. */
function leftOut(before: readonly MonitoringPart[], after: readonly MonitoringPart[]) {
  const count = (all: readonly MonitoringPart[]) =>
    groupBy(
      all.flatMap((each) => (each.kind === 'outputs' ? each.value.drops.map(canonical) : [])),
      (each) => each,
    );
  const [old, now] = [count(before), count(after)];
  const isMoved = (drop: LogDrop) => (old.get(canonical(drop))?.length ?? 0) >= (now.get(canonical(drop))?.length ?? 0);
  return (was: LogPipeline, is: LogPipeline) =>
    dropsAdded(was.drops, is.drops, [...was.streams, ...is.streams], isMoved);
}

/** A further file of something that was there, with filters in it. */
function leftOutByNewParts(
  before: readonly MonitoringPart[],
  after: readonly MonitoringPart[],
  dropsOf: ReturnType<typeof leftOut>,
): readonly LoosenedObject[] {
  const old = new Set(before.map(keyOf));
  const holders = groupBy(before, ({ holder }) => holder.key || holder.file);
  return after.flatMap((part) => {
    const around = holders.get(part.holder.key || part.holder.file) ?? [];
    if (part.kind !== 'outputs' || old.has(keyOf(part)) || around.length === 0) return [];
    const streams = around.flatMap((each) => (each.kind === 'outputs' ? each.value.streams : []));
    return placed(part, part, 'The log configuration', dropsOf({ outputs: [], drops: [], streams }, part.value));
  });
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

function keyOf({ kind, holder, names }: MonitoringPart): string {
  return JSON.stringify([kind, holder.resource === undefined ? holder.file : holder.key, names]);
}

function versionOf(holder: Holder | undefined): string {
  const labels = mapping(mapping(holder?.resource?.value.metadata).labels);
  return json([labels['app.kubernetes.io/version'], labels['helm.sh/chart'], labels.chart]);
}

/** The loosenings of a part with their places, in the file as it is now or as it was. */
function placed(
  before: MonitoringPart,
  after: MonitoringPart | undefined,
  what: string,
  loosenings: readonly Loosening[],
): readonly LoosenedObject[] {
  if (loosenings.length === 0) return [];
  const { holder, document, path } = after ?? before;
  const isOwn =
    /^(?:PrometheusRule|VMRule|GrafanaAlertRuleGroup|ClusterLogForwarder|AlertmanagerConfig|VMAlertmanagerConfig)$/.test(
      holder.resource?.kind ?? '',
    );
  return [
    {
      resource: holder.resource,
      called: isOwn ? holder.called : `${what === 'The alerts' ? 'The file of alerts' : what} in ${holder.called}`,
      loosenings,
      at: (inner) => positionIn(holder, document, [...path, ...inner]),
      formerAt: (inner) => positionIn(before.holder, before.document, [...before.path, ...inner]),
    },
  ];
}

function watchersLowered(
  { before, after }: ScopeObjects,
  isRemoved: (resource: Resource | undefined, file: string) => boolean,
): readonly LoosenedObject[] {
  const pairs = pairResources(before.filter(watches), after.filter(watches));
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
