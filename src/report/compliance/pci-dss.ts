import type { Framework } from './framework.ts';

export const pciDss: Framework = {
  id: 'pci-dss',
  name: 'PCI DSS',
  version: '4.0.1 (requirements 6 to 8 and 10)',
  source: 'https://www.pcisecuritystandards.org/document_library/',
  form: /^(?:6|7|8|10)\.\d{1,2}\.\d{1,2}(?:\.\d)?$/,
  controls: [
    { id: '6.3.2', name: 'An inventory of software components', topics: [], outside: 'What is in an image.' },
    {
      id: '6.5.1',
      name: 'Changes follow a procedure: reason, impact, approval, test, way back',
      topics: ['signature', 'change-control', 'unjudged-change'],
      outside: 'Approvals, tests and plans on the forge and elsewhere.',
    },
    {
      id: '6.5.3',
      name: 'Production is separated from other environments',
      topics: [],
      outside: 'How environments are separated.',
    },
    {
      id: '7.2.1',
      name: 'An access control model',
      topics: ['permissions'],
      outside: 'What the model is, and whether it fits.',
    },
    {
      id: '7.2.2',
      name: 'Access by job, with least privilege',
      topics: ['permissions'],
      outside: 'What somebody’s job needs.',
    },
    {
      id: '7.2.5',
      name: 'Least privilege for application and system accounts',
      topics: ['permissions', 'workload-identity', 'pod-privileges', 'deployment'],
      outside: 'Accounts outside the repository.',
    },
    {
      id: '7.3.1',
      name: 'An access control system is in place',
      topics: ['admission', 'pod-policy'],
      outside: 'Whether it runs, and covers every component.',
    },
    {
      id: '8.3.2',
      name: 'Authentication factors are unreadable where they are stored',
      topics: ['secret', 'encryption'],
      outside: 'Stores outside the repository; history from before.',
    },
    {
      id: '8.6.2',
      name: 'No passwords in scripts, configuration or code',
      topics: ['secret'],
      outside: 'Other repositories; history from before.',
    },
    { id: '8.6.3', name: 'Passwords of accounts are protected and changed', topics: [], outside: 'Rotation.' },
    { id: '10.2.1', name: 'Audit logs are on', topics: ['audit-log'], outside: 'Whether logs are written and kept.' },
    {
      id: '10.7.2',
      name: 'Failures of security controls are noticed',
      topics: ['monitoring', 'admission'],
      outside: 'Whether somebody answers.',
    },
  ],
};
