/** Text in place of other text: offsets into the head's text, `end` exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of an edit that takes one entry out of a collection: where that is, and how many entries it has. */
  readonly out?: { readonly of: number; readonly entries: number };
  /** Of a document that comes back: where it was. Several may come back at one place, in that order. */
  readonly former?: number;
}

/** Whether two edits cannot both be made. Equal ones can: they are one. */
export function overlap(one: Edit, other: Edit): boolean {
  if (isSame(one, other) || bothComeBack(one, other)) return false;
  if (one.start === other.start) return true;
  return one.start < other.end && other.start < one.end;
}

const bothComeBack = (one: Edit, other: Edit): boolean =>
  one.former !== undefined && other.former !== undefined && one.former !== other.former;

export function isSame(one: Edit, other: Edit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

/** The text with the edits made, each once; none of them may overlap another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.former ?? 0) - (b.former ?? 0));
  let result = '';
  let at = 0;
  let last: Edit | undefined;
  for (const edit of ordered) {
    if (last !== undefined && isSame(last, edit)) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
    last = edit;
  }
  return result + text.slice(at);
}
