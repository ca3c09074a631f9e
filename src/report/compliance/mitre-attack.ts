import type { Framework } from './framework.ts';

/** Techniques of its matrix for containers that a change of manifests can make possible. */
export const mitreAttack: Framework = {
  id: 'mitre-attack',
  name: 'MITRE ATT&CK for Containers',
  version: '17',
  source: 'https://attack.mitre.org/versions/v17/matrices/enterprise/containers/',
  form: /^T1\d{3}(?:\.\d{3})?$/,
  controls: [
    { id: 'T1036', name: 'Masquerading', topics: ['change-control'], outside: 'Names of what runs.' },
    {
      id: 'T1053.007',
      name: 'Container orchestration job',
      topics: ['permissions'],
      outside: 'Jobs made in the cluster.',
    },
    {
      id: 'T1078',
      name: 'Valid accounts',
      topics: ['permissions', 'workload-identity', 'signature', 'signing-key'],
      outside: 'Accounts that were taken over.',
    },
    {
      id: 'T1098.006',
      name: 'Additional container cluster roles',
      topics: ['permissions', 'deployment'],
      outside: 'Roles bound in the cluster.',
    },
    { id: 'T1133', name: 'External remote services', topics: ['network'], outside: 'Services outside the cluster.' },
    {
      id: 'T1190',
      name: 'Exploit of a public-facing application',
      topics: ['network'],
      outside: 'Weaknesses of applications.',
    },
    {
      id: 'T1204.003',
      name: 'Malicious image',
      topics: ['image', 'admission', 'unjudged-change'],
      outside: 'What is in an image.',
    },
    { id: 'T1525', name: 'Implanted internal image', topics: ['image'], outside: 'What the registry serves.' },
    {
      id: 'T1528',
      name: 'Theft of application access tokens',
      topics: ['workload-identity', 'permissions'],
      outside: 'Tokens that are used.',
    },
    {
      id: 'T1552.001',
      name: 'Credentials in files',
      topics: ['secret', 'encryption'],
      outside: 'Other repositories; history from before.',
    },
    {
      id: 'T1552.007',
      name: 'Credentials from the container API',
      topics: ['permissions', 'workload-identity'],
      outside: 'Who calls the API.',
    },
    {
      id: 'T1562.001',
      name: 'Tools are disabled or modified',
      topics: ['change-control', 'admission', 'pod-policy', 'audit-log', 'monitoring'],
      outside: 'Agents switched off in the cluster.',
    },
    {
      id: 'T1609',
      name: 'Container administration command',
      topics: ['permissions'],
      outside: 'Commands that are run.',
    },
    {
      id: 'T1610',
      name: 'Deployment of a container',
      topics: ['permissions', 'deployment', 'admission'],
      outside: 'Containers deployed past the repository.',
    },
    {
      id: 'T1611',
      name: 'Escape to the host',
      topics: ['pod-privileges', 'pod-policy'],
      outside: 'Weaknesses of the runtime.',
    },
    { id: 'T1613', name: 'Discovery of containers and resources', topics: ['permissions'], outside: 'Who looks.' },
  ],
};
