/**
 * Words without which no role or binding, nor anything else that grants, can be written, each whole: the kinds of RBAC and
 * lists of them, operator bundles, kinds and names of other products, and the fields of bindings and rules, which also occur
 * where a template makes the kind.
 */
const words = [
  '(?:Cluster)?Role(?:Binding)?(?:List)?',
  'ClusterServiceVersion(?:List)?',
  'roleRef',
  'verbs',
  // OpenShift Group, Rancher, the AWS authenticator and the controllers for EKS, rbac-manager, Argo CD
  'user\\.openshift\\.io',
  'management\\.cattle\\.io',
  'SecurityContextConstraints(?:List)?',
  'aws-auth',
  'IAMIdentityMapping(?:List)?',
  'iamIdentityMappings',
  'iamAuthenticatorConfig',
  'AccessEntry(?:List)?',
  'AccessPolicyAssociation(?:List)?',
  'RBACDefinition(?:List)?',
  'argocd-rbac-cm',
  'policy\\.default',
  'policy\\.csv',
  'defaultPolicy',
];

/** One of the letters that every word above holds, to look no further where none is: cheap, and right for most files. */
const needles = [
  'Role',
  'ClusterServiceVersion',
  'roleRef',
  'verbs',
  'openshift.io',
  'cattle.io',
  'SecurityContextConstraints',
  'aws-auth',
  'IAMIdentityMapping',
  'iamIdentityMappings',
  'iamAuthenticatorConfig',
  'AccessEntry',
  'AccessPolicyAssociation',
  'RBACDefinition',
  'argocd-rbac-cm',
  'policy.default',
  'policy.csv',
  'defaultPolicy',
].map((text) => Buffer.from(text));

/** An escape may come right before a word, in a manifest that another one holds as a string: `"kind:\tRole"`. */
const wholeWord = new RegExp(`(?:(?<![0-9A-Za-z])|(?<=\\\\[0abefnrtvNLP_]))(?:${words.join('|')})(?![0-9A-Za-z])`);

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
