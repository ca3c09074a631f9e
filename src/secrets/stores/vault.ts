import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, json, type Mapping, mapping, scalarText, strings, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { named } from './external-secrets.ts';
import { fullWords, selectsAll } from './namespaces.ts';

/** A list of who may use something, by the names of its field in the tools that write it. */
interface Bound {
  readonly fields: readonly string[];
  /** To follow `newly lets`, before the names. */
  readonly who: string;
  readonly everyone: string;
  /** What a value of it names; `*` for everyone. */
  readonly namesIn: (value: unknown) => readonly string[];
}

/**
 * Roles of Vault's Kubernetes method, however they are written: Vault's own names (Bank-Vaults' externalConfig), camel case
 * (Crossplane), and the vault-config-operator's.
 */
const bounds: readonly Bound[] = [
  {
    fields: ['bound_service_account_names', 'boundServiceAccountNames', 'targetServiceAccounts'],
    who: 'ServiceAccounts',
    everyone: 'every ServiceAccount',
    namesIn,
  },
  {
    fields: ['bound_service_account_namespaces', 'boundServiceAccountNamespaces', 'targetNamespaces'],
    who: 'ServiceAccounts of namespaces',
    everyone: 'ServiceAccounts of every namespace',
    namesIn,
  },
  {
    fields: ['bound_service_account_namespace_selector', 'boundServiceAccountNamespaceSelector'],
    who: 'ServiceAccounts of namespaces that are selected by',
    everyone: 'ServiceAccounts of every namespace',
    namesIn: selectorIn,
  },
];

interface Role {
  readonly name: string;
  readonly value: Mapping;
  readonly path: Path;
}

const deepest = 60;

/** Who newly can log in to Vault by the roles of an object. */
export function vaultRolesLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const former = new Map(rolesOf(before, []).map((role) => [role.name, role]));
  return rolesOf(after, []).flatMap((role) => {
    const was = former.get(role.name)?.value;
    return bounds.flatMap((bound) => gained(was, role, bound));
  });
}

function rolesOf(value: unknown, path: Path): readonly Role[] {
  if (path.length > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => rolesOf(item, [...path, index]));
  if (!isMapping(value)) return [];
  const own = text(value.name) ?? text(value.role_name) ?? text(value.roleName) ?? '';
  const isOwn = (key: string) => bounds.some(({ fields }) => fields.includes(key));
  const others = Object.keys(value).filter((key) => !isOwn(key));
  const inside = others.flatMap((key) => rolesOf(value[key], [...path, key]));
  return others.length < Object.keys(value).length ? [{ name: own, value, path }, ...inside] : inside;
}

function gained(before: Mapping | undefined, { name, value, path }: Role, bound: Bound): readonly Loosening[] {
  const field = bound.fields.find((each) => value[each] !== undefined);
  if (field === undefined) return [];
  const [old, now] = [
    new Set(bound.fields.flatMap((each) => bound.namesIn(before?.[each]))),
    bound.namesIn(value[field]),
  ];
  const isAll = now.includes('*');
  if (old.has('*') || (before === undefined && !isAll)) return [];
  const added = now.filter((each) => !old.has(each));
  if (added.length === 0) return [];
  const role = name === '' ? '' : ` by role ${name}`;
  return [
    {
      what: `newly lets ${isAll ? bound.everyone : `${bound.who} ${named(added.map((each) => clipped(each, 200)))}`} log in to Vault${role}`,
      remedy: `Name in ${field} who needs what the role’s policies allow.`,
      severity: isAll ? 'high' : 'medium',
      path: [...path, field],
      subject: [
        'vault-role',
        name,
        bound.fields[0] ?? '',
        ...[...added].sort(),
        ...(before === undefined ? otherBounds(value, bound) : []),
      ],
    },
  ];
}

/** What else a new role asks of accounts: everyone’s names in one namespace are fewer than in all. */
function otherBounds(value: Mapping, bound: Bound): readonly string[] {
  return bounds.flatMap((each) =>
    each === bound ? [] : each.fields.flatMap((field) => each.namesIn(value[field])).sort(),
  );
}

/** A list, a text with commas, or a list or selector one level deeper, as the vault-config-operator has them. */
function namesIn(value: unknown): readonly string[] {
  if (isMapping(value)) {
    const { targetNamespaces, targetNamespaceSelector: selector } = value;
    const selected = isMapping(selector) ? [selectsAll(selector) ? '*' : `with ${fullWords(selector)}`] : [];
    return [...(isMapping(targetNamespaces) ? [] : namesIn(targetNamespaces)), ...selected];
  }
  if (Array.isArray(value)) return strings(value);
  return scalarText(value)
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A selector as JSON or YAML in a text, as Vault takes it (vault-plugin-auth-kubernetes). */
function selectorIn(value: unknown): readonly string[] {
  const selector = isMapping(value) ? json(value) : scalarText(value).trim();
  if (selector === '') return [];
  return /^\{\s*\}$/.test(selector) ? ['*'] : [selector];
}

/** The namespaces that newly may use a VaultAuth or VaultAuthGlobal; none stated is its own alone (vault-secrets-operator, allowedNamespaces). */
export function vaultAuthLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const path = ['spec', 'allowedNamespaces'];
  const [old, now] = [before, after].map((value) => strings(valueUnder(mapping(value), ...path)));
  const isAll = now?.includes('*') === true;
  if (old === undefined || now === undefined || old.includes('*') || (before === undefined && !isAll)) return [];
  const added = now.filter((name) => !old.includes(name));
  if (added.length === 0) return [];
  return [
    {
      what: `newly lets ${isAll ? 'every namespace' : `namespaces ${named(added)}`} log in to Vault by it`,
      remedy: 'Name the namespaces whose secrets are read by it; without the field only its own can use it.',
      severity: isAll ? 'high' : 'medium',
      path,
      subject: ['allowed-namespaces', ...added.sort()],
    },
  ];
}
