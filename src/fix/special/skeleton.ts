import type { SecretTools } from '../../secrets/compare/remedy.ts';
import { yamlScalar } from './written.ts';

/** What a repository delivers Secrets with, and where from. */
export interface SecretWays {
  readonly tools: SecretTools;
  /** The store that ExternalSecrets of the change's files name; undefined where none does. */
  readonly store: { readonly kind: string; readonly name: string } | undefined;
  /** The API version of those ExternalSecrets. */
  readonly version: string | undefined;
}

/** A Secret that is to come from elsewhere. */
export interface WantedSecret {
  readonly namespace: string | undefined;
  readonly name: string;
  readonly keys: readonly string[];
  /** The Secret's type, where it is not Opaque. */
  readonly type: string | undefined;
}

/** An object that delivers a Secret without its values: the fields that differ from the Secret's. */
export interface Skeleton {
  readonly apiVersion: string;
  readonly kind: string;
  /** Lines of the top level, from column 0. */
  readonly spec: readonly string[];
}

/** What is written where the store is not known. */
export const storeToName = 'name-of-your-store';
const anyStore = { kind: 'ClusterSecretStore', name: storeToName };

/** The object for a Secret in the tool the repository uses, else an ExternalSecret; undefined where it uses SOPS alone. */
export function skeletonOf(
  secret: WantedSecret,
  { tools, store = anyStore, version }: SecretWays,
): Skeleton | undefined {
  const { externalSecrets, sealedSecrets, sops } = tools;
  if (sealedSecrets && !externalSecrets) return sealed(secret);
  if (sops && !externalSecrets) return undefined;
  const path = [secret.namespace, secret.name].filter((part) => part !== undefined).join('/');
  return {
    apiVersion: version ?? 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    spec: [
      'spec:',
      '  refreshInterval: 1h',
      '  secretStoreRef:',
      `    kind: ${yamlScalar(store.kind)}`,
      `    name: ${yamlScalar(store.name)}`,
      '  target:',
      `    name: ${yamlScalar(secret.name)}`,
      ...(secret.type === undefined ? [] : ['    template:', `      type: ${yamlScalar(secret.type)}`]),
      '  data:',
      ...secret.keys.flatMap((key) => [
        `    - secretKey: ${yamlScalar(key)}`,
        '      remoteRef:',
        `        key: ${yamlScalar(path)}`,
        `        property: ${yamlScalar(key)}`,
      ]),
    ],
  };
}

function sealed({ namespace, name, keys, type }: WantedSecret): Skeleton {
  const where = [...(namespace === undefined ? [] : ['--namespace', namespace]), '--name', name]
    .map(shellWord)
    .join(' ');
  return {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    spec: [
      'spec:',
      `  # Add the new value of each key, read from standard input: kubeseal --raw ${where} --from-file=/dev/stdin`,
      ...keys.map((key) => `  #   ${keyWord(key)}`),
      '  encryptedData: {}',
      ...(type === undefined ? [] : ['  template:', `    type: ${yamlScalar(type)}`]),
    ],
  };
}

/** A key as a comment can hold it: what some reader takes for a line break would end it. */
export const keyWord = (key: string): string => key.replace(/[^\w .-]/g, '?');

const shellWord = (word: string): string => (/^[\w./:-]+$/.test(word) ? word : `'${word.replace(/[^\w ./:-]/g, '_')}'`);
