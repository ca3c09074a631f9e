import type { Resource } from '../../kube/resource.ts';

/** API groups that only OpenShift's own API servers and operators serve (github.com/openshift/api). */
const groups: ReadonlySet<string> = new Set(
  [
    'apps',
    'authorization',
    'build',
    'config',
    'console',
    'image',
    'machineconfiguration',
    'oauth',
    'operator',
    'project',
    'quota',
    'route',
    'security',
    'template',
    'user',
  ].map((name) => `${name}.openshift.io`),
);

const apiVersion = /\bapiVersion["']?\s*:\s*["']?([a-z]+\.openshift\.io)\//g;

/** Whether an object is of one of OpenShift's own API groups. */
export function isOfOpenshift({ group }: Pick<Resource, 'group'>): boolean {
  return groups.has(group);
}

/** Whether a manifest that need not be read otherwise holds an object of OpenShift's. */
export function mentionsOpenshift(bytes: Buffer): boolean {
  if (!bytes.includes('.openshift.io/')) return false;
  return [...bytes.toString('latin1').matchAll(apiVersion)].some(([, group = '']) => groups.has(group));
}
