import { isMapping, mapping } from '../../plain-values.ts';
import type { Substitution } from '../model/root.ts';

const variable = /\$?\$\{([A-Za-z_][A-Za-z0-9_]{0,200})(?:(:?[-=])([^{}]{0,4000}))?\}/g;

/**
 * Puts Flux' variables into an object (fluxcd/pkg/envsubst): `${name}`, `${name:-default}`, `${name:=default}`; `$${name}`
 * is that text. A variable that is not known stays as it is: what it says is unknown; one with a default loses it where
 * something that is not known here may set it.
 */
export function substitute(value: unknown, substitution: Substitution): unknown {
  const { labels, annotations } = mapping(mapping(value).metadata);
  const mark = 'kustomize.toolkit.fluxcd.io/substitute';
  if ([labels, annotations].some((each) => mapping(each)[mark] === 'disabled')) return value;
  return inside(value, substitution);
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
