import { fails, holds, notChecked, type PostureCheck, type Question } from './check.ts';
import { type Fact, isUnknown } from './fact.ts';
import type { Surroundings } from './surroundings.ts';

/** Whether everybody can read the repository: no fault by itself, and grave where secrets are in it. `noun` is the forge's word. */
export function visibilityCheck(
  visibility: Fact<string>,
  noun: 'repository' | 'project',
  { plaintextSecrets }: Pick<Surroundings, 'plaintextSecrets'>,
): PostureCheck {
  const question: Question = { id: 'not-public', what: `The ${noun} is not public` };
  if (isUnknown(visibility)) return notChecked(question, visibility);
  if (visibility.value !== 'public') return holds(question, visibility.value);
  const holdsSecrets = plaintextSecrets > 0;
  const number = plaintextSecrets === 1 ? 'a plaintext secret' : `${plaintextSecrets} plaintext secrets`;
  return fails(question, 'public', {
    rule: 'public-repository',
    severity: holdsSecrets ? 'high' : 'low',
    message: holdsSecrets
      ? `The ${noun} is public, and holds ${number}: everybody can read them, in its history too.`
      : `The ${noun} is public: everybody can read what runs in the clusters, and how it is protected.`,
    remedy: holdsSecrets
      ? `Rotate these secrets first; making the ${noun} private takes back nothing that was copied.`
      : `Where that is meant, accept it or turn the rule off; else make the ${noun} private.`,
    subject: holdsSecrets ? ['secrets'] : [],
  });
}
