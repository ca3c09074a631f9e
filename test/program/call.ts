/** One of the two entries, and all that a process gets from who starts it. */
export interface Call {
  readonly entry: 'cli' | 'action';
  readonly args?: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Always as a process of its own: for signals, for several at once, for what Node reads where it starts. */
  readonly needsProcess?: boolean;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both as they came. */
  readonly log: string;
}
