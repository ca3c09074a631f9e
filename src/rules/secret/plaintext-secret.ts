import type { Position } from '../../kube/resource.ts';
import { excerptOf, fieldName, objectName, safeIdentity, subjectOf } from '../../secrets/judge/describe.ts';
import type { NewSecret } from '../../secrets/judge/new-secrets.ts';
import { remedyFor } from '../../secrets/judge/remedy.ts';
import type { SecretOccurrence } from '../../secrets/judge/secret-occurrence.ts';
import { worse } from '../../severity.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';

/** Finds values that are secret and readable in head, and were not there in base. */
export const plaintextSecret: Rule = {
  id: 'plaintext-secret',
  category: 'secret',
  severity: 'critical',
  summary: 'A new plaintext secret: a literal in a Secret, a provider token, a private key, a password in plain sight.',
  *check(evidence) {
    const literals = evidence.secrets.found.filter((group) => group.is === 'literal');
    const byOwner = new Map<string, NewSecret[]>();
    for (const group of literals) {
      const owned = byOwner.get(ownerOf(group));
      if (owned === undefined) byOwner.set(ownerOf(group), [group]);
      else owned.push(group);
    }
    for (const group of literals) {
      const owned = byOwner.get(ownerOf(group)) ?? [];
      if (owned.length <= most) yield observe(evidence, group);
      else if (owned[0] === group) yield observeMany(evidence, owned);
    }
  },
};

/** More secrets than this in one object are one finding: a reviewer has understood after the first few. */
const most = 5;

/** The object (or file) that a group's first place belongs to. */
function ownerOf({ occurrences: [first] }: NewSecret): string {
  const { group, kind, namespace, name } = first?.object ?? { group: '', kind: '', namespace: '', name: '' };
  return JSON.stringify([first?.scope, first?.file, group, kind, namespace ?? null, name]);
}

function observeMany(evidence: Evidence, groups: readonly NewSecret[]): Observation {
  const all = groups.flatMap((group) => group.occurrences);
  const first = all[0] as SecretOccurrence;
  const worst = groups.map((group) => observe(evidence, group).severity ?? 'critical').reduce(worse);
  const owner = first.object === undefined ? 'The file' : objectName(first.object, first.secret);
  const fields = all.map(fieldName);
  return {
    ...observe(evidence, { is: 'literal', occurrences: all, movedFrom: undefined }),
    message: `${owner} holds ${groups.length} secrets in plain text: ${fields.slice(0, most).join(', ')} and ${fields.length - most} more`,
    severity: worst,
    details: fields.slice(0, 50),
    subject: [...new Set(all.flatMap((occurrence) => [...subjectOf(occurrence), occurrence.format]))].sort(),
  };
}

function observe(evidence: Evidence, group: NewSecret): Observation {
  const first = group.occurrences[0] as SecretOccurrence;
  const isPushed = evidence.change.range.kind !== 'staged';
  const places = group.occurrences.slice(1).map(positionOf);
  const moved =
    group.movedFrom === undefined
      ? []
      : [`The value was in ${group.movedFrom} before, which belongs to another scope.`];
  const also = group.occurrences.slice(1, 21).map((other) => `also ${whereOf(other)} (${other.file})`);
  return {
    message: `${whereOf(first)} ${says(first)}${places.length === 0 ? '' : `, here and in ${places.length} more ${places.length === 1 ? 'place' : 'places'}`}`,
    remedy: remedyFor(first, evidence.secrets.tools, isPushed),
    excerpt: excerptOf(first),
    severity: group.movedFrom === undefined ? first.severity : 'medium',
    position: positionOf(first),
    scope: first.scope,
    subject: [...subjectOf(first), first.format],
    ...(first.object === undefined ? {} : { object: safeIdentity(first.object, first.secret) }),
    ...(places.length === 0 ? {} : { places }),
    ...(moved.length + also.length === 0 ? {} : { details: [...moved, ...also] }),
  };
}

function positionOf(occurrence: SecretOccurrence): Position {
  return { file: occurrence.file, ...occurrence.locate() };
}

function whereOf(occurrence: SecretOccurrence): string {
  const field = fieldName(occurrence);
  if (occurrence.object === undefined) return field === '' ? 'The file' : field;
  return `${objectName(occurrence.object, occurrence.secret)}: ${field}`;
}

function says(occurrence: SecretOccurrence): string {
  if (occurrence.what !== undefined) return `holds ${occurrence.what}`;
  if (occurrence.role === 'secret-base64') return 'holds a secret in base64, which anyone can read';
  if (occurrence.role === 'secret' || occurrence.role === 'secret-pair') return 'holds a secret in plain text';
  return occurrence.severity === 'critical'
    ? 'holds a secret in plain text'
    : 'is set to a literal that looks like a credential';
}
