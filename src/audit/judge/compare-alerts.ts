import { addTo, groupBy } from '../../groups.ts';
import type { LoosenedObject } from '../../kube/loosening.ts';
import { json, mapping } from '../../plain-values.ts';
import type { Holder } from '../model/holder.ts';
import { type Alert, type AlertPair, goneAlerts, type Namesakes, weakerAlerts } from '../monitoring/alerts.ts';
import { formerAlerts, isAsGood } from '../monitoring/former-alerts.ts';
import { keyOf, type MonitoringPart, placed } from './monitoring-parts.ts';

type AlertsPart = Extract<MonitoringPart, { kind: 'alerts' }>;

/** What parts of a scope no longer alert to. An alert may go to another part; `isOf` is what a part is now, where it is still there. */
export function alertsLowered(
  before: readonly AlertsPart[],
  after: readonly AlertsPart[],
  isOf: (part: AlertsPart) => MonitoringPart | undefined,
): readonly LoosenedObject[] {
  const [old, now] = [before, after].map((parts) => parts.flatMap(({ value }) => value)) as [Alert[], Alert[]];
  const partOf = new Map([...before, ...after].flatMap((part) => part.value.map((alert) => [alert, part] as const)));
  const formers = formerAlerts(old, now, places(partOf));
  const taken = new Set(formers.values());
  const [wereCalled, areCalled] = [groupBy(old, ({ name }) => name), groupBy(now, ({ name }) => name)];
  const isGone = (alert: Alert) =>
    !taken.has(alert) && !areCalled.get(alert.name)?.some((each) => isAsGood(each, alert));
  const namesakesOf = (name: string): Namesakes => ({
    count: wereCalled.get(name)?.length ?? 0,
    areSomeLeft: areCalled.has(name),
  });
  const gone = before.flatMap((part) => {
    const is = isOf(part);
    const own = is?.kind === 'alerts' ? is.value : [];
    const isReworked =
      own.some(({ name }) => !wereCalled.has(name)) || versionOf(part.holder) !== versionOf(is?.holder);
    return placed(part, is, 'The alerts', goneAlerts(part.value.filter(isGone), namesakesOf, isReworked));
  });
  return [...gone, ...weaker(now, formers, partOf)];
}

/** The same place in the same file, the same place, and any. */
function places(partOf: ReadonlyMap<Alert, AlertsPart>): readonly ((alert: Alert) => string)[] {
  const keys = new Map([...new Set(partOf.values())].map((part) => [part, keyOf(part)]));
  const keyAt = (alert: Alert) => {
    const part = partOf.get(alert);
    return { key: (part && keys.get(part)) ?? '', file: part?.holder.file ?? '' };
  };
  return [(alert) => json(keyAt(alert)), (alert) => keyAt(alert).key, () => ''];
}

/** Alerts that are weaker than what they were, by the parts that they are in now and came from. */
function weaker(
  now: readonly Alert[],
  formers: ReadonlyMap<Alert, Alert>,
  partOf: ReadonlyMap<Alert, AlertsPart>,
): readonly LoosenedObject[] {
  const byParts = new Map<AlertsPart, Map<AlertsPart, AlertPair[]>>();
  for (const alert of now) {
    const former = formers.get(alert);
    const [was, is] = [former && partOf.get(former), partOf.get(alert)];
    if (former === undefined || was === undefined || is === undefined) continue;
    const ofPart = byParts.get(is) ?? new Map<AlertsPart, AlertPair[]>();
    byParts.set(is, ofPart);
    addTo(ofPart, was, { former, alert });
  }
  return [...byParts].flatMap(([is, ofPart]) =>
    [...ofPart].flatMap(([was, pairs]) => placed(was, is, 'The alerts', weakerAlerts(pairs))),
  );
}

function versionOf(holder: Holder | undefined): string {
  const labels = mapping(mapping(holder?.resource?.value.metadata).labels);
  return json([labels['app.kubernetes.io/version'], labels['helm.sh/chart'], labels.chart]);
}
