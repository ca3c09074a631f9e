import type { Framework } from './framework.ts';

const running = 'What runs in the cluster without being in the repository.';

/** Its sections have no numbers: an id is chapter and section. */
export const nsaCisa: Framework = {
  id: 'nsa-cisa',
  name: 'NSA/CISA Kubernetes Hardening Guidance',
  version: '1.2',
  source: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
  form: /^(?:Pods|Network|Authentication and authorization|Audit|Upgrading): [a-zA-Z -]+$/,
  controls: [
    {
      id: 'Pods: non-root containers',
      name: 'Containers run without root, read-only, with few privileges',
      topics: ['pod-privileges'],
      outside: running,
    },
    {
      id: 'Pods: container images',
      name: 'Images from trusted places, scanned',
      topics: ['image'],
      outside: 'What is in an image, and whether it is scanned.',
    },
    {
      id: 'Pods: enforcement',
      name: 'Pod security is enforced at admission',
      topics: ['pod-policy', 'admission'],
      outside: 'Whether the engines run in the cluster.',
    },
    {
      id: 'Pods: service account tokens',
      name: 'Tokens only where they are needed',
      topics: ['workload-identity'],
      outside: running,
    },
    {
      id: 'Network: policies',
      name: 'Traffic is denied but where it is allowed',
      topics: ['network'],
      outside: 'Whether the network plug-in enforces policies.',
    },
    {
      id: 'Network: secrets',
      name: 'Secrets are encrypted, and few can read them',
      topics: ['secret', 'encryption'],
      outside: 'Encryption at rest in etcd.',
    },
    {
      id: 'Network: control plane',
      name: 'The control plane is reached by few',
      topics: [],
      outside: 'Firewalls and the API server’s own settings.',
    },
    {
      id: 'Authentication and authorization: RBAC',
      name: 'Roles with least privilege',
      topics: ['permissions', 'deployment'],
      outside: 'Rights given by hand, and by the cloud.',
    },
    {
      id: 'Authentication and authorization: authentication',
      name: 'Users are authenticated strongly',
      topics: [],
      outside: 'The identity provider.',
    },
    {
      id: 'Audit: logging',
      name: 'Audit logs are on and kept',
      topics: ['audit-log'],
      outside: 'Whether logs are kept and read.',
    },
    {
      id: 'Audit: threat detection',
      name: 'Logs are watched, with alerts',
      topics: ['monitoring'],
      outside: 'Whether somebody answers an alert.',
    },
    {
      id: 'Upgrading: application security',
      name: 'Patches in time, changes under control',
      topics: [],
      outside: 'Versions that run, and known vulnerabilities.',
    },
  ],
};
