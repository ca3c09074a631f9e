import { describe, expect, test } from '@jest/globals';
import { deliveryLoosened } from '../../src/delivery/flux/delivery-objects.ts';
import { instanceSettings, receiverSettings } from '../../src/delivery/flux/platform-objects.ts';
import { sourceLoosened } from '../../src/delivery/flux/source-objects.ts';
import { settingsLoosened } from '../../src/delivery/model/setting.ts';

type Spec = Readonly<Record<string, unknown>>;
type Severity = 'high' | 'medium' | 'low';
const spec = ['spec'];

const found = (
  what: string,
  remedy: string,
  severity: Severity,
  path: readonly (string | number)[],
  subject: readonly string[],
  formerPath?: readonly string[],
) => ({
  what,
  remedy,
  severity,
  path,
  ...(formerPath === undefined ? {} : { formerPath }),
  subject,
});

describe('a Kustomization or HelmRelease', () => {
  const deployer = 'no longer deploys as ServiceAccount a, but with the controller’s own permissions';
  const config = { kubeConfig: { secretRef: { name: 'a' } } };
  const agreed = 'Keep kubeConfig, or have it agreed with the owners of the other cluster.';
  const own = 'Keep the source in the namespace of what is deployed from it.';
  const from = (namespace: string) => ({ sourceRef: { name: 's', namespace } });
  const fromOther = (namespace: string, ...field: readonly string[]) =>
    found(
      `newly deploys from a source of the namespace ${namespace}`,
      own,
      'medium',
      ['spec', ...field, 'namespace'],
      ['source', namespace],
    );
  const deletes = (field: string, severity: Severity) =>
    found(
      field === 'prune'
        ? 'newly deletes by itself what is taken out of the repository (prune)'
        : `newly deletes and makes anew what cannot be changed in place (${field})`,
      `Leave ${field} out, or set it for single objects by their annotations.`,
      severity,
      ['spec', ...field.split('.')],
      field.split('.'),
    );

  test.each<[string, Spec, Spec, readonly object[]]>([
    [
      'no account',
      { serviceAccountName: 'a' },
      {},
      [
        found(
          deployer,
          'Keep serviceAccountName: a.',
          'high',
          spec,
          ['serviceAccountName'],
          ['spec', 'serviceAccountName'],
        ),
      ],
    ],
    [
      'an empty account',
      { serviceAccountName: 'a' },
      { serviceAccountName: '' },
      [
        found(
          deployer,
          'Keep serviceAccountName: a.',
          'high',
          spec,
          ['serviceAccountName'],
          ['spec', 'serviceAccountName'],
        ),
      ],
    ],
    [
      'another account',
      { serviceAccountName: 'a' },
      { serviceAccountName: 'b' },
      [
        found(
          'now deploys as ServiceAccount b, not as a',
          'Compare what the two accounts may do, and keep the one that may do less.',
          'medium',
          ['spec', 'serviceAccountName'],
          ['serviceAccountName', 'b'],
        ),
      ],
    ],
    ['an account where there was none', {}, { serviceAccountName: 'b' }, []],
    ['the same account', { serviceAccountName: 'a' }, { serviceAccountName: 'a' }, []],
    [
      'the cluster of Flux',
      config,
      {},
      [
        found(
          'now deploys into the cluster that Flux itself runs in',
          agreed,
          'high',
          spec,
          ['kubeConfig', 'gone'],
          ['spec', 'kubeConfig'],
        ),
      ],
    ],
    [
      'another cluster',
      config,
      { kubeConfig: { configMapRef: { name: 'b' } } },
      [
        found(
          'now deploys into another cluster (kubeConfig)',
          agreed,
          'medium',
          ['spec', 'kubeConfig'],
          ['kubeConfig', 'changed', '{"configMapRef":{"name":"b"}}'],
        ),
      ],
    ],
    ['the same cluster', config, { kubeConfig: { secretRef: { name: 'a' } } }, []],
    ['a cluster where there was none', {}, config, []],
    ['a source of another namespace', {}, from('b'), [fromOther('b', 'sourceRef')]],
    ['a source of a third namespace', from('b'), from('c'), [fromOther('c', 'sourceRef')]],
    ['a source of its own namespace', {}, from('own'), []],
    ['a source of the same namespace', from('b'), from('b'), []],
    ['a chart of another namespace', {}, { chartRef: { namespace: 'b' } }, [fromOther('b', 'chartRef')]],
    [
      'a chart of a source of another namespace',
      {},
      { chart: { spec: from('b') } },
      [fromOther('b', 'chart', 'spec', 'sourceRef')],
    ],
    [
      'no target',
      { targetNamespace: 'shop' },
      {},
      [
        found(
          'no longer keeps what it deploys in the namespace shop',
          'Keep targetNamespace: shop.',
          'medium',
          spec,
          ['targetNamespace'],
          ['spec', 'targetNamespace'],
        ),
      ],
    ],
    ['another target', { targetNamespace: 'shop' }, { targetNamespace: 'web' }, []],
    ['a target where there was none', {}, { targetNamespace: 'web' }, []],
    [
      'no decryption',
      { decryption: { provider: 'sops' } },
      {},
      [
        found(
          'no longer decrypts what it deploys (sops)',
          'Keep decryption where Secrets are encrypted; else they are not deployed, or have to be plain.',
          'low',
          spec,
          ['decryption'],
          ['spec', 'decryption'],
        ),
      ],
    ],
    ['another decryption', { decryption: { provider: 'sops' } }, { decryption: { provider: 'x' } }, []],
    ['decryption where there was none', {}, { decryption: { provider: 'sops' } }, []],
    [
      'what is deleted',
      {},
      { force: true, upgrade: { force: true }, prune: true },
      [deletes('force', 'medium'), deletes('upgrade.force', 'medium'), deletes('prune', 'low')],
    ],
    ['what is deleted where it was not', { force: false }, { force: true }, [deletes('force', 'medium')]],
    ['what was deleted before', { force: true, prune: true }, { force: true, prune: true }, []],
    ['what is deleted no longer', { force: true }, { force: false }, []],
    ['what is no boolean', {}, { force: 'true' }, []],
    [
      'all of it, in order',
      { serviceAccountName: 'a', ...config, targetNamespace: 'shop', decryption: { provider: 'sops' } },
      { ...from('b'), prune: true },
      [
        found(
          deployer,
          'Keep serviceAccountName: a.',
          'high',
          spec,
          ['serviceAccountName'],
          ['spec', 'serviceAccountName'],
        ),
        found(
          'now deploys into the cluster that Flux itself runs in',
          agreed,
          'high',
          spec,
          ['kubeConfig', 'gone'],
          ['spec', 'kubeConfig'],
        ),
        fromOther('b', 'sourceRef'),
        found(
          'no longer keeps what it deploys in the namespace shop',
          'Keep targetNamespace: shop.',
          'medium',
          spec,
          ['targetNamespace'],
          ['spec', 'targetNamespace'],
        ),
        found(
          'no longer decrypts what it deploys (sops)',
          'Keep decryption where Secrets are encrypted; else they are not deployed, or have to be plain.',
          'low',
          spec,
          ['decryption'],
          ['spec', 'decryption'],
        ),
        deletes('prune', 'low'),
      ],
    ],
  ])('%s', (_, was, is, expected) => expect(deliveryLoosened({ spec: was }, { spec: is }, 'own')).toEqual(expected));
});

describe('a source', () => {
  const at = ['spec', 'chart', 'spec'];
  const verify = [...at, 'verify'];
  const keep = 'Keep verify, with the keys or identities of those who publish.';
  const verified = (more: Spec) => ({ verify: more });
  const inMode = (mode?: string) => verified(mode === undefined ? {} : { mode });
  const unverified = (what: string, mode: string, ...subject: readonly string[]) =>
    found(
      `no longer verifies the signature of ${what}`,
      `Keep mode: ${mode}.`,
      'medium',
      [...verify, 'mode'],
      ['verify', 'mode', ...subject],
    );
  const by = (name?: string, provider = 'cosign') =>
    verified({ provider, ...(name === undefined ? {} : { secretRef: { name } }) });
  const of = (...identities: readonly string[]) =>
    verified({ matchOIDCIdentity: identities.map((subject) => ({ subject })) });
  const tls = 'Keep TLS and its verification: whoever is between decides what is deployed.';
  const plain = (field: string) =>
    found('newly fetches what it delivers without a verified connection', tls, 'high', [...at, field], ['insecure']);

  test.each<[string, Spec, Spec, readonly object[]]>([
    [
      'is not verified',
      by('k'),
      {},
      [found('no longer verifies the signatures of what it delivers', keep, 'high', at, ['verify'], verify)],
    ],
    ['is verified where it was not', {}, by('k'), []],
    ['is verified as before', by('k'), by('k'), []],
    [
      'verifies no tag any more',
      inMode('TagAndHEAD'),
      inMode('HEAD'),
      [unverified('the tag', 'TagAndHEAD', 'the tag')],
    ],
    [
      'verifies no commit any more',
      inMode('TagAndHEAD'),
      inMode('Tag'),
      [unverified('the commit', 'TagAndHEAD', 'the commit')],
    ],
    [
      'verifies the tag in the place of the commit',
      inMode(),
      inMode('Tag'),
      [unverified('the commit', 'HEAD', 'the commit')],
    ],
    ['verifies the commit in the place of the tag', inMode('Tag'), inMode(), [unverified('the tag', 'Tag', 'the tag')]],
    ['verifies the tag as well', inMode('HEAD'), inMode('TagAndHEAD'), []],
    [
      'has no keys',
      by('k'),
      of('a'),
      [
        found(
          'no longer verifies signatures by the keys it had',
          keep,
          'high',
          [...verify, 'secretRef'],
          ['verify', 'secretRef', '["",null,["{\\"subject\\":\\"a\\"}"]]'],
        ),
      ],
    ],
    [
      'has other keys',
      by('k'),
      by('l'),
      [
        found(
          'verifies signatures by other keys',
          keep,
          'medium',
          [...verify, 'secretRef'],
          ['verify', 'secretRef', '["cosign","l",[]]'],
        ),
      ],
    ],
    [
      'has keys where it had identities',
      of('a'),
      verified({ matchOIDCIdentity: [{ subject: 'a' }], secretRef: { name: 'k' } }),
      [],
    ],
    [
      'takes those of anybody',
      of('a'),
      verified({}),
      [
        found(
          'newly accepts signatures of anybody',
          keep,
          'high',
          verify,
          ['verify', 'matchOIDCIdentity'],
          [...verify, 'matchOIDCIdentity'],
        ),
      ],
    ],
    [
      'takes those of others',
      of('a'),
      of('a', 'c', 'b'),
      [
        found(
          'newly accepts signatures of another identity',
          keep,
          'medium',
          [...verify, 'matchOIDCIdentity', 1],
          ['verify', 'matchOIDCIdentity', '{"subject":"b"}', '{"subject":"c"}'],
        ),
      ],
    ],
    ['takes those of fewer', of('a', 'b'), of('b'), []],
    ['takes those of some, where it took those of anybody', verified({}), of('a'), []],
    [
      'has another provider',
      by(undefined, 'cosign'),
      by(undefined, 'notation'),
      [
        found(
          'verifies signatures by notation, not by cosign',
          keep,
          'medium',
          [...verify, 'provider'],
          ['verify', 'provider', 'notation'],
        ),
      ],
    ],
    ['is reached without TLS', { url: 'https://a' }, { url: 'http://a' }, [plain('url')]],
    [
      'is reached without a verified connection',
      { url: 'oci://a' },
      { url: 'oci://a', insecure: true },
      [plain('insecure')],
    ],
    ['was reached without TLS', { url: 'http://a' }, { url: 'http://b' }, []],
    ['is reached with TLS', { url: 'http://a' }, { url: 'https://a' }, []],
    ['has such an address further behind', { url: 'https://a' }, { url: 'https://a?http://b' }, []],
    [
      'has neither any more',
      { ...by('k'), url: 'https://a' },
      { url: 'http://a' },
      [
        found('no longer verifies the signatures of what it delivers', keep, 'high', at, ['verify'], verify),
        plain('url'),
      ],
    ],
    [
      'verifies no commit, by other keys',
      verified({ mode: 'HEAD', secretRef: { name: 'k' } }),
      verified({ mode: 'Tag', secretRef: { name: 'l' } }),
      [
        unverified('the commit', 'HEAD', 'the commit'),
        found(
          'verifies signatures by other keys',
          keep,
          'medium',
          [...verify, 'secretRef'],
          ['verify', 'secretRef', '["","l",[]]'],
        ),
      ],
    ],
  ])('%s', (_, was, is, expected) => {
    const inside = (value: Spec) => ({ spec: { chart: { spec: value } } });
    expect(sourceLoosened(inside(was), inside(is), at)).toEqual(expected);
  });
});

test('a FluxInstance that keeps tenants apart no longer', () => {
  const cluster = (multitenant?: unknown) => ({ spec: { cluster: multitenant === undefined ? {} : { multitenant } } });
  const path = ['spec', 'cluster', 'multitenant'];
  const said = found(
    'no longer keeps tenants apart: what states no ServiceAccount is deployed with the controllers’ permissions, and may use sources of other namespaces',
    'Keep spec.cluster.multitenant: true.',
    'high',
    path,
    path,
  );
  expect(settingsLoosened(instanceSettings, cluster(true), cluster(false))).toEqual([said]);
  expect(settingsLoosened(instanceSettings, cluster(true), cluster())).toEqual([{ ...said, formerPath: path }]);
  expect(settingsLoosened(instanceSettings, cluster(), cluster(false))).toEqual([]);
  expect(settingsLoosened(instanceSettings, undefined, cluster(false))).toEqual([said]);
  expect(settingsLoosened(instanceSettings, undefined, cluster())).toEqual([]);
});

test('a Receiver that anybody may call', () => {
  const type = (value: string) => ({ spec: { type: value } });
  const said = found(
    'newly lets anybody who knows its address start a deployment (type: generic)',
    'Keep a type that checks the sender’s signature, as generic-hmac does.',
    'medium',
    ['spec', 'type'],
    ['spec', 'type'],
  );
  expect(settingsLoosened(receiverSettings, type('github'), type('generic'))).toEqual([said]);
  expect(settingsLoosened(receiverSettings, undefined, type('generic'))).toEqual([said]);
  expect(settingsLoosened(receiverSettings, type('github'), type('generic-hmac'))).toEqual([]);
  expect(settingsLoosened(receiverSettings, type('generic'), type('generic'))).toEqual([]);
});
