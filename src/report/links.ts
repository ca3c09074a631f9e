/** Web addresses on the forge; a renderer without them shows names only. */
export interface Links {
  /** The line of a file at the judged revision. */
  file(path: string, line: number): string | undefined;
  commit(sha: string): string | undefined;
  /** The page of a rule. */
  rule?(id: string): string | undefined;
  /** How a finding is accepted. */
  readonly accepting?: string;
}
