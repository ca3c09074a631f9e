import { isSameValue } from '../../plain-values.ts';
import { type Labels, selects } from '../../rbac/model/label-selector.ts';
import { type StepBudget, StepLimitError } from '../../rbac/model/step-budget.ts';
import type { ObjectPair } from '../../workload/model/pair-objects.ts';
import { labelClasses } from '../model/label-classes.ts';
import { type Direction, directions, type NetworkPolicy } from '../model/network-policy.ts';
import type { Elsewhere } from './elsewhere.ts';
import { allowEverything, type DeclaredLabels, type Gain, gainedTraffic } from './gained-traffic.ts';
import { type KnownPod, maySelect } from './known-pods.ts';

/** One namespace of a scope on both sides. */
export interface NamespaceSides {
  readonly namespace: string;
  readonly pairs: readonly ObjectPair<NetworkPolicy>[];
  readonly before: readonly NetworkPolicy[];
  readonly after: readonly NetworkPolicy[];
  readonly pods: readonly KnownPod[];
  /** Labels of the scope's pods that may be of the namespace: what fills theirs in is unknown. */
  readonly openPods: readonly Labels[];
  /** Whether the scope shows all the pods it makes. */
  readonly isWhole: boolean;
  /** Whether all that the scope held of the namespace is gone: then only pods of other scopes can lose anything. */
  readonly isGone: boolean;
  /** Labels of the pods there were, those that are gone among them. */
  readonly formerPods: readonly Labels[];
  readonly declared: DeclaredLabels;
  /** What other scopes hold of the namespace. */
  readonly elsewhere: Elsewhere;
}

/** Traffic of pods that nothing allowed before. */
export interface PolicyWidening {
  readonly direction: Direction;
  /** `allows`: a policy allows more; `released`: none isolates the pods any more; `relabelled`: the pods' labels do it. */
  readonly kind: 'allows' | 'released' | 'relabelled';
  /** The policy that allows it, or the former one that isolated the pods. */
  readonly policy: NetworkPolicy;
  /** What that policy is now, where it released the pods and is still there. */
  readonly now: NetworkPolicy | undefined;
  /** Of `allows` and `relabelled`: the traffic; empty where everything is allowed. */
  readonly gains: readonly Gain[];
  /** The pods of the repository it is known of. */
  readonly pods: readonly KnownPod[];
  /** Whether those are of other scopes. */
  readonly isElsewhere: boolean;
  /** Whether only new pods are concerned. */
  readonly isOfNewPods: boolean;
  /** Of `released`: the other former policies that isolated some of the pods, by their names. */
  readonly others: ReadonlySet<string>;
  /** What the policy was; undefined of a new one. */
  readonly former: NetworkPolicy | undefined;
}

/** More classes of pods than this are too many to judge, which is said. */
const mostClasses = 100_000;

/** More than this are looked at by what each unchanged policy adds to the changed ones. */
const mostAtOnce = 10_000;

/**
 * Compares what pods of one namespace may send and receive. A pod is isolated in a direction while a policy selects it for that
 * direction; then it may do what any of them allows. Every set of labels that the selectors tell apart is looked at, for pods
 * may come from elsewhere; of pods that the repository shows, each with the labels it had and has. Policies of other scopes isolate the
 * pods too, so that a policy here may open them; that they still do excuses nothing here, unless one moved there. `most` are the
 * classes of pods that all policies together may make. Throws StepLimitError.
 */
export function comparePolicies(
  sides: NamespaceSides,
  work: StepBudget,
  most: number = mostAtOnce,
): readonly PolicyWidening[] {
  return directions.flatMap((direction) => new Comparison(sides, direction, work, most).run());
}

class Comparison {
  readonly #sides: NamespaceSides;
  readonly #direction: Direction;
  readonly #work: StepBudget;
  readonly #mostAtOnce: number;
  readonly #before: readonly NetworkPolicy[];
  readonly #after: readonly NetworkPolicy[];
  readonly #elsewhere: readonly NetworkPolicy[];
  readonly #moved: readonly NetworkPolicy[];
  readonly #found = new Map<string, PolicyWidening>();
  #isElsewhere = false;

  constructor(sides: NamespaceSides, direction: Direction, work: StepBudget, most: number) {
    this.#sides = sides;
    this.#direction = direction;
    this.#work = work;
    this.#mostAtOnce = most;
    const isolating = (policies: readonly NetworkPolicy[]) =>
      policies.filter(({ rules }) => rules[direction] !== undefined);
    this.#before = isolating(sides.before);
    this.#after = isolating(sides.after);
    this.#elsewhere = isolating(sides.elsewhere.held);
    this.#moved = isolating(movedPolicies(sides));
  }

  run(): readonly PolicyWidening[] {
    if (!this.#sides.isGone) this.#compareAll();
    this.#compareElsewhere();
    return [...this.#found.values()];
  }

  #compareAll(): void {
    const compared = new Set<string>();
    for (const pod of this.#sides.pods) {
      this.#work.charge(this.#before.length + this.#after.length + this.#elsewhere.length);
      this.#compare(pod.former ?? pod.labels, pod.labels, pod);
    }
    const all = this.#all;
    for (const labels of this.#classes()) {
      const key = all.map(({ podSelector }) => (selects(podSelector, labels) ? 1 : 0)).join('');
      if (compared.has(key)) continue;
      compared.add(key);
      this.#compare(labels, labels, undefined);
    }
  }

  /** Pods of other scopes that nothing isolates any more: they came from here without their policy, or were there already. */
  #compareElsewhere(): void {
    const known = new Set([...this.#found.values()].map(({ policy }) => policy));
    const gone = this.#before.filter((policy) => !this.#after.includes(policy) && !known.has(policy));
    if (gone.length === 0) return;
    this.#isElsewhere = true;
    for (const pod of this.#sides.elsewhere.bare(this.#direction)) {
      this.#work.charge(this.#before.length + this.#after.length + this.#elsewhere.length);
      const own = selecting(gone, pod.labels);
      const before = [...own, ...selecting(this.#elsewhere, pod.labels)];
      const isIsolated = [this.#after, this.#moved].some((policies) => selecting(policies, pod.labels).length > 0);
      if (own.length > 0 && !isIsolated && !allowEverything(before, this.#direction)) this.#release(own, pod);
    }
  }

  get #all(): readonly NetworkPolicy[] {
    return [...this.#before, ...this.#after, ...this.#elsewhere, ...this.#moved];
  }

  /** Sets of labels that represent all those that may gain: of pods that only unchanged policies select nothing changes. */
  #classes(): readonly Labels[] {
    const all = this.#all;
    this.#work.charge(all.length);
    const [after, before] = [new Set(this.#after), new Set(this.#before)];
    const isKept = (policy: NetworkPolicy) => before.has(policy) === after.has(policy) && !this.#moved.includes(policy);
    const changed = all.filter((policy) => !isKept(policy));
    if (changed.length === 0) return [];
    const classes = classesOf(all, this.#mostAtOnce) ?? this.#classesByPart(changed, all.filter(isKept));
    this.#work.charge(classes.length * all.length);
    return classes;
  }

  /**
   * Where these are too many: the sets of labels that the changed policies tell apart, with each unchanged one by itself. What further unchanged ones
   * allow a pod they allow on both sides, so that it gains no more; one suffices to isolate it. What keeps some labels out selects by what is absent,
   * and counts everywhere.
   */
  #classesByPart(changed: readonly NetworkPolicy[], kept: readonly NetworkPolicy[]): readonly Labels[] {
    const isByAbsence = ({ podSelector }: NetworkPolicy) =>
      podSelector.some(({ operator }) => operator === 'NotIn' || operator === 'DoesNotExist');
    const base = [...changed, ...kept.filter(isByAbsence)];
    const others = new Map(
      kept.filter((each) => !isByAbsence(each)).map((each) => [JSON.stringify(each.podSelector), each]),
    );
    const found: Labels[] = [];
    for (const one of [undefined, ...others.values()]) {
      const classes = classesOf(one === undefined ? base : [...base, one], mostClasses - found.length);
      if (classes === undefined) throw new StepLimitError(mostClasses);
      for (const labels of classes) found.push(labels);
    }
    return found;
  }

  /** Of pods with the labels they had and have; `pod` is undefined for pods that may be there. */
  #compare(had: Labels, have: Labels, pod: KnownPod | undefined): void {
    const own = selecting(this.#before, had);
    const after = [...selecting(this.#after, have), ...selecting(this.#moved, have)];
    const before = [...own, ...selecting(this.#elsewhere, had)];
    if (before.length === 0 || isSame(own, after) || allowEverything(before, this.#direction)) return;
    if (after.length === 0) {
      this.#release(own, pod);
      return;
    }
    const gains = gainedTraffic(before, after, this.#direction, this.#sides.declared, this.#work);
    for (const policy of new Set(gains.map((gain) => gain.policy))) {
      // What it allows more is a finding of the scope that it moved to.
      if (this.#moved.includes(policy)) continue;
      this.#add(
        this.#isUnchanged(policy) ? 'relabelled' : 'allows',
        policy,
        policy,
        gains.filter((gain) => gain.policy === policy),
        pod,
      );
    }
  }

  #release(before: readonly NetworkPolicy[], pod: KnownPod | undefined): void {
    const [policy] = [...before].sort((one, two) => one.podSelector.length - two.podSelector.length);
    if (policy === undefined) return;
    // Where the repository shows whom a policy isolated, those pods count: they are compared one by one, or are gone.
    if (pod === undefined && this.#sides.formerPods.some((labels) => selects(policy.podSelector, labels))) return;
    const now = this.#sides.pairs.find((pair) => pair.before === policy)?.after;
    const isUnchanged = this.#isUnchanged(policy);
    const others = before.filter((each) => each !== policy).map(({ resource }) => resource.name);
    this.#add(isUnchanged ? 'relabelled' : 'released', policy, isUnchanged ? policy : now, [], pod, others);
  }

  /** Whether a policy says what it said: of what was rendered, each object is another one on either side. */
  #isUnchanged(policy: NetworkPolicy): boolean {
    const pair = this.#sides.pairs.find(({ before, after }) => before === policy || after === policy);
    if (pair === undefined) return true;
    const [was, is] = [pair.before, pair.after].map((each) => each?.resource.value.spec);
    return pair.before !== undefined && pair.after !== undefined && isSameValue(was, is);
  }

  #add(
    kind: PolicyWidening['kind'],
    policy: NetworkPolicy,
    now: NetworkPolicy | undefined,
    gains: readonly Gain[],
    pod: KnownPod | undefined,
    others: readonly string[] = [],
  ): void {
    // What only its labels could do to a pod is reported of pods that are there.
    if (kind === 'relabelled' && pod?.former === undefined) return;
    const key = JSON.stringify([
      kind,
      policy.resource.name,
      policy.resource.file,
      kind === 'relabelled' ? pod?.name : '',
    ]);
    const known = this.#found.get(key);
    // Other pods may gain further ports with the same peer.
    const keyOf = ({ peer, ports }: Gain) => JSON.stringify([peer.path, peer.text, ports ?? null]);
    const seen = new Set(known?.gains.map(keyOf));
    this.#found.set(key, {
      direction: this.#direction,
      kind,
      policy,
      now,
      gains: [...(known?.gains ?? []), ...gains.filter((gain) => !seen.has(keyOf(gain)))],
      pods: [...(known?.pods ?? []), ...(pod === undefined ? [] : [pod])],
      isElsewhere: this.#isElsewhere,
      isOfNewPods: kind === 'allows' && this.#isOfNewPods(policy),
      others: new Set([...(known?.others ?? []), ...others]),
      former: this.#sides.pairs.find(({ after }) => after === policy)?.before,
    });
  }

  /**
   * Whether a new policy is for pods that come with it: new ones, or relabelled ones that could do as much before. Those of other
   * scopes tell what became of pods that are there, and new ones nothing of others that they may look like.
   */
  #isOfNewPods(policy: NetworkPolicy): boolean {
    if (this.#sides.pairs.some(({ before, after }) => after === policy && before !== undefined)) return false;
    const pods = [...this.#sides.pods, ...this.#sides.elsewhere.pods.filter(({ former }) => former !== undefined)];
    const own = pods.filter(({ labels }) => selects(policy.podSelector, labels));
    return (
      own.length > 0 && own.every(({ former, labels }) => former === undefined || this.#came(policy, former, labels))
    );
  }

  #came({ podSelector }: NetworkPolicy, had: Labels, have: Labels): boolean {
    if (selects(podSelector, had)) return false;
    const before = [...selecting(this.#before, had), ...selecting(this.#elsewhere, had)];
    if (before.length === 0) return true;
    const after = selecting(this.#after, have);
    return gainedTraffic(before, after, this.#direction, this.#sides.declared, this.#work).length === 0;
  }
}

/** The policies that left the scope for another that shows the pods they select, where no pod is left here that may be such. */
function movedPolicies({ pairs, pods, openPods, isWhole, elsewhere }: NamespaceSides): readonly NetworkPolicy[] {
  if (!isWhole) return [];
  const gone = pairs.flatMap(({ before, after }) => (after === undefined && before !== undefined ? [before] : []));
  const here = [...pods.map(({ labels }) => labels), ...openPods];
  const left = gone.filter(({ podSelector }) => !here.some((labels) => maySelect(podSelector, labels)));
  const names = new Set(left.map(({ resource }) => resource.name));
  return elsewhere.arrived.filter(({ resource }) => names.has(resource.name));
}

function classesOf(policies: readonly NetworkPolicy[], most: number): readonly Labels[] | undefined {
  return labelClasses(
    policies.map(({ podSelector }) => podSelector),
    most,
  );
}

function selecting(policies: readonly NetworkPolicy[], labels: Labels): readonly NetworkPolicy[] {
  return policies.filter(({ podSelector }) => selects(podSelector, labels));
}

function isSame(before: readonly NetworkPolicy[], after: readonly NetworkPolicy[]): boolean {
  return before.length === after.length && before.every((policy, index) => policy === after[index]);
}
