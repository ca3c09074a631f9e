import { isMachineMade, looksHumanMade } from '../value/made.ts';
import type { Assignment } from './assignments.ts';
import { lineCounter } from './line-counter.ts';

const value = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|([^\\s"'\`;|&<>()]{1,500}))`;

/** Flags and variables: `--db-password VALUE`, `-password=VALUE`, `TOKEN=VALUE command`. */
const forms: readonly RegExp[] = [
  new RegExp(`(?<![\\w-])--?([A-Za-z][\\w.-]{1,60})(?:=|[ \\t]{1,4})${value}`, 'g'),
  new RegExp(`(?:^|[\\s;&|(@])(?:export[ \\t]+|set[ \\t]+)?([A-Za-z_]\\w{1,60})=${value}`, 'gm'),
];

interface Program {
  /** One of these is in every text that the pattern fits. */
  readonly near: readonly string[];
  readonly pattern: RegExp;
  readonly key: string;
  /** The name the value is judged by, where it is not a password. */
  readonly means?: string;
}

const login =
  '(?:docker|podman|skopeo|helm registry|oras|crane auth|buildah|nerdctl|az acr|az|cf|oc|argocd|regctl registry)';
/** `user:password` in one word, each part or the whole quoted or not. */
const pair = `(?:"[^\\s:"]{0,100}:([^"\\n]{1,200})"|'[^\\s:']{0,100}:([^'\\n]{1,200})'|(?:"[^\\s"]{1,100}"|'[^\\s']{1,100}'|[^\\s:"']{0,100}):(?:"([^"\\n]{1,200})"|'([^'\\n]{1,200})'|([^\\s"']{1,200})))`;
const within = (names: string, rest: string, flags = 'g'): RegExp =>
  new RegExp(`(?<![\\w-])(?:${names})(?![\\w-])[^\\n;|]{0,400}?[ \\t]${rest}`, flags);

/** Flags and arguments that mean a password to one program only. */
const programs: readonly Program[] = [
  {
    near: ['curl', 'etcdctl', 'http ', 'https ', 'xh '],
    pattern: within('curl|https?|etcdctl|xh', `(?:-u|--user|-a|--auth|--proxy-user|-U)[ =]{0,4}${pair}`),
    key: 'curl --user',
  },
  {
    near: ['curl'],
    // The token of an API that takes it as the user, with no password.
    pattern: within(
      'curl',
      `(?:-u|--user)[ =]{0,4}(?:"([^\\s":]{8,400}):"|'([^\\s':]{8,400}):'|([^\\s"':]{8,400}):(?=\\s|$))`,
    ),
    key: 'curl --user',
    means: 'token',
  },
  {
    near: ['uthorization:'],
    pattern:
      /uthorization:[ \t]{0,4}(?:(?:Token|Api-Token|ApiKey|Bearer|PRIVATE-TOKEN|Key)[ \t]{1,4})?(?!Basic|Digest|Negotiate)([\w.~+/=@-]{16,2000})/gi,
    key: 'authorization header',
  },
  {
    near: ['curl', 'wget', 'http ', 'https ', 'xh '],
    pattern: new RegExp(
      `\\s(?:-H|--header)[ =]{0,4}["']?(?!Authorization)[\\w-]{0,40}(?:api-?key|token|secret|auth)[\\w-]{0,20}:[ \\t]{0,4}${value}`,
      'gi',
    ),
    key: 'header',
  },
  { near: ['sshpass'], pattern: within('sshpass', `-p[ \\t]{0,4}${value}`), key: 'sshpass -p' },
  { near: ['login '], pattern: within(`${login}[ \\t]{1,4}login`, `-p[ =]?${value}`), key: 'login -p' },
  {
    near: ['password-stdin'],
    pattern: new RegExp(
      `(?<![\\w-])(?:echo|printf)[ \\t]{1,4}(?:-n[ \\t]{1,4})?${value}[ \\t]{0,4}\\|[^\\n|]{0,200}--password-stdin`,
      'g',
    ),
    key: 'login --password-stdin',
  },
  {
    near: ['mysql', 'mariadb'],
    pattern: within(
      '(?:mysql|mariadb)(?:dump|-dump|admin|-admin|import|check|show)?',
      `-p(?:"([^"\\n]{2,100})"|'([^'\\n]{2,100})'|([^\\s"'-][^\\s"';|]{2,100}))`,
    ),
    key: 'mysql -p',
  },
  {
    near: ['redis-cli', 'valkey-cli'],
    pattern: within('redis-cli|valkey-cli', `-a[ \\t]{1,4}${value}`),
    key: 'redis-cli -a',
  },
  {
    near: ['mongo', 'cqlsh', 'twine', 'sqlcmd', 'mosquitto_', 'ipmitool', 'zip '],
    pattern: within(
      'mongo(?:sh|dump|restore|export|import)?|cqlsh|twine|sqlcmd|mosquitto_(?:pub|sub)|ipmitool|(?:un)?zip',
      `-[pP][ \\t]{1,4}${value}`,
    ),
    key: '-p',
  },
  {
    near: ['ldapsearch', 'ldapadd', 'ldapmodify', 'ldapdelete', 'ldappasswd', 'ldapwhoami'],
    pattern: within('ldap(?:search|add|modify|delete|passwd|whoami)', `-w[ \\t]{0,4}${value}`),
    key: 'ldap -w',
  },
  {
    near: ['pass:'],
    pattern: /\s-?-pass(?:in|out)?[ \t]{1,4}["']?pass:()([^\s"']{1,200})/g,
    key: 'openssl -pass',
  },
  {
    near: ['htpasswd'],
    pattern: within(
      'htpasswd',
      `-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \\t](?:[^\\n;|]{0,200}[ \\t])?[\\w.@-]{1,60}[ \\t]{1,4}${value}[ \\t]{0,4}(?:$|[\\n;|>&)])`,
    ),
    key: 'htpasswd -b',
  },
  {
    near: ['add_user', 'change_password'],
    pattern: new RegExp(`\\b(?:add_user|change_password)[ \\t]{1,4}[\\w.@"'-]{1,60}[ \\t]{1,4}${value}`, 'g'),
    key: 'rabbitmqctl',
  },
  {
    near: ['chpasswd'],
    pattern:
      /(?<![\w-])(?:echo|printf)[ \t]{1,4}(?:-\w[ \t]{1,4})?["']?[\w.-]{1,60}:()([^\s"'|]{1,200})["']?[ \t]{0,4}\|[^\n|]{0,80}chpasswd/g,
    key: 'chpasswd',
  },
  {
    near: ['alias set', 'host add'],
    pattern: new RegExp(
      `\\bmc\\s[^\\n;|]{0,80}?(?:alias set|host add)[ \\t]{1,4}\\S{1,80}[ \\t]{1,4}\\S{1,200}[ \\t]{1,4}\\S{1,200}[ \\t]{1,4}${value}`,
      'g',
    ),
    key: 'mc alias',
  },
  {
    near: ['aws configure'],
    pattern: new RegExp(`\\baws_secret_access_key[ \\t]{1,4}${value}`, 'g'),
    key: 'secret access key',
  },
  {
    near: ['vault login', 'bao login'],
    pattern: new RegExp(`\\b(?:vault|bao)[ \\t]{1,4}login[ \\t]{1,4}(?!-)${value}`, 'g'),
    key: 'vault token',
  },
  {
    near: ['smbclient', 'mount '],
    pattern: /\s-U[ \t]{0,4}["']?[\w.\\-]{1,60}%()([^\s"']{1,200})/g,
    key: 'smbclient -U',
  },
  {
    near: ['lftp'],
    pattern: /\blftp\b[^\n;|]{0,200}?\s-u[ \t]{1,4}["']?[^\s,"']{1,80},()([^\s"']{1,200})/g,
    key: 'lftp -u',
  },
  {
    near: ['sqlplus', 'rman', 'expdp', 'impdp'],
    pattern: /\b(?:sqlplus|rman|expdp|impdp)\b[^\n;|]{0,100}?\s[\w.-]{1,60}\/()([^\s@"'/]{1,100})@/g,
    key: 'sqlplus',
  },
];

const nearWords = new RegExp([...new Set(programs.flatMap(({ near }) => near))].join('|'));

/** Whether a text can hold a command of these programs: true for every text in which one of their patterns fits. */
export function mayHoldCommands(text: string): boolean {
  return nearWords.test(text);
}

/** What a command gives to `kubectl create secret`: each literal is a secret whatever it is called. */
const secretLiteral = new RegExp(`--from-literal[= ]["']?([\\w.-]{1,100})=${value}`, 'g');

/** The credentials a command line or script spells out in flags, variables and the arguments of well-known programs. */
export function readCommands(source: string): readonly Assignment[] {
  // A backslash at the end of a line joins it with the next.
  const text = source.includes('\\\n') ? source.replace(/\\\n/g, '  ') : source;
  const found: Assignment[] = [];
  const placeAt = lineCounter(source);
  const add = (
    key: string,
    means: string,
    match: RegExpMatchArray,
    groups: readonly (string | undefined)[],
    isForSecret = false,
  ): void => {
    const given = groups.find((group) => group !== undefined && group !== '');
    // openssl(1) and its like say where a password comes from.
    if (given === undefined || isNoLiteral(given) || /^(?:env|file|fd|stdin):/.test(given)) return;
    const value = given.replace(/^pass:/, '');
    const place = placeAt((match.index ?? 0) + match[0].lastIndexOf(value));
    found.push({
      key,
      means,
      value,
      quoted: !match[0].endsWith(value),
      place,
      isCommand: true,
      ...(isForSecret ? { isForSecret } : {}),
    });
  };
  for (const pattern of forms)
    for (const match of text.matchAll(pattern)) add(match[1] ?? '', match[1] ?? '', match, match.slice(2));
  for (const { near, pattern, key, means = 'password' } of programs) {
    if (!near.some((word) => text.includes(word))) continue;
    for (const match of text.matchAll(pattern)) add(key, means, match, match.slice(1));
  }
  if (text.includes('--from-literal')) {
    for (const match of text.matchAll(secretLiteral)) {
      const isSecret = /\bsecret\b[^\n;|]{0,400}$/.test(text.slice(Math.max(0, match.index - 400), match.index));
      add(match[1] ?? '', match[1] ?? '', match, match.slice(2), isSecret);
    }
  }
  return found;
}

/** What the shell fills in: a variable, or the output of a command. One with a default carries that. */
const substitution =
  /`[^`\n]{0,400}`?|\$\([^()\n]{0,400}\)?|\$\{(?![A-Za-z_]\w{0,100}:?[-=][^}])[^{}\n]{0,200}\}?|\$(?:[A-Za-z_]\w{0,100}|[<\d@*])/g;

/** A further flag, or nothing but words around what the shell fills in; `Hunter2!$1` holds most of a password. */
export function isNoLiteral(text: string): boolean {
  if (text.startsWith('-')) return !isMachineMade(text);
  const rest = text.replace(substitution, ' ');
  return rest !== text && !rest.split(/\s+/).some((part) => looksHumanMade(part) || isMachineMade(part));
}
