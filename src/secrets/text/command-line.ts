/** A credential that a command line or script spells out. */
export interface SpelledOut {
  /** The flag or variable. */
  readonly key: string;
  readonly value: string;
  readonly offset: number;
}

const value = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|([^\\s"'\`;|&<>()]{1,500}))`;
const forms: readonly { readonly pattern: RegExp; readonly key: string }[] = [
  { pattern: new RegExp(`(?<![\\w-])--?([A-Za-z][\\w.-]{1,60})(?:=|[ \\t]{1,4})${value}`, 'g'), key: '' },
  { pattern: new RegExp(`(?:^|[\\s;&|(])(?:export[ \\t]+|set[ \\t]+)?([A-Za-z_]\\w{1,60})=${value}`, 'gm'), key: '' },
];

// Flags that mean a password to one program only.
const programs: readonly { readonly near: string; readonly pattern: RegExp; readonly key: string }[] = [
  {
    near: 'curl',
    // Lines that end in a backslash go on.
    pattern:
      /\bcurl\b(?:[^\n]|\\\n){0,400}?\s(?:-u|--user)[ =]{0,4}(?:"[^\s:"]{0,100}:([^"\n]{1,200})"|'[^\s:']{0,100}:([^'\n]{1,200})'|[^\s:"']{1,100}:([^\s"']{1,200}))/g,
    key: 'curl --user',
  },
  {
    near: 'uthorization:',
    pattern:
      /uthorization:\s{0,4}(?:(?:Token|Api-Token|ApiKey|Bearer|PRIVATE-TOKEN|Key)\s{1,4})?(?!Basic|Digest|Negotiate)([\w.~+/=-]{16,2000})/gi,
    key: 'authorization token',
  },
  {
    near: 'curl',
    pattern: new RegExp(
      `\\s(?:-H|--header)[ =]{0,4}["']?[\\w-]{0,40}(?:api-?key|token|secret|auth)[\\w-]{0,20}:\\s{0,4}${value}`,
      'gi',
    ),
    key: 'header token',
  },
  { near: 'sshpass', pattern: new RegExp(`\\bsshpass\\s{1,4}-p\\s{0,4}${value}`, 'g'), key: 'sshpass -p' },
  {
    near: 'login',
    pattern: new RegExp(
      `\\b(?:docker|podman|skopeo|helm registry|oras|crane auth|buildah|nerdctl)\\s{1,4}login\\b[^\\n]{0,300}?\\s-p[ =]?${value}`,
      'g',
    ),
    key: 'login -p',
  },
  {
    near: 'mysql',
    pattern: /\bmysql(?:dump|admin|import|check)?\b[^\n]{0,200}?\s-p([^\s"'-][^\s"';|]{2,100})/g,
    key: 'mysql -p',
  },
  {
    near: 'redis-cli',
    pattern: new RegExp(`\\bredis-cli\\b[^\\n]{0,200}?\\s-a\\s{1,4}${value}`, 'g'),
    key: 'redis-cli -a',
  },
];

/** The credentials a command line or script spells out in flags, variables and the arguments of well-known programs. */
export function spelledOut(text: string): readonly SpelledOut[] {
  const found: SpelledOut[] = [];
  for (const { pattern } of forms) {
    for (const match of text.matchAll(pattern)) {
      const literal = match[2] ?? match[3] ?? match[4];
      if (literal === undefined || isNoLiteral(literal)) continue;
      found.push({ key: match[1] ?? '', value: literal, offset: match.index ?? 0 });
    }
  }
  for (const { near, pattern, key } of programs) {
    if (!text.includes(near)) continue;
    for (const match of text.matchAll(pattern)) {
      const literal = match.slice(1).find((group) => group !== undefined);
      if (literal === undefined || isNoLiteral(literal)) continue;
      found.push({ key: `${key} password`, value: literal, offset: match.index ?? 0 });
    }
  }
  return found;
}

/** A further flag, a variable, or a substitution that the shell fills in. */
export function isNoLiteral(value: string): boolean {
  return /^-|\$[({A-Za-z_<]|`/.test(value);
}
