import { isMapping, scalarText } from '../../../plain-values.ts';

/** What a token newly may write. */
export interface WonScopes {
  readonly scopes: readonly string[];
  /** Whether nothing is stated any more, so that the repository's settings decide. */
  readonly isDefault: boolean;
}

/** Compares two `permissions` (GitHub's workflow syntax): `read-all`, `write-all`, or each scope with read, write or none. */
export function wonScopes(before: unknown, after: unknown): WonScopes {
  const none: WonScopes = { scopes: [], isDefault: false };
  // What nothing stated before may have been everything.
  if (before === undefined || before === null) return none;
  if (after === undefined || after === null) return isAll(before) ? none : { scopes: ['everything'], isDefault: true };
  if (isAll(before)) return none;
  if (isAll(after)) return { scopes: ['everything'], isDefault: false };
  const known = new Set(written(before));
  return { scopes: written(after).filter((scope) => !known.has(scope)), isDefault: false };
}

const isAll = (permissions: unknown) => scalarText(permissions) === 'write-all';

function written(permissions: unknown): readonly string[] {
  if (!isMapping(permissions)) return [];
  return Object.entries(permissions).flatMap(([scope, access]) => (access === 'write' ? scope : []));
}
