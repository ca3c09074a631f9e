import { canonical, isMapping, list, type Mapping, mapping, text } from '../../../plain-values.ts';
import { type Generated, Generators } from '../../generators/generated.ts';
import { substituted, substitutedIn } from '../../generators/parameters.ts';
import type { FileView } from '../../model/file-view.ts';
import { parsedValues } from '../../model/parsed-values.ts';
import type { Unbuilt } from '../../model/root.ts';
import { boundToFiles } from './bound-values.ts';

/** An Application of a set. */
export interface GeneratedApplication {
  readonly name: string;
  readonly spec: Mapping;
  /** Files of the repository that a generator made it from. */
  readonly files: readonly string[];
  /** Why it cannot be computed. */
  readonly unbuilt: Unbuilt | undefined;
  /** What elements it may be made from that a template computes. */
  readonly computed: readonly string[];
}

/**
 * The Applications that a set makes, as far as the repository alone says: list, git directory and git file generators, their
 * matrix and merge. What comes from clusters, forges or plugins stays a parameter in the template.
 */
export function applicationsOf(view: FileView, set: Mapping, isOwn: (url: string) => boolean): GeneratedApplication[] {
  const seen = new Map<string, string[]>();
  return new Generators(view, isOwn).all(list(set.generators)).flatMap((made) => {
    const named = text(mapping(templateOf(set, made).metadata).name) ?? '';
    return boundToFiles(view, made, (each) => specOf(set, each)).flatMap((generated): GeneratedApplication[] => {
      const { parameters, files, isOpen, unbuilt } = generated;
      const name = substituted(named, parameters);
      const spec = specOf(set, generated);
      // What may have other parameters, none of which the template names, is what is there already.
      const key = canonical([name, spec]);
      const known = isOpen ? seen.get(key) : undefined;
      const computed = known ?? [];
      if (generated.computed !== undefined) computed.push(generated.computed);
      if (known !== undefined) return [];
      seen.set(key, computed);
      return [{ name, spec, files, unbuilt, computed }];
    });
  });
}

function specOf(set: Mapping, generated: Generated): Mapping {
  const template = templateOf(set, generated);
  return mapping(mapping(patched({ spec: substitutedIn(template.spec, generated.parameters) }, set, generated)).spec);
}

/** The set's template under those that the generators state. */
function templateOf(set: Mapping, { templates }: Generated): Mapping {
  return templates.reduceRight<Mapping>((under, over) => mapping(filled(over, under)), mapping(set.template));
}

/** What a template states, its empty fields as another one says. */
function filled(over: unknown, under: unknown): unknown {
  if (isMapping(over) && isMapping(under)) {
    const stated = Object.entries(over).map(([key, inner]) => [key, filled(inner, under[key])] as const);
    return { ...under, ...Object.fromEntries(stated) };
  }
  return !over || (Array.isArray(over) && over.length === 0) ? under : over;
}

function patched(template: Mapping, set: Mapping, { parameters }: Generated): unknown {
  const patch = text(set.templatePatch);
  if (patch === undefined) return template;
  const [value] = parsedValues(substituted(patch, parameters));
  return value === undefined ? template : mergePatch(template, value);
}

/** A value with `templatePatch` merged over it, as custom resources are: mappings key by key, all else replaced. */
export function mergePatch(value: unknown, patch: unknown): unknown {
  if (!isMapping(value) || !isMapping(patch)) return patch;
  const changed = Object.entries(patch).map(([key, inner]) => [key, mergePatch(value[key], inner)] as const);
  return { ...value, ...Object.fromEntries(changed) };
}
