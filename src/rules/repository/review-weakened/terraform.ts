import { addTo } from '../../../groups.ts';
import { isMapping, json, type Mapping, mapping } from '../../../plain-values.ts';
import { readYamlObject } from '../../../posture/model/yaml-object.ts';
import type { Path } from '../../../yaml/document.ts';

/** A resource of a Terraform file. */
export interface TerraformResource {
  readonly type: string;
  readonly name: string;
  /** Its attributes, and its blocks as lists of mappings, each with `__line`. */
  readonly value: Mapping;
  /** 1-based. */
  readonly line: number;
}

interface Token {
  readonly text: string;
  /** A string in quotes, without them. */
  readonly isString: boolean;
  readonly line: number;
}

/**
 * The resources of a Terraform file as far as they are written out (HCL native syntax, hashicorp/hcl, hclsyntax/spec.md):
 * attributes with a literal or a list of literals, and blocks. Any other expression is its own text. Where files of variables are there
 * (`hasVariables`), the default of one is not known to hold.
 */
export function terraformResources(text: string, hasVariables = false): readonly TerraformResource[] {
  const tokens = tokensOf(text);
  const found: TerraformResource[] = [];
  const known: Record<string, unknown> = Object.create(null);
  for (let at = 0; at < tokens.length; at++) {
    const [word, type, name, open] = tokens.slice(at, at + 4);
    const isLocals = word?.text === 'locals' && type?.text === '{' && !type.isString;
    const isVariable = word?.text === 'variable' && type?.isString === true && name?.text === '{' && !name.isString;
    if (isLocals || isVariable) {
      const body = new Body(tokens, at + (isLocals ? 2 : 3));
      const value = body.read(0);
      const name = `var.${type.text}`;
      if (isVariable)
        known[name] = hasVariables ? `${name}, ${json(value.default) ?? 'nothing'} by default` : value.default;
      else for (const [key, each] of Object.entries(value)) known[`local.${key}`] = each;
      at = body.at;
      continue;
    }
    if (word?.text !== 'resource' || word.isString || open?.text !== '{' || !type?.isString || !name?.isString)
      continue;
    const body = new Body(tokens, at + 4);
    found.push({ type: type.text, name: name.text, value: body.read(0), line: word.line });
    at = body.at;
  }
  return found.map((each) => ({ ...each, value: mapping(resolved(each.value, known)) }));
}

/** With what the same file says of `local.name`, or as the default of `var.name`, in its place. */
function resolved(value: unknown, known: Mapping): unknown {
  if (Array.isArray(value)) return value.map((each) => resolved(each, known));
  if (isMapping(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, known)]));
  return (typeof value === 'string' ? known[value] : undefined) ?? value;
}

/** The resources of a file in Terraform's JSON syntax: `resource`, by type and name, also in lists of blocks. */
export function jsonResources(bytes: Uint8Array): readonly TerraformResource[] {
  const source = readYamlObject(bytes);
  if (source === undefined) return [];
  const blocks = (value: unknown, path: Path): readonly { readonly value: Mapping; readonly path: Path }[] =>
    Array.isArray(value)
      ? value.flatMap((each, index) => blocks(each, [...path, index]))
      : isMapping(value)
        ? [{ value, path }]
        : [];
  const below = ({ value, path }: { readonly value: Mapping; readonly path: Path }) =>
    Object.entries(value).flatMap(([name, each]) => blocks(each, [...path, name]).map((block) => ({ ...block, name })));
  return blocks(source.value.resource, ['resource'])
    .flatMap(below)
    .flatMap((type) => below(type).map(({ value, path, name }) => ({ value, path, name, type: type.name })))
    .map(({ value, path, name, type }) => ({ type, name, value, line: source.document.at(path).line }));
}

const deepest = 20;

/** The brace that closes a block; in quotes it is a text. */
function isEnd({ text, isString }: Token): boolean {
  return text === '}' && !isString;
}

class Body {
  at: number;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[], at: number) {
    this.#tokens = tokens;
    this.at = at;
  }

  /** Reads up to the brace that closes the block. */
  read(depth: number): Mapping {
    const value: Record<string, unknown> = Object.create(null);
    for (; this.at < this.#tokens.length; this.at++) {
      const token = this.#tokens[this.at];
      if (token === undefined || isEnd(token)) return value;
      const next = this.#tokens[this.at + 1];
      if (next?.text === '=' && !next.isString) {
        this.at += 2;
        value[token.text] = this.#expression(token.line);
        this.at--;
      } else if (depth < deepest && this.#opensBlock()) {
        const block = this.read(depth + 1);
        const known = value[token.text];
        value[token.text] = [...(Array.isArray(known) ? known : []), block];
      }
    }
    return value;
  }

  /** `name "label" {`: moves behind the brace. */
  #opensBlock(): boolean {
    let at = this.at + 1;
    while (this.#tokens[at]?.isString === true) at++;
    if (this.#tokens[at]?.text !== '{') return false;
    this.at = at + 1;
    return true;
  }

  /** A literal, a list, or the text of anything else up to the end of its line. */
  #expression(line: number): unknown {
    const first = this.#tokens[this.at];
    if (first?.text === '[' && !first.isString) return this.#list();
    const parts: string[] = [];
    let depth = 0;
    for (let token = this.#tokens[this.at]; token !== undefined; token = this.#tokens[++this.at]) {
      if (depth === 0 && (token.line !== line || isEnd(token))) break;
      if (!token.isString && '([{'.includes(token.text)) depth++;
      if (!token.isString && ')]}'.includes(token.text)) depth--;
      if (depth === 0) line = token.line;
      parts.push(token.text);
    }
    return parts.join(' ');
  }

  #list(): readonly string[] {
    const items: string[] = [];
    let depth = 0;
    for (let token = this.#tokens[this.at]; token !== undefined; token = this.#tokens[++this.at]) {
      if (!token.isString && '([{'.includes(token.text)) depth++;
      else if (!token.isString && ')]}'.includes(token.text)) depth--;
      else if (token.text !== ',') items.push(token.text);
      if (depth === 0) {
        this.at++;
        break;
      }
    }
    return items;
  }
}

/** Blanks and comments, a here-document's head, a string, a word, any other character. */
const pattern =
  /([^\S\n]+)|(\n)|(#[^\n]*|\/\/[^\n]*)|(\/\*)|<<-?([A-Za-z_]\w{0,60})\n|"((?:[^"\\\n]|\\.)*)"|([\w.-]+)|([\s\S])/gy;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const ends = linesByText(text);
  const next = new RegExp(pattern);
  let line = 1;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [, space, lineBreak, comment, open, heredoc, quoted, word, sign] = match;
    if (lineBreak !== undefined) line++;
    else if (open !== undefined) {
      const end = text.indexOf('*/', next.lastIndex);
      if (end < 0) break;
      line += lineBreaksIn(text, next.lastIndex, end);
      next.lastIndex = end + 2;
    } else if (heredoc !== undefined) {
      const start = next.lastIndex;
      const left = ends.get(heredoc) ?? [];
      while ((left.at(-1)?.start ?? start) < start) left.pop();
      const end = left.at(-1);
      tokens.push({ text: end === undefined ? '' : text.slice(start, end.start), isString: true, line });
      line += 1 + (end === undefined ? 0 : lineBreaksIn(text, start, end.end));
      next.lastIndex = end?.end ?? start;
    } else if (space === undefined && comment === undefined) {
      tokens.push({ text: quoted ?? word ?? sign ?? '', isString: quoted !== undefined, line });
      if (quoted === undefined && word === undefined && sign === undefined) break;
    }
  }
  return tokens;
}

/** The lines that hold one word alone, which may end a here-document, by it; the first is the last of its list. */
function linesByText(text: string): ReadonlyMap<string, { readonly start: number; readonly end: number }[]> {
  const lines = new Map<string, { start: number; end: number }[]>();
  let start = 0;
  for (const line of text.split('\n')) {
    const word = line.trim();
    if (/^[A-Za-z_]\w{0,60}$/.test(word)) addTo(lines, word, { start, end: start + line.length });
    start += line.length + 1;
  }
  for (const own of lines.values()) own.reverse();
  return lines;
}

function lineBreaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
