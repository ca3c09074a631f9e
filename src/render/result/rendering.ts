import type { Resource } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { Unreadable } from '../../yaml/document.ts';
import type { Gap } from '../model/gap.ts';
import type { Root } from '../model/root.ts';
import type { ChangedRoot } from '../plan/plan.ts';

/** One side of a root that the change reaches. */
export interface RootSide {
  readonly root: Root;
  readonly gaps: readonly Gap[];
  /** Why it was not rendered; undefined where it was. */
  readonly reason: string | undefined;
  /** What it gives; empty where it was not rendered. */
  readonly objects: readonly Resource[];
  /** Parts of the output that could not be read. */
  readonly unreadable: readonly Unreadable[];
  readonly files: ReadonlySet<string>;
}

/** A root that the change reaches, as it was and as it becomes. */
export interface RenderedRoot {
  readonly id: string;
  readonly scope: Scope;
  /** The file that names the root where nothing better is known. */
  readonly file: string;
  readonly before: RootSide | undefined;
  readonly after: RootSide | undefined;
}

/** A program that rendered. */
export interface UsedTool {
  readonly name: string;
  readonly version: string;
}

/** All that rendering a change gave. */
export interface Rendering {
  /** Roots that the change reaches. */
  readonly roots: readonly RenderedRoot[];
  readonly changed: readonly ChangedRoot[];
  /** Roots of the head's side. */
  readonly found: number;
  /** Roots that the change does not reach. */
  readonly reused: number;
  readonly tools: readonly UsedTool[];
  /** Why a tool is missing, one line each. */
  readonly problems: readonly string[];
  /** Files whose every root was rendered: they are judged as they are delivered, not as they are written. */
  readonly covered: ReadonlySet<string>;
  readonly milliseconds: number;
}

/** What unchanged roots hold that may bear on the change. */
export interface RenderedContext {
  /** Those that were looked at, on the head's side alone. */
  readonly roots: readonly RenderedRoot[];
  /** Those that were not, and why. */
  readonly beyond: readonly { readonly id: string; readonly why: string }[];
}

/** Where the change leaves nothing open. */
export const noContext: RenderedContext = { roots: [], beyond: [] };

/** Where nothing was rendered. */
export const nothingRendered: Rendering = {
  roots: [],
  changed: [],
  found: 0,
  reused: 0,
  tools: [],
  problems: [],
  covered: new Set(),
  milliseconds: 0,
};
