import { isNotTrue, type Setting } from '../model/setting.ts';

/** Fields of Flux Operator's FluxInstance (controlplaneio-fluxcd/flux-operator, api/v1). */
export const instanceSettings: readonly Setting[] = [
  {
    path: ['spec', 'cluster', 'multitenant'],
    isLoose: isNotTrue,
    what: 'no longer keeps tenants apart: what states no ServiceAccount is deployed with the controllers’ permissions, and may use sources of other namespaces',
    remedy: 'Keep spec.cluster.multitenant: true.',
    severity: 'high',
  },
];

/** Fields of the notification controller's Receiver (fluxcd/notification-controller, api/v1). */
export const receiverSettings: readonly Setting[] = [
  {
    path: ['spec', 'type'],
    isLoose: (value) => value === 'generic',
    what: 'newly lets anybody who knows its address start a deployment (type: generic)',
    remedy: 'Keep a type that checks the sender’s signature, as generic-hmac does.',
    severity: 'medium',
  },
];
