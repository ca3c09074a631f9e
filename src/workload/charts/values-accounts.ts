import type { Resource } from '../../kube/resource.ts';
import { isMapping, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type Pod, podOf } from '../model/pod.ts';
import type { ChartValues } from './chart-values.ts';

const deepest = 24;

/** Whether pods of a chart are given a token, as one mapping of its values says. */
export interface TokenSetting {
  /** The keys of the mapping that is about these pods. */
  readonly names: readonly string[];
  readonly isMounted: boolean;
  readonly path: Path;
}

/** As whom the pods of a chart run, as its values say by the custom of nearly all charts. */
export interface ValuesAccounts {
  /** Pods of which nothing is known but the account that they are told to run as. */
  readonly pods: readonly Pod[];
  /** `serviceAccount` with annotations, as the object that the chart makes of it. */
  readonly accounts: readonly Resource[];
  readonly tokens: readonly TokenSetting[];
}

/** Reads `serviceAccountName`, `serviceAccount: {name, annotations, automount}` and `automountServiceAccountToken`. */
export function valuesAccounts(values: ChartValues): ValuesAccounts {
  const found = { pods: [] as Pod[], accounts: [] as Resource[], tokens: [] as TokenSetting[] };
  gather(values.value, [], undefined, { values, found });
  return found;
}

interface Walk {
  readonly values: ChartValues;
  readonly found: { readonly pods: Pod[]; readonly accounts: Resource[]; readonly tokens: TokenSetting[] };
}

/** `above` is what a mapping around says of tokens. */
function gather(value: unknown, names: readonly string[], above: TokenSetting | undefined, walk: Walk): void {
  if (names.length > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) gather(item, [...names, String(index)], above, walk);
    return;
  }
  if (!isMapping(value)) return;
  const own = tokenSetting(value, names, walk.values);
  if (own !== undefined) walk.found.tokens.push(own);
  const token = own ?? above;
  const { serviceAccount, serviceAccountName } = value;
  addPod(serviceAccountName, [...names, 'serviceAccountName'], names, token, walk);
  if (isMapping(serviceAccount)) addAccount(serviceAccount, [...names, 'serviceAccount'], names, token, walk);
  else addPod(serviceAccount, [...names, 'serviceAccount'], names, token, walk);
  for (const [key, item] of Object.entries(value)) {
    if (key === 'serviceAccounts') {
      for (const [of, account] of Object.entries(mapping(item))) {
        if (isMapping(account)) addAccount(account, [...names, key, of], [...names, key, of], token, walk);
      }
    } else if (key !== 'serviceAccount') gather(item, [...names, key], token, walk);
  }
}

const tokenFields: readonly Path[] = [
  ['automountServiceAccountToken'],
  ['serviceAccount', 'automountServiceAccountToken'],
  ['serviceAccount', 'automount'],
];

function tokenSetting(value: Mapping, names: readonly string[], values: ChartValues): TokenSetting | undefined {
  for (const field of tokenFields) {
    const [first = '', second] = field;
    const stated = second === undefined ? value[first] : mapping(value[first])[second];
    if (typeof stated === 'boolean')
      return { names, isMounted: stated, path: placeOf(values, [...names, ...field.map(String)]) };
  }
  return undefined;
}

function placeOf({ value, path }: ChartValues, names: readonly string[]): Path {
  let at: unknown = value;
  return [
    ...path,
    ...names.map((name) => {
      const step = Array.isArray(at) ? Number(name) : name;
      at = Array.isArray(at) ? at[Number(name)] : mapping(at)[name];
      return step;
    }),
  ];
}

function addPod(
  stated: unknown,
  at: readonly string[],
  names: readonly string[],
  token: TokenSetting | undefined,
  { values, found }: Walk,
  isMade = false,
): void {
  const name = text(stated);
  if (name === undefined) return;
  const { resource, path, namespace } = values;
  const automount = token === undefined ? {} : { automountServiceAccountToken: token.isMounted };
  const fields = token === undefined ? {} : { automountServiceAccountToken: token.path };
  const otherAccounts = [{ name, path: placeOf(values, at), isMade }];
  const part = [values.part, ...names].filter((each) => each !== '').join('.');
  const common = { metadata: {}, metadataPath: path, isWhole: false, hasDefaultAccount: false, otherAccounts };
  const pod = podOf(resource, { part, path: placeOf(values, names), spec: automount, fields, ...common });
  found.pods.push(namespace === undefined ? pod : { ...pod, namespace });
}

/** Used as the name of an account that the chart names by itself. */
function nameOf({ kind, name }: Resource, names: readonly string[]): string {
  return kind === 'Values' ? `of ${[name, ...names].join(' ')}` : [name, ...names].join(' ');
}

/** One that the chart makes is known by its name, or by the place that its values have. */
function addAccount(
  account: Mapping,
  at: readonly string[],
  names: readonly string[],
  token: TokenSetting | undefined,
  walk: Walk,
): void {
  const { values, found } = walk;
  addPod(account.name, [...at, 'name'], names, token, walk, account.create === true);
  if (!isMapping(account.annotations)) return;
  const { resource, namespace } = values;
  const root = placeOf(values, at);
  const inside = ([, ...path]: Path): Path => [...root, ...path];
  found.accounts.push({
    ...{ apiVersion: 'v1', version: 'v1', group: '', kind: 'ServiceAccount', file: resource.file },
    namespace: namespace ?? resource.namespace,
    name: text(account.name) ?? nameOf(resource, names),
    value: { metadata: { annotations: account.annotations } },
    document: resource.document,
    path: [...resource.path, ...root],
    at: (path) => resource.at(inside(path)),
    valueAt: (path) => resource.valueAt(inside(path)),
    styleAt: (path) => resource.styleAt(inside(path)),
  });
}
