import type { DeliveryAnalysis } from '../../../render/judge/analyse-delivery.ts';
import type { NotRendered } from '../../../render/judge/not-rendered.ts';
import { unrenderedFix } from '../../../render/result/unrendered-fix.ts';
import type { Observation } from '../../rule.ts';

/** Roots beyond these are counted, not named. */
const mostNamed = 20;

/** Roots that were not rendered, or not whole, though what changed can reach permissions; one observation for one place, whatever roots it is in. */
export function* notRenderedRoots({ notRendered, unread }: DeliveryAnalysis): Generator<Observation> {
  const byPlace = new Map<string, NotRendered[]>();
  for (const each of notRendered) {
    const key = JSON.stringify([each.position.file, each.position.line, each.by, each.isVersion, each.isInstalled]);
    const group = byPlace.get(key);
    if (group === undefined) byPlace.set(key, [each]);
    else group.push(each);
  }
  for (const group of byPlace.values()) yield observeGroup(group);
  for (const { root, scope, detail, position } of unread) {
    yield {
      message: `A part of what ${root} gives could not be read and was not judged: ${detail}.`,
      remedy: 'Make it smaller or simpler, or raise the limit in .gitops-gate/policy.yaml.',
      position,
      scope,
      subject: ['not-rendered', 'unread', root],
    };
  }
}

function observeGroup(group: readonly NotRendered[]): Observation {
  const [first, ...others] = group as readonly [NotRendered, ...NotRendered[]];
  const { root, reason, by, isVersion, isInstalled, isBroken, position, places, scope } = first;
  const more = others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'root' : 'roots'}`;
  const named = others.slice(0, mostNamed).map((other) => `also ${other.root}: ${other.reason ?? outside}`);
  const where =
    reason === undefined
      ? `what ${root}${more} takes from outside this repository`
      : `${root}${more}, which was not rendered (${reason})`;
  const remedy =
    reason === undefined
      ? 'Copy what it patches into the repository, so that both are judged together.'
      : sentence(unrenderedFix(reason, needsOf(group)));
  const rest = { remedy, position, places, scope, ...(named.length === 0 ? {} : { details: named }) };
  const roots = group.map((each) => each.root).sort();
  if (isBroken) {
    const [was, gives] = others.length === 0 ? ['was', 'it gives'] : ['were', 'they give'];
    return {
      ...rest,
      message: `${root}${more} ${was} rendered as before the change, but not with it (${reason}): whether what ${gives} now protects less or permits more is not known.`,
      remedy: `${rest.remedy} Where nobody can render it, nobody can deliver it either: fix it in this change.`,
      subject: ['not-rendered', 'broken', ...roots],
    };
  }
  if (isInstalled) {
    return {
      ...rest,
      message: `${by[0]?.toUpperCase()}${by.slice(1)} can give something else where ${root}${more} is installed than where it is only rendered (.Release, .Capabilities, lookup): what it gives there to workloads, permissions or namespaces was not judged.`,
      remedy:
        'Say it in the template that uses it, where every branch is judged, or let a value decide, which is known here.',
      subject: ['not-rendered', 'installed', by, ...roots],
    };
  }
  if (isVersion) {
    return {
      ...rest,
      message: `Another version or plain value is given to ${where}: by the text of its templates it changes neither permissions nor accounts, but what it gives was not judged.`,
      severity: 'low',
      subject: ['not-rendered', 'version', ...roots],
    };
  }
  return {
    ...rest,
    message: `${by[0]?.toUpperCase()}${by.slice(1)} can change permissions or the account of a workload in ${where}: what it gives was not judged.`,
    subject: ['not-rendered', by, ...roots],
  };
}

const outside = 'what it patches is outside this repository';

/** What the roots of a group need, and no more. */
function needsOf(group: readonly NotRendered[]): NotRendered['needs'] {
  return { kustomize: group.some(({ needs }) => needs.kustomize), helm: group.some(({ needs }) => needs.helm) };
}

function sentence(words: string): string {
  return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}
