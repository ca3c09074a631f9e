import type { Severity } from '../severity.ts';
import type { YamlLimits } from '../yaml/document.ts';
import type { PostureCheckId } from './posture-checks.ts';

export type FailOn = Severity | 'never';

/** Where the bytes of a trusted file came from: its path in the base tree (or below `--trust DIR`) and what it holds. */
export interface TrustedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The key material of `.gitops-gate/`, unparsed; the signature layer reads it. */
export interface TrustedFiles {
  readonly allowedSigners: TrustedFile | undefined;
  readonly openpgp: readonly TrustedFile[];
  readonly x509: readonly TrustedFile[];
  readonly revoked: TrustedFile | undefined;
}

/** `signatures.signers`: overrides what a key says of itself. `key` is a full fingerprint or a principal. */
export interface SignerEntry {
  readonly key: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly roles: readonly string[];
}

/** `signatures.require`: commits that touch `paths` or cause `rules` must be signed by one of `signers` or `roles`. */
export interface SignatureRequirement {
  readonly paths: readonly string[];
  readonly rules: readonly string[];
  readonly signers: readonly string[];
  readonly roles: readonly string[];
}

export interface SignaturePolicy {
  /** Whose identity the signer must own. */
  readonly identity: 'committer' | 'committer-and-author' | 'none';
  readonly onPush: 'report' | 'block';
  readonly signers: readonly SignerEntry[];
  readonly requirements: readonly SignatureRequirement[];
  /** What of the forge's own signatures is accepted. */
  readonly forge: {
    /** none; merges whose tree equals a recomputed merge (default); every forge signature. */
    readonly accept: 'none' | 'merges' | 'all';
    /** Author emails of bots whose forge-signed commits are accepted. */
    readonly bots: readonly string[];
    /** Fingerprints of forge keys trusted alongside the built-in ones. */
    readonly keys: readonly string[];
  };
  /** gitsign identities: certificate SAN and OIDC issuer. */
  readonly identities: readonly {
    readonly subject: string;
    readonly issuer: string;
    readonly roles: readonly string[];
  }[];
}

/** `clusters`: which paths make up one cluster (a scope). */
export interface ClusterEntry {
  readonly name: string;
  readonly paths: readonly string[];
}

/** `rbac.roles`: the rules of roles that are not in the repository. */
export interface DeclaredRole {
  readonly kind: 'Role' | 'ClusterRole';
  readonly name: string;
  readonly namespace: string | undefined;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

/** `ignore`: one accepted finding, or a narrow class of them. */
export interface IgnoreEntry {
  readonly rule: string;
  readonly fingerprint: string | undefined;
  readonly object: string | undefined;
  readonly path: string | undefined;
  /** Blob ids of the file (or files) that a secret's ignore is pinned to. */
  readonly blobs: readonly string[];
  readonly reason: string;
  /** ISO date; the entry holds up to and including this day (UTC). */
  readonly until: string;
  /** Line of the entry in policy.yaml. */
  readonly line: number;
}

export interface Limits extends YamlLimits {
  /** Bytes of all blobs read in one run. */
  readonly totalBytes: number;
  /** Seconds the whole judgement may take. */
  readonly seconds: number;
  /** Findings that a report lists, the worst first. */
  readonly findings: number;
}

/** `render.roots`: a kustomization or chart that is delivered and that the repository alone does not show. */
export interface DeclaredRoot {
  /** Its folder; `.` is the repository's own. */
  readonly path: string;
  /** What the report calls it. */
  readonly name: string;
  /** Values files of a chart, by their paths in the repository. */
  readonly values: readonly string[];
  readonly namespace: string | undefined;
  readonly release: string | undefined;
}

/** `render`: what is built before it is judged. */
export interface RenderPolicy {
  /** Roots, by id or folder (globs), that must be rendered. */
  readonly require: readonly string[];
  readonly roots: readonly DeclaredRoot[];
  /** URLs that mean this repository, alongside the forge's own. */
  readonly repositories: readonly string[];
  /** Seconds that rendering may take in one run. */
  readonly seconds: number;
}

/** `secrets.formats`: a format of the organization's own secrets. */
export interface SecretFormat {
  readonly name: string;
  /** As Go's `regexp` reads it; every match is a secret. */
  readonly pattern: string;
  readonly severity: Severity;
}

/** `ages`: from when on `audit --ages` calls secrets stale. */
export interface AgePolicy {
  /** Days since a secret was changed. */
  readonly secretDays: number;
  /** Hours between two readings of a secret that is kept elsewhere. */
  readonly refreshHours: number;
  /** Days until a certificate expires. */
  readonly certificateDays: number;
}

/** `posture`: how the repository must be set up on its forge. */
export interface PosturePolicy {
  /** At least so many people approve a change. */
  readonly approvals: number;
  /** Checks that must be made: where one cannot, the run could not be judged. */
  readonly require: readonly PostureCheckId[];
}

/** `.gitops-gate/policy.yaml` of the base side, every default filled in. */
export interface Policy {
  /** Path of the policy file, or undefined when the built-in defaults hold. */
  readonly source: string | undefined;
  /** The folder it was looked for in, without a slash at its end. */
  readonly folder: string;
  /** Whether the folder could not be read, so that the built-in defaults hold instead of what it says. */
  readonly isBroken: boolean;
  readonly failOn: FailOn;
  /** Whether the file itself says `failOn`; else it is the default, which an input may still replace. */
  readonly failOnStated: boolean;
  /** Levels of rules that hold for all of their findings. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Levels of the other rules by scope, of its name or a glob. */
  readonly rulesByScope: ReadonlyMap<string, ReadonlyMap<string, Severity | 'off'>>;
  /** Globs of the branches that clusters are delivered from; undefined where the file does not say. */
  readonly branches: readonly string[] | undefined;
  readonly signatures: SignaturePolicy;
  readonly clusters: readonly ClusterEntry[];
  readonly roles: readonly DeclaredRole[];
  readonly kubernetesVersion: string;
  /** Whether OpenShift's default roles hold; undefined: where the repository shows OpenShift. */
  readonly openshift: boolean | undefined;
  readonly ignore: readonly IgnoreEntry[];
  readonly render: RenderPolicy;
  readonly secretFormats: readonly SecretFormat[];
  readonly ages: AgePolicy;
  readonly posture: PosturePolicy;
  readonly limits: Limits;
}
