import type { ObjectIdentity } from '../../kube/resource.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { objectName, subjectSteps, withoutSecrets } from './describe.ts';
import { lookAlike } from './look-alike.ts';
import type { NewSecret } from './new-secrets.ts';

/** Which ways of keeping secrets the repository already uses. */
export interface SecretTools {
  readonly sops: boolean;
  readonly sealedSecrets: boolean;
  readonly externalSecrets: boolean;
}

/** What to do about a plaintext secret at this place, in the tool the repository uses where it uses one. */
export function remedyFor(
  occurrence: NewSecret['occurrences'][number],
  tools: SecretTools,
  isCommitted: boolean,
): string {
  const form = served(occurrence) ?? safeForm(occurrence, tools);
  return lookAlike(occurrence)?.remedy ?? `${form} ${rotation(isCommitted)}`;
}

/** What to do where another object makes the entry already. */
function served(occurrence: NewSecret['occurrences'][number]): string | undefined {
  const { servedBy, secret } = occurrence;
  if (servedBy === undefined) return undefined;
  const key = entryOf(occurrence);
  const [kind = ''] = servedBy.split(' ', 1);
  const change = kind === 'SealedSecret' ? 'seal the new value there' : 'change the value where that reads it';
  return `${withoutSecrets(servedBy, secret)} provides ${key} of this Secret already: take the literal out, and ${change}.`;
}

/** What else there is to do about a value that can be read. */
export function rotation(isCommitted: boolean): string {
  return isCommitted
    ? 'Then rotate the value where it is issued: whoever has the commit knows it, and deleting the line does not take it out of the history.'
    : 'It is not committed yet: take it out of what is staged, and there is no need to rotate it.';
}

function safeForm(occurrence: SecretOccurrence, tools: SecretTools): string {
  const { object } = occurrence;
  if (object?.kind.toLowerCase() === 'secret') return secretForm(object, occurrence, tools);
  if (occurrence.role === 'secret-pair') {
    return 'Take the literal out of secretGenerator: generate the Secret from a file that SOPS encrypts (KSOPS), or deliver it with an ExternalSecret.';
  }
  if (object?.kind === 'ConfigMap') {
    return `Move the value from ${objectName(object, occurrence.secret)} into a Secret that your secret store delivers, and mount or reference that.`;
  }
  if (object?.kind === 'SealedSecret')
    return 'Put the value through kubeseal into spec.encryptedData; spec.template is stored as it is.';
  if (object?.kind === 'HelmRelease') {
    return 'Keep the value in a Secret that your secret store delivers and name it under spec.valuesFrom, or use the chart’s existingSecret value.';
  }
  if (object?.kind === 'Application' || object?.kind === 'ApplicationSet') {
    return 'Name an existing Secret in the chart’s values (existingSecret), or let a plugin fill the value in; an Application is readable to everyone who reads Argo CD.';
  }
  if (occurrence.role === 'deployed' && object !== undefined && occurrence.path.includes('env')) {
    return `Keep the value in a Secret that your secret store delivers and reference it: valueFrom.secretKeyRef with key ${keyOf(occurrence)}.`;
  }
  if (occurrence.role === 'command')
    return 'Pass the value by an environment variable from a Secret, or by a mounted file; arguments are visible in the process list and the pod’s manifest.';
  if (/(?:^|\/)\.github\/workflows\//.test(occurrence.file))
    return 'Store the value as an encrypted Actions secret and use it from the secrets context.';
  if (/\.gitlab-ci/.test(occurrence.file)) return 'Store the value as a masked CI/CD variable and use it by name.';
  if (/values[\w.-]*\.ya?ml$/.test(occurrence.file))
    return 'Leave the value empty here and name an existing Secret (existingSecret), or encrypt this values file with SOPS.';
  return 'Take the value out of the file: keep it in a secret manager, or encrypt the file with SOPS.';
}

function secretForm(object: ObjectIdentity, occurrence: SecretOccurrence, tools: SecretTools): string {
  const name = withoutSecrets(object.name === '' ? 'NAME' : object.name, occurrence.secret);
  const key = entryOf(occurrence);
  const field = /^[\w-]+$/.test(key) ? `.${key}` : `["${key}"]`;
  const external = `an ExternalSecret (spec.target.name: ${name}, spec.data[].secretKey: ${key})`;
  const sealed = `a SealedSecret (kubeseal --format yaml; spec.encryptedData${field})`;
  const knowsNone = !tools.externalSecrets && !tools.sealedSecrets && !tools.sops;
  const replacements = [
    tools.externalSecrets || knowsNone ? external : '',
    tools.sealedSecrets || knowsNone ? sealed : '',
  ].filter((way) => way !== '');
  const ways = [
    replacements.length > 0 ? `replace the literal by ${replacements.join(' or ')}` : '',
    tools.sops || knowsNone ? "encrypt this file with SOPS (encrypted_regex: '^(data|stringData)$')" : '',
  ].filter((way) => way !== '');
  const text = ways.join(', or ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}; base64 hides nothing.`;
}

/** The Secret's entry that holds it: a whole file, where it is a line of one. */
function entryOf(occurrence: SecretOccurrence): string {
  const [field, entry] = subjectSteps(occurrence.path);
  if (field !== 'data' || entry === undefined) return keyOf(occurrence);
  return withoutSecrets(entry, occurrence.secret).slice(0, 100);
}

function keyOf(occurrence: SecretOccurrence): string {
  return withoutSecrets(occurrence.key, occurrence.secret).slice(0, 100);
}
