import type { Framework } from './framework.ts';

export const hipaa: Framework = {
  id: 'hipaa',
  name: 'HIPAA Security Rule, technical safeguards',
  version: '45 CFR 164.312',
  source: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C/section-164.312',
  form: /^164\.312\([a-e]\)(?:\(\d\)(?:\([ivx]+\))?)?$/,
  controls: [
    {
      id: '164.312(a)(1)',
      name: 'Access control',
      topics: ['permissions', 'workload-identity', 'pod-privileges', 'pod-policy', 'network', 'deployment'],
      outside: 'Which systems hold health information, and access within applications.',
    },
    {
      id: '164.312(a)(2)(iv)',
      name: 'Encryption and decryption',
      topics: ['secret', 'encryption'],
      outside: 'Encryption of databases, disks and backups.',
    },
    {
      id: '164.312(b)',
      name: 'Audit controls',
      topics: ['audit-log', 'monitoring'],
      outside: 'Whether records are kept and examined.',
    },
    {
      id: '164.312(c)(1)',
      name: 'Integrity',
      topics: ['signature', 'change-control', 'unjudged-change', 'image'],
      outside: 'Integrity of the data itself.',
    },
    {
      id: '164.312(d)',
      name: 'Person or entity authentication',
      topics: ['signature', 'signing-key'],
      outside: 'How users of the applications are authenticated.',
    },
    {
      id: '164.312(e)(1)',
      name: 'Transmission security',
      topics: ['network'],
      outside: 'Encryption on the wire, and networks outside the cluster.',
    },
  ],
};
