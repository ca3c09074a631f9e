import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import {
  isMapping,
  isSameValue,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  valueUnder,
} from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { type CalicoOrder, calicoOrder, hostsOnly, isAskedAsWell, onlyOfHosts, reordered } from './calico-order.ts';
import { ciliumForm } from './cilium-form.ts';
import { areDisjoint, isEntryWithin } from './within.ts';

/** One entry of a policy, with its place. */
interface Entry {
  readonly value: unknown;
  /** What it is compared by, where the same may be said otherwise. */
  readonly form?: unknown;
  readonly path: Path;
  /** Entries of the same part take each other's place: `ingress`, `egress`. */
  readonly part: string;
}

/** A policy of a product as what it allows, what it denies, and for whom. */
export interface RulePolicy {
  readonly allows: readonly Entry[];
  readonly denies: readonly Entry[];
  /** The parts of traffic of which only what is allowed passes. */
  readonly isolates: ReadonlySet<string>;
  readonly selectors: readonly unknown[];
  readonly selectorPath: Path;
  /** Of Calico, whose rules are asked in their order. */
  readonly order?: CalicoOrder;
  /** Of Calico, the field that takes it away from pods: it is for the interfaces of hosts alone. */
  readonly hostsBy?: string;
  /** Of Calico, what the next tier decides about, whatever later rules of this one say. */
  readonly passes?: readonly Entry[];
}

/** Reads a policy of Istio, Cilium or Calico; undefined for other objects. */
export const rulePolicyOf = memoize(({ group, kind, value }: Resource): RulePolicy | undefined => {
  if (group === 'security.istio.io' && kind === 'AuthorizationPolicy') return ofIstio(value);
  if (group === 'cilium.io' && /^Cilium(?:Clusterwide)?NetworkPolicy$/.test(kind)) return ofCilium(value);
  if (/^(?:crd\.)?projectcalico\.org$/.test(group) && /^(?:Global)?NetworkPolicy$/.test(kind))
    return ofCalico(mapping(value.spec));
  return undefined;
});

/** security.istio.io/v1, AuthorizationPolicy: an ALLOW policy without rules allows nothing, a DENY one denies nothing. */
function ofIstio({ metadata, spec: stated }: Mapping): RulePolicy {
  const spec = mapping(stated);
  // What is only tried out decides nothing (istio.io/latest/docs/tasks/security/authorization/authz-dry-run).
  const isTried = scalarText(valueUnder(metadata, 'annotations', 'istio.io/dry-run')) === 'true';
  const action = isTried ? 'AUDIT' : scalarText(spec.action) || 'ALLOW';
  // Another provider of CUSTOM decides otherwise.
  const provider = action === 'CUSTOM' ? { provider: mapping(spec.provider).name ?? '' } : {};
  const entries = list(spec.rules).map((rule, index) => ({
    value: isMapping(rule) ? { ...rule, ...provider } : rule,
    path: ['spec', 'rules', index],
    part: 'requests',
  }));
  const isAllow = action === 'ALLOW';
  return {
    allows: isAllow ? entries : [],
    denies: action === 'DENY' || action === 'CUSTOM' ? entries : [],
    isolates: new Set(isAllow ? ['requests'] : []),
    selectors: [spec.selector, spec.targetRefs, spec.targetRef].map((each) => each ?? {}),
    selectorPath: ['spec', 'selector'],
  };
}

/** cilium.io/v2: a section isolates unless `enableDefaultDeny` says otherwise; an entry without anything in it allows nothing. */
function ofCilium({ spec, specs }: Mapping): RulePolicy {
  const all = [
    ...(isMapping(spec) ? [{ rule: spec, at: ['spec'] as Path }] : []),
    ...list(specs).map((each, index) => ({ rule: mapping(each), at: ['specs', index] as Path })),
  ];
  const entries = (suffix: string) =>
    all.flatMap(({ rule, at }) =>
      ['ingress', 'egress'].flatMap((part) =>
        list(rule[`${part}${suffix}`]).flatMap((value, index) =>
          Object.keys(mapping(value)).length === 0
            ? []
            : [{ value, form: ciliumForm(value), path: [...at, `${part}${suffix}`, index], part }],
        ),
      ),
    );
  const isolates = ['ingress', 'egress'].filter((part) =>
    all.some(({ rule }) => {
      const stated = mapping(rule.enableDefaultDeny)[part];
      return stated === true || (stated !== false && (Array.isArray(rule[part]) || Array.isArray(rule[`${part}Deny`])));
    }),
  );
  return {
    allows: entries(''),
    denies: entries('Deny'),
    isolates: new Set(isolates),
    selectors: all.map(({ rule }) => ciliumForm(rule.endpointSelector ?? rule.nodeSelector ?? {})),
    selectorPath: [...(all[0]?.at ?? ['spec']), 'endpointSelector'],
  };
}

/** projectcalico.org/v3. */
function ofCalico(spec: Mapping): RulePolicy {
  const entries = (actions: RegExp) =>
    ['ingress', 'egress'].flatMap((part) =>
      list(spec[part]).flatMap((value, index) =>
        actions.test(scalarText(mapping(value).action)) ? [{ value, path: ['spec', part, index], part }] : [],
      ),
    );
  const stated = list(spec.types).map((each) => scalarText(each).toLowerCase());
  const isolates = stated.length > 0 ? stated : ['ingress', ...(spec.egress === undefined ? [] : ['egress'])];
  return {
    allows: entries(/^(?:Allow|Pass)$/i),
    denies: entries(/^Deny$/i),
    passes: entries(/^Pass$/i),
    isolates: new Set(isolates),
    selectors: [spec.selector ?? 'all()', spec.namespaceSelector ?? '', spec.serviceAccountSelector ?? ''],
    selectorPath: ['spec', 'selector'],
    order: calicoOrder(spec),
    ...hostsOnly(spec),
  };
}

const everybody = /"(?:world|all|world-ipv4|0\.0\.0\.0\/0|::\/0|\*)"/;

/** The policies around one that can decide about the same: of the same kind and namespace, as they were and are. */
export interface Neighbours {
  readonly before: readonly RulePolicy[];
  readonly after: readonly RulePolicy[];
}

/** What a changed policy allows or no longer denies, judged entry by entry; what another one allowed before, or denies now, is not a change. */
export function rulesLoosened(was: RulePolicy, is: RulePolicy, others: Neighbours): readonly Loosening[] {
  const gone = was.denies.filter((each) => !others.after.some((policy) => stillDenies(policy, each, was, is)));
  const freed = [...was.isolates].filter(
    (part) =>
      !is.isolates.has(part) && !others.after.some((policy) => policy.isolates.has(part) && takesPlace(policy, was)),
  );
  return [
    ...newlyAllowed(is, others, was, () => true),
    ...gone.map(({ value, path }) => ({
      ...entry('no longer denies what it denied', 'high', [], value),
      path: ['spec'],
      formerPath: path,
    })),
    ...(freed.length === 0
      ? []
      : [
          {
            what: `no longer keeps out what it does not allow (${freed.join(', ')})`,
            remedy,
            severity: 'high' as const,
            path: ['spec'],
            subject: ['freed', ...freed],
          },
        ]),
    ...(was.hostsBy === undefined && is.hostsBy !== undefined ? [onlyOfHosts(is.hostsBy)] : []),
    ...narrowed(was, is),
    ...passesLost(was, others),
    ...(was.order === undefined || is.order === undefined ? [] : reordered(was.order, is.order)),
  ];
}

/** What a new policy allows to everybody, where others kept out what they do not allow. */
export function rulesAdded(is: RulePolicy, others: Neighbours): readonly Loosening[] {
  return newlyAllowed(is, others, undefined, isWide);
}

/** `was` is the policy's former self. */
function newlyAllowed(
  is: RulePolicy,
  others: Neighbours,
  was: RulePolicy | undefined,
  isWanted: (value: unknown) => boolean,
): readonly Loosening[] {
  const allowed = (policy: RulePolicy, entry: Entry) =>
    (policy === was ? areWithin(is.selectors, policy.selectors) : takesPlace(policy, is) && isBefore(policy, is)) &&
    policy.allows.some(
      (each) =>
        isAmong(entry, [each]) &&
        ((policy === was && isSameValue(each.value, entry.value)) ||
          isAskedAsWell({ order: policy.order, path: each.path }, { order: is.order, path: entry.path }, 'isDeny')),
    );
  return is.allows
    .filter(({ value, part }) => isWanted(value) && others.before.some((each) => keepsOut(each, is, part)))
    .filter((each) => !others.before.some((policy) => allowed(policy, each)))
    .map(({ value, path, part }) => {
      const found = entry(`newly allows ${part} that it did not`, isWide(value) ? 'high' : 'medium', path, value);
      const what = `newly allows ${part}: ${entryText(value)}`;
      // For whom, where it was for others.
      const isSame = was !== undefined && isSameValue(was.selectors, is.selectors);
      return { ...found, what, subject: [...found.subject, ...(isSame ? [] : [json(is.selectors)])] };
    });
}

/** Whether a policy may have kept out what another one lets in: it is for none of its pods where they have other labels. */
function keepsOut({ isolates, selectors }: RulePolicy, other: RulePolicy, part: string): boolean {
  return isolates.has(part) && !selectors.some((each, index) => areDisjoint(each, other.selectors[index]));
}

/** Whether a policy is asked about all that another one is: for the same pods, and in the same tier of Calico. */
export function takesPlace(policy: RulePolicy, other: RulePolicy): boolean {
  return policy.order?.tier === other.order?.tier && areWithin(other.selectors, policy.selectors);
}

/** Of Calico, whether a policy is surely asked before another one; elsewhere the order does not matter. */
function isBefore({ order }: RulePolicy, other: RulePolicy): boolean {
  return order === undefined || other.order === undefined || order.order < other.order.order;
}

/** Whether a policy denies what another one denied: of Calico, before any rule that the other one did not ask first may allow it. */
export function stillDenies(policy: RulePolicy, entry: Entry, was: RulePolicy, is: RulePolicy | undefined): boolean {
  const isItself = policy === is;
  const isAsked = isItself
    ? areWithin(was.selectors, policy.selectors)
    : takesPlace(policy, was) && isBefore(policy, was);
  if (!isAsked) return false;
  // That the same entry is asked later than before is said of the order.
  return policy.denies.some(
    (each) =>
      isAmong(entry, [each]) &&
      ((isItself && isSameValue(each.value, entry.value)) ||
        isAskedAsWell({ order: policy.order, path: each.path }, { order: was.order, path: entry.path }, 'isAllow')),
  );
}

/** What a policy of Calico no longer leaves to the next tier, where a rule of its own tier may allow it now. */
export function passesLost(was: RulePolicy, { after }: Neighbours): readonly Loosening[] {
  const own = after.filter((policy) => policy.order?.tier === was.order?.tier);
  const gone = (was.passes ?? []).filter(
    (each) =>
      !own.some((policy) => isAmong(each, policy.passes ?? []) && areWithin(was.selectors, policy.selectors)) &&
      own.some(({ allows, passes = [] }) =>
        allows.some((allowed) => allowed.part === each.part && !isAmong(allowed, passes)),
      ),
  );
  return gone.map(({ value, path }) => ({
    ...entry(
      'no longer leaves to the next tier what it passed on, so that a rule of its own tier may allow it',
      'medium',
      [],
      value,
    ),
    path: ['spec'],
    formerPath: path,
  }));
}

/** Whether one of the entries selects all that an entry does. */
export function isAmong({ value, form = value, part }: Entry, entries: readonly Entry[]): boolean {
  return entries.some((each) => each.part === part && isEntryWithin(form, each.form ?? each.value));
}

/** Whether the others select all that these do. */
export function areWithin(ones: readonly unknown[], others: readonly unknown[]): boolean {
  return ones.every((each, index) => isSelectorWithin(each, others[index]));
}

/** Selectors of labels, and the texts of Calico, of which `all()` is everything. */
function isSelectorWithin(one: unknown, other: unknown): boolean {
  if (isSameValue(one, other) || other === 'all()' || other === '') return true;
  return isMapping(one) && isMapping(other) && isEntryWithin(one, other);
}

const remedy = 'Name who needs it, and keep what denies the rest.';

function entry(what: string, severity: Severity, path: Path, value: unknown): Loosening {
  return { what, remedy, severity, path, details: [json(value).slice(0, 300)], subject: [what, json(value)] };
}

/** What an entry says, field by field: `from.source.principals: a, b`; everything where it says nothing. */
function entryText(value: unknown): string {
  const { action: _, ...stated } = mapping(value);
  const parts = fieldsOf(stated, '', 0);
  return parts.length === 0 ? 'all of it' : clipped(parts.join('; '), 240);
}

const deepest = 8;

function fieldsOf(value: unknown, name: string, depth: number): readonly string[] {
  const items = Array.isArray(value) ? value : [value];
  if (depth > deepest) return [`${name}: …`];
  const plain = items.filter((item) => !isMapping(item) && !Array.isArray(item)).map(scalarText);
  const inner = items.flatMap((item) =>
    isMapping(item)
      ? Object.keys(item).flatMap((key) => fieldsOf(item[key], name === '' ? key : `${name}.${key}`, depth + 1))
      : [],
  );
  return [...(plain.length === 0 ? [] : [`${name}: ${plain.join(', ')}`]), ...inner];
}

/** Whether an entry names nobody, or everybody. */
function isWide(value: unknown): boolean {
  const { from, source, action: _, to: __, when: ___, toPorts: ____, ...others } = mapping(value);
  const isNobody =
    from === undefined && source === undefined && Object.keys(others).every((key) => !/^(?:from|to)[A-Z]/.test(key));
  return isNobody || everybody.test(json(value));
}

function narrowed(was: RulePolicy, is: RulePolicy): readonly Loosening[] {
  const isLess = !areWithin(was.selectors, is.selectors);
  if (!isLess || (was.denies.length === 0 && was.isolates.size === 0)) return [];
  return [
    {
      what: 'no longer applies to all that it applied to',
      remedy,
      severity: 'high',
      path: is.selectorPath,
      formerPath: was.selectorPath,
      subject: ['selector', json(is.selectors)],
    },
  ];
}
