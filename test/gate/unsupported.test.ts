import { describe, expect, test } from '@jest/globals';
import { unrenderedRoots, unsupportedTrust } from '../../src/gate/unsupported.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';

describe('a root that the policy demands rendered', () => {
  const policy = { ...defaultPolicy, source: 'p.yaml', render: { require: ['overlays/prod', 'charts/*'] } };
  const roots = (...touched: string[]) => unrenderedRoots(policy, touched).map(({ what }) => what);

  test.each([
    ['overlays/prod/deep/patch.yaml', 'overlays/prod'],
    ['charts/web/values.yaml', 'charts/*'],
  ])('could not be judged when %s is touched', (path, root) =>
    expect(roots('readme.md', path)).toEqual([
      `render.require of p.yaml demands that ${root} is rendered, which this version cannot do`,
    ]),
  );

  test('is left alone when nothing below it is touched', () => {
    expect(roots('overlays/production/a.yaml', 'overlays/dev/a.yaml', 'charts.yaml')).toEqual([]);
    expect(unrenderedRoots(defaultPolicy, ['overlays/prod/a.yaml'])).toEqual([]);
  });
});

describe('keys that are not read', () => {
  const files = { allowedSigners: undefined, openpgp: [], x509: [], revoked: undefined };

  test('are named: roots, and identities of gitsign', () => {
    const identities = [{ subject: 'a@example.org', issuer: 'https://accounts.example.org', roles: [] }];
    const policy = { ...defaultPolicy, source: 'p.yaml', signatures: { ...defaultPolicy.signatures, identities } };
    const root = { path: '.gitops-gate/x509/ca.pem', bytes: Buffer.alloc(0) };
    expect(unsupportedTrust(policy, { ...files, x509: [root] })).toEqual([
      expect.stringContaining('.gitops-gate/x509/ca.pem, signatures.identities of p.yaml trust nobody'),
    ]);
  });

  test('are not spoken of where there are none', () => expect(unsupportedTrust(defaultPolicy, files)).toEqual([]));
});
