import type { Place } from './place.ts';

/** Kubernetes' own objects: Secrets, ConfigMaps, pod templates wherever they are, annotations, cluster configuration. */
export const core: readonly Place[] = [
  { kinds: ['secret'], groups: [''], path: 'data/*', role: 'secret-base64' },
  { kinds: ['secret'], groups: [''], path: 'stringData/*', role: 'secret' },
  { kinds: ['configmap'], groups: [''], path: 'data/*', role: 'file' },
  { kinds: ['configmap'], groups: [''], path: 'binaryData/*', role: 'file-base64' },
  {
    kinds: ['encryptionconfiguration', 'encryptionconfig'],
    path: 'resources/*/providers/*/*/keys/*/secret',
    role: 'secret',
  },
  { kinds: ['initconfiguration', 'clusterconfiguration'], path: 'bootstrapTokens/*/token', role: 'secret' },
  { kinds: ['initconfiguration', 'joinconfiguration'], path: '**/certificateKey', role: 'secret' },
  { kinds: ['joinconfiguration'], path: 'discovery/**/token', role: 'secret' },
  { kinds: ['joinconfiguration'], path: 'discovery/tlsBootstrapToken', role: 'secret' },
  { kinds: ['config'], path: 'users/*/user/token', role: 'secret' },
  { kinds: ['config'], path: 'users/*/user/password', role: 'secret' },
  { kinds: ['config'], path: 'users/*/user/client-key-data', role: 'secret-base64' },
  { kinds: ['config'], path: 'users/*/user/auth-provider/config/*', role: 'deployed' },
  { kinds: [], path: 'metadata/annotations/kubectl.kubernetes.io~last-applied-configuration', role: 'manifest' },
  { kinds: [], path: '**/*annotations/*', role: 'mark' },
  { kinds: [], path: '**/*labels/*', role: 'mark' },
  // Only Secrets have it: one that a policy generates, or that a template makes.
  { kinds: [], path: '**/stringData/*', role: 'secret' },
  { kinds: [], path: '**/env/*/value', role: 'deployed' },
  { kinds: [], path: '**/httpHeaders/*/value', role: 'deployed' },
  { kinds: [], path: '**/command', role: 'command' },
  { kinds: [], path: '**/command/*', role: 'command' },
  { kinds: [], path: '**/args', role: 'command' },
  { kinds: [], path: '**/args/*', role: 'command' },
];
