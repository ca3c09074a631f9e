import type { TrustedFile } from '../../policy/policy.ts';
import { withoutTrailingSpace } from '../model/armor.ts';
import { normalEmail } from '../model/email.ts';
import { Malformed, Unsupported } from '../model/malformed.ts';
import type { TrustProblem } from '../model/trust-problem.ts';
import { matchesPatternList } from '../ssh/ssh-pattern.ts';
import { certifiedType, readSshPublicKey, type SshPublicKey } from '../ssh/ssh-public-key.ts';
import { sshTime } from '../ssh/ssh-time.ts';

/** One line of `allowed_signers` (ssh-keygen(1), ALLOWED SIGNERS). */
export interface AllowedSigner {
  readonly line: number;
  /** The pattern list as it is written. */
  readonly principals: string;
  /** The same as `normalEmail` writes it. */
  readonly patterns: string;
  /** Those of the principals that are not patterns, and that no negated one takes away. */
  readonly literals: readonly string[];
  readonly key: SshPublicKey;
  readonly isAuthority: boolean;
  /** A pattern list of signature namespaces; undefined allows every one. */
  readonly namespaces: string | undefined;
  /** Seconds since the epoch, both inclusive. */
  readonly validAfter: number | undefined;
  readonly validBefore: number | undefined;
}

/** A file with so many broken lines is something else; the rest of it is not read, and the problems say so already. */
const maximumProblems = 1000;

/** Reads `allowed_signers`; a line that cannot be read is a problem and the others hold, as with ssh-keygen. */
export function readAllowedSigners(file: TrustedFile): {
  readonly signers: readonly AllowedSigner[];
  readonly problems: readonly TrustProblem[];
} {
  const signers: AllowedSigner[] = [];
  const problems: TrustProblem[] = [];
  for (const [index, text] of file.bytes.toString('utf8').split('\n').entries()) {
    const content = withoutTrailingSpace(text.replace(/^[ \t\r\uFEFF]+/, ''));
    if (content === '' || content.startsWith('#')) continue;
    try {
      signers.push(readLine(content, index + 1));
    } catch (error) {
      if (!(error instanceof Malformed || error instanceof Unsupported)) throw error;
      problems.push({ file: file.path, line: index + 1, what: `The line ${error.message}.` });
      if (problems.length >= maximumProblems) break;
    }
  }
  return { signers, problems };
}

function readLine(content: string, line: number): AllowedSigner {
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(content))
    throw new Malformed('begins a private key: take it out, and make a new key');
  const [principals, afterPrincipals] = firstWord(content);
  if (isKeyType(principals) && /^[A-Za-z0-9+/]{40,}={0,2}(?:\s|$)/.test(afterPrincipals))
    throw new Malformed(
      `begins with the key: write whose it is before it (ana@example.org namespaces="git" ${principals} …)`,
    );
  if (principals === '') throw new Malformed('names no principal');
  if (principals.includes('"'))
    throw new Malformed('has a quote in its principals that does not end, or not with them');
  const [word, rest] = firstWord(afterPrincipals);
  const withoutOptions = isKeyType(word) ? readKey(word, rest) : undefined;
  const [options, afterOptions] = withoutOptions === undefined ? optionsField(afterPrincipals) : ['', ''];
  const key = withoutOptions ?? readKey(...firstWord(afterOptions));
  const patterns = normalEmail(principals);
  const literals = principals.split(',').filter((pattern) => {
    return !/[*?!]/.test(pattern) && matchesPatternList(normalEmail(pattern), patterns);
  });
  return { line, principals, patterns, literals, key, ...readOptions(options) };
}

function isKeyType(word: string): boolean {
  return /^(?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+$/.test(word);
}

/** The first word, which may be in double quotes, and what follows the white space after it. */
function firstWord(text: string): [string, string] {
  const [, quoted, plain = '', rest = ''] = /(?:"([^"]*)"|([^ \t]*))[ \t]*(.*)/s.exec(text) ?? [];
  return [quoted ?? plain, rest];
}

/** The options up to the first white space outside double quotes (`sshkey_advance_past_options`), and what follows. */
function optionsField(text: string): [string, string] {
  let quoted = false;
  let at = 0;
  for (; at < text.length && (quoted || (text[at] !== ' ' && text[at] !== '\t')); at++) {
    if (text[at] === '\\' && text[at + 1] === '"') at++;
    else if (text[at] === '"') quoted = !quoted;
  }
  if (quoted || at >= text.length) throw new Malformed('has no key, or a quote that does not end');
  return [text.slice(0, at), text.slice(at).replace(/[ \t]+/, '')];
}

function readKey(type: string, rest: string): SshPublicKey {
  if (!isKeyType(type)) throw new Malformed('has options or a key type that are not known');
  if (certifiedType(type) !== undefined) {
    throw new Unsupported("lists a certificate; list its authority's key with cert-authority instead");
  }
  const [base64] = firstWord(rest);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new Malformed('holds a key that is not base64');
  const blob = Buffer.from(base64, 'base64');
  const key = readSshPublicKey(blob);
  if (key.type !== type) throw new Malformed('holds a key of another type than it says');
  return key;
}

type Options = Pick<AllowedSigner, 'isAuthority' | 'namespaces' | 'validAfter' | 'validBefore'>;

function readOptions(field: string): Options {
  const values = new Map<string, string>();
  let isAuthority = false;
  for (let rest = field; rest !== ''; ) {
    const option =
      /^(?:(cert-authority)|(namespaces|valid-after|valid-before)="((?:[^"\\]|\\"|\\(?!"))*)")(?:,(?=.)|$)/is.exec(
        rest,
      );
    if (option === null)
      throw new Malformed('has an option that is not known, or is not written as ssh-keygen(1) says');
    rest = rest.slice(option[0].length);
    const name = option[2]?.toLowerCase();
    if (name === undefined) {
      isAuthority = true;
    } else {
      if (values.has(name)) throw new Malformed(`has the option ${name} twice`);
      values.set(name, (option[3] ?? '').replaceAll('\\"', '"'));
    }
  }
  const validAfter = timeOption(values, 'valid-after');
  const validBefore = timeOption(values, 'valid-before');
  if (validAfter !== undefined && validBefore !== undefined && validBefore <= validAfter) {
    throw new Malformed('has a valid-before that is not after its valid-after');
  }
  return { isAuthority, namespaces: values.get('namespaces'), validAfter, validBefore };
}

function timeOption(values: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = values.get(name);
  if (text === undefined) return undefined;
  const time = sshTime(text);
  if (time === undefined || time <= 0) throw new Malformed(`has a ${name} that is not a time`);
  return time;
}
