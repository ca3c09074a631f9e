/** What a forge and this run's settings allow. */
export interface Forge {
  /** How many comments on the diff this tool keeps open at most (input `max-comments`). Threads that people joined are not counted. */
  readonly maxComments: number;
  /** How many of them may be on a file as a whole. */
  readonly maxFileComments: number;
  /** The longest text of one comment, in bytes of UTF-8. */
  readonly commentBytes: number;
  /** The longest diagram that the forge draws unasked, in characters; undefined where it draws each that people read. */
  readonly graphCharacters?: number;
  /** The info string of a fenced block that proposes to replace the commented lines, `count` of them: `suggestion`, `suggestion:-2+0`. */
  suggestionInfo(count: number): string;
}
