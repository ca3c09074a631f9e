import { familiesOf } from './family.ts';

const service = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{port: 80}]#}
`;
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i, namespace: shop, annotations: {#}}
spec: {rules: [{host: a.example.org, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}
`;
const ingressOf = (path: string) => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i, namespace: shop}
spec: {rules: [{host: a.example.org, http: {paths: [{path: ${path}, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}
`;
const only = (text: string) => `nginx.ingress.kubernetes.io/whitelist-source-range: "${text}"`;
const snippet = (text: string) =>
  `nginx.ingress.kubernetes.io/auth-type: basic, nginx.ingress.kubernetes.io/auth-secret: s, nginx.ingress.kubernetes.io/configuration-snippet: "${text}"`;
const policy = (text: string, selector = '{}') => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: shop}
spec: {podSelector: ${selector}, policyTypes: [Ingress], ingress: [${text}]}
`;
const cidr = (text: string) => `{from: [{ipBlock: {cidr: ${text}}}]}`;
const peers = `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: d, namespace: shop}
spec: {#}
`;
const authorization = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: a, namespace: shop}
spec: {#}
`;
const rule = 'rules: [{from: [{source: {principals: [a]}}]}]';

export const network = familiesOf('network-widened', [
  [
    'a load balancer',
    service,
    '',
    ', type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]',
    ', type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8, 192.168.0.0/16]',
    ', type: LoadBalancer',
    ', type: NodePort',
    ', externalIPs: [192.0.2.1]',
    ', externalIPs: [192.0.2.1, 192.0.2.2]',
  ],
  [
    'networks of a load balancer',
    service,
    ', type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]',
    ', type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8, 192.168.0.0/24]',
    ', type: LoadBalancer, loadBalancerSourceRanges: [0.0.0.0/0]',
    ', type: LoadBalancer',
  ],
  [
    'networks of an Ingress',
    ingress,
    only('10.0.0.0/8'),
    only('10.0.0.0/8,192.168.1.0/24'),
    only('10.0.0.0/8,192.168.0.0/16'),
    only('0.0.0.0/0'),
    '',
  ],
  [
    'snippets of an Ingress',
    ingress,
    snippet('proxy_buffering off;'),
    snippet('allow 10.0.0.1;'),
    snippet('allow all;'),
    snippet('proxy_pass http://a;'),
    snippet('proxy_pass http://b;'),
  ],
  ['paths of an Ingress', `${service.replace('#', '')}#`, '', ingressOf('/healthz'), ingressOf('/')],
  [
    'peers and pods of a NetworkPolicy',
    '#',
    policy(cidr('10.0.0.0/8')),
    policy(`${cidr('10.0.0.0/8')}, ${cidr('11.0.0.0/8')}`),
    policy(`${cidr('10.0.0.0/8')}, ${cidr('11.0.0.0/16')}`),
    policy(cidr('0.0.0.0/0')),
    policy('{}'),
    policy(cidr('10.0.0.0/8'), '{matchLabels: {app: a}}'),
    policy(cidr('10.0.0.0/8'), '{matchExpressions: [{key: app, operator: In, values: [a, b]}]}'),
  ],
  [
    'peers of a mesh',
    peers,
    'mtls: {mode: STRICT}',
    'mtls: {mode: PERMISSIVE}',
    'mtls: {mode: DISABLE}',
    'mtls: {mode: PERMISSIVE}, portLevelMtls: {8080: {mode: DISABLE}}',
    'selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}',
    'selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}',
  ],
  [
    'requests of a mesh',
    authorization,
    `selector: {matchLabels: {app: web}}, ${rule}`,
    `selector: {matchLabels: {app: web}}, rules: [{from: [{source: {principals: [a]}}]}, {from: [{source: {principals: [b]}}]}]`,
    `selector: {matchLabels: {app: web}}, rules: [{from: [{source: {principals: [a]}}]}, {from: [{source: {principals: ["*"]}}]}]`,
    `selector: {matchLabels: {app: web}}, rules: [{}]`,
    `selector: {matchLabels: {app: other}}, ${rule}`,
    `selector: {matchLabels: {app: web, tier: a}}, ${rule}`,
  ],
]);
