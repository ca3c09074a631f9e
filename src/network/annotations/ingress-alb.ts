import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { LostProtection } from './lost-protection.ts';

const prefix = 'alb.ingress.kubernetes.io/';

/**
 * What annotations of the AWS Load Balancer Controller together no longer do (docs/guide/ingress/annotations.md): that nothing is
 * served without TLS, and that security groups of one's own decide who comes in.
 */
export function albLosses(before: Mapping, after: Mapping): readonly LostProtection[] {
  return [...servedInTheClear(before, after), ...groupsLost(before, after)];
}

/** A redirect to TLS that goes, or a listener without TLS that comes; of what has no such listener there is nothing to redirect. */
function servedInTheClear(before: Mapping, after: Mapping): readonly LostProtection[] {
  const [redirect, ports] = [`${prefix}ssl-redirect`, `${prefix}listen-ports`];
  const isTold = [before, after].some((all) => Object.hasOwn(all, redirect) || Object.hasOwn(all, ports));
  if (!isTold || isClear(before) || !isClear(after)) return [];
  const redirected = /^\d+$/.test(textOf(before, redirect));
  const [annotation, what, severity] = redirected
    ? ([redirect, 'loses the redirect to TLS', 'high'] as const)
    : ([ports, 'newly also serves requests without TLS', 'medium'] as const);
  const value = Object.hasOwn(after, annotation) ? textOf(after, annotation) : undefined;
  return [{ annotation, now: annotation, value, what: `${what} (${annotation})`, severity }];
}

function isClear(annotations: Mapping): boolean {
  if (/^\d+$/.test(textOf(annotations, `${prefix}ssl-redirect`))) return false;
  const stated = textOf(annotations, `${prefix}listen-ports`);
  // Without a list it is HTTPS where a certificate is named, and else HTTP.
  if (stated === '') return textOf(annotations, `${prefix}certificate-arn`) === '';
  return readJson(stated).some((each) => Object.hasOwn(mapping(each), 'HTTP'));
}

/** Without groups of its own the controller makes one that lets in `inbound-cidrs`, which is everybody where nothing says otherwise. */
function groupsLost(before: Mapping, after: Mapping): readonly LostProtection[] {
  const annotation = `${prefix}security-groups`;
  const limits = [annotation, `${prefix}inbound-cidrs`, `${prefix}security-group-prefix-lists`];
  if (textOf(before, annotation) === '' || limits.some((name) => textOf(after, name) !== '')) return [];
  const what = `newly lets in everybody, with a security group that is made for it (${annotation})`;
  return [{ annotation, now: annotation, value: undefined, what, severity: 'medium' }];
}

/** The ports whose listeners verify certificates of clients, by `mutual-authentication`; undefined where it cannot be read. */
export function verifyingPorts(value: string | undefined): ReadonlySet<string> | undefined {
  if ((value ?? '') === '') return new Set();
  const all = readJson(value ?? '');
  if (all.length === 0) return undefined;
  return new Set(
    all.flatMap((each) => {
      const { port, mode } = mapping(each);
      return scalarText(mode) === 'verify' ? [scalarText(port)] : [];
    }),
  );
}

function textOf(annotations: Mapping, name: string): string {
  return Object.hasOwn(annotations, name) ? scalarText(annotations[name]).trim() : '';
}

function readJson(text: string): readonly unknown[] {
  try {
    return list(JSON.parse(text));
  } catch {
    return [];
  }
}
