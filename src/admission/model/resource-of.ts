/** The resource of a kind: `apps/v1/Deployment` is `deployments`, `NetworkPolicy` is `networkpolicies`. */
export function resourceOf(kind: string): string {
  const name = kind.slice(kind.lastIndexOf('/') + 1).toLowerCase();
  if (name.endsWith('*')) return name;
  if (name.endsWith('y')) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
