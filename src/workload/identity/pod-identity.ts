import { list, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Account, Pod } from '../model/pod.ts';
import { accountPlace, type CloudIdentity, ownClouds, type ServiceAccount } from './service-account.ts';

/** A token for the API server that a pod is given. */
export interface Token {
  readonly account: Account;
  /** Equal for one account, wherever it is named. */
  readonly place: string;
  /** The source of a volume that gives it, in the pod's spec; undefined where it is mounted by itself. */
  readonly source: Path | undefined;
}

/** A token that a pod is given for somebody else than the API server. */
export interface AudienceToken {
  readonly audience: string;
  readonly place: string;
  /** Where it is asked for, from the root of the pod's template: `spec`, `metadata`. */
  readonly path: Path;
}

/** Who a pod is at a cloud. */
export interface PodCloud extends CloudIdentity {
  /** The account that says so; undefined where the pod does. */
  readonly account: Account | undefined;
}

/** As whom a pod acts. */
export interface PodIdentity {
  readonly tokens: readonly Token[];
  readonly audiences: readonly AudienceToken[];
  readonly clouds: readonly PodCloud[];
}

/** Audiences of the API server as clusters are set up (kube-apiserver --api-audiences, by default its issuer). */
const apiServer = /^(?:api|kubernetes|https:\/\/kubernetes\.default(?:\.svc(?:\.cluster\.local)?)?)$/;

/** The label by which Azure workload identity gives pods a token (azure-workload-identity 1.x, the webhook's object selector). */
export const azureUse = 'azure.workload.identity/use';

/** Whom those tokens are for (azure-workload-identity, pkg/webhook/consts.go). */
const azureAudience = 'api://AzureADTokenExchange';

/** As whom a pod acts; `find` gives the objects of accounts. */
export function identityOf(pod: Pod, find: (account: Named) => ServiceAccount | undefined): PodIdentity {
  const { accounts, namespace, spec, metadata } = pod;
  const named = accounts.map((account) => ({ account, name: account.name, namespace }));
  const sources = tokenSources(spec);
  const tokens = named.flatMap((each): Token[] => {
    const place = accountPlace(each);
    if (each.account.isGiven === true || isMounted(spec.automountServiceAccountToken, find(each)))
      return [{ account: each.account, place, source: undefined }];
    const [source] = sources.filter(({ audience }) => audience === undefined);
    return source === undefined ? [] : [{ account: each.account, place, source: source.path }];
  });
  const [own] = named;
  const clouds = own === undefined ? [] : cloudsOf(own.account, find(own), metadata);
  const isLeft = usesAzure(metadata) && clouds.every(({ cloud }) => cloud !== 'Azure');
  return {
    tokens,
    audiences: [
      ...sources.flatMap(({ audience, path }) =>
        audience === undefined ? [] : [{ audience, path: ['spec', ...path, 'serviceAccountToken', 'audience'] }],
      ),
      // The pods name who they are at Azure themselves.
      ...(isLeft ? [{ audience: azureAudience, path: ['metadata', 'labels', azureUse] }] : []),
    ].flatMap((each) => (own === undefined ? [] : [{ ...each, place: accountPlace(own) }])),
    clouds: [...ownClouds(metadata).map((cloud) => ({ ...cloud, account: undefined })), ...clouds],
  };
}

interface Named {
  readonly name: string;
  readonly namespace: string;
}

/** The pod's own word counts over the account's, and without either it is mounted (plugin/pkg/admission/serviceaccount). */
function isMounted(own: unknown, account: ServiceAccount | undefined): boolean {
  return typeof own === 'boolean' ? own : (account?.automount ?? true);
}

/** Azure gives its identity only to pods with the label; AWS and Google to all pods of the account. */
function cloudsOf(account: Account, of: ServiceAccount | undefined, metadata: unknown): readonly PodCloud[] {
  const own = (of?.clouds ?? []).filter(({ cloud }) => cloud !== 'Azure' || usesAzure(metadata));
  return own.map((cloud) => ({ ...cloud, account }));
}

function usesAzure(metadata: unknown): boolean {
  return scalarText(valueUnder(metadata, 'labels', azureUse)) === 'true';
}

/** The tokens that projected volumes give; without an audience for the API server. */
function tokenSources(spec: Pod['spec']): readonly { readonly audience: string | undefined; readonly path: Path }[] {
  return list(spec.volumes).flatMap((volume, index) =>
    list(valueUnder(volume, 'projected', 'sources')).flatMap((source, inner) => {
      const token = mapping(source).serviceAccountToken;
      if (typeof token !== 'object' || token === null) return [];
      const audience = text(mapping(token).audience);
      const isForApi = audience === undefined || apiServer.test(audience);
      return [{ audience: isForApi ? undefined : audience, path: ['volumes', index, 'projected', 'sources', inner] }];
    }),
  );
}
