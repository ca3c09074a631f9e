import { type Flag, type Flags, isArgumentKey } from '../../audit/model/flags.ts';
import { type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';

export { isArgumentKey };

/** Flags about admission by their names (k8s.io/apiserver, pkg/server/options/admission.go, AddFlags). */
export const known = [
  'enable-admission-plugins',
  'disable-admission-plugins',
  'admission-control-config-file',
] as const;

/** The same as kops has them (pkg/apis/kops, KubeAPIServerConfig) and as Kubespray's variables. */
const fields = new Map<string, string>(
  known.flatMap((name) => {
    const words = name.split('-');
    const inKops = words
      .map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`))
      .join('');
    return [
      [name, name],
      [`--${name}`, name],
      [inKops, name],
      [`kube_apiserver_${words.join('_')}`, name],
    ];
  }),
);

const none: Flags = new Map();

/** Flags that are keys of a mapping: `extraArgs` of kubeadm and Talos, fields of kops, variables of Kubespray; a value may be a list. */
export function pluginFlagsOfMapping(value: Mapping): Flags {
  const found = Object.keys(value).flatMap((key): readonly (readonly [string, Flag])[] => {
    const name = fields.get(key);
    if (name === undefined) return [];
    const item = value[key];
    return [[name, { value: Array.isArray(item) ? strings(item).join(',') : scalarText(item), path: [key] }]];
  });
  return found.length === 0 ? none : new Map(found);
}

const written = new RegExp(`(?:^|\\s)(?:--?)?(${known.join('|')})(?:=|\\s+)["']?([^\\s"']*)`, 'g');
const alone = new RegExp(`^--?(${known.join('|')})$`);

/** Flags of a list of arguments: `--enable-admission-plugins=x`, the flag and its value, `{name, value}`, a command line. */
export function pluginFlagsOfList(value: readonly unknown[]): Flags {
  const found = value.flatMap((item, index): readonly (readonly [string, Flag])[] => {
    if (typeof item !== 'string') {
      const { name, value: own } = mapping(item);
      const flag = fields.get(scalarText(name));
      return flag === undefined ? [] : [[flag, { value: scalarText(own), path: [index, 'value'] }]];
    }
    if (!item.includes('admission')) return [];
    const [, single] = alone.exec(item) ?? [];
    const next = value[index + 1];
    if (single !== undefined) return typeof next === 'string' ? [[single, { value: next, path: [index] }]] : [];
    return [...item.matchAll(written)].map(
      ([, name = '', text = '']) => [name, { value: text, path: [index] }] as const,
    );
  });
  return found.length === 0 ? none : new Map(found);
}
