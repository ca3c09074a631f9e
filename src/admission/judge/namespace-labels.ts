import type { Loosening } from '../../kube/loosening.ts';
import { type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';

/** A label by which an admission controller leaves a namespace alone; `isOpen` of its value, undefined where it has none. */
interface ExemptingLabel {
  readonly key: string;
  readonly by: string;
  readonly isOpen: (value: string | undefined) => boolean;
}

/** Sources: the webhook configurations that Gatekeeper, sigstore's policy-controller, Connaisseur, Kubewarden and OPA install. */
const labels: readonly ExemptingLabel[] = [
  { key: 'admission.gatekeeper.sh/ignore', by: 'Gatekeeper', isOpen: (value) => value !== undefined },
  { key: 'policy.sigstore.dev/include', by: 'sigstore’s policy-controller', isOpen: (value) => value !== 'true' },
  { key: 'policy.sigstore.dev/exclude', by: 'sigstore’s policy-controller', isOpen: (value) => value !== undefined },
  { key: 'securesystemsengineering.connaisseur/webhook', by: 'Connaisseur', isOpen: (value) => value === 'ignore' },
  { key: 'openpolicyagent.org/webhook', by: 'OPA', isOpen: (value) => value === 'ignore' },
];

/** The admission controllers that newly leave a Namespace alone; of a new one, those that its labels say so to. */
export function namespaceLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const read = (value: Mapping, key: string) => {
    const label = mapping(valueUnder(value, 'metadata', 'labels'))[key];
    return label === undefined ? undefined : scalarText(label);
  };
  return labels.flatMap(({ key, by, isOpen }) => {
    const is = read(after, key);
    const was = before === undefined ? undefined : read(before, key);
    if (!isOpen(is) || (before === undefined ? is === undefined : isOpen(was))) return [];
    const path = ['metadata', 'labels', key];
    return [
      {
        what: `newly has its objects left alone by ${by} (label ${key})`,
        remedy: 'Exempt the one object that needs it, and not a whole namespace.',
        severity: before === undefined ? 'medium' : 'high',
        path: is === undefined ? ['metadata', 'labels'] : path,
        ...(is === undefined ? { formerPath: path } : {}),
        subject: ['label', key],
      },
    ];
  });
}
