import { fieldName, lastingIdentity, safeIdentity, subjectOf } from '../../secrets/compare/describe.ts';
import type { SecretOccurrence } from '../../secrets/judge/secret-occurrence.ts';
import type { Observation, OtherPlace } from '../rule.ts';

/** Places that are listed with their object and field; beyond them each further file is listed once. */
const mostPlaces = 100;

/** The places that are listed: every file is among them, because who accepts a finding by its path accepts all its files. */
function listed(occurrences: readonly SecretOccurrence[]): readonly SecretOccurrence[] {
  const files = new Set(occurrences.slice(0, mostPlaces).map(({ file }) => file));
  return occurrences.filter(({ file }, index) => {
    if (index < mostPlaces) return true;
    const isNew = !files.has(file);
    files.add(file);
    return isNew;
  });
}

/** What an observation says of its places: the first, which represents it, and the others with their own object and field. */
export function placesOf(
  first: SecretOccurrence,
  others: readonly SecretOccurrence[],
): Pick<Observation, 'position' | 'scope' | 'otherScopes' | 'object' | 'identity' | 'places' | 'subject'> {
  const otherScopes = [...new Set(others.map(({ scope }) => scope))].filter((scope) => scope !== first.scope);
  return {
    position: { file: first.file, ...first.locate() },
    scope: first.scope,
    ...(otherScopes.length === 0 ? {} : { otherScopes }),
    subject: subjectOf(first),
    ...(first.object === undefined
      ? {}
      : { object: safeIdentity(first.object, first.secret), identity: lastingIdentity(first.object, first.secret) }),
    ...(others.length === 0 ? {} : { places: listed(others).map(otherPlace) }),
  };
}

function otherPlace(occurrence: SecretOccurrence): OtherPlace {
  const { file, object, secret } = occurrence;
  const field = fieldName(occurrence);
  return {
    file,
    ...occurrence.locate(),
    ...(object === undefined ? {} : { object: safeIdentity(object, secret) }),
    ...(field === '' ? {} : { field }),
  };
}

/** `, here and in 2 more places`. */
export function moreOf(others: readonly SecretOccurrence[]): string {
  if (others.length === 0) return '';
  return `, here and in ${others.length} more ${others.length === 1 ? 'place' : 'places'}`;
}
