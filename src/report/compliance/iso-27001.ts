import type { Framework } from './framework.ts';

export const iso27001: Framework = {
  id: 'iso-27001',
  name: 'ISO/IEC 27001, Annex A',
  version: '2022',
  source: 'https://www.iso.org/standard/27001',
  form: /^[5-8]\.\d{1,2}$/,
  controls: [
    {
      id: '5.15',
      name: 'Access control',
      topics: ['permissions', 'workload-identity', 'network'],
      outside: 'Physical access, and systems outside the repository.',
    },
    {
      id: '8.2',
      name: 'Privileged access rights',
      topics: ['permissions', 'pod-privileges', 'deployment'],
      outside: 'Rights that were there before, unless an audit is read; administrators of the cluster.',
    },
    {
      id: '8.4',
      name: 'Access to source code',
      topics: ['signature', 'signing-key', 'change-control'],
      outside: 'Who may read and write on the forge.',
    },
    {
      id: '8.15',
      name: 'Logging',
      topics: ['audit-log', 'monitoring'],
      outside: 'Whether logs are kept and protected.',
    },
    {
      id: '8.24',
      name: 'Use of cryptography',
      topics: ['encryption', 'secret', 'signing-key'],
      outside: 'How keys are made, kept and destroyed.',
    },
    {
      id: '8.25',
      name: 'Secure development life cycle',
      topics: ['signature', 'change-control', 'image', 'admission', 'pod-policy'],
      outside: 'Design, tests and training.',
    },
    {
      id: '8.32',
      name: 'Change management',
      topics: ['signature', 'change-control', 'unjudged-change'],
      outside: 'Approvals on the forge; changes made past the repository.',
    },
  ],
};
