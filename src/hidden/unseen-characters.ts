/** Why a character keeps something from a reader's eyes. */
export type UnseenKind =
  /** What is shown is in another order than what is read. */
  | 'reordered'
  /** A line break that a diff does not show as one. */
  | 'line-break'
  /** A terminal obeys it instead of showing it. */
  | 'control'
  /** Text that nothing shows. */
  | 'smuggled'
  /** A key or name that is not what it looks like. */
  | 'invisible';

/** One character that a reader does not see. */
export interface Unseen {
  readonly kind: UnseenKind;
  readonly code: number;
  /** UTF-16 offset in the line. */
  readonly offset: number;
}

/** Everything that may be unseen; a cheap look before the close one. */
const suspicious =
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\u2800\ufff9-\ufffb]|\r(?!\r*$)|\p{Default_Ignorable_Code_Point}/u;

/** Whether a text holds anything that could be unseen. */
export function mayHoldUnseen(text: string): boolean {
  return /[\0-\x08\v\f\r\x0e-\x1f\x7f-\x9f\u2028\u2029\u2800\ufff9-\ufffb]|\p{Default_Ignorable_Code_Point}/u.test(
    text,
  );
}

/** Letters that are written from right to left: the Arabic letter mark, which nothing shows, is none. */
const rightToLeft =
  /(?!\u061c)[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/** Scripts whose letters take another form by a joiner or non-joiner between them (UAX #31, table 3a and 3b). */
const joining =
  /(?!\u061c)[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Khmer}\p{Script=Malayalam}\p{Script=Myanmar}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Tibetan}]/u;

/** Scripts that put no blanks between words: a zero-width space says where a line may break. */
const unspaced = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Tibetan}]/u;

const emoji = /\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u;

const codes = {
  openers: new Set([0x202a, 0x202b, 0x2066, 0x2067, 0x2068]),
  isolates: new Set([0x2066, 0x2067, 0x2068]),
  overrides: new Set([0x202d, 0x202e]),
  popEmbedding: 0x202c,
  popIsolate: 0x2069,
  /** Those that turn the text in them around: right-to-left embedding and isolate. */
  turning: new Set([0x202b, 0x2067]),
  /** Marks of right-to-left text. */
  marks: new Set([0x200f, 0x061c]),
  lineBreaks: new Set([0x0d, 0x85, 0x2028, 0x2029]),
} as const;

/**
 * The characters of one line (without its line end) that a reader does not see. `isName` says of a place in the line whether it is in
 * a mapping's key or in a value without blanks, where an invisible character makes another name of it; in prose and comments it
 * changes nothing, and right-to-left text may use what it needs.
 */
export function unseenIn(line: string, isName: (offset: number, character: string) => boolean): readonly Unseen[] {
  if (!suspicious.test(line)) return [];
  const characters = charactersOf(line);
  const found: Unseen[] = [...reordered(characters, line)];
  for (const [index, { code, text, offset }] of characters.entries()) {
    const kind =
      kindOf(code, characters, index) ?? (isInvisible(code, text) && isName(offset, text) ? 'invisible' : undefined);
    if (kind === undefined || isLegitimate(code, characters, index)) continue;
    if (!found.some((one) => one.offset === offset)) found.push({ kind, code, offset });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

interface Character {
  readonly code: number;
  readonly text: string;
  readonly offset: number;
}

function charactersOf(line: string): readonly Character[] {
  let offset = 0;
  return [...line].map((text) => {
    const character = { code: text.codePointAt(0) as number, text, offset };
    offset += text.length;
    return character;
  });
}

/** What is a finding wherever it is. */
function kindOf(code: number, characters: readonly Character[], index: number): UnseenKind | undefined {
  if (codes.lineBreaks.has(code)) return 'line-break';
  if (code < 0x20 ? code !== 0x09 : code >= 0x7f && code <= 0x9f) return 'control';
  const isTag = code >= 0xe0000 && code <= 0xe0fff;
  const isDeprecated = (code >= 0x206a && code <= 0x206f) || (code >= 0xfff0 && code <= 0xfffb);
  if (isTag || isDeprecated) return 'smuggled';
  // More selectors in a row than any character takes are data, not form.
  const isSelector = (at: Character | undefined) => at !== undefined && at.code >= 0xfe00 && at.code <= 0xfe0f;
  return isSelector(characters[index]) && isSelector(characters[index - 1]) ? 'smuggled' : undefined;
}

function isInvisible(code: number, text: string): boolean {
  return code === 0x2800 || /\p{Default_Ignorable_Code_Point}/u.test(text);
}

/** Whether a character does there what it is for. */
function isLegitimate(code: number, characters: readonly Character[], index: number): boolean {
  const [before, after] = [characters[index - 1], characters[index + 1]];
  const isBeside = (pattern: RegExp) => pattern.test(before?.text ?? '') || pattern.test(after?.text ?? '');
  if (code === 0x200b) return isBeside(unspaced);
  if (code === 0x200c || code === 0x200d) {
    // At the end of a word too: it says which form the letter before it takes.
    if (joining.test(before?.text ?? '')) return true;
    return code === 0x200d && emoji.test(before?.text ?? '') && emoji.test(after?.text ?? '');
  }
  if (code === 0xfe0e || code === 0xfe0f) return /[\p{Extended_Pictographic}0-9#*]/u.test(before?.text ?? '');
  if (code >= 0xe0100 && code <= 0xe01ef) return /\p{Script=Han}/u.test(before?.text ?? '');
  if (code >= 0xe0020 && code <= 0xe007f) return isFlag(characters, index);
  // Marks of direction and Mongolian selectors next to their own script.
  if (codes.marks.has(code) || code === 0x200e) return isBeside(rightToLeft);
  return code >= 0x180b && code <= 0x180f && /\p{Script=Mongolian}/u.test(before?.text ?? '');
}

/** Whether a tag belongs to the flag of a region: a black flag, at most six letters or digits, and the end. */
function isFlag(characters: readonly Character[], index: number): boolean {
  let start = index;
  while (isTagCode(characters[start]?.code)) start--;
  let end = index;
  while (isTagCode(characters[end]?.code)) end++;
  return characters[start]?.code === 0x1f3f4 && end - start - 1 <= 7 && characters[end - 1]?.code === 0xe007f;
}

function isTagCode(code: number | undefined): boolean {
  return code !== undefined && code >= 0xe0020 && code <= 0xe007f;
}

/**
 * Controls that show a line in another order (UAX #9; "Trojan Source"). Overrides have no honest use in a manifest. Embeddings and
 * isolates have one around right-to-left text, or around what is filled in: each closed on its line, none in another. Marks
 * of right-to-left text belong to such text.
 */
function* reordered(characters: readonly Character[], line: string): Generator<Unseen> {
  const isRightToLeft = rightToLeft.test(line);
  const open: Character[] = [];
  for (const character of characters) {
    const { code, offset } = character;
    const found: Unseen = { kind: 'reordered', code, offset };
    if (codes.overrides.has(code) || (codes.marks.has(code) && !isRightToLeft)) yield found;
    if (codes.openers.has(code)) {
      if (open.length > 0 || (codes.turning.has(code) && !isRightToLeft)) yield found;
      open.push(character);
    } else if (code === codes.popEmbedding || code === codes.popIsolate) {
      const last = open.pop();
      if (last === undefined || codes.isolates.has(last.code) !== (code === codes.popIsolate)) yield found;
    }
  }
  for (const { code, offset } of open) yield { kind: 'reordered', code, offset };
}
