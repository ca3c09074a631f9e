import type { Loosening } from '../../kube/loosening.ts';
import { list, type Mapping, mapping } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Severity } from '../../severity.ts';
import { answersRequests, flagOf, flagsOf, programOf, variableOf } from '../../workload/model/container-flags.ts';
import type { Path } from '../../yaml/document.ts';

/** A switch of a policy engine by which it refuses less. */
interface Switch {
  readonly name: string;
  readonly isLoose: (value: string) => boolean;
  readonly what: string;
  readonly severity: Severity;
  /** The variable that says the same where the flag is not there (kyverno, pkg/toggle). */
  readonly variable?: string;
}

const isOn = (value: string): boolean => /^(?:1|t|T|true|True|TRUE)$/.test(value);

/** Flags of Kyverno's controllers (kyverno, cmd/kyverno/main.go, cmd/internal/flag.go, pkg/toggle). */
const kyverno: readonly Switch[] = [
  {
    name: 'forceFailurePolicyIgnore',
    isLoose: isOn,
    what: 'newly lets requests through where Kyverno does not answer, whatever its policies say',
    severity: 'high',
    variable: 'FLAG_FORCE_FAILURE_POLICY_IGNORE',
  },
  {
    name: 'exceptionNamespace',
    isLoose: (value) => value === '*',
    what: 'newly takes PolicyExceptions from every namespace',
    severity: 'high',
  },
  { name: 'enablePolicyException', isLoose: isOn, what: 'newly takes PolicyExceptions', severity: 'medium' },
  {
    name: 'excludeBootstrapResources',
    isLoose: isOn,
    what: 'newly leaves Nodes and CertificateSigningRequests alone',
    severity: 'medium',
  },
  {
    name: 'allowInsecureRegistry',
    isLoose: isOn,
    what: 'newly takes images and signatures from registries without TLS',
    severity: 'medium',
  },
];

const isOfKyverno = /\bkyverno\b/i;
const isOfGatekeeper = /\bgatekeeper\b/i;

/** What the containers of policy engines no longer refuse by their flags. Paths are those of the pod's spec. */
export function engineFlagsLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const old = list(before.containers).map(mapping);
  return list(after.containers).flatMap((each, index) => {
    const container = mapping(each);
    const program = programOf(container);
    // Under another name it is the only one that runs the same engine.
    const alike = [isOfKyverno, isOfGatekeeper].filter((engine) => engine.test(program));
    const ofEngine = old.filter((former) => alike.some((engine) => engine.test(programOf(former))));
    const former =
      ofEngine.find(({ name }) => name === container.name) ?? (ofEngine.length === 1 ? ofEngine[0] : undefined);
    if (former === undefined) return [];
    const at = ['containers', index];
    return [
      ...(isOfKyverno.test(program) ? switched(former, container, at) : []),
      ...(isOfGatekeeper.test(program) ? [...exempted(former, container, at), ...unasked(former, container, at)] : []),
    ];
  });
}

function switched(former: Mapping, container: Mapping, at: Path): readonly Loosening[] {
  return kyverno.flatMap(({ name, isLoose, what, severity, variable }): readonly Loosening[] => {
    const [was, is] = [former, container].map((each) => flagOf(each, name) ?? variableOf(each, variable));
    if (is === undefined || !isLoose(is.value) || (was !== undefined && isLoose(was.value))) return [];
    const remedy = was === undefined ? `Leave --${name} out.` : `Keep --${name}=${was.value}.`;
    return [{ what: `${what} (--${name})`, remedy, severity, path: [...at, ...is.path], subject: ['flag', name] }];
  });
}

/** Namespaces that may have the label by which Gatekeeper leaves them alone (gatekeeper, pkg/webhook/namespacelabel.go); who has it is a finding as well. */
function exempted(former: Mapping, container: Mapping, at: Path): readonly Loosening[] {
  return ['exempt-namespace', 'exempt-namespace-prefix', 'exempt-namespace-suffix'].flatMap(
    (name): readonly Loosening[] => {
      const known = new Set(flagsOf(former, name).map(({ value }) => value));
      const added = flagsOf(container, name).filter(({ value }) => !known.has(value));
      const [first] = added;
      if (first === undefined) return [];
      const names = added.map(({ value }) => value).sort();
      const how = {
        'exempt-namespace-prefix': ' whose name begins with',
        'exempt-namespace-suffix': ' whose name ends with',
      }[name];
      return [
        {
          what: `newly lets a namespace${how ?? ''} ${enumerate(names)} be left alone by its label (--${name})`,
          remedy: 'Leave it out, and exempt the one object that needs it in the constraint.',
          severity: 'medium',
          path: [...at, ...first.path],
          subject: ['flag', name, ...names],
        },
      ];
    },
  );
}

function unasked(former: Mapping, container: Mapping, at: Path): readonly Loosening[] {
  const name = 'operation';
  if (!answersRequests(former) || answersRequests(container)) return [];
  return [
    {
      what: `no longer answers the API server, and refuses nothing any more (--${name})`,
      remedy: `Keep --${name}=webhook.`,
      severity: 'high',
      path: [...at, ...(flagOf(container, name)?.path ?? ['args'])],
      subject: ['flag', name, 'webhook'],
    },
  ];
}
