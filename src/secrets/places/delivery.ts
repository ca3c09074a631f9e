import type { Place } from './place.ts';

/** What delivers manifests: Helm, Flux, Argo CD, kustomize. */
export const delivery: readonly Place[] = [
  { kinds: ['helmrelease'], path: 'spec/postRenderers/*/kustomize/patches/*/patch', role: 'manifest' },
  { kinds: ['helmrelease'], path: 'spec/values/**', role: 'open' },
  {
    kinds: ['kustomization'],
    groups: ['kustomize.toolkit.fluxcd.io'],
    path: 'spec/postBuild/substitute/*',
    role: 'deployed',
  },
  { kinds: ['kustomization'], groups: ['kustomize.toolkit.fluxcd.io'], path: 'spec/patches/*/patch', role: 'manifest' },
  { kinds: ['application', 'applicationset'], groups: ['argoproj.io'], path: '**/helm/values', role: 'file' },
  {
    kinds: ['application', 'applicationset'],
    groups: ['argoproj.io'],
    path: '**/helm/parameters/*/value',
    role: 'deployed',
  },
  {
    kinds: ['application', 'applicationset'],
    groups: ['argoproj.io'],
    path: '**/plugin/env/*/value',
    role: 'deployed',
  },
  {
    kinds: ['application', 'applicationset'],
    groups: ['argoproj.io'],
    path: '**/kustomize/patches/*/patch',
    role: 'manifest',
  },
  { kinds: ['application', 'applicationset'], groups: ['argoproj.io'], path: '**/list/elements/**', role: 'deployed' },
  { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/literals/*', role: 'secret-pair' },
  { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/files/*', role: 'name' },
  { kinds: ['kustomization', 'component'], path: 'secretGenerator/*/envs/*', role: 'name' },
  { kinds: ['kustomization', 'component'], path: 'configMapGenerator/*/files/*', role: 'name' },
  { kinds: ['kustomization', 'component'], path: 'configMapGenerator/*/envs/*', role: 'name' },
  { kinds: ['kustomization', 'component'], path: 'patches/*/patch', role: 'manifest' },
  { kinds: ['kustomization', 'component'], path: 'patchesJson6902/*/patch', role: 'manifest' },
  { kinds: ['kustomization', 'component'], path: 'patchesStrategicMerge/*', role: 'manifest' },
  { kinds: ['kustomization', 'component'], path: 'helmCharts/*/valuesInline/**', role: 'open' },
];
