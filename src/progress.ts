/** Shows what a run is at. */
export interface Progress {
  /** Runs one long step under a title: a log group, a section, a progress line; nothing when not a terminal. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
}
