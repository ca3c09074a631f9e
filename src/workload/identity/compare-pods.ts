import { addTo } from '../../groups.ts';
import type { Position } from '../../kube/resource.ts';
import type { Reach } from '../../rbac/query/account-reach.ts';
import type { Account as NamedAccount } from '../../rbac/query/held-by-account.ts';
import type { Severity } from '../../severity.ts';
import { publishersOf } from '../images/origin.ts';
import type { PodChange } from '../model/pair-pods.ts';
import { type Account, mayBePatch, type Pod } from '../model/pod.ts';
import type { AccountLookup } from './lookup.ts';
import { azureUse, identityOf, type PodCloud, type PodIdentity, type Token } from './pod-identity.ts';
import { accountPlace, isOpen } from './service-account.ts';
import {
  type AccountWidening,
  type IdentityWidening,
  placeOf,
  severityOf,
  type TokenWidening,
  worst,
} from './widening.ts';

/** A pod on the head's side, and as whom what it takes the place of acted before. */
interface Compared {
  readonly pod: Pod;
  readonly is: PodIdentity;
  /** Undefined where the workload is new. */
  readonly was: { readonly pod: Pod; readonly identity: PodIdentity } | undefined;
}

/**
 * What pods newly can act as. A new one is compared with another pod of its object, or with one that is gone, ran as the
 * same account and something of every publisher of what this one runs: a workload may be renamed and rewritten as it may be edited, but
 * what shares nothing but the account with one that is gone is another workload.
 */
export function* widenedPods(
  changes: readonly PodChange[],
  siblings: (pod: Pod) => readonly Pod[],
  lookup: AccountLookup,
): Generator<IdentityWidening> {
  const gone = goneByAccount(changes);
  for (const { before, after } of changes) {
    if (after === undefined) continue;
    const former = before ?? sibling(after, siblings(after)) ?? gone(after);
    const was = former && { pod: former, identity: identityOf(former, lookup.before) };
    const compared = { pod: after, is: withoutRefused(after, lookup), was };
    yield* accounts(compared, before !== undefined, lookup);
    yield* audiences(compared, lookup);
    yield* ownIdentities(compared);
  }
}

/**
 * As whom a pod acts by what its account was before the change: what that makes of the account is said of it. No token is new that
 * the account newly keeps from the pod, as where what the pod said of tokens has moved there.
 */
function withoutRefused(pod: Pod, lookup: AccountLookup): PodIdentity {
  const is = identityOf(pod, lookup.standing);
  const given = new Set(identityOf(pod, lookup.after).tokens.map(({ place }) => place));
  return { ...is, tokens: is.tokens.filter(({ place }) => given.has(place)) };
}

/** Another pod of the same object that ran as the same account; of a patch the one that it changes. */
function sibling(pod: Pod, others: readonly Pod[]): Pod | undefined {
  const same = others.find((other) => mainAccount(other) === mainAccount(pod));
  return same ?? (mayBePatch(pod) ? others[0] : undefined);
}

/**
 * Takes the pods that are gone, each once, that ran as the account of the pod asked for and something of every publisher of what it
 * runs: one that nobody knew here makes it another workload.
 */
function goneByAccount(changes: readonly PodChange[]): (pod: Pod) => Pod | undefined {
  const left = new Map<string, Pod[]>();
  for (const { before, after } of changes) {
    const account = before === undefined || after !== undefined ? undefined : mainAccount(before);
    if (before !== undefined && account !== undefined) addTo(left, account, before);
  }
  return (pod) => {
    const account = mainAccount(pod);
    const former = account === undefined ? [] : (left.get(account) ?? []);
    const found = former.findIndex((each) => ranAll(each, pod));
    return found < 0 ? undefined : former.splice(found, 1)[0];
  };
}

function ranAll(former: Pod, pod: Pod): boolean {
  const [old, now] = [publishersOf(former), publishersOf(pod)];
  return (now.length > 0 || old.length === 0) && now.every((publisher) => old.includes(publisher));
}

/** By its name alone where no manifest states the namespace. */
function mainAccount({ accounts: [own], namespace }: Pod): string | undefined {
  return own && accountPlace({ name: own.name, namespace });
}

function* accounts(compared: Compared, wasThere: boolean, lookup: AccountLookup): Generator<IdentityWidening> {
  const { pod, is, was } = compared;
  const had = new Set(was?.identity.tokens.map(({ place }) => place));
  const from = was === undefined ? [] : was.identity.tokens.map(({ account }) => namedBy(was.pod, account));
  const ranAs = new Set(was?.pod.accounts.map(({ name }) => accountPlace({ name, namespace: was.pod.namespace })));
  const clouds = newClouds(compared);
  const reported = new Set<Account>();
  for (const token of is.tokens) {
    if (had.has(token.place)) continue;
    const account = namedBy(pod, token.account);
    const reach = lookup.beyond([account], from);
    const own = clouds.filter((cloud) => cloud.account === token.account);
    if (ranAs.has(token.place)) {
      yield* tokenOf(compared, token, reach, lookup);
      continue;
    }
    reported.add(token.account);
    const unseen = lookup.unseen(account, wasThere && token.account.isMade !== true);
    yield* accountOf(compared, token.account, reach, unseen, own);
  }
  // An identity at a cloud needs no token of the cluster's.
  for (const { account } of clouds) {
    if (account === undefined || reported.has(account) || ranAs.has(accountPlace(namedBy(pod, account)))) continue;
    reported.add(account);
    const own = clouds.filter((cloud) => cloud.account === account);
    yield* accountOf(compared, account, { permissions: [], unknown: [] }, undefined, own);
  }
}

function* accountOf(
  { pod, was }: Compared,
  account: Account,
  reach: Reach,
  unseen: AccountWidening['unseen'],
  clouds: readonly PodCloud[],
): Generator<AccountWidening> {
  const ofClouds: Severity | undefined = clouds.length === 0 ? undefined : was === undefined ? 'medium' : 'high';
  const severity = worst(severityOf(reach, unseen), ofClouds);
  if (severity === undefined) return;
  yield {
    kind: 'account',
    ...placeOf(pod),
    position: account.path === undefined ? pod.at(['serviceAccountName']) : pod.resource.at(account.path),
    severity,
    account: accountName(namedBy(pod, account)),
    // The pod that a patch changes is not new, wherever it is.
    former: was?.pod.accounts.map((each) => accountName(namedBy(was.pod, each))) ?? (mayBePatch(pod) ? [] : undefined),
    reach,
    unseen,
    clouds,
  };
}

/** A token of the account that the pods ran as without one. */
function* tokenOf(
  { pod, was }: Compared,
  { account, source }: Token,
  reach: Reach,
  lookup: AccountLookup,
): Generator<TokenWidening> {
  const named = namedBy(pod, account);
  const unseen = lookup.unseen(named, false);
  const severity = severityOf(reach, unseen);
  if (severity === undefined || was === undefined) return;
  const field = ['automountServiceAccountToken'];
  const wrote = pod.spec.automountServiceAccountToken !== undefined;
  yield {
    kind: source === undefined ? 'automount' : 'projected-token',
    ...placeOf(pod),
    position: pod.at(source ?? field),
    severity,
    account: accountName(named),
    reach,
    unseen,
    removedAt: source === undefined && !wrote ? removedPlace(was.pod.at(field), pod) : undefined,
  };
}

/** Where it was before the change, in the same file. */
function removedPlace(position: Position, { resource }: Pod): Position | undefined {
  return position.file === resource.file && position.isGuess !== true ? position : undefined;
}

function* audiences({ pod, is, was }: Compared, lookup: AccountLookup): Generator<IdentityWidening> {
  const [own] = pod.accounts;
  if (own === undefined) return;
  const account = namedBy(pod, own);
  // A new workload's own account is nobody elsewhere yet.
  if (was === undefined && lookup.before(account) === undefined) return;
  const had = new Set(was?.identity.audiences.map(({ audience, place }) => `${place} ${audience}`));
  for (const { audience, place, path } of is.audiences) {
    if (had.has(`${place} ${audience}`)) continue;
    // Who the pods are at Azure is said of the account where it newly states it.
    const isStated = lookup.after(account)?.clouds.some(({ cloud }) => cloud === 'Azure') === true;
    if (isStated && path[0] === 'metadata') continue;
    yield {
      kind: 'audience',
      ...placeOf(pod),
      position: path[0] === 'metadata' ? pod.metadataAt(path.slice(1)) : pod.at(path.slice(1)),
      severity: 'medium',
      account: accountName(account),
      audience,
    };
  }
}

/** Identities that pods state themselves, and the one of their account that they newly ask for by the label of Azure. */
function* ownIdentities(compared: Compared): Generator<IdentityWidening> {
  const { pod, was } = compared;
  const ranAs = was?.pod.accounts.map(({ name }) => accountPlace({ name, namespace: was.pod.namespace })) ?? [];
  for (const cloud of newClouds(compared)) {
    const { account } = cloud;
    if (account !== undefined && !ranAs.includes(accountPlace(namedBy(pod, account)))) continue;
    const former = (was?.identity.clouds ?? []).filter((each) => each.cloud === cloud.cloud);
    yield {
      kind: 'cloud',
      ...placeOf(pod),
      position: pod.metadataAt(account === undefined ? cloud.path : ['labels', azureUse]),
      severity: was === undefined ? 'medium' : 'high',
      cloud,
      former: former.map(({ id }) => id),
    };
  }
}

function newClouds({ is, was }: Compared): readonly PodCloud[] {
  const had = new Set(was?.identity.clouds.map(({ cloud, id }) => `${cloud} ${id}`));
  return is.clouds.filter(({ cloud, id }) => !had.has(`${cloud} ${id}`));
}

function namedBy({ namespace, resource: { file } }: Pod, { name }: Account): NamedAccount {
  return { name, namespace, file };
}

/** The account as people write it. */
export function accountName({ name, namespace }: Pick<NamedAccount, 'name' | 'namespace'>): string {
  return isOpen(namespace) ? name : `${namespace}/${name}`;
}
