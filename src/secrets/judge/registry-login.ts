import { isMapping } from '../../plain-values.ts';
import { classify, type LeafClass, type LeafContext } from '../value/classify.ts';
import { decodeBase64Text } from '../value/decode.ts';

/** The keys of a Secret that hold a container registry's login (kubernetes.io/dockerconfigjson, kubernetes.io/dockercfg). */
export function isRegistryLoginKey(key: string): boolean {
  return /^(?:\.?dockerconfigjson|\.?dockercfg|config\.json)$/i.test(key);
}

/**
 * The class of a registry login: literal where any registry has a literal password or token, placeholder where one has
 * a placeholder, empty where none has either. Undefined where the text is no such file.
 */
export function classifyRegistryLogin(text: string, context: LeafContext): LeafClass | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMapping(parsed)) return undefined;
  const auths = isMapping(parsed.auths) ? parsed.auths : parsed;
  const classes: LeafClass[] = [];
  for (const login of Object.values(auths)) {
    if (!isMapping(login)) continue;
    for (const field of ['password', 'identitytoken', 'registrytoken', 'auth']) {
      const value = login[field];
      if (typeof value !== 'string') continue;
      const [, ...password] = (field === 'auth' ? (decodeBase64Text(value) ?? '') : '').split(':');
      classes.push(classify(password.length > 0 ? password.join(':') : value, { ...context, key: 'password' }));
    }
  }
  for (const worst of ['literal', 'placeholder', 'template', 'reference', 'encrypted'] as const) {
    if (classes.includes(worst)) return worst;
  }
  return 'empty';
}
