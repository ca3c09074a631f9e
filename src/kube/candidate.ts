/**
 * Kinds without whose name, as a whole word, no role or binding can be written: those of RBAC and lists of them, and the
 * operator bundles that ask for permissions.
 */
const kinds = ['Role', 'ClusterServiceVersion'].map((text) => Buffer.from(text));
/** An escape may stand right before it, in a manifest that another one holds as a string: `"kind:\tRole"`. */
const kindWord =
  /(?:(?<![0-9A-Za-z])|(?<=\\[0abefnrtvNLP_]))(?:(?:Cluster)?Role(?:Binding)?|ClusterServiceVersion)(?:List)?(?![0-9A-Za-z])/;

/** Escapes that write a letter, and escaped line breaks (also NEL, LS and PS), which join the text around them. */
const letterEscape = /\\(?:[xuU\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9])/;

/** Tags that decode their text: `!!binary`, written plainly, percent-encoded or by a handle. */
const binaryTag = /![^\s]{0,64}(?:binary|%[0-9A-Fa-f]{2})|%TAG/;

/**
 * Whether a file can hold a role, a binding or an operator bundle. A superset of what `parseYaml` and
 * `resourcesOf` read as such, however it is escaped, tagged or encoded; much cheaper than reading it.
 */
export function isCandidate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kinds.some((kind) => buffer.includes(kind)) && kindWord.test(buffer.toString('latin1'))) return true;
  // UTF-16 of these letters has zero bytes.
  if (buffer.includes(0)) return true;
  if (buffer.includes(0x5c) && letterEscape.test(buffer.toString('latin1'))) return true;
  return (buffer.includes(0x21) || buffer.includes('%TAG')) && binaryTag.test(buffer.toString('latin1'));
}
