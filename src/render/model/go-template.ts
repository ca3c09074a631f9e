import { createHash } from 'node:crypto';

/** An action of a Go template, also one over several lines. */
const action = /\{\{-?((?:[^}]|\}(?!\}))*?)-?\}\}/g;
/** Actions that decide what is there, and give no text. */
const silent = /^\s*(?:if|else|end|range|with|define|block|break|continue|\/\*|\$\w+(?:\s*,\s*\$\w+)?\s*:?=)/;
/** What stands for a text that an action gives; equal for equal actions. */
const mark = /⟦[0-9a-f]{12}⟧/;

/** Whether helmfile reads a file as a Go template before it reads it as YAML (helmfile.readthedocs.io). */
export function isGoTemplate(path: string): boolean {
  return path.endsWith('.gotmpl') || /(?:^|\/)helmfile(?:\.d\/[^/]*|[^/]*)\.ya?ml$/.test(path);
}

/** The text with a mark in place of what each action gives, line by line as it was: all branches of conditions are in it. */
export function withoutActions(source: string): string {
  return source.replaceAll(action, (whole: string, code: string, offset: number) => {
    const lines = '\n'.repeat(whole.split('\n').length - 1);
    if (silent.test(code)) return lines;
    const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
    const after = source.slice(offset + whole.length).split('\n', 1)[0] ?? '';
    // Alone on its line it may give any lines.
    if (before.trim() === '' && after.trim() === '') return lines;
    return `⟦${createHash('sha256').update(code.trim()).digest('hex').slice(0, 12)}⟧${lines}`;
  });
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
}

/** Reads where conditions begin and end. */
export function templateLines(source: string): TemplateLines {
  const around: string[][] = [];
  const touched = new Set<number>();
  const open: string[] = [];
  let line = 1;
  let done = 0;
  const advance = (to: number) => {
    for (; done < to; done++) {
      if (source[done] !== '\n') continue;
      line++;
      around[line] = [...open];
    }
  };
  for (const match of source.matchAll(action)) {
    advance(match.index);
    const code = (match[1] ?? '').trim();
    const isAlone = /(?:^|\n)[ \t]*$/.test(source.slice(Math.max(0, match.index - 200), match.index));
    if (silent.test(code) || isAlone) touched.add(line);
    if (/^(?:if|range|with|define|block)\b/.test(code)) open.push(code);
    else if (/^else\b/.test(code)) open.push(`${open.pop() ?? ''} ${code}`);
    else if (/^end\b/.test(code)) open.pop();
  }
  advance(source.length);
  return {
    guards: (at) => around[at] ?? [],
    hasActions: (from, to) => [...touched].some((at) => at >= from && at < to),
  };
}
