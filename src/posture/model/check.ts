import type { Position } from '../../kube/resource.ts';
import type { PostureCheckId } from '../../policy/posture-checks.ts';
import type { Severity } from '../../severity.ts';
import type { Unknown } from './fact.ts';

/** The rules that say what does not hold. */
export type PostureRule = 'unprotected-branch' | 'review-not-required' | 'public-repository' | 'workflow-permissions';

/** What is found where a check does not hold. */
export interface PostureFinding {
  readonly rule: PostureRule;
  /** Where clusters are delivered from the repository; one step less where nothing is. */
  readonly severity: Severity;
  /** A sentence that names the branch or the setting. */
  readonly message: string;
  readonly remedy: string;
  readonly details?: readonly string[];
  /** For the fingerprint, after the check's id and the branch: what of it makes another finding. */
  readonly subject?: readonly string[];
  /** In the repository, for what its files say. */
  readonly position?: Position;
  readonly places?: readonly Position[];
}

/** What was asked. */
export interface Question {
  readonly id: PostureCheckId;
  /** As it should be: `Force pushes are blocked`. */
  readonly what: string;
  /** Undefined for the repository as a whole. */
  readonly branch?: string;
}

/** One setting of a repository on its forge, and whether it is as it should be. */
export type PostureCheck = Question &
  (
    | { readonly state: 'holds'; readonly detail: string }
    /** `findings` is empty where another check says it already, or nothing is lost by it here. */
    | { readonly state: 'does-not-hold'; readonly detail: string; readonly findings: readonly PostureFinding[] }
    | { readonly state: 'could-not-check'; readonly detail: string; readonly needs?: string; readonly remedy?: string }
  );

export function holds(question: Question, detail: string): PostureCheck {
  return { ...question, state: 'holds', detail };
}

export function fails(question: Question, detail: string, ...findings: readonly PostureFinding[]): PostureCheck {
  return { ...question, state: 'does-not-hold', detail, findings };
}

export function notChecked(question: Question, { unknown, ...how }: Unknown): PostureCheck {
  return { ...question, state: 'could-not-check', detail: unknown, ...how };
}
