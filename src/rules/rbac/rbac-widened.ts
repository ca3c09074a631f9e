import { clipped } from '../../clipped.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { RbacAnalysis } from '../../rbac/judge/analyse-rbac.ts';
import type { TooLarge } from '../../rbac/judge/too-large.ts';
import type { Widening } from '../../rbac/judge/widening.ts';
import {
  gainedKeys,
  identity,
  tooLargeMessage,
  wideningDetails,
  wideningMessage,
  wideningRemedy,
} from '../../rbac/judge/wording.ts';
import type { DeliveryAnalysis } from '../../render/judge/analyse-delivery.ts';
import type { Observation, Rule } from '../rule.ts';
import { joinCopies } from './join-copies.ts';
import { observeUnbound, observeUnjudged } from './unjudged-grants.ts';

/** Somebody can do more after the change than before. Gains of everyone are `rbac-broad-subject`'s. */
export const rbacWidened: Rule = {
  id: 'rbac-widened',
  category: 'rbac',
  severity: 'high',
  summary: 'A user, group or ServiceAccount can do more than before.',
  check: ({ rbac, delivery, change }) => joinCopies(observations(rbac, delivery), change.touched),
};

function* observations(rbac: RbacAnalysis, { openValues }: DeliveryAnalysis): Generator<Observation> {
  for (const [scope, { widenings, unbound, unjudged, tooLarge }] of rbac.changes) {
    for (const widening of widenings) if (!widening.isForEveryone) yield observe(scope, widening);
    for (const members of unbound) yield observeUnbound(scope, members);
    for (const grant of unjudged) yield observeUnjudged(scope, grant);
    if (tooLarge !== undefined) yield notJudged(scope, tooLarge);
  }
  yield* rbac.patches.map(observePatch);
  yield* rbac.labels.map(observeLabel);
  yield* openValues.map(observeOpenValue);
}

/** What depends on a value that nothing sets is decided where the chart is installed. */
function observeOpenValue({ scope, name, position }: DeliveryAnalysis['openValues'][number]): Observation {
  return {
    message: `What this chart grants depends on ${name}, which it does not set: whoever installs it decides, and may grant anything.`,
    remedy: `Write what is granted into the template, or give ${name.slice('.Values.'.length)} a default in values.yaml.`,
    severity: 'medium',
    position,
    scope,
    subject: ['open-value', position.file, name],
  };
}

/** A label that is given to roles from elsewhere. */
function observeLabel({ scope, label, name, position }: RbacAnalysis['labels'][number]): Observation {
  return {
    message: `The label ${label} is newly given to roles that are not written here: which ones, and what that grants, was not judged.`,
    remedy: 'Write the label at the role itself, so that its permissions can be compared.',
    severity: 'high',
    position,
    scope,
    subject: ['label', position.file, label, name],
  };
}

/** What a patch makes of a role or binding is known only when it is built. */
function observePatch({ scope, op, pointer, position }: RbacAnalysis['patches'][number]): Observation {
  return {
    message: `A JSON patch changes ${clipped(pointer, 120)} of a role or binding (${op}); what that grants was not judged.`,
    remedy: 'Write the role or binding out in its own manifest, so that its permissions can be compared.',
    severity: 'high',
    position,
    scope,
    subject: ['json-patch', position.file, op, pointer],
  };
}

/** A widening as an observation. */
export function observe(scope: Scope, widening: Widening): Observation {
  const { resource, paths, cause, gained } = widening;
  const [position, ...places] = paths.map((path) => resource.at(path));
  return {
    message: wideningMessage(widening),
    remedy: wideningRemedy(widening),
    details: wideningDetails(widening),
    references: references(widening),
    severity: widening.severity,
    ...(position === undefined ? {} : { position }),
    places,
    scope,
    object: identity(resource),
    gainers: [...new Set(gained.flatMap(({ subjects }) => subjects.map(({ key }) => key)))],
    subject: [cause.kind, ...gainedKeys(gained)],
  };
}

/** Fails closed: what was not judged counts as the worst. */
function notJudged(scope: Scope, tooLarge: TooLarge): Observation {
  const { resource, digest } = tooLarge;
  return {
    message: tooLargeMessage(tooLarge),
    remedy: 'Split the change, or name fewer subjects and rules in it (bind a group, join rules).',
    severity: 'critical',
    scope,
    ...(resource === undefined ? {} : { object: identity(resource), position: resource.at([]) }),
    subject: ['too large', digest],
  };
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** The benchmark's numbers, those of what was gained and the one about default ServiceAccounts. */
function references({ gained }: Widening): readonly string[] {
  const isDefaultAccount = gained.some(({ subjects }) =>
    subjects.some(({ kind, name }) => kind === 'ServiceAccount' && name === 'default'),
  );
  const all = gained.flatMap(({ judgement }) => judgement.references);
  const numbers = new Set(isDefaultAccount ? [...all, 'CIS 5.1.5'] : all);
  return [...numbers].sort(byNumber.compare);
}
