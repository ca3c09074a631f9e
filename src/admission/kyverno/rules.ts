import { list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { lossOf, type Strength } from '../model/strength.ts';

/** A rule of a policy, in the object it is in. */
export interface KyvernoRule {
  readonly name: string;
  readonly value: Mapping;
  readonly path: Path;
  readonly strength: Strength;
  /** Whether the policy says what is done, and not the rule. */
  readonly isByPolicy: boolean;
}

/** The rules of a ClusterPolicy or Policy (kyverno.io/v1, api/kyverno/v1/rule_types.go). */
export function rulesOf({ spec: specification }: Mapping): readonly KyvernoRule[] {
  const spec = mapping(specification);
  return list(spec.rules).map((each, index) => {
    const value = mapping(each);
    const isByPolicy = ownAction(value) === undefined || spec.admission === false;
    const path = ['spec', 'rules', index];
    return { name: scalarText(value.name), value, path, strength: strengthOf(value, spec), isByPolicy };
  });
}

/** A rule's own action, else its policy's, else Audit; small letters were the older form. */
function strengthOf(rule: Mapping, spec: Mapping): Strength {
  if (spec.admission === false) return 'records';
  const action = ownAction(rule) ?? text(spec.validationFailureAction) ?? 'Audit';
  if (rule.validate === undefined && rule.verifyImages === undefined) return 'warns';
  return action.toLowerCase() === 'enforce' ? 'refuses' : 'records';
}

function ownAction(rule: Mapping): string | undefined {
  const images = list(rule.verifyImages).map((each) => text(mapping(each).failureAction));
  return [text(mapping(rule.validate).failureAction), ...images].find((each) => each !== undefined);
}

/** Rules that change or make objects are not strong or weak; their loss is worth a look. */
export function severityOf({ strength }: KyvernoRule): Severity {
  return strength === 'warns' ? 'medium' : lossOf(strength);
}
