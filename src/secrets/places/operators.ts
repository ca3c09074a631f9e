import type { Place } from './place.ts';

/** Operators whose objects take credentials as plain values. */
export const operators: readonly Place[] = [
  {
    kinds: ['terraform'],
    groups: ['infra.contrib.fluxcd.io', 'tf.galleybytes.com', 'tf.isaaguilar.com'],
    path: 'spec/vars/*/value',
    role: 'deployed',
  },
  { kinds: ['workspace'], groups: ['app.terraform.io'], path: 'spec/*/*/value', role: 'deployed' },
  {
    kinds: ['workflow', 'workflowtemplate', 'clusterworkflowtemplate', 'cronworkflow'],
    path: '**/script/source',
    role: 'command',
  },
  { kinds: ['task', 'clustertask', 'pipeline', 'taskrun', 'pipelinerun'], path: '**/script', role: 'command' },
  { kinds: [], path: '**/forProvider/**', role: 'deployed' },
  { kinds: ['customresourcedefinition'], path: 'spec/**', role: 'name' },
];

/** What a pipeline runs, and the cloud-init or Ignition text that sets up a machine. */
export const pipelines: readonly Place[] = [
  { kinds: [], path: '**/run', role: 'command' },
  { kinds: [], path: '**/script', role: 'command' },
  { kinds: [], path: '**/script/*', role: 'command' },
  { kinds: [], path: '**/before_script/*', role: 'command' },
  { kinds: [], path: '**/after_script/*', role: 'command' },
  { kinds: [], path: '**/commands/*', role: 'command' },
  { kinds: [], path: '**/entrypoint', role: 'command' },
  { kinds: [], path: '**/environment/*', role: 'deployed' },
  { kinds: [], path: '**/chpasswd/list', role: 'secret' },
  { kinds: ['machineconfig'], path: '**/contents/source', role: 'file' },
];
