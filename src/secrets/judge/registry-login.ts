import { isMapping } from '../../plain-values.ts';
import { classify, type LeafContext } from '../value/classify.ts';
import { decodeBase64Text } from '../value/decode.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** The keys of a Secret that hold a container registry's login (kubernetes.io/dockerconfigjson, kubernetes.io/dockercfg). */
const keys = /^(?:\.?dockerconfigjson|\.?dockercfg|config\.json)$/i;

/**
 * The passwords and tokens of a registry login, each by itself: another e-mail address next to them is not new. Undefined
 * where the text is not such a file.
 */
export function registryLogins(text: string, key: string, context: LeafContext): readonly SecretMatch[] | undefined {
  if (!keys.test(key)) return undefined;
  const auths = authsOf(parse(text));
  if (auths === undefined) return undefined;
  const found = new Map<string, SecretMatch>();
  for (const [registry, login] of Object.entries(auths)) {
    if (!isMapping(login)) continue;
    for (const field of ['password', 'identitytoken', 'registrytoken', 'auth']) {
      const value = login[field];
      if (typeof value !== 'string') continue;
      const secret = field === 'auth' ? passwordOf(value) : value;
      const is = classify(secret, { ...context, key: 'password' });
      if ((is === 'literal' || is === 'placeholder') && !found.has(secret))
        found.set(secret, match(is, secret, [registry, field]));
    }
  }
  const all = [...found.values()];
  const literals = all.filter(({ is }) => is === 'literal');
  return literals.length > 0 ? literals : all;
}

/** What docker's configuration may hold apart from the logins (docker/cli, cli/config/configfile). A file with anything else is an application's. */
const settings =
  /^(?:auths|credHelpers|credsStore|HttpHeaders|detachKeys|psFormat|imagesFormat|networksFormat|proxies|currentContext|experimental|cliPluginsExtraDirs|features)$/;

/** The logins by registry: under `auths`, or as the whole file in the older form. Undefined where a file holds anything else. */
function authsOf(parsed: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isMapping(parsed)) return undefined;
  if (isMapping(parsed.auths)) return Object.keys(parsed).every((key) => settings.test(key)) ? parsed.auths : undefined;
  const logins = Object.values(parsed);
  const isLogin = (login: unknown) =>
    isMapping(login) && ('auth' in login || 'password' in login) && !('name' in login);
  const hosts = Object.keys(parsed).every((key) => /[.:]|^localhost$/.test(key));
  return logins.length > 0 && hosts && logins.every(isLogin) ? parsed : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `auth` is base64 of `user:password`. */
function passwordOf(auth: string): string {
  const [, ...password] = (decodeBase64Text(auth) ?? '').split(':');
  return password.length > 0 ? password.join(':') : auth;
}

function match(is: 'literal' | 'placeholder', secret: string, inner: readonly string[]): SecretMatch {
  return {
    is,
    what: is === 'literal' ? 'the login of a container registry' : undefined,
    format: 'registry-login',
    severity: is === 'literal' ? 'critical' : 'low',
    secret,
    inner,
    offset: undefined,
  };
}
