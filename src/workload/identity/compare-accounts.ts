import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { text, valueUnder } from '../../plain-values.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Account } from '../../rbac/query/held-by-account.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { podsOf } from '../model/pods.ts';
import { accountName } from './compare-pods.ts';
import type { AccountLookup } from './lookup.ts';
import {
  accountPlace,
  type CloudIdentity,
  isOfValues,
  isOpen,
  type ServiceAccount,
  serviceAccountsOf,
} from './service-account.ts';
import { type IdentityWidening, severityOf } from './widening.ts';

/** What accounts newly are at clouds, and to whom they newly give their token. Copies of one object in several files count together. */
export function* widenedAccounts(sides: ScopeObjects, lookup: AccountLookup): Generator<IdentityWidening> {
  const { before, after } = sides;
  const unchanged = new Set(before);
  const now = serviceAccountsOf(after);
  if (now.every(({ resource }) => unchanged.has(resource))) return;
  const old = groupBy(serviceAccountsOf(before), accountPlace);
  const left = leftIdentities([...old.values()].flat(), now);
  for (const account of now) {
    if (unchanged.has(account.resource)) continue;
    const copies = old.get(accountPlace(account)) ?? [];
    yield* newClouds(account, copies, left);
    yield* newAutomount(account, copies, lookup, sides);
  }
}

function* newClouds(
  account: ServiceAccount,
  copies: readonly ServiceAccount[],
  left: (cloud: string, id: string) => boolean,
): Generator<IdentityWidening> {
  const { resource, clouds } = account;
  const had = copies.flatMap((copy) => copy.clouds);
  for (const cloud of clouds) {
    const former = had.filter((each) => each.cloud === cloud.cloud).map(({ id }) => id);
    // An account that was renamed is who it was.
    if (former.includes(cloud.id) || (copies.length === 0 && left(cloud.cloud, cloud.id))) continue;
    yield {
      kind: 'cloud',
      resource,
      part: '',
      position: resource.at(changedPlace(cloud, former)),
      severity: severityOfCloud(cloud, copies.length === 0),
      cloud,
      former,
    };
  }
}

/** Where what is new is written: of an identity that was there, the tenant. */
export function changedPlace({ id, path, tenant }: CloudIdentity, former: readonly string[]): Path {
  if (tenant === undefined) return path;
  const own = id.slice(0, -` of tenant ${tenant.id}`.length);
  return former.some((each) => each === own || each.startsWith(`${own} of tenant `)) ? tenant.path : path;
}

/** How bad it is: of a chart's value nobody is named yet, and where it is not rendered, that the value decides is said there (`unreadable-manifest`). */
export function severityOfCloud(cloud: CloudIdentity, isNew: boolean): Severity {
  if (isOfValues(cloud)) return 'low';
  return isNew ? 'medium' : 'high';
}

/** Takes the identities at clouds of accounts that are gone, each once. */
function leftIdentities(
  old: readonly ServiceAccount[],
  now: readonly ServiceAccount[],
): (cloud: string, id: string) => boolean {
  const still = new Set(now.map(accountPlace));
  const gone = old.filter((account) => !still.has(accountPlace(account)));
  const left = groupBy(
    gone.flatMap(({ clouds }) => clouds),
    ({ cloud, id }) => `${cloud} ${id}`,
  );
  return (cloud, id) => left.get(`${cloud} ${id}`)?.pop() !== undefined;
}

/** Whether the pods of an account that say nothing themselves are newly given its token. */
export function isNewlyMounted({ automount }: ServiceAccount, copies: readonly ServiceAccount[]): boolean {
  return automount !== false && copies.length > 0 && copies.every((copy) => copy.automount === false);
}

function* newAutomount(
  account: ServiceAccount,
  copies: readonly ServiceAccount[],
  lookup: AccountLookup,
  sides: ScopeObjects,
): Generator<IdentityWidening> {
  const { resource, automount } = account;
  if (!isNewlyMounted(account, copies)) return;
  const named = accountOf(account);
  const reach = lookup.beyond([named], []);
  const severity = severityOf(reach, undefined);
  if (severity === undefined) return;
  const path = ['automountServiceAccountToken'];
  const own = copies.find((copy) => copy.resource.file === resource.file);
  const isRefused = isRefusedByAll(account, sides);
  yield {
    kind: 'account-automount',
    resource,
    part: '',
    position: resource.at(path),
    severity: isRefused ? 'low' : severity,
    account: accountName(account),
    reach,
    unseen: undefined,
    removedAt: automount === undefined ? own?.resource.at(path) : undefined,
    isRefused,
  };
}

/**
 * Whether pods that ran as the account before, and all that run as it now, say themselves that they want no token. As `default` runs
 * whatever names nobody, in any file.
 */
function isRefusedByAll({ name, namespace }: ServiceAccount, { before, after }: ScopeObjects): boolean {
  if (name === 'default') return false;
  const runAsIt = (all: readonly Resource[]) =>
    all
      .flatMap(podsOf)
      .filter(
        (pod) =>
          pod.accounts.some((each) => each.name === name) &&
          (pod.namespace === namespace || isOpen(pod.namespace) || isOpen(namespace)),
      );
  const now = runAsIt(after);
  return (
    now.length > 0 && runAsIt(before).length > 0 && now.every(({ spec }) => spec.automountServiceAccountToken === false)
  );
}

function accountOf({ name, namespace, resource: { file } }: ServiceAccount): Account {
  return { name, namespace, file };
}

/** A Secret for which the cluster makes a token that does not expire, and the account it is of. */
interface TokenSecret extends Account {
  readonly resource: Resource;
}

/** Tokens that Secrets newly ask for. One for an account that had one already is not another. */
export function* newTokenSecrets({ before, after }: ScopeObjects, lookup: AccountLookup): Generator<IdentityWidening> {
  const unchanged = new Set(before);
  const now = after.flatMap(tokenSecretsOf).filter(({ resource }) => !unchanged.has(resource));
  if (now.length === 0) return;
  const had = new Set(before.flatMap(tokenSecretsOf).map(accountPlace));
  for (const secret of now) {
    if (had.has(accountPlace(secret))) continue;
    const { resource } = secret;
    const reach = lookup.beyond([secret], []);
    const unseen = lookup.unseen(secret, false);
    yield {
      kind: 'token-secret',
      resource,
      part: '',
      position: resource.at(annotation),
      severity: severityOf(reach, unseen) ?? 'low',
      account: accountName(secret),
      reach,
      unseen,
      removedAt: undefined,
    };
  }
}

const annotation = ['metadata', 'annotations', 'kubernetes.io/service-account.name'];

/** The token that a Secret asks for; none of any other object. */
export function tokenSecretsOf(resource: Resource): readonly TokenSecret[] {
  const { kind, group, value, file } = resource;
  if (kind !== 'Secret' || group !== '' || value.type !== 'kubernetes.io/service-account-token') return [];
  const name = text(valueUnder(value, ...annotation));
  return name === undefined ? [] : [{ name, namespace: namespaceOf(resource), file, resource }];
}
