import { entryOf, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';

/** The level of each profile (openshift/library-go, pkg/operator/apiserver/audit). */
const levelOf: Readonly<Record<string, string>> = {
  None: 'None',
  Default: 'Metadata',
  WriteRequestBodies: 'Request',
  AllRequestBodies: 'RequestResponse',
};

/**
 * The audit profile of OpenShift's APIServer (config.openshift.io/v1, Audit) as a policy: the first of the custom rules whose group the
 * user is in decides, else the profile. What can not be read records nothing.
 */
export function profilePolicy({ spec }: Mapping): Mapping {
  const { profile, customRules } = mapping(valueUnder(spec, 'audit'));
  const level = (value: unknown) => entryOf(levelOf, scalarText(value) || 'Default') ?? 'None';
  return {
    rules: [
      ...list(customRules).map((rule) => ({ level: level(mapping(rule).profile), userGroups: [mapping(rule).group] })),
      { level: level(profile) },
    ],
  };
}
