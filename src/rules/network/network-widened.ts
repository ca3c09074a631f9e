import type { Scope } from '../../kube/touched-file.ts';
import type { ExposureChange } from '../../network/exposure/exposure-changes.ts';
import { type NetworkPolicy, namespaceNameLabel, peerCode, selectorText } from '../../network/model/network-policy.ts';
import { describePorts, portsCode } from '../../network/model/ports.ts';
import type { PolicyWidening } from '../../network/policies/compare-policies.ts';
import type { Gain } from '../../network/policies/gained-traffic.ts';
import { json } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { identity } from '../../rbac/judge/wording.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Severity } from '../../severity.ts';
import { observeLoosened } from '../observe-loosened.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Observation, Rule } from '../rule.ts';

/** Traffic is allowed, or comes in from outside, that was not before. */
export const networkWidened: Rule = {
  id: 'network-widened',
  category: 'network',
  severity: 'high',
  summary: 'Pods or Services can be reached, or can reach, what they could not before.',
  check: ({ network, change }) =>
    joinCopies(
      [...network]
        .flatMap(([scope, { policies, exposures, others }]) => [
          ...observeLoosened(new Map([[scope, others]]), references),
          ...withoutTwins(policies.widenings).flatMap((each) => observeWidening(scope, each) ?? []),
          ...policies.tooLarge.map((policy) => observeTooLarge(scope, policy)),
          ...exposures.flatMap((each) => observeExposures(scope, each)),
        ])
        .map(orAccepted),
      change.touched,
    ),
};

const references = ['CIS 5.3.2', 'NSA/CISA network separation'];

function observeWidening(scope: Scope, widening: Widening): Observation | undefined {
  const severity = severityOf(widening);
  if (severity === undefined) return undefined;
  const { policy, direction, kind, gains, pods, isBoth } = widening;
  const places = placesOf(widening);
  return {
    message: messageOf(widening),
    remedy: remedyOf(widening),
    details: [
      ...gains.slice(1, mostGains).map((gain) => `also ${trafficOf(gain, direction)}`),
      ...(gains.length > mostGains ? [`and ${gains.length - mostGains} more`] : []),
      ...(pods.length === 0 || kind === 'relabelled' ? [] : [`of ${enumerate(podTexts(widening))}`]),
    ],
    references,
    severity,
    ...places,
    scope,
    object: identity(kind === 'relabelled' ? (pods[0]?.resource ?? policy.resource) : policy.resource),
    subject: [
      kind,
      ...(kind === 'relabelled' ? [policy.resource.name] : []),
      isBoth ? 'both' : direction,
      ...(kind === 'released' ? releasedKeys(widening) : gains.map(gainKey).sort()),
      ...(kind === 'allows' ? selectorKeys(widening) : []),
    ],
  };
}

/** Pods by their names; those of other scopes with their file, for they are not next to the policy that is gone. */
function podTexts({ pods, isElsewhere }: Widening): readonly string[] {
  const once = [...new Map(pods.map((pod) => [pod.name, pod])).values()];
  return once.map((pod, index) =>
    isElsewhere && index < mostGains ? `${pod.name} in ${pod.position.file}` : pod.name,
  );
}

/** Whom a policy no longer isolates, as far as its name does not say it: whom it still does, and what others did. */
function releasedKeys({ now, others }: Widening): readonly string[] {
  const left = now === undefined ? [] : [selectorText(now.podSelector), ...Object.keys(now.rules).sort()];
  return [...left, ...[...others].sort()];
}

/** The pods that a policy is for, where it was for others. */
function selectorKeys({ policy, former }: Widening): readonly string[] {
  const selector = selectorText(policy.podSelector);
  return former !== undefined && selectorText(former.podSelector) === selector ? [] : [selector];
}

const mostGains = 6;

/** A widening, and the other direction that the same policy released. */
interface Widening extends PolicyWidening {
  readonly isBoth?: boolean;
}

/** A policy that releases its pods in both directions is one finding. */
function withoutTwins(widenings: readonly PolicyWidening[]): readonly Widening[] {
  const released = new Map<unknown, number>();
  for (const { kind, policy } of widenings) {
    if (kind === 'released') released.set(policy, (released.get(policy) ?? 0) + 1);
  }
  return widenings.flatMap((each) => {
    if (each.kind !== 'released' || released.get(each.policy) === 1) return [each];
    return each.direction === 'egress' ? [] : [{ ...each, isBoth: true }];
  });
}

/** The port and labels by which CoreDNS and kube-dns are found in every cluster (kubernetes, cluster/addons/dns). */
const dns = { port: 53, namespace: 'kube-system', key: 'k8s-app', value: 'kube-dns' } as const;

/** Whether traffic goes to the cluster's own DNS alone, which pods ask for every name: whoever may ask it may also send out by it what names hold. */
function isDns({ peer, ports }: Gain): boolean {
  if (peer.kind !== 'pods' || ports === undefined) return false;
  const isThere = peer.namespaces.some(
    ({ key, operator, values }) =>
      key === namespaceNameLabel &&
      operator === 'In' &&
      values.length > 0 &&
      values.every((each) => each === dns.namespace),
  );
  const isServer =
    peer.pods.length === 0 ||
    peer.pods.some(
      ({ key, operator, values }) =>
        key === dns.key && operator === 'In' && values.length > 0 && values.every((each) => each === dns.value),
    );
  const isAsked = ports.every(
    (each) =>
      'first' in each && each.first === dns.port && each.last === dns.port && /^(?:TCP|UDP)$/.test(each.protocol),
  );
  return isThere && isServer && isAsked;
}

/** Undefined where it is ordinary: a new policy for new pods that lets nobody in from just anywhere. */
function severityOf({ kind, policy, gains: all, isOfNewPods, direction }: PolicyWidening): Severity | undefined {
  const gains = direction === 'egress' ? all.filter((each) => !isDns(each)) : all;
  if (all.length > 0 && gains.length === 0) return isOfNewPods ? undefined : 'low';
  if (isOfNewPods) return gains.some(({ peer }) => peer.kind === 'any') ? 'medium' : undefined;
  if (kind === 'released' || gains.length === 0) return 'high';
  return gains.every(({ peer }) => isLocal(peer, policy)) ? 'medium' : 'high';
}

function isLocal(peer: Gain['peer'], { namespace }: NetworkPolicy): boolean {
  if (peer.kind !== 'pods') return false;
  return peer.namespaces.some(
    ({ key, operator, values }) =>
      key === namespaceNameLabel && operator === 'In' && values.every((each) => each === namespace),
  );
}

const verbs = { ingress: 'be reached from', egress: 'reach' } as const;

function messageOf({ kind, policy, now, direction, gains, pods, isBoth }: Widening): string {
  const name = resourceName(policy.resource);
  const what = selectedPods(policy);
  const everything = isBoth ? `${freely.ingress}, and ${freely.egress}` : freely[direction];
  const traffic = gains[0] === undefined ? everything : trafficOf(gains[0], direction);
  if (kind === 'allows') return `${name} newly lets ${what} ${traffic}.`;
  if (kind === 'relabelled')
    return `${enumerate(pods.map((pod) => pod.name))} changes its labels, and can now ${traffic}.`;
  const end = now === undefined ? 'is gone' : 'no longer isolates them';
  return `${capital(what)} can now ${traffic}: ${name} ${end}.`;
}

const freely = { ingress: 'be reached from anywhere', egress: 'reach anything' } as const;

function trafficOf({ peer, ports }: Gain, direction: PolicyWidening['direction']): string {
  const on = ports === undefined ? '' : ` on ${describePorts(ports)}`;
  if (peer.kind === 'any') return `${freely[direction]}${on}`;
  return `${verbs[direction]} ${peer.text}${on}`;
}

function selectedPods({ podSelector, resource: { namespace } }: NetworkPolicy): string {
  const who = podSelector.length === 0 ? 'all pods' : `pods with ${selectorText(podSelector)}`;
  return namespace === undefined ? who : `${who} of namespace ${namespace}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function remedyOf({ kind, policy, now, direction, isBoth }: Widening): string {
  if (kind === 'allows') {
    return direction === 'ingress'
      ? 'Name under from only the pods and networks that need it, and under ports only those they use.'
      : 'Name under to only what these pods have to reach, and under ports only those it serves.';
  }
  if (kind === 'relabelled')
    return `Keep the labels by which policies select the pods, or select the new ones as well.`;
  const kept = now === undefined ? resourceName(policy.resource) : 'its podSelector and policyTypes';
  return `Keep ${kept}, or have another policy select these pods for ${isBoth ? 'both directions' : direction}.`;
}

function placesOf({
  kind,
  policy,
  now,
  gains,
  pods,
}: PolicyWidening): Pick<Observation, 'position' | 'removedAt' | 'places'> {
  if (kind === 'relabelled') return placed(pods.map(({ position }) => position));
  if (kind === 'allows') return placed(gains.map(({ peer, policy: { resource } }) => resource.at(peer.path)));
  if (now === undefined) return { position: policy.resource.at([]), removedAt: policy.resource.at([]) };
  const field = now.rules.ingress === undefined || now.rules.egress === undefined ? 'policyTypes' : 'podSelector';
  return { position: now.resource.at(['spec', field]), removedAt: policy.resource.at(['spec', field]) };
}

function placed([position, ...places]: readonly NonNullable<Observation['position']>[]) {
  if (position === undefined) return {};
  const others = places.filter(({ line }) => line !== position.line);
  return { position, ...(others.length === 0 ? {} : { places: others.slice(0, mostGains) }) };
}

function gainKey({ peer, ports }: Gain): string {
  return `${peerCode(peer)} ${portsCode(ports)}`;
}

/** What is named as narrowly as it can be is newly allowed all the same. */
function orAccepted(observation: Observation): Observation {
  return { ...observation, remedy: `${observation.remedy} ${accepting}` };
}

const accepting = 'If it is meant, have it reviewed and accept it (`gitops-gate ignore`).';

function observeTooLarge(scope: Scope, { resource }: NetworkPolicy): Observation {
  const { value } = resource;
  return {
    message: `What ${resourceName(resource)} allows is too large to compare with what was allowed before.`,
    remedy: 'Use fewer ports and selectors in one namespace’s policies, or several smaller changes.',
    severity: 'high',
    position: resource.at([]),
    scope,
    object: identity(resource),
    subject: ['too large', json(value.spec)],
  };
}

function observeExposures(scope: Scope, { resource, former, exposures }: ExposureChange): readonly Observation[] {
  return exposures.map(({ what, remedy, severity, path, lostAt, subject }) => ({
    message: `${resourceName(resource)} ${what}.`,
    remedy,
    references: ['NSA/CISA network separation'],
    severity,
    position: resource.at(path),
    ...(lostAt === undefined || former === undefined ? {} : { removedAt: former.at(lostAt) }),
    scope,
    object: identity(resource),
    subject,
  }));
}
