import { groupBy } from '../../groups.ts';
import { canonical, json } from '../../plain-values.ts';
import type { Alert } from './alerts.ts';

/** What of two alerts says that they are the same, what says most first: an identifier, all of it, then the name and less and less more. */
const likeness: readonly ((alert: Alert) => string | undefined)[] = [
  // Grafana goes by the identifier; with another title and another query it is another alert.
  ({ uid, queries }) => (uid === undefined ? undefined : json([uid, queries])),
  ({ uid, name }) => (uid === undefined ? undefined : json([uid, name])),
  ({ path: _, ...alert }) => canonical(alert),
  ({ name, expression, queries, labels }) => json([name, expression, queries, labels]),
  ({ name, expression, queries }) => json([name, expression, queries]),
  ({ name, labels, writtenWait }) => json([name, labels, writtenWait]),
  ({ name, labels }) => json([name, labels]),
  ({ name, severity, writtenWait }) => json([name, severity, writtenWait]),
  ({ name, severity }) => json([name, severity]),
  ({ name }) => name,
];

/**
 * What each alert was before. Alerts of one name are different ones (alerts of burn rates have one for each window), so each was one of
 * them at most: those that are most alike first, of one place (`placesOf`, the nearest first) before others.
 */
export function formerAlerts(
  before: readonly Alert[],
  after: readonly Alert[],
  placesOf: readonly ((alert: Alert) => string)[],
): ReadonlyMap<Alert, Alert> {
  const formers = new Map<Alert, Alert>();
  let old = before.toSorted(laterFirst);
  let now = after.toSorted((a, b) => laterFirst(b, a));
  for (const keyOf of likeness) {
    for (const placeOf of placesOf) {
      const at = (alert: Alert) => json([placeOf(alert), keyOf(alert) ?? null]);
      const left = groupBy(old, at);
      const open: Alert[] = [];
      for (const alert of now) {
        const former = keyOf(alert) === undefined ? undefined : left.get(at(alert))?.pop();
        if (former === undefined) open.push(alert);
        else formers.set(alert, former);
      }
      if (open.length === now.length) continue;
      const taken = new Set(formers.values());
      old = old.filter((each) => !taken.has(each));
      now = open;
    }
  }
  return formers;
}

function laterFirst(one: Alert, other: Alert): number {
  const [wait, next] = [one, other].map((each) => each.wait ?? Number.MAX_VALUE) as [number, number];
  return next - wait;
}

/** Whether an alert that is there fires of all that another one does, as something that is as bad, and as soon. */
export function isAsGood(alert: Alert, other: Alert): boolean {
  const sameOf = ({ name, expression, queries, labels }: Alert) => json([name, expression, queries, labels]);
  const isAsSoon = alert.wait === other.wait || (alert.wait !== undefined && alert.wait < (other.wait ?? 0));
  return isAsSoon && (!alert.isPaused || other.isPaused) && sameOf(alert) === sameOf(other);
}
