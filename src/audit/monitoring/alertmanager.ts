import type { Loosening } from '../../kube/loosening.ts';
import { canonical, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';

/** Whether a value is a configuration of Alertmanager, or the spec of an AlertmanagerConfig. */
export function isAlertmanager({ route, receivers }: Mapping): boolean {
  return typeof route === 'object' && route !== null && Array.isArray(receivers);
}

interface Route {
  readonly receiver: string;
  /** What an alert has to be for it, from the top down, in one text. */
  readonly matchers: readonly string[];
  /** Times at which nobody is notified, by their names. */
  readonly muted: readonly string[];
  readonly path: Path;
}

const deepest = 12;

/** Whom a configuration of Alertmanager no longer tells of alerts (prometheus/alertmanager, config/config.go and dispatch/route.go). */
export function alertmanagerLowered(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [routesOf(before), routesOf(after)];
  const [old, now] = [integrationsOf(before), integrationsOf(after)];
  return [
    ...mutedReceivers(old, now, is),
    ...lostReceivers(was, is, old, now),
    ...mutedRoutes(was, is, old, now),
    ...mutedAtTimes(was, is, timesOf(after)),
    ...inhibited(before, after),
  ];
}

/** Alerts that nobody is notified of while others fire (`inhibit_rules`, or `inhibitRules` of an AlertmanagerConfig). */
function inhibited(before: Mapping, after: Mapping): readonly Loosening[] {
  const rulesOf = (value: Mapping) =>
    ['inhibit_rules', 'inhibitRules'].flatMap((field) =>
      list(value[field]).map((rule, index) => ({ rule: mapping(rule), path: [field, index] })),
    );
  const known = new Set(rulesOf(before).map(({ rule }) => canonical(rule)));
  return rulesOf(after).flatMap(({ rule, path }): readonly Loosening[] => {
    if (known.has(canonical(rule))) return [];
    const target = matchersOf({
      match: rule.target_match,
      match_re: rule.target_match_re,
      matchers: rule.target_matchers ?? rule.targetMatch,
    });
    return [
      {
        what: `newly notifies nobody of ${target.length === 0 ? 'any alert' : `alerts with ${enumerate(target)}`} while another one fires`,
        remedy: 'Inhibit only what the other alert says already, of the same object (equal).',
        // What is equal keeps it to one object.
        severity: list(rule.equal).length === 0 ? 'medium' : 'low',
        path,
        subject: ['inhibited', json(rule)],
      },
    ];
  });
}

/** The kinds of integrations of each receiver: `slack_configs`, or `slackConfigs` of an AlertmanagerConfig. */
function integrationsOf({ receivers }: Mapping): ReadonlyMap<string, readonly string[]> {
  return new Map(
    list(receivers).map((each) => {
      const own = mapping(each);
      const kinds = Object.keys(own).filter((key) => /_?configs$/i.test(key) && list(own[key]).length > 0);
      return [scalarText(own.name), kinds];
    }),
  );
}

function routesOf(value: Mapping): readonly Route[] {
  return [...walk(mapping(value.route), ['route'], '', [])];
}

function* walk(route: Mapping, path: Path, inherited: string, above: readonly string[]): Generator<Route> {
  if (path.length > 2 * deepest) return;
  const receiver = scalarText(route.receiver) || inherited;
  const matchers = [...above, ...matchersOf(route)];
  const times = [...strings(route.mute_time_intervals), ...strings(route.muteTimeIntervals)];
  yield { receiver, matchers, muted: times, path };
  for (const [index, each] of list(route.routes).entries()) {
    yield* walk(mapping(each), [...path, 'routes', index], receiver, matchers);
  }
}

function matchersOf({ match, match_re, matchers }: Mapping): readonly string[] {
  const ofMapping = (value: unknown, operator: string) =>
    Object.entries(mapping(value)).map(([name, wanted]) => `${name}${operator}${scalarText(wanted)}`);
  const written = list(matchers).map((each) => {
    if (typeof each === 'string') return each.replace(/["'\s]/g, '');
    const { name, value, matchType, regex } = mapping(each);
    return `${scalarText(name)}${scalarText(matchType) || (regex === true ? '=~' : '=')}${scalarText(value)}`;
  });
  return [...ofMapping(match, '='), ...ofMapping(match_re, '=~'), ...written].sort();
}

/** A receiver with nothing in it drops what it gets. */
function isNobody(receiver: string, integrations: ReadonlyMap<string, readonly string[]>): boolean {
  return integrations.get(receiver)?.length === 0;
}

const remedy = 'Keep somebody who is notified, and silence single alerts for a time in Alertmanager, where that shows.';

function mutedReceivers(
  old: ReadonlyMap<string, readonly string[]>,
  now: ReadonlyMap<string, readonly string[]>,
  is: readonly Route[],
): readonly Loosening[] {
  const used = new Set(is.map(({ receiver }) => receiver));
  const muted = [...now.keys()].filter(
    (name) => isNobody(name, now) && (old.get(name)?.length ?? 0) > 0 && used.has(name),
  );
  return muted.map((name) => ({
    what: `no longer tells anybody by its receiver ${name}`,
    remedy,
    severity: 'medium',
    path: ['receivers', [...now.keys()].indexOf(name)],
    subject: ['receiver', name],
  }));
}

/** Receivers that no route sends to any more, unless a new one of the same kind takes their place. */
function lostReceivers(
  was: readonly Route[],
  is: readonly Route[],
  old: ReadonlyMap<string, readonly string[]>,
  now: ReadonlyMap<string, readonly string[]>,
): readonly Loosening[] {
  const used = new Set(is.map(({ receiver }) => receiver));
  const added = [...used].filter((name) => !old.has(name)).flatMap((name) => now.get(name) ?? []);
  const names = [...new Set(was.map(({ receiver }) => receiver))];
  const lost = names.filter((name) => {
    const kinds = old.get(name) ?? [];
    return kinds.length > 0 && !used.has(name) && !kinds.some((kind) => added.includes(kind));
  });
  if (lost.length === 0) return [];
  return [
    {
      what: `no longer sends any alert to ${enumerate(lost)}`,
      remedy,
      severity: 'medium',
      path: ['route'],
      formerPath: was.find(({ receiver }) => lost.includes(receiver))?.path ?? ['route'],
      subject: ['lost', ...lost.sort()],
    },
  ];
}

/** What nobody needs to be notified of: that alerting works, and what only inhibits others. */
const harmless =
  /^(?:alertname(?:=|=~).{0,3}(?:Watchdog|InfoInhibitor|DeadMansSwitch)|severity(?:=|=~).{0,3}(?:none|info|debug))/;

function mutedRoutes(
  was: readonly Route[],
  is: readonly Route[],
  old: ReadonlyMap<string, readonly string[]>,
  now: ReadonlyMap<string, readonly string[]>,
): readonly Loosening[] {
  const known = new Set(was.filter(({ receiver }) => isNobody(receiver, old)).map(({ matchers }) => json(matchers)));
  const wasTold = new Set(was.filter(({ receiver }) => !isNobody(receiver, old)).map(({ receiver }) => receiver));
  return is
    .filter(({ receiver, matchers }) => isNobody(receiver, now) && !wasTold.has(receiver) && !known.has(json(matchers)))
    .filter(({ matchers }) => !matchers.some((each) => harmless.test(each)))
    .map(({ matchers, path }) => ({
      what:
        matchers.length === 0
          ? 'newly notifies nobody of alerts that no route names'
          : `newly notifies nobody of alerts with ${enumerate(matchers)}`,
      remedy,
      severity: 'medium',
      path: [...path, 'receiver'],
      subject: ['muted', ...matchers],
    }));
}

/** What names of times mean: `time_intervals`, `mute_time_intervals` of older versions, `muteTimeIntervals` of an AlertmanagerConfig. */
function timesOf(value: Mapping): ReadonlyMap<string, string> {
  const all = ['time_intervals', 'mute_time_intervals', 'muteTimeIntervals'].flatMap((field) => list(value[field]));
  return new Map(all.map((each) => [scalarText(mapping(each).name), json(each)]));
}

function mutedAtTimes(
  was: readonly Route[],
  is: readonly Route[],
  times: ReadonlyMap<string, string>,
): readonly Loosening[] {
  const known = new Set(was.filter(({ muted }) => muted.length > 0).map(({ matchers }) => json(matchers)));
  return is
    .filter(({ muted, matchers }) => muted.length > 0 && !known.has(json(matchers)))
    .map(({ matchers, muted, path }) => ({
      what: `notifies nobody at the times ${enumerate(muted)} of alerts${matchers.length === 0 ? '' : ` with ${enumerate(matchers)}`}`,
      remedy,
      severity: 'low',
      path,
      subject: ['times', ...matchers, ...muted.map((name) => times.get(name) ?? name).sort()],
    }));
}
