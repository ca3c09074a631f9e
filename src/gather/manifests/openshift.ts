import type { Resource } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';

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

/** Whether the touched files showed OpenShift before the change; where there was nothing, the change says it itself. */
export function touchedShowOpenshift(touched: readonly TouchedFile[], isAlone: boolean): boolean {
  // A chart may hold objects for platforms that the cluster is not.
  const sides = touched.filter(({ after, before }) => (before ?? after)?.structure !== 'template');
  const before = sides.flatMap((file) => file.before?.resources ?? []);
  const isFirst = isAlone && before.length === 0;
  return (isFirst ? sides.flatMap((file) => file.after?.resources ?? []) : before).some(isOfOpenshift);
}
