import type { Fact } from '../model/fact.ts';

/** What one ruleset, or the classic protection of a branch, asks for. */
export interface Protection {
  /** `the ruleset “main” of acme`, `branch protection`. */
  readonly by: string;
  readonly requiresRequest: boolean;
  readonly approvals: number;
  readonly dismissesStale: boolean;
  readonly needsLastPushApproved: boolean;
  readonly needsCodeOwners: boolean;
  readonly blocksForcePush: boolean;
  readonly blocksDeletion: boolean;
  readonly needsSignatures: boolean;
  /** Nobody may push or merge but who bypasses it. */
  readonly isLocked: boolean;
  readonly checks: readonly RequiredCheck[];
  /** Workflows of other repositories that must pass, by path. */
  readonly workflows: readonly string[];
}

export interface RequiredCheck {
  readonly name: string;
  /** The app that must report it; undefined: any. */
  readonly source: number | undefined;
}

/** Somebody whom a protection does not bind. */
export interface Bypass {
  /** `the role write`, `the team 12`, `admins`. */
  readonly who: string;
  /** The same for fingerprints: `RepositoryRole/4`. */
  readonly code: string;
  /** `exempt` leaves no trace, `request`: in a pull request only. */
  readonly mode: 'always' | 'exempt' | 'request';
  /** Whether it is everybody who may write. */
  readonly isWide: boolean;
  /** Whether they could change the protection itself. */
  readonly isAdmin: boolean;
}

/** Whom one protection does not bind. */
export interface Bypasses {
  /** As `Protection.by`. */
  readonly by: string;
  /** The same for fingerprints: `ruleset/7`. */
  readonly code: string;
  readonly actors: Fact<readonly Bypass[]>;
}

export interface GithubBranch {
  readonly name: string;
  readonly rulesets: Fact<readonly Protection[]>;
  /** Empty where there is none. */
  readonly classic: Fact<readonly Protection[]>;
  /** What is known of the required checks of a classic protection that cannot be read. */
  readonly visible: readonly Protection[];
  /** By the protection they bypass. */
  readonly bypasses: readonly Bypasses[];
}

export interface ActionsSettings {
  readonly isOn: boolean;
  readonly allowed: 'all' | 'local_only' | 'selected' | undefined;
  readonly mustBePinned: boolean;
}

/** Whose workflows run on requests from forks, and with what. */
export type ForkPolicy =
  | { readonly of: 'public'; readonly approval: string }
  | {
      readonly of: 'private';
      readonly runs: boolean;
      readonly getsWriteToken: boolean;
      readonly getsSecrets: boolean;
      readonly needsApproval: boolean;
    };

/** What GitHub says of a repository, as far as the token may read it. */
export interface GithubFacts {
  readonly forge: 'github';
  /** `owner/name`. */
  readonly repository: string;
  readonly branches: Fact<readonly GithubBranch[]>;
  /** Delivered branches beyond those that were looked at. */
  readonly moreBranches: number;
  /** Patterns of the policy that no branch matches. */
  readonly unmatched: readonly string[];
  readonly visibility: Fact<string>;
  readonly scanning: Fact<{ readonly secrets: boolean; readonly pushes: boolean }>;
  readonly ownersErrors: Fact<readonly { readonly path: string; readonly line: number; readonly message: string }[]>;
  /** Titles of those that may write. */
  readonly deployKeys: Fact<readonly string[]>;
  /** Their names. */
  readonly outsideAdmins: Fact<readonly string[]>;
  readonly actions: Fact<ActionsSettings>;
  /** Patterns of actions that are allowed; only where they are selected. */
  readonly selected: Fact<readonly string[]>;
  readonly token: Fact<{ readonly mayWrite: boolean; readonly mayApprove: boolean }>;
  readonly forks: Fact<ForkPolicy>;
}
