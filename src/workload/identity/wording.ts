import { compact, describe, enumerate } from '../../rbac/judge/sentence.ts';
import { placementName } from '../../rbac/model/placement.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Reach, ReachedPermission, UnknownReach } from '../../rbac/query/account-reach.ts';
import type { CloudIdentity } from './service-account.ts';
import type { AccountWidening, CloudWidening, IdentityWidening, TokenWidening, Unseen } from './widening.ts';

/** Permissions a message names before it says that there are more. */
const shownParts = 3;
/** Permissions that the details list. */
const shownLines = 10;

/** What a workload newly can act as, as one sentence. */
export function identityMessage(widening: IdentityWidening): string {
  const who = actor(widening);
  switch (widening.kind) {
    case 'account':
      return accountMessage(who, widening);
    case 'audience':
      return `${who} is newly given a token of ServiceAccount ${widening.account} for the audience ${widening.audience}: whoever takes tokens for it may let its pods in.`;
    case 'cloud':
      return cloudMessage(who, widening);
    case 'account-automount':
      return `${who}${able(widening.reach, widening.unseen)}, newly gives its token to every pod that runs as it${widening.isRefused === true ? ' and does not refuse it' : ''}.`;
    case 'chart-automount':
      return `${who} no longer keeps the pods of its chart from the token of their ServiceAccount: what that can do, only the chart says.`;
    default:
      return `${who} ${tokenPhrase(widening)}${able(widening.reach, widening.unseen)}.`;
  }
}

/** `Deployment shop/web`, `SparkApplication etl (driver)`. */
function actor({ resource, part }: IdentityWidening): string {
  return part === '' ? resourceName(resource) : `${resourceName(resource)} (${part})`;
}

function accountMessage(who: string, { account, former, reach, unseen, clouds }: AccountWidening): string {
  const how = former === undefined ? `The new ${who} runs` : `${who} newly runs`;
  const isOnlyCloud =
    clouds.length > 0 && reach.permissions.length + reach.unknown.length === 0 && unseen === undefined;
  const what = isOnlyCloud ? `, which acts as ${clouds.map(cloudName).join(' and ')}` : able(reach, unseen);
  return `${how} as ServiceAccount ${account}${what}.`;
}

function tokenPhrase({ kind, account }: TokenWidening): string {
  switch (kind) {
    case 'automount':
      return `newly mounts the token of ServiceAccount ${account}`;
    case 'projected-token':
      return `newly mounts, by a volume, a token of ServiceAccount ${account}`;
    default:
      return `newly asks for a token that never expires, of ServiceAccount ${account}`;
  }
}

function cloudMessage(who: string, { cloud, former }: CloudWidening): string {
  const instead = former.length === 0 ? '' : ` instead of ${former.join(', ')}`;
  return `${who} newly acts as ${cloudName(cloud)}${instead}: what that allows is decided there.`;
}

function cloudName({ cloud, id }: CloudIdentity): string {
  return `${id} at ${cloud}`;
}

/** `, which can get, list secrets in every namespace, and more`; what is not known, where nothing worse is. */
function able({ permissions, unknown }: Reach, unseen: Unseen | undefined): string {
  if (unseen !== undefined) return `, ${unseenPhrase(unseen)}`;
  const [first] = permissions;
  const [open] = unknown;
  if (first === undefined || (open !== undefined && first.judgement.severity === 'low')) {
    return open === undefined ? '' : `, ${unknownPhrase(open)}`;
  }
  const worst = permissions.filter(
    ({ judgement, placement }) => judgement.severity === first.judgement.severity && placement === first.placement,
  );
  const parts = compact(worst.map(({ judgement }) => judgement.part));
  const where = parts.every(({ kind }) => kind === 'url') ? '' : ` ${placementName(first.placement)}`;
  const isAll = worst.length === permissions.length && parts.length <= shownParts && unknown.length === 0;
  return `, which can ${parts.slice(0, shownParts).map(describe).join('; ')}${where}${isAll ? '' : ', and more'}`;
}

function unseenPhrase(unseen: Unseen): string {
  switch (unseen) {
    case 'controller':
      return 'an account of a controller: what it can do is not in the repository';
    case 'system':
      return 'which clusters often let do more than others: what it can do is not in the repository';
    case 'undeclared':
      return 'which is not in the repository: what it can do is not known';
    case 'computed':
      return 'whose name a template or a variable fills in: what it can do is not known';
  }
}

function unknownPhrase(unknown: UnknownReach): string {
  switch (unknown.kind) {
    case 'role':
      return `which ${unknown.binding} binds to ${unknown.role}, which is not in the repository: what it can do is not known`;
    case 'unread':
      return `which may be bound in ${unknown.file}, which could not be read`;
    case 'too large':
      return 'whose permissions are too many to judge';
  }
}

function unknownLine(unknown: UnknownReach): string {
  switch (unknown.kind) {
    case 'role':
      return `${unknown.binding} binds it to ${unknown.role}, which is not in the repository`;
    case 'unread':
      return `${unknown.file} may bind it, and could not be read`;
    case 'too large':
      return 'judging its permissions takes too many steps';
  }
}

/** Further lines: what the account can do, how, and what of it is not known. */
export function identityDetails(widening: IdentityWidening): readonly string[] {
  if (!('reach' in widening)) return [];
  const { permissions, unknown } = widening.reach;
  const lines = permissions.map(permissionLine);
  const routes = new Set(permissions.map(({ route }) => `through ${route.join(' → ')}`));
  const more = lines.length - shownLines;
  const former = widening.kind === 'account' ? formerLine(widening) : [];
  return [
    ...('isRefused' in widening && widening.isRefused === true ? [refused] : []),
    ...former,
    ...lines.slice(0, shownLines),
    ...(more > 0 ? [`and ${more} more ${more === 1 ? 'permission' : 'permissions'}`] : []),
    ...[...routes].slice(0, shownLines),
    ...unknown.slice(0, shownLines).map(unknownLine),
    ...(widening.kind === 'account' ? widening.clouds.map((cloud) => `it acts as ${cloudName(cloud)}`) : []),
  ];
}

const refused = 'All pods that run as it here refuse it (automountServiceAccountToken: false).';

function formerLine({ former }: AccountWidening): readonly string[] {
  return former === undefined || former.length === 0 ? [] : [`before: ServiceAccount ${enumerate(former)}`];
}

function permissionLine({ permission, placement, judgement }: ReachedPermission): string {
  const where = permission.kind === 'url' ? '' : ` ${placementName(placement)}`;
  const why = judgement.reason === undefined ? '' : `, which lets it ${judgement.reason}`;
  return `${describe(permission)}${where} (${judgement.severity}${why})`;
}

/** What to do instead. */
export function identityRemedy(widening: IdentityWidening): string {
  const accept = 'If it is meant, have it reviewed and accept it in .gitops-gate/policy.yaml.';
  return `${advice(widening)} ${accept}`;
}

function advice(widening: IdentityWidening): string {
  switch (widening.kind) {
    case 'account': {
      const [own] = widening.former ?? [];
      const keep =
        own === undefined || own === widening.account
          ? ''
          : `Keep serviceAccountName: ${own.replace(/^.*\//, '')}, or give`;
      return `${keep === '' ? 'Give' : keep} the workload a ServiceAccount of its own with the permissions that it needs; where it needs none, set automountServiceAccountToken: false.`;
    }
    case 'automount':
    case 'projected-token':
    case 'chart-automount':
      return 'Leave automountServiceAccountToken: false, or run the pods as a ServiceAccount with only what they need.';
    case 'account-automount':
      return 'Leave automountServiceAccountToken: false at the account, and set it to true at the pods that need the token.';
    case 'token-secret':
      return 'Ask for tokens that expire: kubectl create token, or a projected volume with serviceAccountToken.';
    case 'audience':
      return 'Name only audiences that the pods talk to, and see at whoever accepts the token what the account may do there.';
    case 'cloud':
      return 'Check at the cloud what the identity may do, and who else can assume it; use one identity for each workload.';
  }
}

/** What the finding is about, for its fingerprint: no words that a later release may choose otherwise. */
export function identitySubject(widening: IdentityWidening): readonly string[] {
  const { kind, part } = widening;
  switch (kind) {
    case 'cloud':
      return [kind, part, widening.cloud.cloud, widening.cloud.id];
    case 'audience':
      return [kind, part, widening.account, widening.audience];
    case 'account':
      return [kind, part, widening.account, ...widening.clouds.map(({ id }) => id).sort()];
    default:
      return [kind, part, widening.account];
  }
}
