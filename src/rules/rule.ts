import type { Tree } from '../git/object/object.ts';
import type { Range } from '../git/range/range.ts';
import type { ObjectIdentity, Position, Resource } from '../kube/resource.ts';
import type { Scope, TouchedFile } from '../kube/touched-file.ts';
import type { Policy } from '../policy/policy.ts';
import type { Severity } from '../severity.ts';
import type { VerifiedCommit } from '../signature/model/signature.ts';

/** One scope's objects: those of touched files, and of unchanged files the prefilter named as candidates for context. */
export interface ScopeState {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
}

export interface Change {
  readonly range: Range;
  /** Verified commits of the range, oldest first; with the tag, for tags. */
  readonly commits: readonly VerifiedCommit[];
  /** Paths each commit touches, by sha; filled only where a requirement or an admin's signature needs it. */
  readonly commitPaths: ReadonlyMap<string, readonly string[]>;
  readonly before: Tree;
  readonly after: Tree;
  /** Sorted by path. */
  readonly touched: readonly TouchedFile[];
  /**
   * Pipeline files and CODEOWNERS (`isControlFile`) of both sides, unchanged ones too; read only where one of them is touched.
   * Without it `gate-changed` sees those that are touched.
   */
  readonly controlFiles?: ControlFiles;
}

/** Bytes by path. */
export interface ControlFiles {
  readonly before: ReadonlyMap<string, Buffer>;
  readonly after: ReadonlyMap<string, Buffer>;
}

/** All that a rule may look at. */
export interface Evidence {
  readonly change: Change;
  readonly policy: Policy;
  /** Whether the base trusts any key at all (bootstrap: signature rules report at low until it does). */
  readonly trustsKeys: boolean;
  /** The time of judgement, milliseconds since the epoch. */
  readonly now: number;
  /** A random key of this run for digests of secret values. */
  readonly digestKey: Buffer;
  readonly scopes: ReadonlyMap<Scope, ScopeState>;
  /** Ids of every rule, for judging whether the change's own policy could be read; without it ids are not checked. */
  readonly ruleIds?: readonly string[];
}

/** What a rule saw. The gate makes it a finding: severity by policy, fingerprint, blocking. */
export interface Observation {
  /** One sentence for a reviewer; names the object. Never holds a secret value. */
  readonly message: string;
  /** What to do, specific to this object. */
  readonly remedy: string;
  /** Further lines: what was gained, who gains it, the path. */
  readonly details?: readonly string[];
  /**
   * One line that shows what stands there, built by the rule from parsed values, never copied from the source:
   * `verbs: [get, "*"]`, or `password: •••• (16 characters)`.
   */
  readonly excerpt?: string;
  /** References a security team asks for, e.g. `CIS 5.1.2`. */
  readonly references?: readonly string[];
  /** Overrides the rule's own severity. */
  readonly severity?: Severity;
  readonly position?: Position;
  /** The last line of the text the finding is about, where it spans several. */
  readonly endLine?: number;
  /** Other places the same finding is about. */
  readonly places?: readonly Position[];
  /** Where it was in the file before the change, for what the change removes: the removed side of a diff. */
  readonly removedAt?: Position;
  readonly scope?: Scope;
  readonly object?: ObjectIdentity;
  readonly commit?: string;
  /**
   * What identifies the finding besides rule, scope and object: the path inside the object with list items keyed by
   * content or name, and what was gained. No line, no index, no secret.
   */
  readonly subject: readonly string[];
  /** A replacement for the lines from position.line to endLine, only where it is certain; never contains a secret. */
  readonly suggestion?: string;
}

export type RuleCategory = 'signature' | 'rbac' | 'secret' | 'repository' | 'input';

/** One question asked of a change. Pure: no I/O, no options, knows no platform. */
export interface Rule {
  readonly id: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  /** One line for the rules table. */
  readonly summary: string;
  check(evidence: Evidence): Iterable<Observation>;
}
