import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';

/**
 * An entry or selector of Cilium in one form for all that mean the same (cilium, pkg/policy/api and docs, Layer 3 and 4 examples): a CIDR alone is a set of
 * one, a label that is in a list of one value is that label, `any:` is what a label without a source has, `k8s:` is one of its sources; port 0 and
 * the protocol ANY are all of them.
 */
export function ciliumForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ciliumForm);
  if (!isMapping(value)) return value;
  if (value.matchLabels !== undefined || value.matchExpressions !== undefined) return selectorForm(value);
  const form: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    const set = /^(?:from|to)CIDR$/.test(key) ? `${key}Set` : key;
    const own = set === key ? list(ciliumForm(each)) : list(each).map((cidr) => ({ cidr }));
    form[set] = Array.isArray(each) ? [...list(form[set]), ...own] : ciliumForm(each);
  }
  return portForm(form);
}

function portForm({ port, protocol, ...others }: Mapping): Mapping {
  return {
    ...others,
    ...(port === undefined || scalarText(port) === '0' ? {} : { port }),
    ...(protocol === undefined || /^any$/i.test(scalarText(protocol)) ? {} : { protocol }),
  };
}

function selectorForm({ matchLabels, matchExpressions, ...others }: Mapping): Mapping {
  const labels: Record<string, unknown> = {};
  const add = (key: string, value: unknown) => {
    const name = key.replace(/^any:/, '');
    labels[name] = value;
    // What Kubernetes says of a label is also what any source says.
    if (name.startsWith('k8s:')) labels[name.slice('k8s:'.length)] ??= value;
  };
  for (const [key, value] of Object.entries(mapping(matchLabels))) add(key, value);
  const left = list(matchExpressions).flatMap((each) => {
    const { key, operator, values } = mapping(each);
    const name = scalarText(key).replace(/^any:/, '');
    const [value, ...more] = list(values);
    if (operator !== 'In' || value === undefined || more.length > 0 || Object.hasOwn(labels, name))
      return [isMapping(each) ? { ...each, key: name } : each];
    add(name, value);
    return [];
  });
  return {
    ...others,
    ...(Object.keys(labels).length === 0 ? {} : { matchLabels: labels }),
    ...(left.length === 0 ? {} : { matchExpressions: left }),
  };
}
