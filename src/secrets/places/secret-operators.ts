import type { Place } from './place.ts';

const externalSecrets = ['external-secrets.io', 'generators.external-secrets.io', 'kubernetes-client.io'];

/** What brings secrets in from elsewhere, and where each of them can still hold one in plain text. */
export const secretOperators: readonly Place[] = [
  { kinds: ['sealedsecret'], path: 'spec/encryptedData', role: 'sealed' },
  { kinds: ['sealedsecret'], path: 'spec/encryptedData/*', role: 'sealed' },
  { kinds: ['sealedsecret'], path: 'spec/data', role: 'sealed' },
  { kinds: ['sealedsecret'], path: 'spec/template/data/*', role: 'deployed' },
  { kinds: ['sealedsecret'], path: 'spec/template/stringData/*', role: 'secret' },
  { kinds: ['sopssecret'], path: 'spec/secretTemplates/*/stringData/*', role: 'secret' },
  { kinds: ['sopssecret'], path: 'spec/secretTemplates/*/data/*', role: 'secret-base64' },
  { kinds: ['sopssecret'], path: 'spec/secret_templates/*/stringData/*', role: 'secret' },
  { kinds: ['secretstore', 'clustersecretstore'], path: 'spec/provider/fake/data/*/value', role: 'secret' },
  { kinds: ['secretstore', 'clustersecretstore'], path: 'spec/provider/fake/data/*/valueMap/*', role: 'secret' },
  { kinds: ['secretstore', 'clustersecretstore', 'webhook'], path: '**/headers/*', role: 'deployed' },
  { kinds: ['fake'], groups: externalSecrets, path: 'spec/data/*', role: 'secret' },
  { kinds: ['clustergenerator'], groups: externalSecrets, path: 'spec/generator/fakeSpec/data/*', role: 'secret' },
  { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/template/data/*', role: 'file' },
  { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/templateFrom/*/literal', role: 'file' },
  { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/secretKey', role: 'name' },
  { kinds: ['externalsecret', 'clusterexternalsecret', 'pushsecret'], path: '**/remoteRef/**', role: 'name' },
  { kinds: ['vault'], groups: ['vault.banzaicloud.com'], path: 'spec/**/startupSecrets/*/data/data/*', role: 'secret' },
  { kinds: ['vault'], groups: ['vault.banzaicloud.com'], path: 'spec/**/startupSecrets/*/data/*', role: 'secret' },
  {
    kinds: ['vaultstaticsecret', 'vaultdynamicsecret', 'vaultpkisecret'],
    path: '**/transformation/templates/*/text',
    role: 'file',
  },
  { kinds: ['vaultstaticsecret', 'vaultdynamicsecret', 'vaultpkisecret'], path: 'spec/**', role: 'name' },
  { kinds: ['secretproviderclass'], path: 'spec/secretObjects/**', role: 'name' },
  { kinds: ['secretproviderclass'], path: 'spec/parameters/*', role: 'file' },
];
