/** Paths that give power, by what their names say. */
export const sensitives = ['rbac', 'secret', 'delivery'] as const;
export type Sensitive = (typeof sensitives)[number];

/** What a path says of a file, without its content. */
export interface Place {
  /** Up to three folders deep: whose part of the repository it is. */
  readonly area: string;
  /** The name of the file: repositories name files of one kind alike. */
  readonly kind: string;
  readonly sensitive: readonly Sensitive[];
}

const words: Readonly<Record<Sensitive, ReadonlySet<string>>> = {
  rbac: wordSet('rbac role roles rolebinding rolebindings clusterrole clusterroles clusterrolebinding'),
  secret: wordSet('secret secrets sops sealedsecret sealedsecrets externalsecret externalsecrets secretstore vault'),
  delivery: wordSet(
    'argocd argo flux gotk applicationset applicationsets appproject appprojects codeowners jenkinsfile',
  ),
};

/** Names of two words, as `role-binding` and `sealed_secret` have them. */
const pairs: Readonly<Record<Sensitive, ReadonlySet<string>>> = {
  rbac: wordSet('role-binding cluster-role role-bindings cluster-roles'),
  secret: wordSet('sealed-secret external-secret sealed-secrets external-secrets secret-store'),
  delivery: wordSet('argo-cd github-workflows github-actions gitlab-ci gitops-gate app-project application-set'),
};

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** What a path says. Paths come again and again: keep what this gives. */
export function placeOf(path: string): Place {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  const parts = path.toLowerCase().split(/[^a-z0-9]+/);
  return {
    area: folder.split('/', 3).join('/'),
    kind: path.slice(slash + 1),
    sensitive: sensitives.filter((each) =>
      parts.some((part, index) => words[each].has(part) || pairs[each].has(`${part}-${parts[index + 1] ?? ''}`)),
    ),
  };
}
