import { groupBy } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { json, list, mapping, valueUnder } from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';
import { type EngineFamily, type Instance, instancesOf, mayStillRun } from './engines.ts';

/** How the loss of an engine is said. */
const families: Readonly<Record<EngineFamily, { readonly severity: Severity; readonly what: string }>> = {
  admission: { severity: 'high', what: 'what it refused' },
  audit: { severity: 'high', what: 'what it found' },
  monitoring: { severity: 'medium', what: 'the alerts that it fired' },
};

const remedy = 'Keep it as long as its policies or rules are there, or let what does the same come before it goes.';

/**
 * Engines that nothing of a scope runs any more, while their policies may stay: what ran or installed them is gone, or told to run
 * nothing. One that something else runs or installs after the change, under whatever name and kind, is not lost.
 */
export function enginesLost({ before, after }: ScopeObjects, family: EngineFamily): readonly LoosenedObject[] {
  const isOf = (each: EngineFamily) => each === family;
  const old = instancesOf(before, isOf);
  if (old.length === 0) return [];
  const now = instancesOf(after, isOf);
  const known = new Set(old.map(({ resource }) => identityKey(resource)));
  const isRunning = ({ isOff, isSuspended, resource }: Instance) =>
    !isOff && (!isSuspended || known.has(identityKey(resource)));
  const running = new Set(now.filter(isRunning).map(({ engine }) => engine));
  const { severity, what } = families[family];
  const current = new Map(after.map((each) => [identityKey(each), each]));
  const lost = [...groupBy(old, ({ engine }) => engine)].flatMap(([engine, instances]) => {
    if (running.has(engine) || instances.every(({ isOff }) => isOff)) return [];
    return instances.flatMap(({ resource }) => {
      const is = current.get(identityKey(resource));
      const isScaled = now.some((each) => each.engine === engine && each.resource === is);
      const isOther = is !== undefined && !isScaled;
      if (isOther && mayStillRun(resource, is, engine)) return [];
      const common = { remedy, severity, subject: ['engine', engine.name] };
      const found: Loosening = isScaled
        ? {
            ...common,
            what: `runs ${engine.name} no more (${is?.kind === 'ApplicationSet' ? 'no generators' : 'replicas: 0'}), and with it goes ${what}`,
            path: is?.kind === 'ApplicationSet' ? ['spec'] : ['spec', 'replicas'],
          }
        : isOther
          ? {
              ...common,
              what: `runs another image or chart, which may not be ${engine.name}, and then ${what} goes with it`,
              path: ['spec'],
            }
          : { ...common, what: `is gone, and with it ${engine.name} and ${what}`, path: [], formerPath: [] };
      return loosenedObject(resource, is, [found]);
    });
  });
  return family === 'audit' ? [...lost, ...narrowed(old, now)] : lost;
}

/** Nodes of Linux are those that these engines are for. */
const system = /^(?:beta\.)?kubernetes\.io\/os$/;

/** A DaemonSet that is on fewer nodes watches fewer. */
function narrowed(old: readonly Instance[], now: readonly Instance[]): readonly LoosenedObject[] {
  return now.flatMap(({ engine, resource: is }) => {
    const former = old.filter((each) => each.engine === engine && each.resource.kind === 'DaemonSet');
    const same =
      former.find(({ resource }) => identityKey(resource) === identityKey(is)) ??
      (former.length === 1 ? former[0] : undefined);
    if (same === undefined || is.kind !== 'DaemonSet') return [];
    const was = same.resource;
    const selector = added(was, is, 'nodeSelector', (value) =>
      Object.entries(mapping(value)).filter(([key, text]) => !(system.test(key) && text === 'linux')),
    );
    const required = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'];
    const terms = added(was, is, required, (value) => {
      const all = list(mapping(value).nodeSelectorTerms);
      return all.length === 0 ? [] : [all];
    });
    const fields = [...(selector.length > 0 ? [['nodeSelector']] : []), ...(terms.length > 0 ? [required] : [])];
    return loosenedObject(
      was,
      is,
      fields.map((field) => ({
        what: `newly runs ${engine.name} on fewer nodes (${field.at(-1)})`,
        remedy: 'Let it run on every node: on the others nothing is found.',
        severity: 'high',
        path: ['spec', 'template', 'spec', ...field],
        subject: ['nodes', ...[...selector, ...terms].map((each) => json(each))],
      })),
    );
  });
}

function added(
  was: Resource,
  is: Resource,
  field: string | readonly string[],
  read: (value: unknown) => readonly unknown[],
): readonly unknown[] {
  const at = ['spec', 'template', 'spec', ...[field].flat()];
  const known = new Set(read(valueUnder(was.value, ...at)).map(json));
  return read(valueUnder(is.value, ...at)).filter((each) => !known.has(json(each)));
}

/** Words of engines that the objects of a change no longer run: what else in the scope may run them. */
export function enginesInQuestion({ before, after }: ScopeObjects): readonly string[] {
  const running = (all: readonly Resource[]) =>
    new Set(instancesOf(all, () => true).flatMap(({ engine, isOff }) => (isOff ? [] : [engine])));
  const now = running(after);
  return [...running(before)].flatMap((engine) => (now.has(engine) ? [] : [engine.word]));
}
