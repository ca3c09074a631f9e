import type { Loosening } from '../../kube/loosening.ts';
import { canonical, isSameValue, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isWithin, readLabelSelector } from '../../rbac/model/label-selector.ts';
import type { Path } from '../../yaml/document.ts';

const remedy = 'Keep what it watches, and leave out what is known to be harmless by a selector for it alone.';

/** Lists of hooks of a TracingPolicy, and the fields that say what each hooks into (cilium.io/v1alpha1, TracingPolicySpec). */
const hooks: Readonly<Record<string, readonly string[]>> = {
  kprobes: ['call'],
  fentries: ['call'],
  tracepoints: ['subsystem', 'event'],
  uprobes: ['path', 'symbols'],
  lsmhooks: ['hook'],
  usdts: ['path', 'provider', 'name'],
};

interface Hook {
  readonly name: string;
  readonly value: Mapping;
  readonly path: Path;
}

/** What a TracingPolicy of Tetragon no longer sees or stops. */
export function tracingLowered(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  const [old, now] = [hooksOf(was), hooksOf(is)];
  const gone = old.filter(({ name }) => !now.some((each) => each.name === name));
  return [
    ...monitored(was, is, old),
    ...(gone.length === 0 ? [] : [lostHooks(gone)]),
    ...now.flatMap((hook) => {
      const former = old.filter(({ name }) => name === hook.name);
      return former.length === 0 || former.some(({ value }) => isSameValue(value, hook.value))
        ? []
        : changedHook(former, hook);
    }),
    ...['podSelector', 'containerSelector', 'hostSelector'].flatMap((field) => narrowed(field, was, is)),
  ];
}

/** In the mode `monitor` actions that stop something are left out (tetragon, docs, Tracing policy, Policy mode). */
function monitored(was: Mapping, is: Mapping, hooks: readonly Hook[]): readonly Loosening[] {
  const modes = (spec: Mapping) =>
    list(spec.options).flatMap((each) => {
      const { name, value } = mapping(each);
      return name === 'policy-mode' ? [scalarText(value)] : [];
    });
  const isMonitor = (spec: Mapping) => modes(spec).includes('monitor');
  const stopped = stops.filter((action) => hooks.some(({ value }) => actionsOf(list(value.selectors)).has(action)));
  if (!isMonitor(is) || isMonitor(was) || stopped.length === 0) return [];
  return [
    {
      what: `only records what it stopped before (policy-mode: monitor; ${stopped.join(', ')})`,
      remedy: 'Keep the mode enforce, and leave out what is known to be harmless by a selector for it alone.',
      severity: 'high',
      path: ['spec', 'options'],
      subject: ['policy-mode', ...stopped],
    },
  ];
}

function hooksOf(spec: Mapping): readonly Hook[] {
  return Object.entries(hooks).flatMap(([field, keys]) =>
    list(spec[field]).map((item, index) => {
      const value = mapping(item);
      const name = keys.map((key) => scalarText(value[key]) || json(value[key] ?? '')).join('/');
      return { name, value, path: ['spec', field, index] };
    }),
  );
}

function lostHooks(gone: readonly Hook[]): Loosening {
  const names = gone.map(({ name }) => name);
  return {
    what: `no longer watches ${enumerate(names)}`,
    remedy,
    severity: 'high',
    path: ['spec'],
    formerPath: gone[0]?.path ?? [],
    subject: ['hooks', ...names.sort()],
  };
}

/** What an action stops or reports; the others change nothing for those who watch. */
const stops = ['Sigkill', 'Signal', 'Override', 'NotifyEnforcer', 'NotifyKiller', 'Set'];

function actionsOf(selectors: readonly unknown[]): ReadonlySet<string> {
  const actions = selectors.flatMap((each) => list(mapping(each).matchActions));
  return new Set(actions.map((action) => scalarText(mapping(action).action)));
}

function changedHook(former: readonly Hook[], { name, value, path }: Hook): readonly Loosening[] {
  const selectors = (each: Mapping) => list(each.selectors);
  const old = former.flatMap((each) => selectors(each.value));
  const [had, has] = [actionsOf(old), actionsOf(selectors(value))];
  const lost = stops.filter((action) => had.has(action) && !has.has(action));
  const at = [...path, 'selectors'];
  if (lost.length > 0) {
    return [
      {
        what: `no longer does ${lost.join(', ')} at ${name}`,
        remedy,
        severity: 'high',
        path: at,
        subject: ['actions', name, ...lost, json(selectors(value))],
      },
    ];
  }
  const isUnlimited = former.some((each) => selectors(each.value).length === 0);
  const known = new Set(selectors(value).map(canonical));
  // One selector is enough for an event; without any, all are taken.
  if (selectors(value).length === 0 || (!isUnlimited && old.every((each) => known.has(canonical(each))))) return [];
  const what = isUnlimited
    ? `watches ${name} only for what its selectors take`
    : `selects other events at ${name} than before; whether these are fewer was not judged`;
  return [
    {
      what,
      remedy,
      severity: isUnlimited ? 'high' : 'medium',
      path: at,
      subject: ['selectors', name, json(selectors(value))],
    },
  ];
}

/** The host counts only where it is selected, or where no pods are. */
function narrowed(field: string, was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [was[field], is[field]];
  if (isSameValue(old, now)) return [];
  const isLess = field === 'hostSelector' ? old !== undefined && now === undefined : isNarrower(old, now);
  if (!isLess) return [];
  const place = now === undefined ? { path: ['spec'], formerPath: ['spec', field] } : { path: ['spec', field] };
  return [
    {
      what: `watches less than before (${field})`,
      remedy,
      severity: 'high',
      ...place,
      subject: ['narrowed', field, json(now)],
    },
  ];
}

function isNarrower(before: unknown, after: unknown): boolean {
  const [was, is] = [readLabelSelector(before ?? {}), readLabelSelector(after ?? {})];
  return was !== undefined && (is === undefined || !isWithin(was, is));
}
