import type { Resource } from '../../kube/resource.ts';
import { type Mapping, scalarText } from '../../plain-values.ts';
import { limitsAmong } from '../annotations/ingress-protection.ts';
import type { Exposure } from './exposure.ts';
import { annotationsOf } from './ingress-backends.ts';

/** Annotations that add configuration of nginx's own (ingress-nginx 1.13, user guide, Annotations; F5 NGINX 5, Snippets). */
const snippets =
  /^(?:nginx\.ingress\.kubernetes\.io\/(?:configuration|server|auth|modsecurity)-snippet|nginx\.org\/(?:location|server)-snippets)$/;

/** Directives that let in who was turned away (nginx, http_core, http_access, http_auth_basic, http_auth_request, http_ssl modules). */
const undoing =
  /^(?:satisfy\s+any|allow\s|auth_(?:basic|request)\s+["']?off["']?$|ssl_verify_client\s+(?:off|optional)|modsecurity\s+off|SecRuleEngine\s+(?:Off|DetectionOnly))/i;

/** Directives that turn somebody away. */
const protecting =
  /^(?:deny\s|auth_(?:basic|request|jwt)\s+(?!["']?off["']?$)|ssl_verify_client\s+on|modsecurity\s+on|access_by_lua|SecRuleEngine\s+On)/i;

/** Directives that answer with something else than the Service, or run a program. */
const leading = /^(?:proxy_pass|root|alias|include|js_\w+|[a-z_]{1,40}_by_lua\w{0,20})(?:\s|$)/;

/** What snippets of an Ingress that was there newly do about whom it lets in, and where it leads. */
export function snippetsChanged(before: Resource, after: Resource): readonly Exposure[] {
  const [was, is] = [annotationsOf(before), annotationsOf(after)];
  const [old, now] = [directivesOf(was), directivesOf(is)];
  const had = new Set(old.map(({ text }) => text));
  const has = new Set(now.map(({ text }) => text));
  const isLimited = limitsAmong(was).length > 0 || old.some(({ text }) => protecting.test(text));
  const added = now.filter(({ text }) => !had.has(text));
  const undone = isLimited ? added.filter(({ text }) => undoing.test(text)) : [];
  const isAsked = now.some(({ text }) => /^auth_basic\s/.test(text) && protecting.test(text));
  const lost = old.filter(
    // The realm of auth_basic is only shown.
    ({ text }) => protecting.test(text) && !has.has(text) && !(isAsked && /^auth_basic\s/.test(text)),
  );
  const led = added.filter(({ text }) => leading.test(text));
  return [
    ...found(
      'undoes',
      undone,
      is,
      'newly undoes what protects it',
      'high',
      'Leave whom it lets in to its annotations.',
    ),
    ...found(
      'lost',
      lost,
      is,
      'no longer has in its snippets what turned requests away',
      'high',
      'Keep what turns them away.',
    ),
    ...found(
      'leads',
      led,
      is,
      'newly answers by its snippets otherwise than by its Service',
      'medium',
      'Leave it to the Service.',
    ),
  ];
}

interface Directive {
  readonly annotation: string;
  readonly text: string;
}

/** Directives end with `;` or begin a block; comments end with their line. */
function directivesOf(annotations: Mapping): readonly Directive[] {
  return Object.keys(annotations)
    .filter((annotation) => snippets.test(annotation))
    .flatMap((annotation) =>
      scalarText(annotations[annotation])
        .replace(...(annotation.endsWith('modsecurity-snippet') ? ofModSecurity : ofNginx))
        .split('\n')
        .map((each) => ({ annotation, text: each.trim().replace(/\s+/g, ' ') }))
        .filter(({ text }) => text !== ''),
    );
}

/** All snippets as they are: a directive says little without the block that it begins. */
function textsOf(annotations: Mapping): readonly string[] {
  return Object.keys(annotations)
    .filter((annotation) => snippets.test(annotation))
    .sort()
    .map((annotation) => `${annotation}: ${scalarText(annotations[annotation])}`);
}

type Replacing = [pattern: RegExp, by: (found: string) => string];

/** Quotes and comments of nginx begin where a word does; no word is longer than its buffer (ngx_conf_read_token). */
const ofNginx: Replacing = [
  /(?<![^\s;{}])(?:"(?:\\[\s\S]|[^"\\]){0,4096}"|'(?:\\[\s\S]|[^'\\]){0,4096}'|#[^\n]*)|\\[\s\S]|[;{}]|\n/g,
  (found) => {
    if (/^["']/.test(found)) return found.slice(1, -1).replaceAll(/\s+/g, ' ');
    if (/^[;{}]$/.test(found)) return '\n';
    return found.startsWith('\\') ? found.replace('\n', ' ') : ' ';
  },
];

const ofModSecurity: Replacing = [/(?<!\S)#[^\n]*|\\\n/g, () => ' '];

/** `does` is what the directives do, for fingerprints. */
function found(
  does: string,
  directives: readonly Directive[],
  is: Mapping,
  what: string,
  severity: Exposure['severity'],
  remedy: string,
): readonly Exposure[] {
  const [first] = directives;
  if (first === undefined) return [];
  const { annotation } = first;
  const path = ['metadata', 'annotations', annotation];
  const names = [...new Set(directives.map(({ text }) => text.split(' ')[0] ?? ''))];
  return [
    {
      what: `${what}: ${names.join(', ')} (${annotation})`,
      remedy,
      severity,
      path: Object.hasOwn(is, annotation) ? path : ['metadata', 'annotations'],
      ...(Object.hasOwn(is, annotation) ? {} : { lostAt: path }),
      subject: ['snippet', does, ...[...names].sort(), ...textsOf(is)],
    },
  ];
}
