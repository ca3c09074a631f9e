import { clipped } from '../../clipped.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { type Membership, noObjects, type RbacObjects, type UnjudgedGrant } from '../model/rbac-objects.ts';
import { subjectOf } from '../model/subject.ts';
import { insideText } from './part-of.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 10, depth: 20, aliases: 100, expandedNodes: 100_000 };

/**
 * The ConfigMap `aws-auth` of EKS: which IAM roles and users act as which Kubernetes user, in which groups
 * (sigs.k8s.io/aws-iam-authenticator, pkg/mapper/configmap).
 */
export function readAwsAuth(resource: Resource): RbacObjects {
  const data = mapping(resource.value.data);
  const parts = ['mapRoles', 'mapUsers'].map((field) => mappedText(resource, ['data', field], data[field]));
  return join([...parts, mappedAccounts(resource, ['data', 'mapAccounts'], data.mapAccounts)]);
}

/** An IAMIdentityMapping (iamauthenticator.k8s.aws): one IAM role or user. */
export function readIamIdentityMapping(resource: Resource): RbacObjects {
  return mappedItem(resource, ['spec'], resource.value.spec);
}

/** Lists of such mappings in the objects that make clusters: eksctl's ClusterConfig, the Cluster API's control planes. */
export function readClusterMappings(resource: Resource): RbacObjects {
  const { iamIdentityMappings } = resource.value;
  const { mapRoles, mapUsers } = mapping(mapping(resource.value.spec).iamAuthenticatorConfig);
  const path = ['spec', 'iamAuthenticatorConfig'];
  return join([
    mappedList(resource, ['iamIdentityMappings'], iamIdentityMappings),
    mappedList(resource, [...path, 'mapRoles'], mapRoles),
    mappedList(resource, [...path, 'mapUsers'], mapUsers),
  ]);
}

function mappedText(resource: Resource, path: Path, value: unknown): RbacObjects {
  if (value === undefined || value === null || value === '') return noObjects;
  const parsed = typeof value === 'string' ? parseYaml(Buffer.from(value), limits) : undefined;
  const items = parsed?.documents[0]?.value;
  if (parsed === undefined || parsed.unreadable.length > 0 || !Array.isArray(items)) {
    return items === null ? noObjects : { ...noObjects, unjudged: [unread(resource, path)] };
  }
  const [document] = parsed.documents;
  return mappedList(document === undefined ? resource : insideText(resource, path, document), path, items);
}

function mappedAccounts(resource: Resource, path: Path, value: unknown): RbacObjects {
  const accounts = typeof value === 'string' ? parseYaml(Buffer.from(value), limits).documents[0]?.value : undefined;
  const unjudged = list(accounts).map((account) => ({
    what: `lets every IAM user and role of account ${clipped(scalarText(account), 40)} in, under its own name`,
    code: ['account', scalarText(account)],
    severity: 'medium' as const,
    resource,
    path,
  }));
  return { ...noObjects, unjudged };
}

function mappedList(resource: Resource, path: Path, items: unknown): RbacObjects {
  return join(list(items).map((item, index) => mappedItem(resource, [...path, index], item)));
}

function mappedItem(resource: Resource, path: Path, item: unknown): RbacObjects {
  if (!isMapping(item)) return noObjects;
  const arn = text(item.rolearn) ?? text(item.userarn) ?? text(item.arn) ?? text(item.rolearnlike);
  const account = text(item.account);
  if (arn === undefined) return account === undefined ? noObjects : mappedAccount(resource, path, account);
  const member = subjectOf('User', arn);
  const memberships: Membership[] = list(item.groups).flatMap((name, index) => {
    const group = text(name);
    return group === undefined
      ? []
      : [{ member, of: subjectOf('Group', group), resource, path: [...path, 'groups', index] }];
  });
  const username = text(item.username);
  if (username !== undefined && username !== arn && !username.includes('{{')) {
    memberships.push({ member, of: subjectOf('User', username), resource, path: [...path, 'username'] });
  }
  return { ...noObjects, memberships, unjudged: freeName(resource, path, item) };
}

function mappedAccount(resource: Resource, path: Path, account: string): RbacObjects {
  return mappedAccounts(resource, path, `[${JSON.stringify(account)}]`);
}

/** Whoever assumes a role names the session: a name made of nothing else can be anybody's. */
function freeName(resource: Resource, path: Path, { username }: Mapping): UnjudgedGrant[] {
  const name = text(username);
  if (name === undefined || !/^\{\{\s{0,20}SessionName(?:Raw)?\s{0,20}\}\}$/.test(name)) return [];
  const what = 'lets whoever assumes an IAM role choose the Kubernetes user they act as (username {{SessionName}})';
  return [{ what, code: ['free name', name], severity: 'high', resource, path: [...path, 'username'] }];
}

function unread(resource: Resource, path: Path): UnjudgedGrant {
  return {
    what: `maps IAM identities to Kubernetes users and groups in a ${String(path.at(-1))} that could not be read`,
    code: ['unread mapping', String(path.at(-1))],
    severity: 'high',
    resource,
    path,
  };
}

function join(parts: readonly RbacObjects[]): RbacObjects {
  return {
    ...noObjects,
    memberships: parts.flatMap(({ memberships }) => memberships),
    unjudged: parts.flatMap(({ unjudged }) => unjudged),
  };
}
