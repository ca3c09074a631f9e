import type { Position } from '../kube/resource.ts';
import { excerptOf, fieldName, objectName, subjectOf } from '../kube/secrets/describe.ts';
import { type NewSecret, newSecrets } from '../kube/secrets/new-secrets.ts';
import { remedyFor } from '../kube/secrets/remedy.ts';
import type { Sighting } from '../kube/secrets/sighting.ts';
import type { Evidence, Observation, Rule } from './rule.ts';
import { secretTools } from './secret-tools.ts';

/** Finds values that are secret and stand readable in head, and did not stand there in base. */
export const plaintextSecret: Rule = {
  id: 'plaintext-secret',
  category: 'secret',
  severity: 'critical',
  summary: 'A new plaintext secret: a literal in a Secret, a provider token, a private key, a password in plain sight.',
  *check(evidence) {
    for (const group of newSecrets(evidence.change.touched, evidence.digestKey)) {
      if (group.is === 'literal') yield observe(evidence, group);
    }
  },
};

function observe(evidence: Evidence, group: NewSecret): Observation {
  const first = group.sightings[0] as Sighting;
  const isPushed = evidence.change.range.kind !== 'staged';
  const places = group.sightings.slice(1).map(positionOf);
  const moved =
    group.movedFrom === undefined
      ? []
      : [`The value stood in ${group.movedFrom} before, which belongs to another scope.`];
  const also = group.sightings.slice(1, 21).map((other) => `also ${whereOf(other)} (${other.file})`);
  return {
    message: `${whereOf(first)} ${says(first)}${places.length === 0 ? '' : `, here and in ${places.length} more ${places.length === 1 ? 'place' : 'places'}`}`,
    remedy: remedyFor(first, secretTools(evidence), isPushed),
    excerpt: excerptOf(first),
    severity: group.movedFrom === undefined ? first.severity : 'medium',
    position: positionOf(first),
    scope: first.scope,
    subject: [...subjectOf(first), first.format],
    ...(first.object === undefined ? {} : { object: first.object }),
    ...(places.length === 0 ? {} : { places }),
    ...(moved.length + also.length === 0 ? {} : { details: [...moved, ...also] }),
  };
}

function positionOf(sighting: Sighting): Position {
  return { file: sighting.file, ...sighting.locate() };
}

function whereOf(sighting: Sighting): string {
  const field = fieldName(sighting);
  if (sighting.object === undefined) return field === '' ? 'The file' : field;
  return `${objectName(sighting.object, sighting.secret)}: ${field}`;
}

function says(sighting: Sighting): string {
  if (sighting.what !== undefined) return `holds ${sighting.what}`;
  if (sighting.role === 'secret-base64') return 'holds a secret in base64, which anyone can read';
  if (sighting.role === 'secret' || sighting.role === 'secret-pair') return 'holds a secret in plain text';
  return 'is set to a literal that looks like a credential';
}
