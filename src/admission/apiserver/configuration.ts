import type { Loosening } from '../../kube/loosening.ts';
import { json, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

const remedy = 'Keep the configuration of the plugin: nothing else refuses what it refused.';
const imagePolicy = 'ImagePolicyWebhook';

/** The plugins of an AdmissionConfiguration (apiserver.config.k8s.io/v1), each with its place relative to their list. */
export function configurationLoosened(before: readonly unknown[], after: readonly unknown[]): readonly Loosening[] {
  const now = new Map(after.map((each, index) => [nameOf(each), { plugin: mapping(each), index }]));
  return before.flatMap((each, formerIndex): readonly Loosening[] => {
    const [was, name] = [mapping(each), nameOf(each)];
    const found = now.get(name);
    if (found === undefined) return noLongerConfigured(was, name, formerIndex);
    return pluginLoosened(was, found.plugin, name, [found.index]);
  });
}

function nameOf(plugin: unknown): string {
  return scalarText(mapping(plugin).name);
}

/** What Pod Security is configured to do is compared by itself, where it is not in a file of its own. */
const isComparedElsewhere = (name: string, plugin: Mapping) => name === 'PodSecurity' && plugin.path === undefined;

function noLongerConfigured(was: Mapping, name: string, index: number): readonly Loosening[] {
  if (isComparedElsewhere(name, was)) return [];
  return [
    {
      what: `no longer configures the admission plugin ${name}`,
      remedy,
      severity: name === imagePolicy ? 'high' : 'medium',
      path: [],
      formerPath: [index],
      subject: ['plugin', 'gone', name],
    },
  ];
}

function pluginLoosened(was: Mapping, is: Mapping, name: string, at: Path): readonly Loosening[] {
  if (json(was.path) !== json(is.path)) {
    const now = scalarText(is.path);
    const what = `takes another configuration of the admission plugin ${name}${now === '' ? '' : `, ${now}`}; whether it refuses less was not judged`;
    return [
      { what, remedy, severity: 'medium', path: now === '' ? at : [...at, 'path'], subject: ['plugin', name, now] },
    ];
  }
  const [old, now] = [mapping(was.configuration), mapping(is.configuration)];
  if (name === imagePolicy && (old.imagePolicy !== undefined || now.imagePolicy !== undefined)) {
    const path = [...at, 'configuration', 'imagePolicy'];
    return imagePolicyLoosened(mapping(old.imagePolicy), mapping(now.imagePolicy), path);
  }
  if (isComparedElsewhere(name, is) || json(old) === json(now)) return [];
  return [
    {
      what: `configures the admission plugin ${name} otherwise than before; whether it refuses less was not judged`,
      remedy,
      severity: 'medium',
      path: [...at, 'configuration'],
      subject: ['plugin', name, json(now)],
    },
  ];
}

/** What the plugin ImagePolicyWebhook newly lets through (kubernetes, plugin/pkg/admission/imagepolicy/config.go). */
export function imagePolicyLoosened(was: Mapping, is: Mapping, at: Path): readonly Loosening[] {
  const allows = (value: Mapping) => value.defaultAllow === true;
  const [old, now] = [scalarText(was.kubeConfigFile), scalarText(is.kubeConfigFile)];
  return [
    ...(allows(is) && !allows(was)
      ? [
          {
            what: `lets every image through where its webhook does not answer (${imagePolicy}, defaultAllow: true)`,
            remedy: 'Keep defaultAllow: false.',
            severity: 'high' as const,
            path: [...at, 'defaultAllow'],
            subject: ['imagePolicy', 'defaultAllow'],
          },
        ]
      : []),
    ...(old !== now && old !== ''
      ? [
          {
            what: `has another webhook judge images, by ${now || 'none'}, not ${old}; whether it refuses less was not judged`,
            remedy: 'Be sure whose webhook it is: it lets through what it likes.',
            severity: 'medium' as const,
            path: now === '' ? at : [...at, 'kubeConfigFile'],
            subject: ['imagePolicy', 'kubeConfigFile', now],
          },
        ]
      : []),
  ];
}

/** Whether a mapping is the configuration of ImagePolicyWebhook, which may be in a file of its own. */
export function isImagePolicy(value: Mapping): boolean {
  return ['kubeConfigFile', 'defaultAllow'].some((field) => valueUnder(value.imagePolicy, field) !== undefined);
}

/** The list of plugins of an AdmissionConfiguration, or of Talos (siderolabs/talos, APIServerConfig.AdmissionControl). */
export function pluginsOf(
  value: Mapping,
): { readonly field: string; readonly plugins: readonly unknown[] } | undefined {
  const isOne =
    value.kind === 'AdmissionConfiguration' && /^apiserver\.(?:config\.)?k8s\.io\//.test(scalarText(value.apiVersion));
  const field = isOne ? 'plugins' : 'admissionControl';
  const plugins = list(value[field]);
  if (isOne || plugins.some((each) => nameOf(each) !== '' && mapping(each).configuration !== undefined))
    return { field, plugins };
  return undefined;
}
