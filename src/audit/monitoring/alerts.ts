import { clipped } from '../../clipped.ts';
import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { canonical, isMapping, json, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';
import { isOfSecurity } from './of-security.ts';

/** An alert of Prometheus, VictoriaMetrics or Grafana, with its place in what holds it. */
export interface Alert {
  readonly name: string;
  /** By which Grafana knows a rule, whatever its title; undefined of others. */
  readonly uid: string | undefined;
  readonly expression: string;
  /** What a rule of Grafana asks its data sources, as JSON; null of others. */
  readonly queries: string;
  /** Seconds that it waits before it fires; undefined where that cannot be read. */
  readonly wait: number | undefined;
  /** The same as it is written. */
  readonly writtenWait: string;
  readonly severity: string;
  /** All of its labels, as JSON. */
  readonly labels: string;
  readonly isPaused: boolean;
  readonly path: Path;
}

/** The alerts of groups of rules: `groups[].rules[]` of a file, a PrometheusRule or Grafana's provisioning, or `rules[]` of one group. */
export function alertsOf(value: Mapping): readonly Alert[] {
  const groups = Array.isArray(value.groups)
    ? list(value.groups).map((each, index) => ({ each, at: ['groups', index] as Path }))
    : [{ each: value, at: [] as Path }];
  return groups.flatMap(({ each, at }) =>
    list(mapping(each).rules).flatMap((rule, index) => {
      const found = alertOf(mapping(rule));
      return found === undefined ? [] : [{ ...found, path: [...at, 'rules', index] }];
    }),
  );
}

function alertOf(rule: Mapping): Omit<Alert, 'path'> | undefined {
  // Grafana's rules have a title, and their queries under `data`.
  const name = scalarText(rule.alert) || (rule.data === undefined ? '' : scalarText(rule.title));
  if (name === '') return undefined;
  return {
    name,
    uid: rule.data === undefined ? undefined : text(rule.uid),
    expression: scalarText(rule.expr).replace(/\s+/g, ' ').trim(),
    queries: canonical(rule.data ?? null),
    wait: secondsOf(scalarText(rule.for)),
    writtenWait: scalarText(rule.for) || '0s',
    severity: scalarText(mapping(rule.labels).severity).toLowerCase(),
    labels: json(Object.entries(mapping(rule.labels)).sort()),
    isPaused: rule.isPaused === true,
  };
}

/** Whether a value holds groups of rules with an alert among them. */
export function holdsAlerts(value: Mapping): boolean {
  if (Array.isArray(value.groups))
    return value.groups.some((each) =>
      list(mapping(each).rules).some((rule) => isMapping(rule) && alertOf(rule) !== undefined),
    );
  return (
    Array.isArray(value.rules) &&
    value.rules.some((rule) => isMapping(rule) && rule.data !== undefined && alertOf(rule) !== undefined)
  );
}

const units: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** A duration of Prometheus: `1h30m`; nothing is none. */
function secondsOf(text: string): number | undefined {
  if (text === '' || text === '0') return 0;
  if (!/^(?:\d{1,9}(?:ms|[smhdwy]))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
}

/** Alerts of one name in a scope before the change, and whether one of that name is there still. */
export interface Namesakes {
  readonly count: number;
  readonly areSomeLeft: boolean;
}

/** Alerts of one place that are nowhere in the scope any more. Of several of one name it is said which. */
export function goneAlerts(
  gone: readonly Alert[],
  namesakesOf: (name: string) => Namesakes,
  isReworked: boolean,
): readonly Loosening[] {
  const [first] = gone;
  if (first === undefined) return [];
  const isSecurity = gone.some(({ name, expression }) => isOfSecurity(name) || isOfSecurity(expression));
  const isSome = (alert: Alert) => namesakesOf(alert.name).areSomeLeft;
  const byName = [...groupBy(gone, ({ name }) => name)].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = byName.map(([name, own]) => (own.some(isSome) ? someOf(name, own, namesakesOf(name)) : name));
  const details = gone.filter((each) => isSome(each) && each.expression !== '').map(expressionText);
  const count = byName.reduce((sum, [, own]) => sum + (own.some(isSome) ? own.length : 1), 0);
  const what = byName.length > 1 ? `${count} alerts: ` : gone.some(isSome) ? '' : 'the alert ';
  return [
    {
      what: `no longer has ${what}${enumerate(names)}`,
      remedy:
        count > 1
          ? 'Keep the alerts; where others take their place, have that reviewed and accept it (`gitops-gate ignore`).'
          : 'Keep the alert; where another one takes its place, have that reviewed and accept it (`gitops-gate ignore`).',
      severity: isReworked && !isSecurity ? 'low' : 'medium',
      // The list that it was in.
      path: first.path.slice(0, -1),
      formerPath: first.path,
      ...(details.length === 0 ? {} : { details: details.slice(0, mostShown) }),
      subject: ['alerts', ...new Set(gone.map((each) => (isSome(each) ? contentOf(each) : each.name)).sort())],
    },
  ];
}

/** `1 of the 4 alerts named Burn (critical, for 2m)`. */
function someOf(name: string, gone: readonly Alert[], { count }: Namesakes): string {
  const which = gone.map(({ severity, writtenWait }) => `${severity || 'no severity'}, for ${writtenWait}`);
  const shown = [...new Set(which)].slice(0, mostShown).join('; ');
  return `${gone.length} of the ${count} alerts named ${name} (${shown})`;
}

/** Of alerts that are gone while others of their name are left, those that are described. */
const mostShown = 5;

function expressionText({ name, expression }: Alert): string {
  return `${name}: ${clipped(expression, 240)}`;
}

/** What of an alert distinguishes it from others of its name. */
function contentOf({ name, expression, queries, labels, writtenWait }: Alert): string {
  return json([name, expression, queries, labels, writtenWait]);
}

const ranks = ['none', 'info', 'warning', 'critical'];

/** An alert with what it was before. */
export interface AlertPair {
  readonly former: Alert;
  readonly alert: Alert;
}

/** Alerts that are still there, and fire never, later, or as something that nobody looks at. */
export function weakerAlerts(pairs: readonly AlertPair[]): readonly Loosening[] {
  const silent = pairs.filter(
    ({ former, alert }) =>
      (isConstant(alert.expression) && !isConstant(former.expression)) || (alert.isPaused && !former.isPaused),
  );
  const later = pairs.filter(({ former, alert }) => isMuchLater(former.wait, alert.wait));
  const milder = pairs.filter(({ former, alert }) => {
    const [old, now] = [ranks.indexOf(former.severity), ranks.indexOf(alert.severity)];
    return old > now && (now >= 0 || alert.severity === '');
  });
  const unheard = milder.some(({ alert }) => ['none', ''].includes(alert.severity));
  const isDay = later.some(({ alert }) => (alert.wait ?? Number.POSITIVE_INFINITY) >= 86_400);
  return [
    ...grouped(silent, 'can no longer fire', 'expr', 'medium', () => ''),
    ...grouped(
      later,
      'fires much later than before',
      'for',
      isDay ? 'medium' : 'low',
      ({ writtenWait }) => writtenWait,
    ),
    ...grouped(
      milder,
      'is less severe than before',
      'labels',
      unheard ? 'medium' : 'low',
      ({ severity }) => severity || 'none',
    ),
  ];
}

/** `of` is what changed of an alert. */
function grouped(
  pairs: readonly AlertPair[],
  what: string,
  field: string,
  severity: 'medium' | 'low',
  of: (alert: Alert) => string,
): readonly Loosening[] {
  const [first] = pairs;
  if (first === undefined) return [];
  const names = [...new Set(pairs.map(({ alert }) => alert.name))].sort();
  const changes = pairs.map(({ former, alert }) => {
    const [old, now] = [of(former), of(alert)];
    return now === '' ? alert.name : `${alert.name} (${old || 'none'} → ${now})`;
  });
  return [
    {
      what: `has ${names.length === 1 ? 'an alert' : `${names.length} alerts`} that ${names.length === 1 ? what : plural(what)}: ${enumerate([...new Set(changes)].sort())}`,
      remedy: 'Keep the alert as it was, or silence it for a time in Alertmanager, where that shows.',
      severity,
      path: [...first.alert.path, field],
      subject: [field, ...names, ...pairs.flatMap(({ alert }) => of(alert) || [])],
    },
  ];
}

function plural(what: string): string {
  return what.replace(/^fires/, 'fire').replace(/^is/, 'are');
}

/** An hour more, and at least four times as long. */
function isMuchLater(before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || before === after) return false;
  return after === undefined || (after >= before + 3600 && after >= before * 4);
}

const words = new Set(
  'vector time bool and or unless on ignoring group_left group_right by without absent scalar offset inf nan sum count min max'.split(
    ' ',
  ),
);

/** Whether an expression of PromQL names no metric, or is joined with one that names none, so that it never or always fires. */
function isConstant(expression: string): boolean {
  if (expression === '') return false;
  const joined = /\b(?:and|unless)\b\s*(?:(?:on|ignoring)\s*\([^)]{0,200}\)\s*)?\(?\s*vector\s*\(/i.test(expression);
  if (joined) return true;
  if (/["'{]/.test(expression)) return false;
  return (expression.match(/[A-Za-z_:][\w:]*/g) ?? []).every((word) => words.has(word.toLowerCase()));
}
