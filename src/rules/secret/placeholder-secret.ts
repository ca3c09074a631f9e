import { excerptOf, fieldName, objectName, ownerOf, subjectOf, whereOf } from '../../secrets/compare/describe.ts';
import type { NewSecret } from '../../secrets/compare/new-secrets.ts';
import type { SecretOccurrence } from '../../secrets/judge/secret-occurrence.ts';
import type { Observation, Rule } from '../rule.ts';
import { moreOf, placesOf } from './places.ts';

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
      // What was encrypted is reported as such.
      const occurrences = group.occurrences.filter(({ isLost }) => isLost !== true);
      const [first] = occurrences;
      if (first === undefined) continue;
      if (group.is === 'placeholder') yield placeholder({ ...group, occurrences });
      if (group.is !== 'plain-setting') continue;
      const owner = ownerOf(first);
      if (judged.has(owner) || reported.has(owner)) continue;
      reported.add(owner);
      yield plainValues(first);
    }
  },
};

function placeholder({ occurrences }: NewSecret): Observation {
  const [first, ...others] = occurrences as [SecretOccurrence, ...SecretOccurrence[]];
  const isDefault = first.format === 'default-password';
  const what = isDefault ? 'is set to a well-known default password' : 'holds a placeholder where only a secret can be';
  return {
    message: `${whereOf(first)} ${what}${moreOf(others)}.`,
    remedy: isDefault
      ? 'Leave the value empty and name an existing Secret instead: whoever installs this without setting a password has the one that everybody knows.'
      : 'If this is deployed, the placeholder is the password: deliver the real value from your secret store. If it is an example, leave the field empty.',
    excerpt: excerptOf(first),
    ...placesOf(first, others),
    subject: [...subjectOf(first), 'placeholder'],
  };
}

function plainValues(first: SecretOccurrence): Observation {
  const owner = first.object === undefined ? first.file : objectName(first.object, first.secret);
  return {
    message: `${owner} holds only plain values such as ${fieldName(first)}, no secret that could be recognised.`,
    remedy: 'If nothing in it is secret, a ConfigMap says so; if something is, deliver it from your secret store.',
    ...placesOf(first, []),
    subject: ['plain-values'],
  };
}
