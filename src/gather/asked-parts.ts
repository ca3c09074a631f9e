import type { Policy } from '../policy/policy.ts';
import { isOffForAll } from '../policy/rule-levels.ts';
import type { Evidence } from '../rules/evidence.ts';

/** Parts of the families' results, each with all the rules that look at it. Other parts are needed whatever the policy says. */
export const rulesOfParts = {
  identities: ['workload-identity-widened'],
  privileges: ['pod-privileges-widened'],
  security: ['pod-security-lowered'],
  pinning: ['image-unpinned'],
  network: ['network-widened', 'namespace-unfenced'],
  authority: ['deploy-authority-widened'],
  admission: ['admission-weakened'],
  audit: ['audit-lowered'],
  monitoring: ['monitoring-removed'],
} as const;

/** Pods are paired for these alone. */
const ofPods = ['identities', 'privileges', 'pinning', 'network', 'authority', 'admission'] as const;

/** A part that nobody may need. */
export type Part = keyof typeof rulesOfParts;

/** What a run is asked to compute. */
export interface Asked {
  readonly needs: (part: Part | 'pods') => boolean;
  /** Rules that are not asked at all, since a part that they look at is not computed. */
  readonly notAsked: ReadonlySet<string>;
}

/** Says what was not looked for: nothing counts the findings of rules that are not asked. */
export function notAskedNotes({ notAsked, policy }: Pick<Evidence, 'notAsked' | 'policy'>): readonly string[] {
  const where = policy.source ?? 'the policy';
  return [...notAsked].map((rule) => `${rule} is off in ${where}: not looked for.`);
}

/** What the rules need that are not off for everything; `asBuiltIn` are those that count whatever the policy says. */
export function askedParts(policy: Policy, asBuiltIn: ReadonlySet<string> = new Set()): Asked {
  const isOff = (rule: string) => isOffForAll(policy, rule) && !asBuiltIn.has(rule);
  const isNeeded = (part: Part) => !rulesOfParts[part].every(isOff);
  return {
    needs: (part) => (part === 'pods' ? ofPods.some(isNeeded) : isNeeded(part)),
    notAsked: new Set(Object.values(rulesOfParts).flatMap((all): readonly string[] => (all.every(isOff) ? all : []))),
  };
}
