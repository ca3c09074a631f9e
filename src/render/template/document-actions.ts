import { templateActions } from '../../kube/template/conditions.ts';

/** Actions that control, name or set, and give no text of their own. */
const silent =
  /^(?:(?:if|else|end|with|range|define|block|break|continue)\b|\$\w{0,100}(?:,\s{0,5}\$\w{1,100})?\s{0,20}:?=)/;
/** Indents what it gives: part of the structure around it, where there is one. */
const indented = /\|\s{0,20}n?indent\s{1,20}[1-9]\d{0,3}\s{0,20}-?$/;
/** Gives one value or what a named template says: below a key where it is indented by its place. */
const plainOutput = /^(?:[$]?\.?[\w.]{1,300}|(?:include|template|toYaml|toJson)\s[^|]{1,300})$/;
/** A text of one line that is all there: what it says is read with the rest of the template. */
const literal = /^(?:`[^`\n]{0,2000}`|"[^"\\\n]{0,2000}")$/;
const blanks = /^\s+$/;
const naming =
  /^(?:include|template)\s{1,5}"[\w.-]{0,100}(?:[nN]ame|[lL]abels|chart|namespace|annotations|[sS]elector)"/;

const givesText = '\u0001';
const givesNone = '\u0002';
/** Gives text that counts where nothing of the document is before it. */
const whereEmpty = '\u0003';

/**
 * Whether a template has a line of nothing but actions of which one gives text of its own, outside named templates and not
 * indented into what is around it: any document may be in it (`{{ .Files.Get "x.yaml" }}`, `{{ "…" | b64dec }}`).
 */
export function mayGiveDocuments(source: string): boolean {
  let isInDocument = false;
  return withoutCode(source)
    .split('\n')
    .some((line) => {
      const text = line.replaceAll(/[\u0001\u0002\u0003]/g, '');
      if (text.trim() !== '') {
        // Not `- --flag`, an argument in a list.
        isInDocument = !/^---(?:\s|$)/.test(text) && (isInDocument || !text.trim().startsWith('#'));
        return false;
      }
      return line.includes(givesText) || (!isInDocument && line.includes(whereEmpty));
    });
}

/** The template with one mark in place of each action; what named templates hold is left out. */
function withoutCode(source: string): string {
  const kept: string[] = [];
  let done = 0;
  let depth = 0;
  for (const { offset, end, code } of templateActions(source, true)) {
    if (depth === 0) kept.push(source.slice(done, offset));
    done = end;
    if (depth > 0 && /^(?:if|with|range|block)\b/.test(code)) depth++;
    else if (depth > 0 && /^end\b/.test(code)) depth--;
    else if (depth === 0 && /^define\b/.test(code)) depth = 1;
    else if (depth === 0 && code !== '') {
      const before = source.slice(source.lastIndexOf('\n', offset) + 1, offset);
      kept.push(
        isLine(source, offset, end) && literal.test(code) && blanks.test(before) ? whereEmpty : markOf(code, before),
      );
    }
  }
  if (depth === 0) kept.push(source.slice(done));
  return kept.join('');
}

/** Whether an action ends its line, and joins nothing to the lines around it. */
function isLine(source: string, offset: number, end: number): boolean {
  const isTrimming = source[offset + 2] === '-' || source[end - 3] === '-';
  return !isTrimming && /^[^\S\n]{0,200}(?:\n|$)/.test(source.slice(end, end + 201));
}

function markOf(code: string, before: string): string {
  if (silent.test(code) || naming.test(code)) return givesNone;
  const isPart = indented.test(code) || (blanks.test(before) && plainOutput.test(code));
  return isPart ? whereEmpty : givesText;
}
