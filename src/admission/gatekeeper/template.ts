import type { Loosening } from '../../kube/loosening.ts';
import {
  isMapping,
  isSameValue,
  json,
  list,
  type Mapping,
  mapping,
  scalarText,
  valueUnder,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';
import { plainTargets } from './rego.ts';

/**
 * What a ConstraintTemplate demands is a program: that it is another one is named, and so is what constraints are given that state
 * nothing (templates.gatekeeper.sh).
 */
export function templateLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [before, after].map((value) => plainTargets(mapping(value.spec).targets).map(withoutOperations));
  const isSame = isSameValue(was, is);
  return [
    ...otherKind(before, after),
    ...operationsLost(before, after),
    ...(isSame ? [] : [otherProgram(is)]),
    ...otherDefaults(before, after, isSame),
  ];
}

/** The kind of its constraints: those of the former one are judged no longer. */
function otherKind(before: Mapping, after: Mapping): readonly Loosening[] {
  const path = ['spec', 'crd', 'spec', 'names', 'kind'];
  const [was, is] = [before, after].map((value) => scalarText(valueUnder(value, ...path)));
  if (was === is || was === undefined || was === '') return [];
  return [
    {
      what: `is no longer for constraints of the kind ${was}, but of ${is || 'none'}`,
      remedy: 'Add a template of its own for the other kind.',
      severity: 'high',
      path,
      subject: ['kind', was, is ?? ''],
    },
  ];
}

function withoutOperations(target: unknown): unknown {
  const { operations: _, ...others } = mapping(target);
  return isMapping(target) ? others : target;
}

/** The operations that the constraints of a target are asked about; none stated are all (open-policy-agent/frameworks, Target.Operations). */
function operationsLost(before: Mapping, after: Mapping): readonly Loosening[] {
  const [old, now] = [before, after].map((value) => list(mapping(value.spec).targets).map(mapping)) as [
    Mapping[],
    Mapping[],
  ];
  return now.flatMap(({ target, operations }, index): readonly Loosening[] => {
    const former = old.find((each) => each.target === target);
    const kept = operationsOf(operations);
    const lost = former === undefined ? [] : operationsOf(former.operations).filter((each) => !kept.includes(each));
    if (lost.length === 0) return [];
    const remedy = 'Keep the operations.';
    const subject = ['operations', scalarText(target), ...lost];
    const path = ['spec', 'targets', index, 'operations'];
    return [{ what: `no longer judges ${enumerate(lost)} of objects`, remedy, severity: 'high', path, subject }];
  });
}

function operationsOf(value: unknown): readonly string[] {
  const stated = list(value).map(scalarText);
  const all = ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'];
  return stated.length === 0 || stated.includes('*') ? all : stated;
}

function otherProgram(targets: unknown): Loosening {
  return {
    what: 'judges by another program than before; whether its constraints refuse less was not judged',
    remedy: 'Compare the two programs, and test them with gator.',
    severity: 'medium',
    path: ['spec', 'targets'],
    subject: ['targets', json(targets)],
  };
}

const schemaPath = ['spec', 'crd', 'spec', 'validation', 'openAPIV3Schema'];

/** A field of the parameters with what it is where a constraint does not state it. */
interface Default {
  readonly path: Path;
  readonly name: string;
  readonly value: unknown;
}

/**
 * The schema becomes that of the constraints' kind, and the API server fills in its defaults (apiextensions.k8s.io/v1,
 * JSONSchemaProps.default). That of a field that is new along with another program is a matter of that program.
 */
function otherDefaults(before: Mapping, after: Mapping, isSameProgram: boolean): readonly Loosening[] {
  const [was, is] = [before, after].map((value) => defaultsOf(valueUnder(value, ...schemaPath), schemaPath, ''));
  const [old, now] = [was, is].map((all = []) => new Map(all.map((each) => [each.name, each])));
  const isKnown = ({ path }: Default) => valueUnder(before, ...path.slice(0, -1).map(String)) !== undefined;
  const added = (is ?? []).filter(
    (each) => json(old?.get(each.name)?.value) !== json(each.value) && (isSameProgram || isKnown(each)),
  );
  const gone = (was ?? []).filter(({ name }) => !now?.has(name));
  const [first, ...others] = [...added, ...gone];
  if (first === undefined) return [];
  const said = [first, ...others].map(
    ({ name, value }) => `${name || 'all'}: ${now?.has(name) ? json(value) : 'nothing'}`,
  );
  return [
    {
      what: `gives constraints another parameter where they state none (${enumerate(said)}); whether they refuse less was not judged`,
      remedy: 'State the parameter in the constraints that need it.',
      severity: 'medium',
      path: added.length > 0 ? first.path : schemaPath,
      ...(added.length > 0 ? {} : { formerPath: first.path }),
      subject: ['defaults', ...[...said].sort()],
    },
  ];
}

function defaultsOf(schema: unknown, path: Path, name: string): readonly Default[] {
  if (!isMapping(schema)) return [];
  const own = schema.default === undefined ? [] : [{ path: [...path, 'default'], name, value: schema.default }];
  const properties = Object.keys(mapping(schema.properties)).flatMap((key) =>
    defaultsOf(mapping(schema.properties)[key], [...path, 'properties', key], name === '' ? key : `${name}.${key}`),
  );
  const parts = Object.entries({ items: '[]', additionalProperties: '{}' }).flatMap(([key, each]) =>
    defaultsOf(schema[key], [...path, key], `${name}${each}`),
  );
  return [...own, ...properties, ...parts];
}
