import { isMapping, mapping } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import type { Substitution } from '../model/root.ts';
import { emitted } from '../variables/emit.ts';
import { envsubst } from '../variables/envsubst.ts';

const limits: YamlLimits = {
  ...{ bytes: 64 * 1024 * 1024, documents: 1, depth: 100, aliases: 1000 },
  expandedNodes: 1_000_000,
};

/**
 * Puts Flux' variables into an object: into its text, so that a value may become a number, a list or more than one field. A variable that is
 * not known stays as `${name}`: what it says is unknown, and so is all of an object that cannot be read then.
 */
export function substitute(value: unknown, substitution: Substitution): unknown {
  const { labels, annotations } = mapping(mapping(value).metadata);
  const mark = 'kustomize.toolkit.fluxcd.io/substitute';
  if ([labels, annotations].some((each) => mapping(each)[mark] === 'disabled') || !hasDollar(value)) return value;
  const source = emitted(value);
  const made = envsubst(source, substitution);
  if (made === source) return value;
  if (made !== undefined) {
    const { documents, unreadable } = parseYaml(Buffer.from(made), limits);
    const [document] = documents;
    if (documents.length === 1 && unreadable.length === 0 && isMapping(document?.value)) return document.value;
  }
  return inside(value, { values: new Map(), isOpen: true });
}

function hasDollar(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('$');
  if (Array.isArray(value)) return value.some(hasDollar);
  return isMapping(value) && Object.entries(value).some(([key, item]) => key.includes('$') || hasDollar(item));
}

function inside(value: unknown, values: Substitution): unknown {
  if (typeof value === 'string') return envsubst(value, values) ?? value;
  if (Array.isArray(value)) return value.map((item) => inside(item, values));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [envsubst(key, values) ?? key, inside(item, values)] as const,
  );
  return Object.fromEntries(entries);
}
