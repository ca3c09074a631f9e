import type { Resource } from '../../src/kube/resource.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { ChartValues } from '../../src/workload/charts/chart-values.ts';
import { valuesIn } from '../../src/workload/charts/values.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { resources } from '../rbac/manifests.ts';

/** Objects of one file, each a document. */
export const read = (...objects: readonly object[]): readonly Resource[] =>
  resources({ 'a.yaml': objects.map((each) => JSON.stringify(each)).join('\n---\n') });

export const release = (values: unknown, spec: object = {}, name = 'a') => ({
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name, namespace: 'shop' },
  spec: { chart: { spec: { chart: 'web' } }, values, ...spec },
});
export const application = (spec: object, kind = 'Application') => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind,
  metadata: { name: 'a', namespace: 'argocd' },
  spec: kind === 'ApplicationSet' ? { template: { spec } } : spec,
});
export const k3s = (spec: object, kind = 'HelmChart') => ({
  apiVersion: 'helm.cattle.io/v1',
  kind,
  metadata: { name: 'traefik', namespace: 'kube-system' },
  spec,
});
export const configMap = (data: object, name = 'm') => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop' },
  data,
});

/** A touched file of values. */
export function valuesFile(path: string, before: string | undefined, after: string | undefined): TouchedFile {
  const side = (text: string | undefined) =>
    text === undefined
      ? undefined
      : { structure: 'manifest', documents: parseYaml(Buffer.from(text), defaultPolicy.limits).documents };
  return { path, scope: '', movedFrom: undefined, before: side(before), after: side(after) } as unknown as TouchedFile;
}

/** The values of charts in objects and files. */
export function valuesOf(objects: readonly object[], files: readonly TouchedFile[] = []): readonly ChartValues[] {
  return valuesIn({ before: [], after: read(...objects) }, files, defaultPolicy.limits).after;
}
