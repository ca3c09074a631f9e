import type { Framework } from './framework.ts';

export const gdpr: Framework = {
  id: 'gdpr',
  name: 'GDPR',
  version: '(EU) 2016/679',
  source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  form: /^Art\. \d{1,2}(?:\(\d\)(?:\([a-z]\))?)?$/,
  controls: [
    {
      id: 'Art. 5(1)(f)',
      name: 'Integrity and confidentiality',
      topics: ['permissions', 'secret', 'encryption', 'network', 'signature'],
      outside: 'Which systems hold personal data, and how they are used.',
    },
    {
      id: 'Art. 25(1)',
      name: 'Data protection by design',
      topics: ['admission', 'pod-policy'],
      outside: 'Design of the applications; which data they ask for.',
    },
    {
      id: 'Art. 25(2)',
      name: 'Data protection by default: not open to everybody',
      topics: ['permissions', 'network', 'workload-identity'],
      outside: 'Settings of the applications.',
    },
    {
      id: 'Art. 32(1)(a)',
      name: 'Encryption of personal data',
      topics: ['secret', 'encryption'],
      outside: 'Encryption of databases, disks and backups.',
    },
    {
      id: 'Art. 32(1)(b)',
      name: 'Lasting confidentiality and integrity of systems',
      topics: [
        'permissions',
        'workload-identity',
        'pod-privileges',
        'pod-policy',
        'network',
        'admission',
        'image',
        'deployment',
      ],
      outside: 'Availability and resilience of what runs.',
    },
    {
      id: 'Art. 32(1)(d)',
      name: 'Measures are tested regularly',
      topics: [],
      outside:
        'That the gate ran, when and with what result is in its reports; how often measures are tested is an organisation’s plan.',
    },
  ],
};
