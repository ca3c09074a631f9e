import type { Framework } from './framework.ts';

export const soc2: Framework = {
  id: 'soc-2',
  name: 'SOC 2 Trust Services Criteria',
  version: '2017 (points of focus 2022)',
  source:
    'https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022',
  form: /^CC[1-9]\.\d{1,2}$/,
  controls: [
    {
      id: 'CC6.1',
      name: 'Logical access is restricted',
      topics: ['permissions', 'workload-identity', 'secret', 'encryption', 'pod-privileges'],
      outside: 'Access outside the repository’s roles: the forge, the cloud, the machines.',
    },
    {
      id: 'CC6.2',
      name: 'Users are registered and removed',
      topics: [],
      outside: 'Joiners and leavers: the identity provider.',
    },
    {
      id: 'CC6.3',
      name: 'Access follows roles and least privilege',
      topics: ['permissions', 'deployment'],
      outside: 'Whether a role fits somebody’s work.',
    },
    {
      id: 'CC6.6',
      name: 'Threats from outside the boundary',
      topics: ['network'],
      outside: 'Firewalls, and networks outside the cluster.',
    },
    {
      id: 'CC6.7',
      name: 'Information is protected when it moves',
      topics: ['encryption', 'secret'],
      outside: 'Encryption on the wire, and on devices.',
    },
    {
      id: 'CC6.8',
      name: 'Unauthorised software is prevented',
      topics: ['image', 'admission', 'pod-policy'],
      outside: 'What is in an image, and what runs.',
    },
    {
      id: 'CC7.1',
      name: 'Changes of configuration that open weaknesses are found',
      topics: ['change-control', 'unjudged-change', 'pod-policy', 'admission', 'network'],
      outside: 'Drift in the cluster, and vulnerabilities of software.',
    },
    {
      id: 'CC7.2',
      name: 'Anomalies are watched for',
      topics: ['audit-log', 'monitoring'],
      outside: 'Monitoring itself, and who answers.',
    },
    {
      id: 'CC8.1',
      name: 'Changes are authorised, tested and approved',
      topics: ['signature', 'change-control'],
      outside: 'Approvals and tests on the forge; separation of duties between people.',
    },
  ],
};
