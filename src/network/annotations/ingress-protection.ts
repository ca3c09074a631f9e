import { type Mapping, scalarText } from '../../plain-values.ts';
import { outside, readCidr } from '../model/address-set.ts';
import { albLosses, verifyingPorts } from './ingress-alb.ts';
import type { LostProtection } from './lost-protection.ts';

/** How an annotation of an Ingress protects what is behind it. */
type Protection =
  /**
   * It demands authentication; where its value names who decides that, another value is another one who does. What refines another annotation
   * (`of`) is on wherever that one is there and it does not say otherwise, and nothing without it.
   */
  | { readonly kind: 'authentication'; readonly off?: RegExp; readonly isDecider?: boolean; readonly of?: string }
  /** A list of things that are done with each request; each that goes is lost. */
  | { readonly kind: 'middlewares' }
  /** Networks that are let in; `older` is a name that counts where this one says nothing, `also` one that limits them as well. */
  | { readonly kind: 'sources'; readonly older?: string; readonly also?: string }
  /** Networks that are turned away. */
  | { readonly kind: 'denied' }
  /** Listeners that verify the certificates of clients. */
  | { readonly kind: 'certificates' }
  /** A firewall that looks at each request. */
  | { readonly kind: 'firewall' }
  /** It is on while its value fits. */
  | { readonly kind: 'switch'; readonly on: RegExp; readonly what: string };

const authentication: Protection = { kind: 'authentication' };
const decider: Protection = { kind: 'authentication', isDecider: true };
const middlewares: Protection = { kind: 'middlewares' };
const sources: Protection = { kind: 'sources' };

/** Annotations by the controllers' own documents: ingress-nginx 1.13, F5 NGINX 5, Traefik 3.5, HAProxy 3.1, the AWS controller 2.13, Kong 3.5, Contour. */
const protections: Readonly<Record<string, Protection>> = {
  'nginx.ingress.kubernetes.io/auth-url': decider,
  'nginx.ingress.kubernetes.io/auth-type': authentication,
  'nginx.ingress.kubernetes.io/auth-tls-secret': decider,
  // internal/ingress/annotations/authtls: `on` by default; with `optional` who sends no certificate comes in, with `optional_no_ca` whatever is sent.
  'nginx.ingress.kubernetes.io/auth-tls-verify-client': {
    kind: 'authentication',
    off: /^(?:off|optional(?:_no_ca)?)$/,
    of: 'nginx.ingress.kubernetes.io/auth-tls-secret',
  },
  'nginx.ingress.kubernetes.io/enable-global-auth': {
    kind: 'switch',
    on: /^(?!false$)/,
    what: 'the controller’s authentication',
  },
  'nginx.ingress.kubernetes.io/satisfy': {
    kind: 'switch',
    on: /^(?!any$)/,
    what: 'the demand that requests pass every check and not just one',
  },
  // internal/ingress/annotations/ipallowlist: AnnotationAliases.
  'nginx.ingress.kubernetes.io/allowlist-source-range': {
    kind: 'sources',
    older: 'nginx.ingress.kubernetes.io/whitelist-source-range',
  },
  'nginx.ingress.kubernetes.io/denylist-source-range': { kind: 'denied' },
  'nginx.ingress.kubernetes.io/ssl-redirect': { kind: 'switch', on: /^(?!false$)/, what: 'the redirect to TLS' },
  'nginx.ingress.kubernetes.io/force-ssl-redirect': { kind: 'switch', on: /^true$/, what: 'the redirect to TLS' },
  'nginx.ingress.kubernetes.io/enable-modsecurity': { kind: 'switch', on: /^true$/, what: 'ModSecurity' },
  'nginx.org/basic-auth-secret': authentication,
  'nginx.com/jwt-key': authentication,
  'nginx.org/policies': middlewares,
  'traefik.ingress.kubernetes.io/router.middlewares': middlewares,
  'traefik.ingress.kubernetes.io/router.tls': { kind: 'switch', on: /^true$/, what: 'TLS' },
  'haproxy.org/auth-type': authentication,
  'haproxy.org/allow-list': { kind: 'sources', also: 'haproxy.org/whitelist' },
  'haproxy.org/whitelist': { kind: 'sources', also: 'haproxy.org/allow-list' },
  'haproxy-ingress.github.io/auth-url': decider,
  'haproxy-ingress.github.io/auth-secret': authentication,
  'haproxy-ingress.github.io/auth-tls-secret': decider,
  'haproxy-ingress.github.io/auth-tls-verify-client': {
    kind: 'authentication',
    off: /^(?:off|optional(?:_no_ca)?)$/,
    of: 'haproxy-ingress.github.io/auth-tls-secret',
  },
  'haproxy-ingress.github.io/allowlist-source-range': {
    kind: 'sources',
    older: 'haproxy-ingress.github.io/whitelist-source-range',
  },
  'alb.ingress.kubernetes.io/auth-type': { kind: 'authentication', off: /^none$/ },
  // Without it, who is not known has to authenticate.
  'alb.ingress.kubernetes.io/auth-on-unauthenticated-request': {
    kind: 'authentication',
    off: /^allow$/,
    of: 'alb.ingress.kubernetes.io/auth-type',
  },
  'alb.ingress.kubernetes.io/mutual-authentication': { kind: 'certificates' },
  'alb.ingress.kubernetes.io/inbound-cidrs': sources,
  'alb.ingress.kubernetes.io/wafv2-acl-arn': { kind: 'firewall' },
  'appgw.ingress.kubernetes.io/waf-policy-for-path': { kind: 'firewall' },
  'alb.ingress.kubernetes.io/scheme': {
    kind: 'switch',
    on: /^(?!internet-facing$)/,
    what: 'being reachable from the internal network only',
  },
  // GKE serves HTTP as well where nothing says otherwise.
  'kubernetes.io/ingress.allow-http': { kind: 'switch', on: /^false$/, what: 'that it is served by TLS alone' },
  'konghq.com/plugins': middlewares,
  'projectcontour.io/tls-cert-namespace': authentication,
  'haproxy.router.openshift.io/ip_allowlist': {
    kind: 'sources',
    older: 'haproxy.router.openshift.io/ip_whitelist',
  },
};

/** The protections among annotations that are weaker than before. */
export function lostProtections(before: Mapping, after: Mapping): readonly LostProtection[] {
  const single = Object.entries(protections).flatMap(([name, protection]): readonly LostProtection[] => {
    const [annotation, now] = [before, after].map((all) => counted(all, name, protection)) as [string, string];
    const [was, is] = [countedValue(before, annotation, protection), countedValue(after, now, protection)];
    // What went with the annotation that it refines is a loss of that one.
    if (was === is || (is === undefined && ofOther(protection) !== undefined)) return [];
    const what = lost(protection, was, is);
    const other = protection.kind === 'sources' ? protection.also : undefined;
    const isKept = other !== undefined && lost(protection, was, annotated(after, other)) === undefined;
    if (what !== undefined)
      return isKept ? [] : [{ annotation, now, value: is, what: `${what} (${annotation})`, severity: 'high' }];
    if (protection.kind !== 'authentication' || protection.isDecider !== true || !isOn(protection, was)) return [];
    return [
      {
        annotation,
        now,
        value: is,
        what: `has another one decide who may come in (${annotation})`,
        severity: 'medium',
      },
    ];
  });
  return [...single, ...albLosses(before, after)];
}

/** The annotations that let in only who is known, or what comes from some networks or through something that is done with each request. */
export function limitsAmong(annotations: Mapping): readonly string[] {
  return Object.entries(protections).flatMap(([name, protection]) => {
    const annotation = counted(annotations, name, protection);
    const value = countedValue(annotations, annotation, protection);
    const isLimit = protection.kind === 'authentication' ? isOn(protection, value) : protection.kind !== 'switch';
    return isLimit && value !== undefined && value !== '' ? [annotation] : [];
  });
}

/** The name by which an annotation is there: its older one only where the other one says nothing. */
function counted(annotations: Mapping, name: string, protection: Protection): string {
  const older = protection.kind === 'sources' ? protection.older : undefined;
  return older !== undefined &&
    (annotated(annotations, name) ?? '') === '' &&
    annotated(annotations, older) !== undefined
    ? older
    : name;
}

function annotated(annotations: Mapping, annotation: string): string | undefined {
  return Object.hasOwn(annotations, annotation) ? scalarText(annotations[annotation]) : undefined;
}

/** The value that counts. */
function countedValue(annotations: Mapping, annotation: string, protection: Protection): string | undefined {
  const value = annotated(annotations, annotation);
  const other = ofOther(protection);
  if (other === undefined) return value;
  const whole = annotated(annotations, other) ?? '';
  if (whole === '' || !isOn(protections[other] ?? authentication, whole)) return undefined;
  return isOn(protection, value) ? 'on' : value || 'on';
}

function ofOther(protection: Protection): string | undefined {
  return protection.kind === 'authentication' ? protection.of : undefined;
}

function isOn(protection: Protection, value: string | undefined): boolean {
  if (protection.kind !== 'authentication') return false;
  return value !== undefined && value !== '' && protection.off?.test(value) !== true;
}

function lost(protection: Protection, was: string | undefined, is: string | undefined): string | undefined {
  switch (protection.kind) {
    case 'authentication':
      return isOn(protection, was) && !isOn(protection, is) ? 'no longer demands authentication' : undefined;
    case 'middlewares': {
      const kept = new Set(namesIn(is));
      const gone = namesIn(was).filter((name) => !kept.has(name));
      return gone.length === 0 ? undefined : `no longer has requests go through ${gone.join(', ')}`;
    }
    case 'sources':
      return sourcesLost(was, is);
    case 'denied':
      return deniedLost(was, is);
    case 'certificates':
      return certificatesLost(was, is);
    case 'firewall':
      return (was ?? '') !== '' && (is ?? '') === '' ? 'no longer has a firewall look at requests' : undefined;
    default:
      return protection.on.test(was ?? '') && !protection.on.test(is ?? '') ? `loses ${protection.what}` : undefined;
  }
}

function namesIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
}

/** Networks that were turned away and no longer are. */
function deniedLost(was: string | undefined, is: string | undefined): string | undefined {
  const [old, own] = [networksIn(was), networksIn(is)];
  const known = new Set(own);
  const left = outside(own.flatMap((each) => readCidr(withLength(each)) ?? []));
  const lost = old.filter((each) => {
    const range = readCidr(withLength(each));
    return !known.has(each) && (range === undefined || left(range).length > 0);
  });
  return lost.length === 0 ? undefined : `no longer turns away ${lost.join(', ')}`;
}

function certificatesLost(was: string | undefined, is: string | undefined): string | undefined {
  const [old, own] = [verifyingPorts(was), verifyingPorts(is)];
  // What cannot be read verifies nothing for certain.
  const isLost = old === undefined ? own?.size === 0 : [...old].some((port) => own?.has(port) !== true);
  return isLost ? 'no longer demands certificates of clients' : undefined;
}

function networksIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((each) => each !== '');
}

/** What lists of networks, parted by commas or blanks, let in that those before did not. */
export function sourcesLost(was: string | undefined, is: string | undefined): string | undefined {
  const [old, own] = [networksIn(was), networksIn(is)];
  if (old.length === 0) return undefined;
  if (own.length === 0) return 'lets in everybody';
  const known = new Set(old);
  const left = outside(old.flatMap((each) => readCidr(withLength(each)) ?? []));
  const added = own.filter((each) => {
    const range = readCidr(withLength(each));
    return range === undefined ? !known.has(each) : left(range).length > 0;
  });
  return added.length === 0 ? undefined : `also lets in ${added.join(', ')}`;
}

/** An address alone is a network of one. */
function withLength(text: string): string {
  if (text.includes('/')) return text;
  return `${text}/${text.includes(':') ? 128 : 32}`;
}
