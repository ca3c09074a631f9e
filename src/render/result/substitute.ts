import { isMapping, mapping } from '../../plain-values.ts';
import type { Unreadable, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import type { Substitution } from '../model/root.ts';
import { yamlText } from './yaml-text.ts';

const variable = /\$?\$\{([A-Za-z_][A-Za-z0-9_]{0,200})(?:(:?[-=])([^{}]{0,4000}))?\}/g;

/** An object with its variables, and what of it can be no object any more. */
export interface Substituted {
  readonly value: unknown;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Puts Flux' variables into an object (fluxcd/pkg/envsubst): `${name}`, `${name:-default}`, `${name:=default}`; `$${name}`
 * is that text. A variable that is not known stays as it is: what it says is unknown; one with a default loses it where
 * something that is not known here may set it. Flux changes the text of the object and reads it again, so that `${name}`
 * becomes a boolean, a number, a list or null where its value reads so (fluxcd/pkg/kustomize, varSubstitution). Where the text is no YAML then,
 * it says so, and the value has texts in place of the variables.
 */
export function substitute(value: unknown, substitution: Substitution, limits: YamlLimits): Substituted {
  const { labels, annotations } = mapping(mapping(value).metadata);
  const mark = 'kustomize.toolkit.fluxcd.io/substitute';
  const isDisabled = [labels, annotations].some((each) => mapping(each)[mark] === 'disabled');
  if (isDisabled || !isChanged(value, substitution)) return { value, unreadable: [] };
  const { documents, unreadable } = parseYaml(Buffer.from(inText(yamlText(value), substitution)), limits);
  const [document] = documents;
  return unreadable.length === 0 && document !== undefined
    ? { value: document.value, unreadable }
    : { value: inside(value, substitution), unreadable };
}

/** Whether some text of the object is another one with the variables. */
function isChanged(value: unknown, values: Substitution): boolean {
  if (typeof value === 'string') return value.includes('${') && inText(value, values) !== value;
  if (Array.isArray(value)) return value.some((item) => isChanged(item, values));
  return isMapping(value) && Object.entries(value).some((entry) => entry.some((part) => isChanged(part, values)));
}

function inside(value: unknown, values: Substitution): unknown {
  if (typeof value === 'string') return value.includes('${') ? inText(value, values) : value;
  if (Array.isArray(value)) return value.map((item) => inside(item, values));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [inText(key, values), inside(item, values)] as const);
  return Object.fromEntries(entries);
}

function inText(source: string, { values, isOpen }: Substitution): string {
  return source.replaceAll(variable, (all: string, name: string, operator: string | undefined, otherwise: string) => {
    if (all.startsWith('$$')) return all.slice(1);
    const known = values.get(name);
    if (known !== undefined && (known !== '' || !operator?.startsWith(':'))) return known;
    if (operator === undefined) return all;
    return isOpen ? `\${${name}}` : otherwise;
  });
}
