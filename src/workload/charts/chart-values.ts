import type { Resource } from '../../kube/resource.ts';
import type { Mapping } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';

/** Values that are handed to a chart, or to a plugin, whose templates are not judged. */
export interface ChartValues {
  /** Who hands them over; its places are those that `path` leads from. */
  readonly resource: Resource;
  readonly value: Mapping;
  readonly path: Path;
  /** Which of the object's values they are: `values`, `source.helm.values`; '' of a file. */
  readonly part: string;
  /** Where the chart is installed; undefined where that is the object's own namespace. */
  readonly namespace: string | undefined;
  /** The plugin of Argo CD that they are handed to; undefined where it is a chart. */
  readonly plugin?: string;
}

/** Parameters win over what is written as an object, and that over a text (argo-cd, docs/user-guide/helm.md). */
const precedence = ['parameters', 'set', 'valuesObject', 'values', 'valuesContent'];

/** Others lose: they are for plugins, and may say anything. */
function rankOf({ part }: ChartValues): number {
  const rank = precedence.indexOf(part.split('.').at(-1) ?? '');
  return rank < 0 ? precedence.length : rank;
}

/** Orders values of one object: those that win come first. */
export function compareParts(one: ChartValues, other: ChartValues): number {
  return rankOf(one) - rankOf(other);
}

type Head = Pick<Resource, 'apiVersion' | 'version' | 'group' | 'kind' | 'namespace' | 'name' | 'file'>;

/** An object of the same name whose places are those of a document. */
export function placed(
  { apiVersion, version, group, kind, namespace, name, file }: Head,
  document: Document,
  value: Mapping,
): Resource {
  return {
    ...{ apiVersion, version, group, kind, namespace, name, file },
    value,
    document,
    path: [],
    at: (path) => ({ file, ...document.at(path) }),
    valueAt: (path) => ({ file, ...document.valueAt(path) }),
    styleAt: (path) => document.styleAt(path),
  };
}

/** As helm's strvals has it: true, false, null; numbers mean nothing here. */
export function parsed(value: string): unknown {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return value === 'null' ? null : value;
}
