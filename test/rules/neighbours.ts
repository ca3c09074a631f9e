import { createHash } from 'node:crypto';
import { type Folder, folderOfFiles } from './memory-repository.ts';

/** A case of a rule with one word changed or one line taken out, on one side. */
export interface Neighbour {
  readonly edit: string;
  readonly before: Folder;
  readonly after: Folder;
}

/** Which neighbour of a case a number means is the same in every run. Undefined where the case has no text to edit. */
export function neighbourOf(name: string, at: number, before: Folder, after: Folder): Neighbour | undefined {
  const random = randomly(`${name} ${at}`);
  const side = random() < 0.4 ? 'before' : 'after';
  const files = { before: textsOf(before), after: textsOf(after) };
  const paths = Object.keys(files[side]);
  const path = paths[Math.floor(random() * paths.length)];
  if (path === undefined) return undefined;
  const text = files[side][path] ?? '';
  const edited = random() < 0.4 ? withoutLine(text, random()) : withAnotherWord(text, random());
  if (edited === undefined) return undefined;
  const sides = { ...files, [side]: { ...files[side], [path]: edited.text } };
  return {
    edit: `${side}/${path}:${edited.line} ${edited.edit}`,
    before: folderOfFiles(sides.before),
    after: folderOfFiles(sides.after),
  };
}

interface Edited {
  readonly text: string;
  readonly line: number;
  readonly edit: string;
}

function withoutLine(text: string, random: number): Edited | undefined {
  const lines = text.split('\n');
  const candidates = lines.flatMap((line, index) => (/^\s*(?:#|$|---)/.test(line) ? [] : [index]));
  const index = candidates[Math.floor(random * candidates.length)];
  if (index === undefined) return undefined;
  return { text: lines.toSpliced(index, 1).join('\n'), line: index + 1, edit: `without “${lines[index]?.trim()}”` };
}

function withAnotherWord(text: string, random: number): Edited | undefined {
  const words = [...text.matchAll(/[\w*][\w.*/-]*/g)];
  const match = words[Math.floor(random * words.length)];
  if (match === undefined) return undefined;
  const [word] = match;
  const other = anotherWord(word);
  return {
    text: text.slice(0, match.index) + other + text.slice(match.index + word.length),
    line: text.slice(0, match.index).split('\n').length,
    edit: `${word} → ${other}`,
  };
}

function anotherWord(word: string): string {
  if (word === 'true') return 'false';
  if (word === 'false') return 'true';
  if (/^\d{1,15}$/.test(word)) return String(Number(word) + 1);
  return word === '*' ? 'x' : `${word}x`;
}

/** Files of UTF-8 text alone: the others stay as they are in no neighbour. */
function textsOf({ tree, contents }: Folder): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [path, { id, mode }] of tree) {
    const bytes = contents.get(id);
    if (bytes === undefined || mode !== '100644') continue;
    const text = bytes.toString('utf8');
    if (Buffer.from(text).equals(bytes)) files[path] = text;
  }
  return files;
}

function randomly(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest();
  return () => {
    const number = state.readUInt32BE(0) / 2 ** 32;
    state = createHash('sha256').update(state).digest();
    return number;
  };
}
