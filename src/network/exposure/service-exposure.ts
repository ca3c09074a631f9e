import type { Resource } from '../../kube/resource.ts';
import { isSameValue, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type AddressRange, outside, readCidr, subtract } from '../model/address-set.ts';
import type { Exposure } from './exposure.ts';
import { newEndpoints, type PodsAround } from './service-endpoints.ts';

/** How far a Service reaches, from its cluster alone to everywhere. */
type Reach = 'cluster' | 'nodes' | 'internal' | 'everywhere';

const order: readonly Reach[] = ['cluster', 'nodes', 'internal', 'everywhere'];

/** Annotations by which clouds keep a load balancer inside their network. Sources: the clouds' load balancer controllers. */
const internalAnnotations: Readonly<Record<string, RegExp>> = {
  'service.beta.kubernetes.io/aws-load-balancer-scheme': /^internal$/,
  'service.beta.kubernetes.io/aws-load-balancer-internal': /^(?!false$).+/,
  'service.beta.kubernetes.io/azure-load-balancer-internal': /^true$/,
  'networking.gke.io/load-balancer-type': /^internal$/i,
  'cloud.google.com/load-balancer-type': /^internal$/i,
  'service.beta.kubernetes.io/openstack-internal-load-balancer': /^true$/,
  'service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type': /^private$/,
  'service.beta.kubernetes.io/oci-load-balancer-internal': /^true$/,
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type': /^intranet$/,
  'service.kubernetes.io/qcloud-loadbalancer-internal-subnetid': /./,
  'service.kubernetes.io/qcloud-loadbalancer-internal-subnet-id': /./,
  'service.beta.kubernetes.io/do-loadbalancer-network': /^INTERNAL$/i,
  'load-balancer.hetzner.cloud/disable-public-network': /^(?:1|t|T|TRUE|true|True)$/,
};

const everywhere = ['0.0.0.0/0', '::/0'].flatMap((cidr) => readCidr(cidr) ?? []);

interface ServiceState {
  readonly reach: Reach;
  readonly path: Path;
  /** What a load balancer lets in; undefined where it lets in everybody. */
  readonly sources: readonly string[] | undefined;
  readonly externalIps: readonly string[];
}

/** What a Service of core/v1 newly exposes; nothing for other objects. `pods` are there where a load balancer leads somewhere else. */
export function serviceExposures(
  before: Resource | undefined,
  after: Resource,
  pods: PodsAround | undefined,
): readonly Exposure[] {
  const now = stateOf(mapping(after.value));
  const was = before === undefined ? undefined : stateOf(mapping(before.value));
  const isPublic = was?.reach === 'everywhere' && now.reach === 'everywhere';
  return [
    ...reached(was, now, leadsElsewhere(before, after)),
    ...newSources(was, now),
    ...newAddresses(was, now),
    ...(isPublic && before !== undefined && pods !== undefined ? newEndpoints(before, after, pods) : []),
  ];
}

function stateOf({ spec, metadata }: Mapping): ServiceState {
  const { type, loadBalancerSourceRanges, externalIPs } = mapping(spec);
  const annotations = mapping(mapping(metadata).annotations);
  // Blanks around them are taken off (k8s.io/kubernetes, pkg/apis/core/validation).
  const stated = strings(loadBalancerSourceRanges).map((each) => each.trim());
  const annotated = scalarText(annotations['service.beta.kubernetes.io/load-balancer-source-ranges']);
  // The field counts where both are there (k8s.io/cloud-provider/service/helpers, GetLoadBalancerSourceRanges).
  const sources =
    stated.length > 0 ? stated : annotated === '' ? undefined : annotated.split(',').map((each) => each.trim());
  return {
    reach: reachOf(scalarText(type), annotations),
    path: ['spec', 'type'],
    sources,
    externalIps: strings(externalIPs),
  };
}

function reachOf(type: string, annotations: Mapping): Reach {
  if (type === 'NodePort') return 'nodes';
  if (type !== 'LoadBalancer') return 'cluster';
  const isInternal = Object.entries(internalAnnotations).some(([key, value]) =>
    value.test(scalarText(annotations[key])),
  );
  return isInternal ? 'internal' : 'everywhere';
}

const said: Readonly<Record<Reach, string>> = {
  cluster: 'only inside the cluster',
  nodes: 'on a port of every node',
  internal: 'through a load balancer of the cloud’s own network',
  everywhere: 'through a load balancer',
};

/** What a Service leads to, where it did not lead there before. */
function leadsElsewhere(before: Resource | undefined, after: Resource): readonly string[] {
  const of = (service: Resource | undefined) => {
    const { selector, ports } = mapping(service?.value.spec);
    return [selector, ports];
  };
  return before !== undefined && isSameValue(of(before), of(after)) ? [] : [json(of(after))];
}

function reached(was: ServiceState | undefined, now: ServiceState, to: readonly string[]): readonly Exposure[] {
  const former = was?.reach ?? 'cluster';
  if (order.indexOf(now.reach) <= order.indexOf(former)) return [];
  const isOpen = now.reach === 'everywhere' && isEverybody(now.sources);
  // A port of every node has no list of networks.
  const isWide = isOpen || now.reach === 'nodes';
  const from = now.reach === 'everywhere' && !isOpen ? ` from ${now.sources?.join(', ')}` : '';
  return [
    {
      what: `can be reached ${said[now.reach]}${from}`,
      remedy:
        now.reach === 'everywhere'
          ? isOpen
            ? 'Keep the type ClusterIP, or name who may come in under loadBalancerSourceRanges.'
            : 'Keep the type ClusterIP, or be sure that the networks which loadBalancerSourceRanges names are meant, and accept it.'
          : 'Keep the type ClusterIP, and let an Ingress with authentication be the way in.',
      severity: was === undefined || !isWide ? 'medium' : 'high',
      path: now.path,
      subject: [`reach ${now.reach}`, ...(isOpen || now.reach !== 'everywhere' ? [] : (now.sources ?? [])), ...to],
    },
  ];
}

/** What a load balancer lets in is widened; one for the cloud's own network stays that for everybody as well. */
function newSources(was: ServiceState | undefined, now: ServiceState): readonly Exposure[] {
  if (was?.reach !== now.reach || !['internal', 'everywhere'].includes(now.reach)) return [];
  // Of what cannot be read before, only the same is no more than it was.
  const known = new Set(was.sources);
  const left = outside(was.sources?.flatMap((each) => readCidr(each) ?? []) ?? everywhere);
  const sources = now.sources?.filter((each) => !known.has(each) && rangesOf([each]).flatMap(left).length > 0);
  if (sources === undefined ? everywhere.flatMap(left).length === 0 : sources.length === 0) return [];
  const isPublic = now.reach === 'everywhere';
  return [
    {
      what: `newly lets in ${named(sources, isPublic)} (${named(was.sources, isPublic)} before)`,
      remedy: 'Keep loadBalancerSourceRanges to the networks that need it.',
      severity: isPublic && isEverybody(now.sources) ? 'high' : 'medium',
      path: ['spec', 'loadBalancerSourceRanges'],
      subject: [`sources ${sources?.join(' ') ?? 'everybody'}`],
    },
  ];
}

function named(sources: readonly string[] | undefined, isPublic: boolean): string {
  return sources?.join(', ') ?? (isPublic ? 'everybody' : 'all of the cloud’s own network');
}

/** Traffic to such an address on any node is taken by the Service: whoever sets it takes over that address (CVE-2020-8554). */
function newAddresses(was: ServiceState | undefined, now: ServiceState): readonly Exposure[] {
  const added = now.externalIps.filter((each) => was?.externalIps.includes(each) !== true);
  if (added.length === 0) return [];
  return [
    {
      what: `takes the traffic to ${added.join(', ')} (externalIPs)`,
      remedy:
        'Use a load balancer: with externalIPs a Service takes any address, also one that is somebody else’s (CVE-2020-8554).',
      severity: 'high',
      path: ['spec', 'externalIPs'],
      subject: [`externalIPs ${added.join(' ')}`],
    },
  ];
}

function rangesOf(sources: readonly string[] | undefined): readonly AddressRange[] {
  // What cannot be read is as wide as it may be.
  return sources === undefined ? everywhere : sources.flatMap((each) => readCidr(each) ?? everywhere);
}

function isEverybody(sources: readonly string[] | undefined): boolean {
  return list(sources).length === 0 || subtract(everywhere.slice(0, 1), rangesOf(sources)).length === 0;
}
