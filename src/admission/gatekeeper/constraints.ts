import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import {
  addedItems,
  entryOf,
  isSameValue,
  itemsBeyond,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isSelectorNarrower } from '../model/narrowing.ts';
import { lossOf, type Strength, strongest, weakened } from '../model/strength.ts';
import { plainTargets } from './rego.ts';

const actions: Readonly<Record<string, Strength>> = { deny: 'refuses', warn: 'warns', dryrun: 'records' };
const points = ['*', 'validation.gatekeeper.sh', 'vap.k8s.io'];

/** What is done by a constraint at admission (gatekeeper, pkg/util/enforcement_action.go); deny by default. */
export function constraintStrength({ spec }: Mapping): Strength {
  const { enforcementAction, scopedEnforcementActions } = mapping(spec);
  const action = scalarText(enforcementAction) || 'deny';
  if (action !== 'scoped') return entryOf(actions, action) ?? 'ignores';
  const scoped = list(scopedEnforcementActions).map(mapping);
  return strongest(
    scoped.flatMap(({ action: each, enforcementPoints }) =>
      list(enforcementPoints).some((point) => points.includes(scalarText(mapping(point).name)))
        ? (entryOf(actions, scalarText(each)) ?? [])
        : [],
    ),
  );
}

/** What a constraint of Gatekeeper no longer refuses (`constraints.gatekeeper.sh`; gatekeeper, pkg/mutation/match). */
export function constraintLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const strength = constraintStrength(before);
  const severity = lossOf(strength);
  const [was, is] = [before, after].map(({ spec }) => mapping(mapping(spec).match)) as [Mapping, Mapping];
  const narrower = matchLosses(was, is).map(({ field, what, names }) => ({
    what,
    remedy:
      'Keep what it matches, and exempt what needs it by its name, which is reported as well: have that reviewed and accept it (`gitops-gate ignore`).',
    severity,
    path: is[field] === undefined ? ['spec', 'match'] : ['spec', 'match', field],
    ...(is[field] === undefined ? { formerPath: ['spec', 'match', field] } : {}),
    subject: ['match', field, ...[...names].sort()],
  }));
  return [
    ...weakened(strength, constraintStrength(after), { path: ['spec', 'enforcementAction'] }),
    ...narrower,
    ...parameters(mapping(before.spec), mapping(after.spec), strength),
  ];
}

/** What a constraint no longer matches, by the field that says so. */
interface MatchLoss {
  readonly field: string;
  readonly what: string;
  /** What is lost, or what is left. */
  readonly names: readonly string[];
}

function matchLosses(was: Mapping, is: Mapping): readonly MatchLoss[] {
  const found: MatchLoss[] = [];
  const lostKinds = kindsOf(was.kinds).filter((each) => !kindsOf(is.kinds).some((own) => coversKind(own, each)));
  if (list(is.kinds).length > 0 && (lostKinds.length > 0 || list(was.kinds).length === 0)) {
    const what = list(was.kinds).length === 0 ? 'other kinds' : enumerate(lostKinds.map(({ kind }) => kind));
    const lost = lostKinds.map(({ group, kind }) => `${kind}.${group}`);
    const names = [...lost, ...addedItems(kindsOf(was.kinds), kindsOf(is.kinds))];
    found.push({ field: 'kinds', what: `no longer judges ${what}`, names });
  }
  const [old, now] = [strings(was.namespaces), strings(is.namespaces)];
  const lost = old.filter((each) => !now.some((own) => isLike(own, each)));
  if (now.length > 0 && (old.length === 0 || lost.length > 0)) {
    const what =
      old.length === 0
        ? `only judges namespace ${enumerate(now)} now`
        : `no longer judges namespace ${enumerate(lost)}`;
    const names = old.length === 0 ? now : [...lost, ...addedItems(old, now)];
    found.push({ field: 'namespaces', what, names });
  }
  const known = strings(was.excludedNamespaces);
  const excluded = strings(is.excludedNamespaces).filter((each) => !known.some((own) => isLike(own, each)));
  if (excluded.length > 0) {
    found.push({
      field: 'excludedNamespaces',
      what: `newly leaves out namespace ${enumerate(excluded)}`,
      names: excluded,
    });
  }
  for (const field of ['labelSelector', 'namespaceSelector']) {
    if (isSelectorNarrower(was[field], is[field]))
      found.push({
        field,
        what: `newly leaves objects out (${field}: ${clipped(json(is[field]) || 'none', 200)})`,
        names: [json(is[field])],
      });
  }
  for (const field of ['scope', 'name', 'source']) {
    const isEverything = (value: unknown) => ['', '*', 'All'].includes(scalarText(value));
    if (isSameValue(was[field], is[field]) || isEverything(is[field])) continue;
    found.push({ field, what: `only judges ${scalarText(is[field])} now (${field})`, names: [scalarText(is[field])] });
  }
  return found;
}

interface Kind {
  readonly group: string;
  readonly kind: string;
}

function kindsOf(kinds: unknown): readonly Kind[] {
  return list(kinds).flatMap((each) => {
    const { apiGroups, kinds: names } = mapping(each);
    const groups = strings(apiGroups).length === 0 ? ['*'] : strings(apiGroups);
    return groups.flatMap((group) => strings(names).map((kind) => ({ group, kind })));
  });
}

function coversKind(own: Kind, wanted: Kind): boolean {
  return ['*', wanted.group].includes(own.group) && ['*', wanted.kind].includes(own.kind);
}

/** A name, or one with a `*` at an end (gatekeeper, pkg/wildcard). */
function isLike(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  const [front, back] = [pattern.startsWith('*'), pattern.endsWith('*')];
  const inner = pattern.slice(front ? 1 : 0, back ? -1 : undefined);
  if (front && back) return name.includes(inner);
  if (back) return name.startsWith(inner);
  return front && name.endsWith(inner);
}

/** Parameters whose items are exempt, in Gatekeeper's library; what others mean only their template says. */
const exempting = /^exempt|^allowed|^exclu|^ignore/i;

function parameters(was: Mapping, is: Mapping, strength: Strength): readonly Loosening[] {
  const [old, now] = [mapping(was.parameters), mapping(is.parameters)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields.flatMap((field): readonly Loosening[] => {
    if (isSameValue(old[field], now[field])) return [];
    const isLonger = Array.isArray(now[field]) && exempting.test(field);
    const added = isLonger ? itemsBeyond(old[field], now[field]) : [];
    // Fewer exemptions refuse more.
    if (isLonger && added.length === 0) return [];
    const what = isLonger
      ? `newly lets through ${enumerate(added.map((each) => scalarText(each) || json(each)))} (${field})`
      : `judges by another ${field} than before; whether it refuses less was not judged`;
    const isNamed = now[field] !== undefined;
    return [
      {
        what,
        remedy: 'Compare what both versions of the constraint refuse.',
        severity: strength !== 'refuses' ? 'low' : isLonger && old[field] !== undefined ? 'high' : 'medium',
        path: isNamed ? ['spec', 'parameters', field] : ['spec', 'parameters'],
        ...(isNamed ? {} : { formerPath: ['spec', 'parameters', field] }),
        subject: ['parameters', field, ...(isLonger ? added.map(json) : [json(now[field])])],
      },
    ];
  });
}

/** What a ConstraintTemplate demands is a program: that it is another one is named (templates.gatekeeper.sh). */
export function templateLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const targets = (value: Mapping) => plainTargets(mapping(value.spec).targets);
  if (isSameValue(targets(before), targets(after))) return [];
  return [
    {
      what: 'judges by another program than before; whether its constraints refuse less was not judged',
      remedy: 'Compare the two programs, and test them with gator.',
      severity: 'medium',
      path: ['spec', 'targets'],
      subject: ['targets', json(targets(after))],
    },
  ];
}

/** Namespaces that Gatekeeper leaves alone (config.gatekeeper.sh, Config; pkg/controller/config/process). */
export function configLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const read = (value: Mapping | undefined) =>
    list(mapping(value?.spec).match).flatMap((each) => {
      const { processes, excludedNamespaces } = mapping(each);
      const isAdmission = strings(processes).some((process) => ['*', 'webhook'].includes(process));
      return isAdmission ? strings(excludedNamespaces) : [];
    });
  const old = read(before);
  const added = read(after).filter((each) => !old.some((own) => isLike(own, each)));
  if (added.length === 0) return [];
  return [
    {
      what: `newly leaves all objects of namespace ${enumerate(added)} alone`,
      remedy: 'Exclude the namespace from the constraint that it cannot keep, and from no other.',
      severity: before === undefined ? 'medium' : 'high',
      path: ['spec', 'match'],
      subject: ['excludedNamespaces', ...[...added].sort()],
    },
  ];
}
