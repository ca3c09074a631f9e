import type { RangeRequest } from './git/range/range.ts';
import type { FailOn } from './policy/policy.ts';

/** How to reach the forge that holds the repository, for fetching missing history and the target's tip. */
export interface Remote {
  /** Undefined: the repository's own `origin`. */
  readonly url: string | undefined;
  /** Sent as an HTTP authorization header through the child's environment; never in argv or a file. */
  readonly token: string | undefined;
  /** The user name that goes with the token: `x-access-token` (GitHub, the default) or `gitlab-ci-token`. */
  readonly username?: string;
  /** A file of the certificates by which the forge is known; undefined: those of the machine. */
  readonly authority?: string;
  /** Refs to fetch before the request is resolved, e.g. the target branch's tip: `refs/heads/main`. */
  readonly fetch: readonly string[];
}

/** Whether every root that a change reaches must be rendered, or those that the policy names. */
export const renderModes = ['auto', 'required'] as const;

/** What reports for code scanning hold: what the change brings, or all that is there after it. */
export const scans = ['change', 'state'] as const;

export type Scan = (typeof scans)[number];

/** Where the settings of the repository are read from, and what for. */
export interface PostureRequest {
  readonly forge: 'github' | 'gitlab';
  /** The address of its API: `https://api.github.com`, `https://gitlab.example.com/api/v4`. */
  readonly api: string;
  /** `owner/name`; on GitLab the path of the project. */
  readonly repository: string;
  readonly token: string;
  /** The branch to look at instead of those that the policy names. */
  readonly branch: string | undefined;
  /** Whether the run is about nothing else, was asked for it, or reads it because it has a token. */
  readonly as: 'only' | 'asked' | 'unasked';
}

/** Who asked for a run, and for which repository, as the forge or the machine calls them. */
export interface Caller {
  /** The account that started the run. */
  readonly actor?: string;
  /** The repository's address; its path where it has none. */
  readonly repository?: string;
  /** The address of the pull or merge request. */
  readonly request?: string;
  /** The address of the job's log. */
  readonly job?: string;
}

/** All that a judgement needs to know of its caller, checked. */
export interface Inputs {
  readonly command: 'check' | 'audit' | 'posture';
  readonly repo: string;
  readonly request: RangeRequest;
  readonly remote: Remote | undefined;
  /** The forge's default branch, as a whole ref; undefined: what the clone takes for it. */
  readonly defaultBranch: string | undefined;
  /** What a reader should know of inputs that were not followed. */
  readonly notes: readonly string[];
  /** Only ever tightens what the base's policy says. */
  readonly failOn: FailOn | undefined;
  readonly policyPath: string;
  readonly kubernetesVersion: string | undefined;
  /** `required`: every root that the change reaches must be rendered; `auto`: those of the policy's `render.require`. */
  readonly render: (typeof renderModes)[number];
  readonly out: string | undefined;
  /** A report.json of an earlier run, by which findings are new, known or gone. */
  readonly previousReport: string | undefined;
  /** Who asked, for the log of decisions. */
  readonly caller: Caller;
  /** Decides what SARIF, Code Quality and security reports hold, and nothing else. */
  readonly scan: Scan;
  /** Whether the ages of secrets are asked for. */
  readonly ages?: boolean;
  /** Where to read how the repository is set up; absent where nobody asks. */
  readonly posture?: PostureRequest;
  /** Whether fixes are looked for, and of which rule's findings. */
  readonly fix?: { readonly rule: string | undefined };
  /** Whether the event is a push, where signature findings report and do not block by default. */
  readonly isPush: boolean;
  /** Rules that count as they are built in, whatever the policy says of them. */
  readonly asBuiltIn?: ReadonlySet<string>;
  /** Whether the first policy of a repository is held against the built-in defaults: of the past it says what it has let pass since. */
  readonly isFirstPolicyJudged?: boolean;
}
