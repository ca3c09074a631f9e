import { clipped } from '../../clipped.ts';

/** Characters of a condition that are shown, and conditions of one place. */
const shownLength = 120;
const mostConditions = 5;

interface Block {
  readonly keyword: string;
  /** What the block opened with. */
  readonly opening: string;
  /** What holds in the branch that is read. */
  condition: string;
}

/**
 * The conditions of a Helm template (text/template) under which a line of it is written out, the outermost first:
 * `if .Values.rbac.create`, `else of if .Values.own`, `range .Values.namespaces`. Lines are 1-based. Only actions that open or
 * close a block are read, in time linear in the text.
 */
export function templateConditions(text: string, line: number): readonly string[] {
  const open: Block[] = [];
  const end = offsetOfLine(text, line);
  for (const { offset, code } of templateActions(text)) {
    if (offset >= end) break;
    enter(open, code);
  }
  return open.flatMap(({ keyword, condition }) => (keyword === 'define' ? [] : condition)).slice(0, mostConditions);
}

/** An action of a template (text/template): where its braces begin and end, and the code without trim marks. */
export interface TemplateAction {
  readonly offset: number;
  readonly end: number;
  readonly code: string;
}

/** The actions of a template, each read once, with its comments as actions without code where these are asked for; none after one that does not end. */
export function* templateActions(text: string, hasComments = false): Generator<TemplateAction> {
  for (let offset = text.indexOf('{{'); offset >= 0; ) {
    const isComment = /^(?:-\s)?\s*\/\*/.test(text.slice(offset + 2, offset + 8));
    const end = isComment ? endOfComment(text, offset) : endOfAction(text, offset + 2);
    if (end < 0) return;
    if (!isComment) yield { offset, end: end + 2, code: codeOf(text.slice(offset + 2, end)) };
    else if (hasComments) yield { offset, end: end + 2, code: '' };
    offset = text.indexOf('{{', end + 2);
  }
}

/** Without the marks that trim what is around. */
function codeOf(action: string): string {
  return action.replace(/^-\s/, '').replace(/\s-$/, '').trim();
}

/** Where the closing braces of a comment are; negative where it does not end: what is before it ends nothing. */
function endOfComment(text: string, start: number): number {
  const end = text.indexOf('*/', start);
  return end < 0 ? -1 : text.indexOf('}}', end);
}

/** Where the closing braces are: the first outside strings; negative where there are none. */
function endOfAction(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '}' && text[at + 1] === '}') return at;
    // A character in single quotes may be a quote: `'"'`.
    if (char !== '"' && char !== '`' && char !== "'") continue;
    const closing = endOfString(text, at + 1, char);
    if (closing < 0) return -1;
    at = closing;
  }
  return -1;
}

function endOfString(text: string, start: number, quote: string): number {
  if (quote === '`') return text.indexOf(quote, start);
  for (let at = start; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function enter(open: Block[], code: string): void {
  const [, keyword = '', rest = ''] = /^(if|with|range|define|block|else|end)\b\s*([\s\S]*)$/.exec(code) ?? [];
  if (keyword === 'end') open.pop();
  else if (keyword === 'else') otherwise(open, rest);
  else if (keyword !== '') {
    const opening = `${keyword} ${shortened(rest)}`;
    open.push({ keyword, opening, condition: opening });
  }
}

function otherwise(open: Block[], rest: string): void {
  const block = open.at(-1);
  if (block === undefined) return;
  block.condition = rest === '' ? `else of ${block.opening}` : `else ${shortened(rest)}`;
}

function shortened(code: string): string {
  return clipped(code.replace(/\s+/g, ' '), shownLength);
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let current = 1; current < line; current++) {
    const next = text.indexOf('\n', offset);
    if (next < 0) return text.length;
    offset = next + 1;
  }
  return offset;
}
