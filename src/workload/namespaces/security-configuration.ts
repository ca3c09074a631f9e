import type { Resource } from '../../kube/resource.ts';
import { isMapping, type Mapping, mapping, strings } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { podsOf } from '../model/pods.ts';
import { type PodSecurity, statedBy } from './pod-security-labels.ts';

/** The configuration of the admission plugin for a whole cluster. */
export interface SecurityConfiguration {
  readonly resource: Resource;
  /** From the object to the configuration, or to the text that holds it. */
  readonly path: Path;
  /** Whether it is in a text: its fields have no places of their own. */
  readonly isText: boolean;
  readonly defaults: PodSecurity;
  /** Whom it judges not at all, by field: `namespaces`, `usernames`, `runtimeClasses`. */
  readonly exemptions: Readonly<Record<(typeof exemptible)[number], readonly string[]>>;
}

/** Whom the plugin can be told to leave alone (k8s.io/pod-security-admission, admission/api/v1, PodSecurityExemptions). */
export const exemptible = ['namespaces', 'usernames', 'runtimeClasses'] as const;

const kind = 'PodSecurityConfiguration';

/**
 * The configurations in an object: the API server's AdmissionConfiguration, one alone, one as a text of a ConfigMap or of a
 * machine's files; and Rancher's PodSecurityAdmissionConfigurationTemplate.
 */
export function securityConfigurations(resource: Resource, limits: YamlLimits): readonly SecurityConfiguration[] {
  if (resource.kind === 'PodSecurityAdmissionConfigurationTemplate') {
    return [configuration(resource, ['configuration'], mapping(resource.value.configuration), false)];
  }
  // Pods hold no configuration of the plugin, and are what there are most of.
  if (podsOf(resource).some(({ isWhole }) => isWhole)) return [];
  const found: SecurityConfiguration[] = [];
  search({ resource, limits, found }, resource.value, []);
  return found;
}

const deepest = 16;

interface Search {
  readonly resource: Resource;
  readonly limits: YamlLimits;
  readonly found: SecurityConfiguration[];
}

function search(walk: Search, value: unknown, path: Path): void {
  if (path.length > deepest) return;
  if (typeof value === 'string') {
    if (value.includes(kind)) inText(walk, value, path);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (typeof item === 'object' || typeof item === 'string') search(walk, item, [...path, index]);
    }
  } else if (isMapping(value)) {
    if (value.kind === kind) walk.found.push(configuration(walk.resource, path, value, false));
    else for (const [key, item] of Object.entries(value)) search(walk, item, [...path, key]);
  }
}

function inText({ resource, limits, found }: Search, text: string, path: Path): void {
  const inside: SecurityConfiguration[] = [];
  for (const { value } of parseYaml(Buffer.from(text), limits).documents) {
    // A text that is no more than a text holds none, and would be read again and again.
    if (typeof value !== 'string') search({ resource, limits, found: inside }, value, path);
  }
  found.push(...inside.map((each) => ({ ...each, path, isText: true })));
}

function configuration(resource: Resource, path: Path, value: Mapping, isText: boolean): SecurityConfiguration {
  const defaults = mapping(value.defaults);
  const exempt = mapping(value.exemptions);
  return {
    resource,
    path,
    isText,
    defaults: statedBy((mode, field) => defaults[field === 'level' ? mode : `${mode}-version`]),
    exemptions: {
      namespaces: strings(exempt.namespaces),
      usernames: strings(exempt.usernames),
      runtimeClasses: strings(exempt.runtimeClasses),
    },
  };
}
