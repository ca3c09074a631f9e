import type { Loosening } from '../../kube/loosening.ts';
import { type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { type Strength, weakened } from '../model/strength.ts';

/** What sigstore's policy-controller newly lets through by its ConfigMap (pkg/config/store.go); nothing for other ConfigMaps. Without one it refuses. */
export function policyControllerLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  if (!/^config-policy-controller$/.test(scalarText(valueUnder(after, 'metadata', 'name')))) return [];
  const [was, is] = [mapping(before?.data), mapping(after.data)];
  const matched = weakened(strengthOf(was), strengthOf(is), { path: ['data', noMatch] });
  const isEmpty = (data: Mapping) => /^(?:0|f|F|false|False|FALSE)$/.test(scalarText(data[authorities]));
  return [
    ...matched.map((each) => ({
      ...each,
      what: `${strengthOf(is) === 'ignores' ? 'newly lets images through' : 'only warns of images'} that no ClusterImagePolicy is for (${noMatch})`,
      remedy: `Keep ${noMatch}: deny, and have a policy for each image that is meant to run.`,
      subject: [noMatch, strengthOf(was), strengthOf(is)],
    })),
    ...(isEmpty(is) && !isEmpty(was)
      ? [
          {
            what: `newly takes policies that name no authority, and so verify nothing (${authorities})`,
            remedy: `Keep ${authorities}: "true".`,
            severity: 'medium' as const,
            path: ['data', authorities],
            subject: [authorities],
          },
        ]
      : []),
  ];
}

const noMatch = 'no-match-policy';
const authorities = 'fail-on-empty-authorities';

/** What is done about an image that no policy is for; any other word is `deny`. */
function strengthOf(data: Mapping): Strength {
  const known: Readonly<Record<string, Strength>> = { allow: 'ignores', warn: 'warns' };
  return known[scalarText(data[noMatch])] ?? 'refuses';
}
