import { list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { lossOf, type Strength, strongest } from '../model/strength.ts';
import { type Actions, cellsOf, isTooMuch, mayRefuse, readActions, verdictIn } from './actions.ts';

/** A rule of a policy, in the object it is in. */
export interface KyvernoRule {
  readonly name: string;
  readonly value: Mapping;
  readonly path: Path;
  /** Whether it judges objects; others change or make them (mutate, generate). */
  readonly isJudge: boolean;
  /** The most that it does about what breaks it, in any namespace. */
  readonly strength: Strength;
  readonly actions: Actions;
}

/** The rules of a ClusterPolicy or Policy (kyverno.io/v1, api/kyverno/v1/rule_types.go). */
export function rulesOf({ spec: specification }: Mapping): readonly KyvernoRule[] {
  const spec = mapping(specification);
  const rules = list(spec.rules);
  return rules.map((each, index) => {
    const value = mapping(each);
    const path = ['spec', 'rules', index];
    const isJudge = value.validate !== undefined || value.verifyImages !== undefined;
    const actions = readActions(value, path, spec);
    const refuses = isTooMuch([actions], rules.length)
      ? mayRefuse(actions)
      : cellsOf([actions]).some((cell) => verdictIn(actions, cell).refuses);
    return {
      name: scalarText(value.name),
      value,
      path,
      isJudge,
      strength: isJudge ? (refuses ? 'refuses' : 'records') : 'ignores',
      actions,
    };
  });
}

/** What a policy did about what breaks any of its rules; nothing where it only changes or makes objects. */
export function policyStrength(value: Mapping): Strength {
  return strongest(rulesOf(value).map(({ strength }) => strength));
}

/** How bad it is that a rule does less. Rules that change or make objects are not strong or weak; their loss is worth a look. */
export function severityOf({ strength, isJudge }: KyvernoRule): Severity {
  return isJudge ? lossOf(strength) : 'medium';
}
