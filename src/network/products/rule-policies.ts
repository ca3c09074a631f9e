import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import type { Path } from '../../yaml/document.ts';
import { type CalicoOrder, calicoOrder, hostsOnly } from '../calico/calico-order.ts';
import { ciliumForm } from './cilium-form.ts';

/** One entry of a policy, with its place. */
export interface Entry {
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

/**
 * security.istio.io/v1, AuthorizationPolicy: an ALLOW policy without rules allows nothing, a DENY one denies nothing. With a rule that states
 * nothing (`{}`) an ALLOW policy matches every request, so that it keeps none out.
 */
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
    isolates: new Set(isAllow && !entries.some(isEverything) ? ['requests'] : []),
    selectors: [spec.selector, spec.targetRefs, spec.targetRef].map((each) => each ?? {}),
    selectorPath: ['spec', 'selector'],
  };
}

/** Whether an entry states nothing, and so is for everything. */
export function isEverything({ value }: Pick<Entry, 'value'>): boolean {
  return isMapping(value) && Object.keys(value).length === 0;
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
