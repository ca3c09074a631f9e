/** One thing wrong with what a person gave us: what, and how to fix it. */
export interface Problem {
  readonly what: string;
  readonly fix: string;
}

/** Bad input. Carries every problem at once, so that nobody fixes one only to meet the next. Exit code 2. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.what}\n  ${p.fix}`).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}
