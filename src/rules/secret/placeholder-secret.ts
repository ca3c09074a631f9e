import { excerptOf, fieldName, objectName, safeIdentity, subjectOf } from '../../secrets/judge/describe.ts';
import type { NewSecret } from '../../secrets/judge/new-secrets.ts';
import type { SecretOccurrence } from '../../secrets/judge/secret-occurrence.ts';
import type { Observation, Rule } from '../rule.ts';

/** Finds values that only say that there should be a secret, in fields that hold nothing else: deployed, they are passwords. */
export const placeholderSecret: Rule = {
  id: 'placeholder-secret',
  category: 'secret',
  severity: 'low',
  summary: 'A placeholder is where only a secret can, and would be deployed as one.',
  *check({ secrets: { found: groups } }) {
    const judged = new Set(
      groups.filter((group) => group.is !== 'plain-setting').flatMap((group) => group.occurrences.map(ownerOf)),
    );
    const reported = new Set<string>();
    for (const group of groups) {
      if (group.is === 'placeholder') yield placeholder(group);
      const first = group.occurrences[0];
      if (group.is !== 'plain-setting' || first === undefined) continue;
      const owner = ownerOf(first);
      if (judged.has(owner) || reported.has(owner)) continue;
      reported.add(owner);
      yield plainValues(first);
    }
  },
};

/** The object a occurrence belongs to, or its file. */
function ownerOf(occurrence: SecretOccurrence): string {
  const { group, kind, namespace, name } = occurrence.object ?? { group: '', kind: '', namespace: '', name: '' };
  return JSON.stringify([occurrence.scope, occurrence.file, group, kind, namespace ?? null, name]);
}

function placeholder(group: NewSecret): Observation {
  const first = group.occurrences[0] as SecretOccurrence;
  const places = group.occurrences.slice(1).map((other) => ({ file: other.file, ...other.locate() }));
  const more =
    places.length === 0 ? '' : `, here and in ${places.length} more ${places.length === 1 ? 'place' : 'places'}`;
  return {
    message: `${whereOf(first)} holds a placeholder where only a secret can be${more}`,
    remedy:
      'If this is deployed, the placeholder is the password: deliver the real value from your secret store. If it is an example, leave the field empty.',
    excerpt: excerptOf(first),
    position: { file: first.file, ...first.locate() },
    scope: first.scope,
    subject: [...subjectOf(first), 'placeholder'],
    ...(first.object === undefined ? {} : { object: safeIdentity(first.object, first.secret) }),
    ...(places.length === 0 ? {} : { places }),
  };
}

function plainValues(first: SecretOccurrence): Observation {
  const owner = first.object === undefined ? first.file : objectName(first.object, first.secret);
  return {
    message: `${owner} holds only plain values such as ${fieldName(first)}, no secret that could be recognised`,
    remedy: 'If nothing in it is secret, a ConfigMap says so; if something is, deliver it from your secret store.',
    position: { file: first.file, ...first.locate() },
    scope: first.scope,
    subject: ['plain-values'],
    ...(first.object === undefined ? {} : { object: safeIdentity(first.object, first.secret) }),
  };
}

function whereOf(occurrence: SecretOccurrence): string {
  const field = fieldName(occurrence);
  return occurrence.object === undefined
    ? field || 'The file'
    : `${objectName(occurrence.object, occurrence.secret)}: ${field}`;
}
