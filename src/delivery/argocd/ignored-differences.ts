import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { parsedText } from '../../render/model/parsed-values.ts';
import { readPattern } from '../model/pattern.ts';

/** Which differences are left as they are, for a kind of object or for all. */
interface Ignored {
  /** The key of `argocd-cm` that says so. */
  readonly key: string;
  readonly kind: string;
  readonly text: string;
}

const split = 'resource.customizations.ignoreDifferences.';
const joined = 'resource.customizations';

/**
 * Rules and subjects of roles and bindings that Argo CD newly leaves as they are in the cluster, of every Application (argo-cd,
 * docs/user-guide/diffing.md and util/settings/settings.go).
 */
export function differencesIgnored(was: Mapping, is: Mapping): readonly Loosening[] {
  const old = ignoredBy(was).map((each) => ({ ...each, ways: waysOf(each.text) }));
  return ignoredBy(is).flatMap(({ key, kind, text }): readonly Loosening[] => {
    const former = old.filter((each) => [kind, '*'].includes(each.kind));
    const known = new Set(former.flatMap(({ ways }) => ways));
    const added = waysOf(text).filter((way) => !known.has(way));
    if (added.length === 0) return [];
    const whose = kind === '*' ? 'every kind of object' : `${kind} objects`;
    return [
      {
        what: `no longer takes back what is changed in the cluster in ${whose}, of every Application (${enumerate(added)})`,
        remedy:
          'Ignore only the field that a controller fills in, in the Application that has the object, by its name.',
        severity: 'medium',
        path: ['data', key],
        subject: ['ignoreDifferences', kind, ...added],
      },
    ];
  });
}

/** What is said of RBAC's kinds and of all kinds (`group_Kind`, `all`; the older form has `group/Kind` in one text). */
function ignoredBy(data: Mapping): readonly Ignored[] {
  const older = parsedText(scalarText(data[joined]));
  return [
    ...Object.entries(mapping(older)).map(([name, each]) => ({
      key: joined,
      name: name === '*' ? '*/*' : name,
      text: scalarText(mapping(each).ignoreDifferences),
    })),
    ...Object.entries(data).flatMap(([key, value]) => {
      if (!key.startsWith(split)) return [];
      const name = key.slice(split.length).replace('_', '/');
      return [{ key, name: name === 'all' ? '*/*' : name, text: scalarText(value) }];
    }),
  ].flatMap(({ name, ...each }) => {
    const [group = '', kind = ''] = name.split('/');
    return readPattern(group).matches('rbac.authorization.k8s.io') ? [{ ...each, kind }] : [];
  });
}

const decisive = /^(?:rules|subjects|roleRef|aggregationRule)$/;

/** The ways in which differences of rules and subjects are found to be ignored, as they are written. */
function waysOf(text: string): readonly string[] {
  if (text.trim() === '') return [];
  const read = parsedText(text);
  // What cannot be read may ignore anything.
  if (!isMapping(read)) return ['what could not be read'];
  return [
    ...strings(read.jsonPointers).filter((pointer) => decisive.test(pointer.split('/')[1] ?? 'rules')),
    ...strings(read.jqPathExpressions).filter(reachesRules),
    ...strings(read.managedFieldsManagers).map((manager) => `managed by ${manager}`),
  ];
}

/** Whether an expression of jq may lead to another field of the object than those it begins with. */
function reachesRules(expression: string): boolean {
  return expression.split(',').some((part) => {
    const [, field] = /^\s*\.([A-Za-z_]\w*)/.exec(part) ?? [];
    return field === undefined || decisive.test(field);
  });
}
