import type { ObjectIdentity, Position } from '../kube/resource.ts';
import type { Scope } from '../kube/touched-file.ts';
import type { Severity } from '../severity.ts';
import type { Evidence } from './evidence.ts';

/** A further place of a finding, with what it belongs to where that differs from place to place. */
export interface OtherPlace extends Position {
  readonly object?: ObjectIdentity;
  /** The field inside the object: `spec.containers[app].env[TOKEN].value`. */
  readonly field?: string;
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
   * One line that shows what was found, built by the rule from parsed values, never copied from the source:
   * `verbs: [get, "*"]`, or `password: •••• (16 characters)`.
   */
  readonly excerpt?: string;
  /** Manifests to add, in several lines of YAML; built by the rule, never copied from the source. */
  readonly example?: string;
  /** References a security team asks for, e.g. `CIS 5.1.2`. */
  readonly references?: readonly string[];
  /** Overrides the rule's own severity. */
  readonly severity?: Severity;
  readonly position?: Position;
  /** The last line of the text the finding is about, where it spans several. */
  readonly endLine?: number;
  /** Other places the same finding is about. */
  readonly places?: readonly OtherPlace[];
  /** The same place by place, where each of several places can be accepted by itself; at least two. */
  readonly alone?: readonly Observation[];
  /** Where it was in the file before the change, for what the change removes: the removed side of a diff. */
  readonly removedAt?: Position;
  readonly scope?: Scope;
  /** Further scopes that the same finding is about. */
  readonly otherScopes?: readonly Scope[];
  readonly object?: ObjectIdentity;
  /** The object as the fingerprint names it, where another kind or name would not make it another finding. */
  readonly identity?: ObjectIdentity;
  readonly commit?: string;
  /** Keys of those who can do more; absent where it says nothing of anybody. */
  readonly gainers?: readonly string[];
  /**
   * What identifies the finding together with rule, scope and object: the path inside the object with list items keyed by
   * content or name, and what was gained. No line, no index, no secret.
   */
  readonly subject: readonly string[];
  /** A replacement for the lines from position.line to endLine, only where it is certain; never contains a secret. */
  readonly suggestion?: string;
}

export type RuleCategory =
  | 'signature'
  | 'rbac'
  | 'secret'
  | 'repository'
  | 'workload'
  | 'network'
  | 'delivery'
  | 'admission'
  | 'audit'
  | 'supply-chain'
  | 'input';

/** One question asked of the evidence: a mapping from what a family computed to observations. Pure: no I/O, no options, knows no platform. */
export interface Rule {
  readonly id: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  /** One line for the rules table. */
  readonly summary: string;
  /** Its findings block only where the policy states a severity for it: they are not proof of anything. */
  readonly isAdvisory?: true;
  check(evidence: Evidence): Iterable<Observation>;
}

/** An observation and the rule that made it, or as much of the rule as is needed. */
export interface Observed<R = Rule> {
  readonly rule: R;
  readonly observation: Observation;
}
