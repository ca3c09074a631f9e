import type { AdmissionAnalysis } from '../admission/judge/analyse-admission.ts';
import type { AuditAnalysis } from '../audit/judge/analyse-audit.ts';
import type { MonitoringAnalysis } from '../audit/judge/analyse-monitoring.ts';
import type { AuthorityAnalysis } from '../delivery/judge/analyse-authority.ts';
import type { Tree } from '../git/object/object.ts';
import type { Range } from '../git/range/range.ts';
import type { CommitPaths } from '../git/repository.ts';
import type { HiddenAnalysis } from '../hidden/analyse-hidden.ts';
import type { HistoryAnalysis } from '../history/judge/analyse-history.ts';
import type { TouchedFile } from '../kube/touched-file.ts';
import type { NetworkAnalysis } from '../network/judge/analyse-network.ts';
import type { Policy } from '../policy/policy.ts';
import type { PostureAnalysis } from '../posture/judge/analyse-posture.ts';
import type { RbacAnalysis } from '../rbac/judge/analyse-rbac.ts';
import type { DeliveryAnalysis } from '../render/judge/analyse-delivery.ts';
import type { SecretAge } from '../secrets/ages/secret-ages.ts';
import type { SecretsAnalysis } from '../secrets/compare/analyse-secrets.ts';
import type { PassingSecrets } from '../secrets/compare/passing-secrets.ts';
import type { Severity } from '../severity.ts';
import type { VerifiedCommit } from '../signature/model/signature.ts';
import type { WorkloadAnalysis } from '../workload/judge/analyse-workloads.ts';

/** What was read of a change, before any family computes on it. */
export interface Change {
  readonly range: Range;
  /** Verified commits of the range, oldest first; with the tag, for tags. */
  readonly commits: readonly VerifiedCommit[];
  /** What each commit touches, by sha; filled only where a requirement or an admin's signature needs it. */
  readonly commitPaths: ReadonlyMap<string, CommitPaths>;
  readonly before: Tree;
  readonly after: Tree;
  /** Sorted by path. */
  readonly touched: readonly TouchedFile[];
  /**
   * Pipeline files and CODEOWNERS (`isControlFile`) of both sides, unchanged ones too; read only where one of them is touched, or a manifest is moved.
   * Without it `gate-changed` sees those that are touched.
   */
  readonly controlFiles?: ControlFiles;
}

/** Bytes by path. */
export interface ControlFiles {
  readonly before: ReadonlyMap<string, Buffer>;
  readonly after: ReadonlyMap<string, Buffer>;
}

/** What each family computed of the change, once; an entry a family. `gather/analyse.ts` fills it. */
export interface Analysis {
  /** Rules that are off for everything, and whose part of this was not computed: they are not asked. */
  readonly notAsked: ReadonlySet<string>;
  readonly rbac: RbacAnalysis;
  readonly workloads: WorkloadAnalysis;
  readonly secrets: SecretsAnalysis;
  readonly network: NetworkAnalysis;
  readonly hidden: HiddenAnalysis;
  readonly delivery: DeliveryAnalysis;
  readonly authority: AuthorityAnalysis;
  readonly admission: AdmissionAnalysis;
  readonly audit: AuditAnalysis;
  readonly monitoring: MonitoringAnalysis;
  /** The same of the objects as they may be otherwise: in another way to install a chart, or without what becomes a hook. */
  readonly otherwise?: readonly OtherAnalysis[];
}

/** What of it compares what is kept out as a whole. */
export type AnalysisOfWholes = Omit<Analysis, 'rbac' | 'secrets' | 'hidden' | 'delivery' | 'otherwise' | 'notAsked'>;

/** The same of the objects as they may be otherwise, with the reason for a reviewer. */
export interface OtherAnalysis extends AnalysisOfWholes {
  readonly note: string;
  /** What is less severe is not worth saying of what may be otherwise. */
  readonly least: Severity;
}

/** All that a rule may look at. */
export interface Evidence extends Analysis {
  readonly change: Change;
  readonly policy: Policy;
  /** Secrets that commits of the range added and the result does not have. */
  readonly passing: readonly PassingSecrets[];
  /** How old secrets are; none where nobody asked. */
  readonly ages: readonly SecretAge[];
  /** How the repository is set up on its forge; undefined where nobody asked. */
  readonly posture: PostureAnalysis | undefined;
  /** How its commits compare with earlier ones; undefined where they are not compared. */
  readonly past?: HistoryAnalysis | undefined;
  /** Whether the base trusts any key at all (bootstrap: signature rules report at low until it does). */
  readonly trustsKeys: boolean;
  /** Fingerprints of the keys by which an admin signs. */
  readonly adminKeys: ReadonlySet<string>;
  /** The time of judgement, milliseconds since the epoch. */
  readonly now: number;
  /** Ids of every rule, for judging whether the change's own policy could be read; without it ids are not checked. */
  readonly ruleIds?: readonly string[];
  /** Whether the first policy of a repository is held against the built-in defaults. */
  readonly isFirstPolicyJudged?: boolean | undefined;
}
