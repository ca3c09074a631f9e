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
  'users.anonymous.enabled',
  'AppProject',
  // Capsule.
  'capsule.clastix.io',
];

/** A word to look for; where `isSuffix`, letters may precede it. */
interface Word {
  readonly letters: Buffer;
  readonly isSuffix: boolean;
}

/** Kinds that grant nothing, and decide about pods: as whom they run, what their namespace lets them do, and whom they reach. */
const aroundPods = [
  'ServiceAccount',
  'Namespace',
  'NetworkPolicy',
  'policy.networking.k8s.io',
  'security.istio.io',
  'cilium.io',
  'projectcalico.org',
  'Ingress',
  'route.openshift.io',
  'gateway.networking.k8s.io',
  'gateway.envoyproxy.io',
  'kuadrant.io',
  'traefik.io',
  'traefik.containo.us',
].map(wordOf);

const wanted = words.map(wordOf);

function wordOf(word: string): Word {
  return { letters: Buffer.from(word.replace('*', '')), isSuffix: word.startsWith('*') };
}

const list = Buffer.from('List');
const backslash = 0x5c;
/** What may follow a backslash right before a word, in a manifest that another one holds as a string: `"kind:\tRole"`. */
const escapeLetters = new Set(Buffer.from('0abefnrtvNLP_'));

function holdsWord(bytes: Buffer, { letters, isSuffix }: Word): boolean {
  for (let at = bytes.indexOf(letters); at >= 0; at = bytes.indexOf(letters, at + 1)) {
    if ((isSuffix || begins(bytes, at)) && ends(bytes, at + letters.length)) return true;
  }
  return false;
}

function begins(bytes: Buffer, at: number): boolean {
  const previous = bytes[at - 1];
  return !isAlphanumeric(previous) || (bytes[at - 2] === backslash && escapeLetters.has(previous ?? 0));
}

function ends(bytes: Buffer, at: number): boolean {
  if (!isAlphanumeric(bytes[at])) return true;
  return list.equals(bytes.subarray(at, at + list.length)) && !isAlphanumeric(bytes[at + list.length]);
}

function isAlphanumeric(byte = 0): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
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
  if (wanted.some((word) => holdsWord(buffer, word))) return true;
  return mayHideWords(buffer);
}

/** Whether an unchanged file can hold something on which the judgement of a change depends: a grant, or what decides about pods. */
export function isContextCandidate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return aroundPods.some((word) => holdsWord(buffer, word)) || isCandidate(bytes);
}

/** Whether a file can hold a word, the one of a kind or of a field, however it is written. */
export function mayHold(bytes: Uint8Array, word: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return holdsWord(buffer, wordOf(word)) || mayHideWords(buffer);
}

/** Whether a file can hold a word that its bytes do not show. */
export function mayHideWords(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // UTF-16 of letters has zero bytes.
  if (buffer.includes(0)) return true;
  if (buffer.includes(0x5c) && letterEscape.test(buffer.toString('latin1'))) return true;
  return (buffer.includes(0x21) || buffer.includes('%TAG')) && binaryTag.test(buffer.toString('latin1'));
}
