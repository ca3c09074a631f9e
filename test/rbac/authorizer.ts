/**
 * An authorizer written apart from src/, straight from Kubernetes' rules, that only answers single requests. The
 * property tests ask it about every request over the strings a case mentions, and a fresh one for each.
 */
export interface ManifestRule {
  readonly verbs?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> };
  readonly rules?: readonly ManifestRule[];
  readonly aggregationRule?: {
    readonly clusterRoleSelectors: readonly { readonly matchLabels: Record<string, string> }[];
  };
  readonly roleRef?: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly { readonly kind: string; readonly name: string; readonly namespace?: string }[];
}

export interface Request {
  readonly verb: string;
  readonly group?: string;
  readonly resource?: string;
  readonly name?: string;
  readonly path?: string;
  readonly namespace?: string;
}

export interface Person {
  readonly name: string;
  readonly groups: readonly string[];
}

export function ruleAllows(rule: ManifestRule, { verb, group, resource, name, path }: Request): boolean {
  if (!(rule.verbs ?? []).some((own) => own === '*' || own === verb)) return false;
  if (path !== undefined) {
    return (rule.nonResourceURLs ?? []).some((own) => {
      const stem = own.replace(/\*+$/, '');
      return own === path || (stem !== own && path.startsWith(stem));
    });
  }
  const sub = resource?.includes('/') ? resource.slice(resource.indexOf('/') + 1) : '';
  return (
    (rule.apiGroups ?? []).some((own) => own === '*' || own === group) &&
    (rule.resources ?? []).some((own) => own === '*' || own === resource || (sub !== '' && own === `*/${sub}`)) &&
    (!rule.resourceNames?.length || rule.resourceNames.includes(name ?? ''))
  );
}

/** Whether the objects let the person do it. */
export function isAllowed(objects: readonly Manifest[], person: Person, request: Request): boolean {
  return objects.some((binding) => {
    if (binding.roleRef === undefined) return false;
    const { namespace } = binding.metadata;
    const isCluster = binding.kind === 'ClusterRoleBinding';
    if (!isCluster && (namespace === undefined || namespace !== request.namespace)) return false;
    if (!(binding.subjects ?? []).some((subject) => isPerson(subject, person, isCluster ? undefined : namespace)))
      return false;
    const role = objects.find(
      (object) =>
        object.kind === binding.roleRef?.kind &&
        object.metadata.name === binding.roleRef.name &&
        object.metadata.namespace === (binding.roleRef.kind === 'Role' ? namespace : undefined) &&
        !(isCluster && object.kind === 'Role'),
    );
    return role !== undefined && rulesOf(objects, role, new Set()).some((rule) => ruleAllows(rule, request));
  });
}

function isPerson(
  subject: { readonly kind: string; readonly name: string; readonly namespace?: string },
  person: Person,
  namespace: string | undefined,
): boolean {
  if (subject.kind === 'User') return subject.name === person.name;
  if (subject.kind === 'Group') return person.groups.includes(subject.name);
  const own = subject.namespace ?? namespace;
  return own !== undefined && person.name === `system:serviceaccount:${own}:${subject.name}`;
}

function rulesOf(objects: readonly Manifest[], role: Manifest, seen: Set<Manifest>): readonly ManifestRule[] {
  if (role.aggregationRule === undefined) return role.rules ?? [];
  if (seen.has(role)) return [];
  seen.add(role);
  const selectors = role.aggregationRule.clusterRoleSelectors;
  return objects
    .filter(
      (other) =>
        other.kind === 'ClusterRole' &&
        other.metadata.name !== role.metadata.name &&
        selectors.some(({ matchLabels }) =>
          Object.entries(matchLabels).every(([key, value]) => other.metadata.labels?.[key] === value),
        ),
    )
    .flatMap((other) => rulesOf(objects, other, seen));
}

/** Every request over the strings the rules mention and one fresh string of each sort; only what a server can get. */
export function* requestsOver(rules: readonly ManifestRule[], namespace?: string): Generator<Request> {
  const verbs = new Set(['fresh']);
  const groups = new Set(['fresh']);
  const resources = new Set(['fresh', 'fresh/fresh']);
  const names = new Set(['', 'fresh']);
  const paths = new Set(['/fresh']);
  if (namespace !== undefined) names.add(namespace);
  for (const rule of rules) {
    for (const verb of rule.verbs ?? []) if (verb !== '*') verbs.add(verb);
    for (const group of rule.apiGroups ?? []) if (group !== '*') groups.add(group);
    for (const name of rule.resourceNames ?? []) names.add(name);
    for (const url of rule.nonResourceURLs ?? []) {
      const stem = url.replace(/\*+$/, '');
      for (const path of [stem, `${stem}fresh`]) if (path.startsWith('/')) paths.add(path);
    }
    for (const resource of rule.resources ?? []) {
      const [parent = '', ...rest] = resource.split('/');
      const sub = rest.join('/');
      if (parent !== '*' && parent !== '') resources.add(parent).add(`${parent}/fresh`);
      if (sub !== '' && !sub.includes('*')) resources.add(`fresh/${sub}`);
      if (sub !== '' && !sub.includes('*') && parent !== '*' && parent !== '') resources.add(resource);
    }
  }
  for (const verb of verbs) {
    for (const group of groups) {
      for (const resource of resources) {
        for (const name of names)
          yield { verb, group, resource, name, ...(namespace === undefined ? {} : { namespace }) };
      }
    }
    if (namespace === undefined) for (const path of paths) yield { verb, path };
  }
}
