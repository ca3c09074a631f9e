import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';

/** Whether something of the base is called like a namespace or an account already, as far as that is known. */
export type IsTaken = (name: string) => boolean;

/** An account of one side and what it is called on the other. */
interface Renaming {
  /** The namespace that all objects were in, and the one that they are in now. */
  readonly moved: { readonly from: string; readonly to: string } | undefined;
  /** By namespace and name. */
  readonly accounts: ReadonlyMap<string, { readonly namespace: string | undefined; readonly name: string }>;
}

/** Namespaces that others have objects in whatever the repository says. */
const shared = /^(?:default|kube-|openshift)/;

/**
 * What a root gave, as it is called now: where all its objects move into one namespace that nothing was in, and where accounts get a name with
 * another prefix or suffix that nobody had. What they are granted is then compared with what they were granted before.
 */
export function asCalledNow(
  before: readonly Resource[],
  after: readonly Resource[],
  isTaken: IsTaken,
): readonly Resource[] {
  if (!before.some(isAccount) && namespaceOf(before) === namespaceOf(after)) return before;
  const renaming = renamingOf(before, after, isTaken);
  if (renaming.moved === undefined && renaming.accounts.size === 0) return before;
  return before.map((object) => renamed(object, renaming));
}

function renamingOf(before: readonly Resource[], after: readonly Resource[], isTaken: IsTaken): Renaming {
  const [from, to] = [namespaceOf(before), namespaceOf(after)];
  const isMoved = from !== undefined && to !== undefined && from !== to && !shared.test(to) && !isTaken(to);
  const moved = isMoved ? { from, to } : undefined;
  const now = new Set(after.filter(isAccount).map(({ namespace, name }) => keyOf(namespace, name)));
  const used = new Set(after.flatMap(accountsUsedBy));
  const accounts = new Map<string, { readonly namespace: string | undefined; readonly name: string }>();
  // Every namespace has it.
  if (moved !== undefined) accounts.set(keyOf(from, 'default'), { namespace: to, name: 'default' });
  for (const { namespace, name } of before.filter(isAccount)) {
    const place = moved === undefined ? namespace : to;
    if (now.has(keyOf(place, name))) {
      if (moved !== undefined) accounts.set(keyOf(namespace, name), { namespace: place, name });
      continue;
    }
    const candidates = after.filter(
      (each) => isAccount(each) && each.namespace === place && isAffixed(each.name, name),
    );
    const [only, other] = candidates.filter((each) => !isTaken(each.name));
    const isGone = !used.has(keyOf(namespace, name)) && !used.has(keyOf(place, name));
    if (only !== undefined && other === undefined && candidates.length === 1 && isGone) {
      accounts.set(keyOf(namespace, name), { namespace: place, name: only.name });
    }
  }
  return { moved, accounts };
}

/** The only namespace of objects. */
function namespaceOf(objects: readonly Resource[]): string | undefined {
  const [only, other] = new Set(objects.flatMap(({ namespace }) => namespace ?? []));
  return other === undefined ? only : undefined;
}

function isAccount({ group, kind }: Resource): boolean {
  return group === '' && kind === 'ServiceAccount';
}

function isBinding({ group, kind }: Resource): boolean {
  return group === 'rbac.authorization.k8s.io' && /^(?:Cluster)?RoleBinding$/.test(kind);
}

function isAffixed(name: string, former: string): boolean {
  const [long, short] = name.length > former.length ? [name, former] : [former, name];
  return short !== '' && long !== short && (long.startsWith(short) || long.endsWith(short));
}

function keyOf(namespace: string | undefined, name: string): string {
  return JSON.stringify([namespace ?? null, name]);
}

/** The accounts that a binding names, or that pods of an object run as. */
function accountsUsedBy(object: Resource): readonly string[] {
  if (isBinding(object)) {
    return list(object.value.subjects).flatMap((subject) => accountOf(mapping(subject), object) ?? []);
  }
  const found: string[] = [];
  fieldsOfAccounts(object.value, (name) => {
    found.push(keyOf(object.namespace, name));
    return name;
  });
  return found;
}

function accountOf(subject: Mapping, { namespace: own }: Resource): string | undefined {
  const [name, namespace] = [text(subject.name), text(subject.namespace) ?? own];
  return subject.kind === 'ServiceAccount' && name !== undefined ? keyOf(namespace, name) : undefined;
}

/** A value with every name of an account in it replaced. */
function fieldsOfAccounts(value: unknown, replace: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => fieldsOfAccounts(item, replace));
  if (!isMapping(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isName = (key === 'serviceAccountName' || key === 'serviceAccount') && typeof item === 'string';
      return [key, isName ? replace(item) : fieldsOfAccounts(item, replace)];
    }),
  );
}

function renamed(object: Resource, { moved, accounts }: Renaming): Resource {
  const isOfMoved = moved !== undefined && object.namespace === moved.from;
  const account = accounts.get(keyOf(object.namespace, object.name));
  const subjects = list(object.value.subjects).map(mapping);
  // What acts in kube-system already decides about the cluster.
  const isStrong = (subject: Mapping) => moved?.from === 'kube-system' && text(subject.namespace) === moved.from;
  const isAlong = (subject: Mapping) => accounts.has(accountOf(subject, object) ?? '') || isStrong(subject);
  // Who does not move along newly may do something in the new namespace.
  if (isBinding(object) && isOfMoved && !subjects.every(isAlong)) return object;
  const named = { ...mapping(object.value.metadata), ...(isOfMoved ? { namespace: moved.to } : {}) };
  if (isBinding(object)) {
    const now = subjects.map((subject) => ({ ...subject, ...accounts.get(accountOf(subject, object) ?? '') }));
    return withValue(object, { ...object.value, metadata: named, subjects: now });
  }
  if (isAccount(object)) {
    return withValue(object, { ...object.value, metadata: { ...named, ...(account && { name: account.name }) } });
  }
  const fields = fieldsOfAccounts(object.value, (name) => accounts.get(keyOf(object.namespace, name))?.name ?? name);
  return withValue(object, { ...mapping(fields), metadata: named });
}

/** The same object, where it was written, with another value. */
function withValue(object: Resource, value: Mapping): Resource {
  const metadata = mapping(value.metadata);
  return {
    group: object.group,
    version: object.version,
    apiVersion: object.apiVersion,
    kind: object.kind,
    namespace: text(metadata.namespace),
    name: text(metadata.name) ?? object.name,
    file: object.file,
    value,
    document: object.document,
    path: object.path,
    ...(object.isEmbedded === undefined ? {} : { isEmbedded: object.isEmbedded }),
    at: (path) => object.at(path),
    valueAt: (path) => object.valueAt(path),
    styleAt: (path) => object.styleAt(path),
  };
}
