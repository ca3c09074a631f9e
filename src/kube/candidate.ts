import { rbacKinds } from './rbac-kinds.ts';

/**
 * Words without one of which nothing that grants can be written: kinds, groups, names and fields that readers of RBAC look
 * for. Whoever adds a reader adds its word here. Each is looked for as a whole word, a kind also as its list; a `*` lets letters
 * precede it.
 */
const words = [
  ...rbacKinds,
  // The fields of bindings and rules, which also occur where a template makes the kind.
  'roleRef',
  'verbs',
  // Operator bundles, and OpenShift's security constraints and groups.
  'ClusterServiceVersion',
  'SecurityContextConstraints',
  'user.openshift.io',
  // Rancher and rbac-manager.
  'management.cattle.io',
  'RBACDefinition',
  // The AWS authenticator and the controllers for EKS.
  'aws-auth',
  'IAMIdentityMapping',
  'iamIdentityMappings',
  'iamAuthenticatorConfig',
  'AccessEntry',
  'AccessPolicyAssociation',
  // Argo CD's own roles: its ConfigMap, its object, and its keys among values.
  'argocd-rbac-cm',
  'policy.default',
  '*.csv',
  'defaultPolicy',
  'ArgoCD',
];

const letters = words.map((word) => word.replace('*', ''));
/** To look no further where none is: cheap, and right for most files. What holds another one is found by that. */
const needles = letters
  .filter((word) => !letters.some((other) => other !== word && word.includes(other)))
  .map((word) => Buffer.from(word));

/** An escape may come right before a word, in a manifest that another one holds as a string: `"kind:\tRole"`. */
const begins = '(?:(?<![0-9A-Za-z])|(?<=\\\\[0abefnrtvNLP_]))';
const ends = '(?:List)?(?![0-9A-Za-z])';
const wholeWord = new RegExp(words.map(wordPattern).join('|'));

function wordPattern(word: string): string {
  const inner = word.replace('*', '').replaceAll('.', '\\.');
  return `${word.startsWith('*') ? '' : begins}${inner}${ends}`;
}

/** Escapes that write a letter, and escaped line breaks (also NEL, LS and PS), which join the text around them. */
const letterEscape = /\\(?:[xuU\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9])/;

/** Tags that decode their text: `!!binary`, written plainly, percent-encoded or by a handle. */
const binaryTag = /![^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})|%TAG/;

/**
 * Whether a file can hold a role, a binding or another grant. A superset of what `parseYaml`, `resourcesOf` and the readers
 * of RBAC take as such, however it is escaped, tagged or encoded; much cheaper than reading it.
 */
export function isCandidate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (needles.some((needle) => buffer.includes(needle)) && wholeWord.test(buffer.toString('latin1'))) return true;
  return mayHideWords(buffer);
}

/** Whether a file can hold a word that its bytes do not show. */
export function mayHideWords(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // UTF-16 of letters has zero bytes.
  if (buffer.includes(0)) return true;
  if (buffer.includes(0x5c) && letterEscape.test(buffer.toString('latin1'))) return true;
  return (buffer.includes(0x21) || buffer.includes('%TAG')) && binaryTag.test(buffer.toString('latin1'));
}
