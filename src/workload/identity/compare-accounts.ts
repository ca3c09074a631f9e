import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { text, valueUnder } from '../../plain-values.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import type { Account } from '../../rbac/query/held-by-account.ts';
import type { Severity } from '../../severity.ts';
import { accountName } from './compare-pods.ts';
import type { AccountLookup } from './lookup.ts';
import {
  accountPlace,
  type CloudIdentity,
  isOfValues,
  type ServiceAccount,
  serviceAccountsOf,
} from './service-account.ts';
import { type IdentityWidening, severityOf } from './widening.ts';

/** What accounts newly are at clouds, and to whom they newly give their token. Copies of one object in several files count together. */
export function* widenedAccounts({ before, after }: ScopeObjects, lookup: AccountLookup): Generator<IdentityWidening> {
  const unchanged = new Set(before);
  const now = serviceAccountsOf(after);
  if (now.every(({ resource }) => unchanged.has(resource))) return;
  const old = groupBy(serviceAccountsOf(before), accountPlace);
  const left = leftIdentities([...old.values()].flat(), now);
  for (const account of now) {
    if (unchanged.has(account.resource)) continue;
    const copies = old.get(accountPlace(account)) ?? [];
    yield* newClouds(account, copies, left);
    yield* newAutomount(account, copies, lookup);
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
      position: resource.at(cloud.path),
      severity: severityOfCloud(cloud, copies.length === 0),
      cloud,
      former,
    };
  }
}

/** Of a chart's value nobody is named yet: where it is not rendered, that the value decides is said there (`unreadable-manifest`). */
function severityOfCloud(cloud: CloudIdentity, isNew: boolean): Severity {
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

function* newAutomount(
  account: ServiceAccount,
  copies: readonly ServiceAccount[],
  lookup: AccountLookup,
): Generator<IdentityWidening> {
  const { resource, automount } = account;
  if (automount === false || copies.length === 0 || !copies.every((copy) => copy.automount === false)) return;
  const named = accountOf(account);
  const reach = lookup.beyond([named], []);
  const severity = severityOf(reach, undefined);
  if (severity === undefined) return;
  const path = ['automountServiceAccountToken'];
  const own = copies.find((copy) => copy.resource.file === resource.file);
  yield {
    kind: 'account-automount',
    resource,
    part: '',
    position: resource.at(path),
    severity,
    account: accountName(account),
    reach,
    unseen: undefined,
    removedAt: automount === undefined ? own?.resource.at(path) : undefined,
  };
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
