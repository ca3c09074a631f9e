/** Functions of templates (Sprig) that make up something else each time. */
const functions =
  /\b(?:rand(?:Alpha(?:Num)?|Numeric|Ascii|Bytes|Int)|uuidv4|gen(?:PrivateKey|CA(?:WithKey)?|SelfSignedCert(?:WithKey)?|SignedCert(?:WithKey)?)|htpasswd|bcrypt|encryptAES|now|ago|shuffle)\b/;

/** What is put in the place of something that helm makes up each time. */
const mark = '{{ made up by helm }}';

/** Whether a file of a chart may make something up. */
export function mayMakeUp(bytes: Buffer): boolean {
  return bytes.includes('{{') && functions.test(bytes.toString('latin1'));
}

/**
 * One of two renderings of the same, with a mark in the place of all in which they differ. Renderings with other numbers of
 * lines are left as they are.
 */
export function withoutMadeUp(one: Buffer, other: Buffer): Buffer {
  if (one.equals(other)) return one;
  const [lines, others] = [one, other].map((bytes) => bytes.toString('utf8').split('\n'));
  if (lines === undefined || others === undefined || lines.length !== others.length) return one;
  return Buffer.from(
    lines.map((line, index) => (line === others[index] ? line : marked(line, others[index] ?? ''))).join('\n'),
  );
}

/** The line up to where its value begins, as far as both say the same. */
function marked(line: string, other: string): string {
  const field = /^\s*(?:-\s+)*(?:"[^"]*"|'[^']*'|[^\s"':#][^:#]*):\s+/.exec(line)?.[0];
  if (field !== undefined && other.startsWith(field)) return `${field}"${mark}"`;
  return `${/^\s*(?:-\s+)*/.exec(line)?.[0] ?? ''}"${mark}"`;
}
