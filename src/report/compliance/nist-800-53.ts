import type { Framework } from './framework.ts';

export const nist80053: Framework = {
  id: 'nist-800-53',
  name: 'NIST SP 800-53',
  version: 'Revision 5',
  source: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
  form: /^[A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?$/,
  controls: [
    {
      id: 'AC-3',
      name: 'Access enforcement',
      topics: ['permissions', 'admission', 'workload-identity'],
      outside: 'Enforcement in the running cluster, and outside Kubernetes.',
    },
    {
      id: 'AC-6',
      name: 'Least privilege',
      topics: ['permissions', 'workload-identity', 'pod-privileges', 'pod-policy', 'deployment'],
      outside: 'Rights that were there before, unless an audit is read; what people do with them.',
    },
    { id: 'AU-2', name: 'Event logging', topics: ['audit-log'], outside: 'Which events an organisation must log.' },
    {
      id: 'AU-12',
      name: 'Audit record generation',
      topics: ['audit-log', 'monitoring'],
      outside: 'Whether records are generated and kept.',
    },
    {
      id: 'CM-3',
      name: 'Configuration change control',
      topics: ['change-control', 'unjudged-change'],
      outside: 'Reviews and approvals on the forge; changes made past the repository.',
    },
    {
      id: 'CM-5',
      name: 'Access restrictions for change',
      topics: ['signature', 'change-control', 'deployment'],
      outside: 'Who may merge on the forge, and who may change the cluster directly.',
    },
    {
      id: 'IA-5',
      name: 'Authenticator management',
      topics: ['secret', 'signing-key'],
      outside: 'How secrets and keys are issued, rotated and kept.',
    },
    {
      id: 'SC-7',
      name: 'Boundary protection',
      topics: ['network'],
      outside: 'Networks outside the cluster, and enforcement inside.',
    },
    {
      id: 'SC-28',
      name: 'Protection of information at rest',
      topics: ['secret', 'encryption'],
      outside: 'Encryption of etcd, disks and backups; history from before.',
    },
    {
      id: 'SI-7',
      name: 'Software and information integrity',
      topics: ['signature', 'image', 'unjudged-change'],
      outside: 'Integrity of what runs, and of images in the registry.',
    },
  ],
};
