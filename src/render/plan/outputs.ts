import type { Source } from '../model/root.ts';

/** What a tool printed for one source of a root. */
export interface ToolOutput {
  readonly made: 'kustomize' | 'helm' | 'files';
  readonly bytes: Buffer;
  /** What the tool writes before a path of the tree. */
  readonly originPrefix: string;
}

/** What a tool made of a root, or why it did not. */
export type RootOutput =
  | { readonly state: 'rendered'; readonly outputs: readonly ToolOutput[] }
  | { readonly state: 'failed'; readonly reason: string };

/** What the tools made of both sides of a root. */
export interface Outputs {
  readonly before: RootOutput | undefined;
  readonly after: RootOutput | undefined;
}

/** Whether a source needs no tool: plain manifests, taken as they are. */
export function isPlain(source: Source): boolean {
  return source.kind === 'files' && source.kustomizations.length === 0 && Object.keys(source.options).length === 0;
}
