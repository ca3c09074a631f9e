import { isLikelyCredential } from '../value/entropy.ts';
import { speaksOfCredentials } from '../value/vocabulary.ts';
import { type Assignment, readAssignments } from './assignments.ts';
import { mayHoldCommands, readCommands } from './command-line.ts';
import { lineCounter } from './line-counter.ts';

const quoted = `(?:"([^"\\n]{1,500})"|'([^'\\n]{1,500})'|\`([^\`\\n]{1,500})\`)`;
const secretWord =
  '(?:[\\w.-]{0,40}pass(?:word|wd|phrase)?|requirepass|masterauth|[\\w.-]{0,40}(?:token|secret|api[-_]?key))';

interface Notation {
  /** One of these is in every text that the pattern fits. */
  readonly near?: readonly string[];
  readonly pattern: RegExp;
  readonly key?: string;
  readonly isWeak?: boolean;
}

/**
 * Notations that give a value to a name otherwise than by `name = value`; the first group is the name where there is one.
 * A weak one is prose or a label as often as not: its value must be plainly a password.
 */
const notations: readonly Notation[] = [
  // define('KEY', 'value'), setProperty("KEY", "value"), os.environ.get("KEY", "value").
  { pattern: new RegExp(`\\(\\s{0,4}["']([\\w.-]{3,100})["']\\s{0,4},\\s{0,4}${quoted}`, 'g'), isWeak: true },
  // KEY .= "value", var key string = "value", key: string = "value", KEY = call("value").
  {
    pattern: new RegExp(
      `(?<![\\w$.-])(\\$?[A-Za-z_][\\w.-]{2,100})(?:\\s{1,4}string|\\s{0,4}:\\s{0,4}string)?\\s{0,4}\\.?=\\s{0,4}(?:[\\w.]{1,40}\\(\\s{0,4}(?:["'][\\w.-]{0,100}["']\\s{0,4},\\s{0,4})?)?${quoted}`,
      'g',
    ),
  },
  // KEY = """value""" (TOML, Python, Groovy), on one line or on a line of its own.
  {
    near: ['"""', "'''"],
    pattern:
      /(?<![\w$.-])([A-Za-z_][\w.-]{1,100})["']?\s{0,4}[=:]\s{0,4}(?:"""\\?\s{0,80}(\S[^\n]{0,500}?)\s{0,80}"""|'''\s{0,80}(\S[^\n]{0,500}?)\s{0,80}''')/g,
  },
  // KEY = <<EOT, the value, EOT (HCL).
  {
    near: ['<<'],
    pattern:
      /(?<![\w$.-])([A-Za-z_][\w.-]{1,100})[ \t]{0,40}=[ \t]{0,40}<<[-~]?[A-Za-z_]\w{0,40}[ \t]*\r?\n[ \t]*(\S[^\n]{0,500})\n[ \t]*[A-Za-z_]\w{0,40}[ \t]*\r?$/gm,
  },
  // <add key="KEY" value="value"/>, <property name="KEY" value="value"/>.
  { pattern: new RegExp(`\\b(?:key|name)="([\\w.-]{3,100})"\\s{1,8}value=${quoted}`, 'gi') },
  // <name>KEY</name><value>VALUE</value>, as Hadoop writes its configuration.
  {
    near: ['<name>'],
    pattern: /<name>\s{0,20}([\w.-]{3,100})\s{0,20}<\/name>\s{0,40}<value>\s{0,20}([^\s<>]{4,500})\s{0,20}<\/value>/g,
  },
  // <key>value</key>, on one line and over three.
  { near: ['</'], pattern: /<([A-Za-z][\w.:-]{2,80})>([^\s<>]{4,500})<\//g },
  { near: ['</'], pattern: /<([A-Za-z][\w.:-]{2,80})>\s{0,4}\n\s{0,80}([^\s<>]{4,500})\s{0,4}\n\s{0,80}<\//g },
  // As people write: `Secret access key: VALUE`.
  {
    pattern:
      /\b((?:secret|access|api|private|client|auth)[ \t](?:access[ \t])?(?:key|token|secret))[ \t]{0,4}[:=][ \t]{0,4}([^\s"'<>]{16,200})/gi,
    isWeak: true,
  },
  // The query of a URL.
  { pattern: /[?&]([A-Za-z][\w-]{1,60})=([^\s&"'#;<>]{4,500})/g },
  // SQL.
  {
    pattern: new RegExp(
      `\\b(?:identified\\s{1,4}(?:with\\s{1,4}\\w{1,40}\\s{1,4})?by|password)\\s{1,4}(?:=\\s{0,4})?()${quoted}`,
      'gi',
    ),
    key: 'password',
  },
  // Directives: requirepass VALUE, password VALUE, insecure-password VALUE, at the end of a line.
  {
    pattern: new RegExp(`(?:^|\\s)(${secretWord})[ \\t]{1,20}([^\\s"'=:{}()<>]{8,200})[ \\t]{0,8};?\\r?$`, 'gim'),
    isWeak: true,
  },
  // go-sql-driver and Oracle's thin driver.
  {
    near: ['@tcp(', '@unix('],
    pattern: /(?:^|[\s"'=])[\w.-]{1,60}:()([^\s@:/"']{1,200})@(?:tcp|unix)\(/g,
    key: 'password',
  },
  { near: ['jdbc:oracle:'], pattern: /\bjdbc:oracle:\w{1,10}:[\w.-]{1,60}\/()([^\s@/"']{1,100})@/g, key: 'password' },
  // Terraform: variable "NAME" { default = "VALUE" }.
  {
    near: ['variable'],
    pattern: /\bvariable\s{1,8}"([\w-]{3,100})"\s{0,8}\{[^{}]{0,600}?\bdefault\s{0,20}=\s{0,8}"([^"\n]{1,500})"/g,
  },
  // HAProxy: stats auth USER:PASSWORD.
  {
    near: ['stats'],
    pattern: /^[ \t]*stats[ \t]{1,20}auth[ \t]{1,20}[\w.@-]{1,60}:()([^\s"']{2,200})/gm,
    key: 'password',
  },
  // Redis ACL files.
  { pattern: /^user\s{1,4}[\w.-]{1,60}\s[^\n]{0,200}?\s?>()([^\s]{4,200})/gm, key: 'password' },
];

/** Words that only notations without a key of a credential have: SQL, data source names, key sets, literals for a Secret. */
const otherTraces = /identified|@tcp\(|@unix\(|jdbc:oracle|"kty"|stringdata|^user\s|--from-literal/im;

/** A letter that JSON, YAML, or XML spells by its number; a key may be written in such letters. */
const spelledLetter = /\\(?:u00|x)[4-7][0-9a-f]|&#(?:x[4-7][0-9a-f]|\d{2,3});/i;

/** Whether a text can hold a statement that gives a credential: what cannot needs no reading. */
export function mayGiveCredentials(text: string): boolean {
  return speaksOfCredentials(text) || otherTraces.test(text) || mayHoldCommands(text) || spelledLetter.test(text);
}

/** Everything in a text that gives a value to a name: notations of configuration, code, SQL and markup, and commands. */
export function readStatements(text: string): readonly Assignment[] {
  return [...readAssignments(text), ...readNotations(text), ...readCommands(text)];
}

function readNotations(text: string): readonly Assignment[] {
  const found: Assignment[] = [];
  const lineOf = lineCounter(text);
  for (const { near, pattern, key, isWeak } of notations) {
    if (near?.some((word) => text.includes(word)) === false) continue;
    for (const match of text.matchAll(pattern)) {
      const value = match.slice(2).find((group) => group !== undefined);
      const name = key ?? match[1];
      if (value === undefined || name === undefined || (isWeak === true && !isLikelyCredential(value))) continue;
      found.push({ key: name, value, quoted: true, place: lineOf(match.index + match[0].lastIndexOf(value)) });
    }
  }
  return found;
}
