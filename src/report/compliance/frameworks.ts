import { cisKubernetes } from './cis-kubernetes.ts';
import type { Control, Framework } from './framework.ts';
import { gdpr } from './gdpr.ts';
import { hipaa } from './hipaa.ts';
import { iso27001 } from './iso-27001.ts';
import { mitreAttack } from './mitre-attack.ts';
import { nist80053 } from './nist-800-53.ts';
import { nsaCisa } from './nsa-cisa.ts';
import { pciDss } from './pci-dss.ts';
import { soc2 } from './soc2.ts';
import { topicsOfRules } from './topics-of-rules.ts';

/** Every framework, in the order of the report. */
export const frameworks: readonly Framework[] = [
  cisKubernetes,
  nsaCisa,
  nist80053,
  soc2,
  pciDss,
  iso27001,
  hipaa,
  gdpr,
  mitreAttack,
];

/** The rules that speak to a control. */
export function rulesOf({ topics }: Control): readonly string[] {
  return Object.entries(topicsOfRules).flatMap(([rule, own]) =>
    own.some((topic) => topics.includes(topic)) ? rule : [],
  );
}

/** Ids of the controls of a framework that a rule speaks to. */
export function controlsOf(rule: string, { controls }: Framework): readonly string[] {
  const topics = topicsOfRules[rule] ?? [];
  return controls.filter((control) => control.topics.some((topic) => topics.includes(topic))).map(({ id }) => id);
}
