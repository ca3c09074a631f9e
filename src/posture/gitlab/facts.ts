import type { Fact } from '../model/fact.ts';

/** Who may push to a protected branch. */
export interface Pusher {
  /** `Maintainers`, `the deploy key 3`. */
  readonly who: string;
  /** The same for fingerprints: `role/40`, `user/7`. */
  readonly code: string;
  /** The role that is enough; undefined for one user, group or key. */
  readonly level: number | undefined;
}

/** A protected branch, or a wildcard of them. */
export interface GitlabProtection {
  /** `main`, `release/*`. */
  readonly name: string;
  /** Nobody where it is empty. */
  readonly pushers: readonly Pusher[];
  readonly allowsForcePush: boolean;
  /** Undefined where this GitLab has no such setting. */
  readonly needsCodeOwners: boolean | undefined;
}

export interface ApprovalRule {
  readonly approvals: number;
  /** Names or wildcards of the branches it is for; undefined: all. */
  readonly branches: readonly string[] | undefined;
}

/** What GitLab says of the project itself; undefined where it leaves a setting out. */
export interface ProjectSettings {
  readonly visibility: string;
  readonly pipelineMustSucceed: boolean | undefined;
  readonly skippedIsEnough: boolean | undefined;
  readonly discussionsMustBeResolved: boolean | undefined;
  /** Where the pipeline comes from: `.gitlab-ci.yml@acme/gates`. */
  readonly pipelinePath: string | undefined;
  readonly runsForkPipelines: boolean | undefined;
  readonly jobTokenMayPush: boolean | undefined;
  readonly blocksSecrets: boolean | undefined;
}

/** What GitLab says of a project, as far as the token may read it. */
export interface GitlabFacts {
  readonly forge: 'gitlab';
  /** Its path. */
  readonly repository: string;
  readonly branches: Fact<readonly string[]>;
  /** Delivered branches beyond those that were looked at. */
  readonly moreBranches: number;
  /** Patterns of the policy that no branch matches. */
  readonly unmatched: readonly string[];
  readonly project: Fact<ProjectSettings>;
  readonly protections: Fact<readonly GitlabProtection[]>;
  readonly pushRule: Fact<{ readonly rejectsUnsigned: boolean; readonly rejectsSecrets: boolean }>;
  readonly approvals: Fact<{
    readonly resetOnPush: boolean;
    readonly authorMayApprove: boolean;
    readonly committersMayApprove: boolean;
  }>;
  readonly approvalRules: Fact<readonly ApprovalRule[]>;
  /** Whether only projects on a list may use their job tokens here. */
  readonly jobTokenIsLimited: Fact<boolean>;
  /** Names of pipeline execution policies that are on. */
  readonly pipelinePolicies: Fact<readonly string[]>;
}
