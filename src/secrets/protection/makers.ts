import { isMapping, list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';

/** A Secret that an object makes: the object's own name and namespace where it states none, all keys where these are unknown. */
export interface MadeSecret {
  readonly name?: unknown;
  readonly namespace?: unknown;
  readonly keys?: readonly string[] | undefined;
}

/** A kind of object that makes Secrets without holding their values. */
interface Maker {
  readonly group: string;
  readonly kinds: readonly string[];
  made(spec: Mapping, object: Mapping): readonly MadeSecret[];
}

const keysOf = (...values: readonly unknown[]): string[] => values.flatMap((value) => Object.keys(mapping(value)));
const named = (value: unknown, field: string): string[] =>
  list(value).flatMap((item) => text(mapping(item)[field]) ?? []);

/** Entries of a template that something fills in; the others are literals. */
const filledKeys = (template: unknown): string[] =>
  Object.entries(mapping(template)).flatMap(([key, entry]) => (scalarText(entry).includes('{{') ? [key] : []));

/** The keys that an ExternalSecret maps, and those that its template makes (external-secrets.io, v1alpha1 to v1). */
function externalKeys(spec: Mapping): readonly string[] | undefined {
  const template = mapping(valueUnder(spec, 'target', 'template'));
  const isOpen = list(spec.dataFrom).length + list(template.templateFrom).length > 0;
  return isOpen ? undefined : [...named(spec.data, 'secretKey'), ...filledKeys(template.data)];
}

/** The keys of a destination of the Vault Secrets Operator: its templates alone where it leaves the whole secret out. */
function vaultKeys(destination: Mapping): readonly string[] | undefined {
  const transformation = mapping(destination.transformation);
  return transformation.excludeRaw === true ? keysOf(transformation.templates) : undefined;
}

/** By the projects' own definitions (CRDs, or the Go types they come from). */
const makers: readonly Maker[] = [
  {
    group: 'bitnami.com',
    kinds: ['SealedSecret'],
    // The controller names the Secret as the SealedSecret is named; charts often state another name in the template.
    // Formerly `data` was all of it, sealed as one.
    made: ({ encryptedData, template, data }) => {
      const keys =
        text(data) === undefined ? [...keysOf(encryptedData), ...filledKeys(mapping(template).data)] : undefined;
      const other = text(valueUnder(template, 'metadata', 'name'));
      return [{ keys }, ...(other === undefined ? [] : [{ keys, name: other }])];
    },
  },
  {
    group: 'external-secrets.io',
    kinds: ['ExternalSecret'],
    made: (spec) => [{ name: valueUnder(spec, 'target', 'name'), keys: externalKeys(spec) }],
  },
  {
    group: 'external-secrets.io',
    kinds: ['ClusterExternalSecret'],
    made: ({ externalSecretName, externalSecretSpec }) => [
      {
        name: valueUnder(externalSecretSpec, 'target', 'name') ?? externalSecretName,
        keys: externalKeys(mapping(externalSecretSpec)),
      },
    ],
  },
  {
    group: 'kubernetes-client.io',
    kinds: ['ExternalSecret'],
    made: (spec) => [{ keys: list(spec.dataFrom).length > 0 ? undefined : named(spec.data, 'name') }],
  },
  {
    group: 'secrets.hashicorp.com',
    kinds: ['VaultStaticSecret', 'VaultDynamicSecret', 'VaultPKISecret', 'HCPVaultSecretsApp'],
    made: ({ destination }) => [{ name: mapping(destination).name, keys: vaultKeys(mapping(destination)) }],
  },
  {
    group: 'secrets-store.csi.x-k8s.io',
    kinds: ['SecretProviderClass'],
    made: ({ secretObjects }) =>
      list(secretObjects)
        .map(mapping)
        .map(({ secretName: name, data }) => ({ name, keys: named(data, 'key') })),
  },
  {
    group: 'isindir.github.com',
    kinds: ['SopsSecret'],
    made: ({ secretTemplates, secret_templates }) =>
      list(secretTemplates ?? secret_templates)
        .map(mapping)
        .map(({ name, data, stringData }) => ({ name, keys: keysOf(data, stringData) })),
  },
  {
    group: 'ricoberger.de',
    kinds: ['VaultSecret'],
    made: ({ keys }) => [{ keys: Array.isArray(keys) ? keys.map(scalarText) : undefined }],
  },
  {
    group: 'redhatcop.redhat.io',
    kinds: ['VaultSecret'],
    made: ({ output }) => [{ name: mapping(output).name, keys: keysOf(mapping(output).stringData) }],
  },
  { group: 'onepassword.com', kinds: ['OnePasswordItem'], made: () => [{}] },
  {
    group: 'secrets.infisical.com',
    kinds: ['InfisicalSecret'],
    made: ({ managedSecretReference, managedKubeSecretReferences }) =>
      [managedSecretReference, ...list(managedKubeSecretReferences)]
        .filter(isMapping)
        .map(({ secretName: name, secretNamespace: namespace }) => ({ name, namespace })),
  },
  {
    group: 'secrets.doppler.com',
    kinds: ['DopplerSecret'],
    made: ({ managedSecret }) => [mapping(managedSecret)].map(({ name, namespace }) => ({ name, namespace })),
  },
  { group: 'k8s.bitwarden.com', kinds: ['BitwardenSecret'], made: ({ secretName: name }) => [{ name }] },
  {
    group: 'spv.no',
    kinds: ['AzureKeyVaultSecret'],
    made: ({ output }) => [{ name: valueUnder(output, 'secret', 'name') }],
  },
  {
    group: 'cert-manager.io',
    kinds: ['Certificate'],
    made: ({ secretName: name }) => [{ name, keys: ['tls.crt', 'tls.key', 'ca.crt'] }],
  },
  {
    // KSOPS makes Secrets of files that SOPS encrypts; the files of `files` hold the Secrets themselves.
    group: 'viaduct.ai',
    kinds: ['ksops', 'KSOPS'],
    made: (_, { secretFrom }) =>
      list(secretFrom)
        .map(mapping)
        .map(({ metadata, files, binaryFiles, envs }) => ({
          ...mapping(metadata),
          keys: list(envs).length > 0 ? undefined : [...list(files), ...list(binaryFiles)].map(entryName),
        })),
  },
];

/** The key that a file becomes: `KEY=PATH`, else the file's name. */
function entryName(file: unknown): string {
  const [start = '', path] = scalarText(file).split('=', 2);
  return path === undefined ? start.slice(start.lastIndexOf('/') + 1) : start;
}

/** The Secrets that an object of this group and kind makes. */
export function secretsMadeBy(group: string, kind: string, object: Mapping): readonly MadeSecret[] {
  const maker = makers.find((each) => each.group === group && each.kinds.includes(kind));
  return maker?.made(mapping(object.spec), object) ?? [];
}
