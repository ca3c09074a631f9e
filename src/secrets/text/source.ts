import type { ObjectIdentity } from '../../kube/resource.ts';
import { isMapping, mapping } from '../../plain-values.ts';
import type { Path, Place, ScalarStyle } from '../../yaml/document.ts';
import { isSopsMac } from '../value/encrypted.ts';

/** Something whose leaves can be judged: a Kubernetes object, a plain document, or what a tolerant reading made of a text. */
export interface Source {
  readonly identity: ObjectIdentity | undefined;
  readonly value: unknown;
  at(path: Path): Place;
  valueAt(path: Path): Place;
  styleAt(path: Path): ScalarStyle | undefined;
}

/** The value at a path, undefined where there is none. */
export function valueAtPath(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = typeof step === 'number' ? current[step] : undefined;
    else if (isMapping(current)) current = current[String(step)];
    else return undefined;
  }
  return current;
}

/** The identity a document gives itself, where it is a Kubernetes object at all; template expressions are names like any other. */
export function identityOf(value: unknown): ObjectIdentity | undefined {
  if (!isMapping(value) || typeof value.kind !== 'string') return undefined;
  const apiVersion = typeof value.apiVersion === 'string' ? value.apiVersion : '';
  const metadata = mapping(value.metadata);
  return {
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind: value.kind,
    namespace: typeof metadata.namespace === 'string' ? metadata.namespace : undefined,
    name: typeof metadata.name === 'string' ? metadata.name : '',
  };
}

/** A document that SOPS wrote: its MAC is what makes ENC[…] more than a shape. */
export function isSopsDocument(value: unknown): boolean {
  const sops = valueAtPath(value, ['sops']);
  return isMapping(sops) && typeof sops.mac === 'string' && isSopsMac(sops.mac) && sops.lastmodified !== undefined;
}
