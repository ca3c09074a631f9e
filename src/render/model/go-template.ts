import { createHash } from 'node:crypto';

/** An action of a Go template, also one over several lines. */
interface Action {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** The actions of a text. Takes time in proportion to the text: a pattern would look for the end of each `{{` anew. */
function* actionsIn(source: string): Generator<Action> {
  for (let end = 0; ; ) {
    const start = source.indexOf('{{', end);
    const close = start < 0 ? -1 : closeOf(source, start + 2);
    if (close < 0) return;
    end = close + 2;
    yield {
      code: source
        .slice(start + 2, close)
        .replace(/^-/, '')
        .replace(/-$/, ''),
      start,
      end,
    };
  }
}

/** A comment, or what ends an action and the quotes in which it does not (text/template/parse, lex.go). */
const comment = /(?:-\s)?\s{0,8}\/\*/y;
const telling = /\}\}|["'`]/g;

/** Where the action that begins at a place ends; -1 where it does not. Quotes that do not end are none. */
function closeOf(source: string, start: number): number {
  comment.lastIndex = start;
  if (comment.test(source)) {
    const end = source.indexOf('*/', start);
    return end < 0 ? -1 : source.indexOf('}}', end);
  }
  telling.lastIndex = start;
  for (let next = telling.exec(source); next !== null; next = telling.exec(source)) {
    if (next[0] === '}}') return next.index;
    const end = endOfQuote(source, next.index);
    if (end < 0) return source.indexOf('}}', start);
    telling.lastIndex = end;
  }
  return source.indexOf('}}', start);
}

/** Where a quoted text ends; -1 where it does not: only one in backquotes has more lines than one. */
function endOfQuote(source: string, start: number): number {
  const quote = source[start];
  if (quote === '`') return source.indexOf('`', start + 1) + 1 || -1;
  for (let at = start + 1; at < source.length && source[at] !== '\n'; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === quote) return at + 1;
  }
  return -1;
}

function replaceActions(source: string, replace: (action: Action) => string): string {
  const parts: string[] = [];
  let done = 0;
  for (const action of actionsIn(source)) {
    parts.push(source.slice(done, action.start), replace(action));
    done = action.end;
  }
  return [...parts, source.slice(done)].join('');
}

/** Actions that decide what is there, and give no text. */
const silent = /^\s*(?:if|else|end|range|with|define|block|break|continue|\/\*|\$\w+(?:\s*,\s*\$\w+)?\s*:?=)/;
/** Put in place of the text that an action gives: the same mark for the same action. */
const mark = /⟦[0-9a-f]{12}⟧/;

/** Whether helmfile reads a file as a Go template before it reads it as YAML (helmfile.readthedocs.io). */
export function isGoTemplate(path: string): boolean {
  return path.endsWith('.gotmpl') || /(?:^|\/)helmfile(?:\.d\/[^/]*|[^/]*)\.ya?ml$/.test(path);
}

/** The text with a mark in place of what each action gives, line by line as it was: all branches of conditions are in it. */
export function withoutActions(source: string): string {
  let [from, to] = [0, -1];
  return replaceActions(source, ({ code, start, end }) => {
    const lines = '\n'.repeat(source.slice(start, end).split('\n').length - 1);
    if (silent.test(code)) return lines;
    if (start > to) from = source.lastIndexOf('\n', start) + 1;
    if (end > to) to = lineEnd(source, end);
    // Alone on its line it may give any lines.
    if (isBlank(source, from, start) && isBlank(source, end, to)) return lines;
    return `⟦${createHash('sha256').update(code.trim()).digest('hex').slice(0, 12)}⟧${lines}`;
  });
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

function isBlank(source: string, from: number, to: number): boolean {
  return source.slice(from, to).trim() === '';
}

/** The code of each action of a template. */
export function actionsOf(source: string): readonly string[] {
  return [...actionsIn(source)].map(({ code }) => code);
}

/** A name as a pattern, with `*` in place of what actions give. */
export function withAny(name: string): string {
  return replaceActions(name, () => '*').replaceAll(new RegExp(mark, 'g'), '*');
}

/** Whether a text has something of a template in it. */
export function isOpenText(text: string): boolean {
  return mark.test(text) || text.includes('{{');
}

/** What of a template is around and on its lines. */
export interface TemplateLines {
  /** The conditions that are open where a line begins. */
  guards(line: number): readonly string[];
  /** Whether actions that decide, or may give any lines, are between two lines. */
  hasActions(from: number, to: number): boolean;
  /** Whether actions that may give any lines are between two lines. */
  mayGiveLines(from: number, to: number): boolean;
}

/** Conditions, the innermost first: lines share those around them. */
interface Guard {
  readonly code: string;
  readonly outer: Guard | undefined;
}

/** Reads where conditions begin and end. */
export function templateLines(source: string): TemplateLines {
  const around: (Guard | undefined)[] = [];
  const touched: number[] = [];
  const giving: number[] = [];
  let open: Guard | undefined;
  let line = 1;
  let done = 0;
  const advance = (to: number) => {
    for (; done < to; done++) {
      if (source[done] !== '\n') continue;
      line++;
      around[line] = open;
    }
  };
  for (const { code: written, start } of actionsIn(source)) {
    advance(start);
    const code = written.trim();
    const isAlone = /(?:^|\n)[ \t]*$/.test(source.slice(Math.max(0, start - 200), start));
    if (silent.test(code) || isAlone) touched.push(line);
    if (isAlone && !silent.test(code)) giving.push(line);
    if (/^(?:if|range|with|define|block)\b/.test(code)) open = { code, outer: open };
    else if (/^else\b/.test(code)) open = { code: `${open?.code ?? ''} ${code}`, outer: open?.outer };
    else if (/^end\b/.test(code)) open = open?.outer;
  }
  advance(source.length);
  return {
    guards: (at) => guardsOf(around[at]),
    hasActions: (from, to) => touched.some((at) => at >= from && at < to),
    mayGiveLines: (from, to) => giving.some((at) => at >= from && at < to),
  };
}

function guardsOf(innermost: Guard | undefined): readonly string[] {
  const codes: string[] = [];
  for (let each = innermost; each !== undefined; each = each.outer) codes.push(each.code);
  return codes.reverse();
}
