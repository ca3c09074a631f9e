import { describe, expect, test } from '@jest/globals';
import { unrenderedRoots, unsupportedTrust } from '../../src/gate/unrendered-root.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';

describe('a root that must be rendered', () => {
  const render = { ...defaultPolicy.render, require: ['overlays/prod', 'charts/*'] };
  const policy = { ...defaultPolicy, source: 'p.yaml', render };
  const root = (id: string, reason?: string) => ({ id, folder: id.replace(/ .*/, ''), reason });
  const unjudged = (requiresAll: boolean, ...roots: ReturnType<typeof root>[]) =>
    unrenderedRoots(policy, roots, requiresAll).map(({ what }) => what);

  test.each(['overlays/prod', 'charts/web (values-prod.yaml)'])('could not be judged when %s fails', (id) =>
    expect(unjudged(false, root('apps'), root(id, 'no kustomize'))).toEqual([
      `render.require of p.yaml demands that ${id} is rendered, which failed: no kustomize`,
    ]),
  );

  test('is left alone when it is rendered, and others may fail', () =>
    expect(unjudged(false, root('overlays/prod'), root('overlays/dev', 'remote'))).toEqual([]));

  test('is named by its folder as well as by its name, and the remedy says both ways out', () => {
    const roots = [{ id: 'Application x', folder: 'overlays/prod', reason: 'no kustomize' }];
    const by = (whose: string) => ({
      what: `${whose} demands that Application x is rendered, which failed: no kustomize`,
      remedy: expect.stringMatching(/^Either .+; or take it out of what is required\.$/),
    });
    expect(unrenderedRoots(policy, roots, true)).toEqual([by('render.require of p.yaml')]);
    expect(unrenderedRoots({ ...policy, source: undefined }, roots, false)).toEqual([
      by('render.require of the policy'),
    ]);
  });

  test('is every one where the caller says so', () =>
    expect(unjudged(true, root('overlays/dev', 'remote'), root('apps'))).toEqual([
      'the input render (required) demands that overlays/dev is rendered, which failed: remote',
    ]));
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
