/**
 * Text without which no object of these can be written: Role, ClusterRole, RoleBinding, ClusterRoleBinding and lists of
 * them; ServiceAccount, `serviceAccountName` and `serviceAccount`; `permissions` and `clusterPermissions` of OLM;
 * OpenShift's SecurityContextConstraints.
 */
const needles = ['Role', 'erviceAccount', 'ermissions', 'SecurityContextConstraints'].map((text) => Buffer.from(text));

/** Escapes that write a letter, and escaped line breaks (also NEL, LS and PS), which join what stands around them. */
const letterEscape = /\\(?:[xuU\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9])/;

/** Tags that decode their text: `!!binary`, written plainly, percent-encoded or by a handle. */
const binaryTag = /![^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})|%TAG/;

/**
 * Whether a file can hold an object that matters as context for RBAC. A superset of what `parseYaml` and
 * `resourcesOf` read as such, however it is escaped, tagged or encoded; much cheaper than reading it.
 */
export function isCandidate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (needles.some((needle) => buffer.includes(needle))) return true;
  // UTF-16 of these letters has zero bytes.
  if (buffer.includes(0)) return true;
  if (buffer.includes(0x5c) && letterEscape.test(buffer.toString('latin1'))) return true;
  return (buffer.includes(0x21) || buffer.includes('%TAG')) && binaryTag.test(buffer.toString('latin1'));
}
