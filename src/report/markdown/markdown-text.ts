import { clip, visible } from '../visible.ts';

/**
 * Text from a repository in Markdown, safe on GitHub and GitLab alike: what is not a plain word is put in a code span, where neither
 * forge looks for mentions, references, links, HTML, emoji or quick actions. No backslash escapes: their filters run on the
 * rendered text, so `\@name` still notifies. In a table `write` is `cellCode`.
 */
export function prose(text: string, limit = 600, write = code): string {
  const atoms: Atom[] = [];
  // A part between backticks is code already, and a list in brackets reads better whole.
  for (const part of clip(visible(text), limit).split(/(`[^`]+`|\[(?<![^ (]\[)[^[\]`]*\](?![^ ,.;:)]))/)) {
    const quoted = /^`([^`]+)`$/.exec(part)?.[1];
    if (quoted !== undefined) push(atoms, [{ text: quoted, code: true }]);
    else if (/^\[.*\]$/.test(part)) push(atoms, [{ text: part, code: true }]);
    else
      for (const run of part.match(/ +|[^ ]+/g) ?? []) {
        if (run.startsWith(' ')) atoms.push(blank);
        else if (letters.test(run)) atoms.push({ text: run, code: false });
        else
          push(
            atoms,
            numbered.test(run) && atoms.every((atom) => atom === blank) ? [{ text: run, code: true }] : word(run),
          );
      }
  }
  return atoms
    .map((atom) => (atom.code ? write(atom.text) : atom.text))
    .join('')
    .trim();
}

interface Atom {
  readonly text: string;
  readonly code: boolean;
}

const blank: Atom = { text: ' ', code: false };

/** Letters, digits and marks that mean nothing to Markdown inside a word. */
const plain = /^[\p{L}\p{M}\p{N}.,;:'’"“”()…–—?/+=•×→-]*$/u;

/** Plain characters that a forge links all the same, or that begin a block: addresses, commits, GH-1, TICKET-1, :emoji:, -, /close. */
const linked = /:\/\/|www\.|\b[0-9a-f]{7,64}\b|-\d(?<=[a-z][a-z0-9]*-\d)|:[\w+-]+:|^[-+=]+$|^\/|^(?:mailto|xmpp):/i;

/** What begins an item of a list where it begins a line, and is a number at the end of a sentence elsewhere. */
const numbered = /^\d+[.)]$/;

/** Paths of files and of fields, which are read as one word: `keys/NAME.asc`, `spec.target.name`. */
const path = /^\.?[\w-]+(?:\/[\w.-]+)*\/[\w-]*\.[a-z]+$|^[a-z]{2}\w*(?:\.[a-z]\w+)+$/i;

/** What most words are: letters, and not only those that a commit may begin with. */
const letters = /^[a-f]*[g-z][a-z]*[,;]?$/i;

function word(run: string): readonly Atom[] {
  // Punctuation around a word stays outside its code span: `(@name),`
  const end = run.length - (/(?<![.,;:?)…])[.,;:?)…]+$/.exec(run)?.[0].length ?? 0);
  const start = run.startsWith('(') && end > 0 ? 1 : 0;
  const core = run.slice(start, Math.max(start, end));
  if (plain.test(run) && !linked.test(run) && !linked.test(core) && !path.test(core))
    return [{ text: run, code: false }];
  if (core === '') return [{ text: run, code: true }];
  return [
    { text: run.slice(0, start), code: false },
    { text: core, code: true },
    { text: run.slice(start + core.length), code: false },
  ];
}

/** Appends, joining code to code (two spans side by side would merge their fences), with a blank between kept inside. */
function push(atoms: Atom[], added: readonly Atom[]): void {
  for (const atom of added.filter(({ text }) => text !== '')) {
    const last = atoms.at(-1);
    const beforeLast = atoms.at(-2);
    if (atom.code && last?.code) atoms.splice(-1, 1, { text: last.text + atom.text, code: true });
    else if (atom.code && last?.text === ' ' && beforeLast?.code)
      atoms.splice(-2, 2, { text: `${beforeLast.text} ${atom.text}`, code: true });
    else atoms.push(atom);
  }
}

/** Text in a code span, for running text. */
export function code(text: string, limit = 600): string {
  return span(shown(text, limit));
}

/** Text in code spans for a cell of a table: a pipe, which would end the cell, is put outside as an entity. */
export function cellCode(text: string, limit = 600): string {
  return shown(text, limit).split('|').map(span).join('&#124;');
}

function shown(text: string, limit: number): string {
  return clip(visible(text), limit).replaceAll('<!--', '<\\u0021--');
}

function span(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
  return text.trim() === '' ? '' : `${fence}${pad}${text}${pad}${fence}`;
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** Lines in a fenced block that nothing inside them can close. `info` is ours, e.g. `suggestion`. */
export function fenced(text: string, info = ''): string {
  const lines = text.split('\n').map(visible).join('\n').replaceAll('<!--', '<\\u0021--');
  const fence = '`'.repeat(Math.max(2, longestRun(lines)) + 1);
  return `${fence}${info}\n${lines}\n${fence}`;
}

/** A link around Markdown that is ready; the Markdown alone where there is no address, or it is none of the web's. */
export function link(label: string, url: string | undefined): string {
  if (url === undefined || label === '' || !/^https?:\/\//.test(url)) return label;
  const address = url.replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, percent);
  return `[${label}](${address.replaceAll('&', '&amp;')})`;
}

/** The character's bytes of UTF-8, percent-encoded. */
function percent(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
