import { type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { Pattern } from '../../policy/pattern.ts';
import { UnreadPatternError } from '../../policy/pattern-syntax.ts';

/** What a target of a patch looks at (kustomize api/types/selector.go). */
export interface Targeted {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly value: Mapping;
}

/** The names and namespaces that an object has on its way through kustomizations, by any of which a patch may name it. */
export interface KnownAs {
  readonly names: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
}

/** Whether a target means an object, or may mean it. */
export function mayBeTargeted(target: Mapping, object: Targeted): boolean {
  const { namespace, value } = object;
  const isOfKind = [
    meets(target.kind, object.kind),
    meets(target.name, object.name),
    meets(target.group, object.group),
  ];
  const isThere = namespace === undefined || meets(target.namespace, namespace) !== false;
  return isThere && !isOfKind.includes(false) && isSelected(target, value);
}

const labels = /^\s*[\w./-]+\s*==?\s*[\w.-]*\s*(?:,\s*[\w./-]+\s*==?\s*[\w.-]*\s*)*$/;

/** Whether a target means an object beyond doubt. */
export function isTargeted(target: Mapping, object: Targeted, { names, namespaces }: KnownAs): boolean {
  const areLabels = [target.labelSelector, target.annotationSelector].every(
    (each) => meansAny(each) || labels.test(text(each) ?? ''),
  );
  return (
    areLabels &&
    meets(target.version, object.version) === true &&
    meets(target.kind, object.kind) === true &&
    meets(target.group, object.group) === true &&
    [...names].some((each) => meets(target.name, each) === true) &&
    [...namespaces].some((each) => meets(target.namespace, each) === true) &&
    isSelected(target, object.value)
  );
}

/** Nothing stated, or null, is the empty text for kustomize, which means any. */
function meansAny(stated: unknown): boolean {
  return stated === undefined || stated === null || stated === '';
}

/** Whether a name meets a pattern of a target, which is a regular expression for all of it; undefined where that cannot be told. */
function meets(pattern: unknown, actual: string): boolean | undefined {
  if (meansAny(pattern)) return true;
  const wanted = text(pattern);
  if (wanted === undefined) return undefined;
  if (/^[\w-]+$/.test(wanted)) return wanted === actual;
  try {
    return new Pattern(`^(?:${wanted})$`).isIn(actual);
  } catch (error) {
    if (error instanceof UnreadPatternError) return undefined;
    throw error;
  }
}

/** Whether an object has the labels and annotations that a target asks for; one that asks in other ways than `key=value` may mean any. */
function isSelected(target: Mapping, value: Mapping): boolean {
  const metadata = mapping(value.metadata);
  const has = (selector: unknown, stated: Mapping) =>
    (text(selector) ?? '').split(',').every((each) => {
      const [, key = '', wanted] = /^\s*([\w./-]+)\s*==?\s*([\w.-]*)\s*$/.exec(each) ?? [];
      return wanted === undefined || scalarText(stated[key]) === wanted;
    });
  return (
    has(target.labelSelector, mapping(metadata.labels)) && has(target.annotationSelector, mapping(metadata.annotations))
  );
}
