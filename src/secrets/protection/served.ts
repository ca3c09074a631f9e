import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { mapping } from '../../plain-values.ts';
import { type MadeByObject, madeBy, mayBeSame } from './provided.ts';

/** The Secrets that objects of each scope make, after the change. */
export type ServedSecrets = ReadonlyMap<Scope, readonly MadeByObject[]>;

/** Reads which Secrets are made by ExternalSecrets, SealedSecrets and the like. */
export function servedSecrets(objects: ReadonlyMap<Scope, ScopeObjects>): ServedSecrets {
  return new Map(
    [...objects].map(([scope, { after }]) => [scope, after.flatMap((resource) => madeBy(resource, resource.value))]),
  );
}

/** What makes this entry of a Secret already: `ExternalSecret shop/db`. What states no namespace may be in any. */
export function servedBy(
  served: ServedSecrets,
  scope: Scope,
  { namespace, name }: Pick<ObjectIdentity, 'namespace' | 'name'>,
  key: string,
): string | undefined {
  return served
    .get(scope)
    ?.find((made) => made.name === name && mayBeSame(made.namespace, namespace) && (made.keys?.has(key) ?? true))?.by;
}

/** Kinds of the objects that most often make Secrets. */
export const secretMakers = ['ExternalSecret', 'ClusterExternalSecret', 'SealedSecret', 'VaultStaticSecret'];

/** Whether unchanged objects that make Secrets matter: a Secret is new that is not a file of SOPS. */
export function asksForMakers({ before, after }: ScopeObjects): boolean {
  const isPlain = ({ group, kind, document, value }: Resource) =>
    group === '' &&
    kind === 'Secret' &&
    mapping(document.value).sops === undefined &&
    (value.data !== undefined || value.stringData !== undefined);
  const old = new Set(before.filter(isPlain).map(({ namespace, name }) => JSON.stringify([namespace, name])));
  return after.some((each) => isPlain(each) && !old.has(JSON.stringify([each.namespace, each.name])));
}
