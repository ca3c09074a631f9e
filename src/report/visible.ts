/**
 * What a reader cannot see or what moves other text about: controls (C0, C1), format characters (bidi, zero-width, tags), private use,
 * lone surrogates, separators other than the space, fillers that show nothing, and variation selectors (except on an emoji).
 */
const invisible =
  /(?! |(?<=\p{Extended_Pictographic})\ufe0f)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** How one character is written out: `\n`, `\u202e`, `\u{e0041}`. */
function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${code.toString(16)}}`;
  return short[character] ?? `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text of which all is seen as it is; most is, and to ask that costs little. */
const plain = /^[\x20-\x7e]*$/;

/** Text on one line with every unseen character written out. All sinks for people begin with it. */
export function visible(text: string): string {
  return plain.test(text) ? text : text.replace(invisible, written);
}

/** At most `limit` characters (code points); what is cut off is shown by an ellipsis. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text.slice(0, limit * 2 + 1)];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/** What begins a command anywhere in a line (actions/runner and microsoft/azure-pipelines-agent, Command.cs). */
export const agentCommand = /##(?=(?:vso)?\[)/gi;
