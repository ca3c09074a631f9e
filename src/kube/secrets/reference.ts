import { looksRandom } from './entropy.ts';

/** Values that name a secret kept elsewhere, by the tool that resolves them. Each shape is strict: a name, never a value. */
const shapes: readonly RegExp[] = [
  // Argo CD Vault Plugin: <path:store/data/x#key>, <secret:…>, <vault:…~key>.
  /^<(?:path|secret|vault|awssecret|gcp)[:][^<>\n]{1,500}>$/,
  // vals and helmfile. ref+echo:// and ref+file:// of a literal are no references: vals prints what stands there.
  /^(?:secretref|ref)\+(?!echo:)[a-z0-9+]{2,40}:\/\/[^\s]{1,500}$/,
  /^(?:secrets|op|akv|gsm|sm|berglas|bws?|infisical|doppler|pass|awssm|awsps|azkv|keyvault|hcv)(?:\+[a-z0-9-]{1,30})?:\/\/[\w ./:#?&=@%+~-]{1,500}$/,
  // Bank-Vaults, also with a version, and its write form.
  /^(?:>>)?vault:(?!v\d{1,6}:)[\w ./-]{1,300}#[^\s#]{1,200}(?:#\d{1,6})?$/,
  /^arn:aws[a-z-]{0,10}:(?:secretsmanager|ssm|kms):[^\s]{1,500}$/,
  /^https:\/\/[a-z0-9-]{1,80}\.(?:vault\.azure\.net|vault\.usgovcloudapi\.net|vault\.azure\.cn)(?:\/[\w./-]{0,300})?$/i,
  /^@Microsoft\.KeyVault\([^()\n]{1,400}\)$/,
  /^projects\/[\w-]{1,100}\/secrets\/[\w-]{1,255}(?:\/versions\/[\w-]{1,40})?$/,
  /^\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[^{}\n]{1,400}\}\}$/,
  // Grafana, Loki and friends.
  /^\$__(?:file|env|vault)\{[^{}\n]{1,300}\}$/,
  /^(?:env|os\.environ|ENV)[:./][A-Za-z_]\w{0,200}$/,
  /^(?:!Ref|!GetAtt|!Sub|!vault)\s{1,4}[\w.:/-]{1,300}$/,
];

/** What a plain field may name, but a field that holds nothing but a secret may not: there `$ecret` is a password. */
const namesInPlainFields: readonly RegExp[] = [
  // Argo CD and Dex: $name:key, $key. Shell: $VAR.
  /^\$[A-Za-z_][\w.-]{0,252}(?::[\w.-]{1,252})?$/,
  // Mount paths, with or without file:.
  /^(?:file:(?:\/\/)?)?(?:\/|~\/|\.{1,2}\/)(?:[\w.@%+-]{1,200}\/){0,30}[\w.@%+-]{0,200}$/,
];

/** What the place of a value says of the references it may hold. */
export interface ReferenceContext {
  /** The object carries avp.kubernetes.io/path, which makes `<name>` a reference. */
  readonly argoVaultPlugin?: boolean;
  /** The field holds a secret and nothing else. */
  readonly secretOnly?: boolean;
}

/** Whether a value is a reference to a secret kept elsewhere. */
export function isReference(text: string, context: ReferenceContext = {}): boolean {
  if (text.length > 600) return false;
  if (context.argoVaultPlugin === true && /^<[^<>\n]{1,300}>$/.test(text)) return true;
  if (shapes.some((shape) => shape.test(text))) return true;
  return context.secretOnly !== true && namesInPlainFields.some((shape) => shape.test(text)) && !hidesRandomness(text);
}

/** `/run/secrets/db` names a file; `/kJ8s0fQ2xv9LrT` is a password that begins with a slash. */
function hidesRandomness(text: string): boolean {
  return text.split(/[/$:]/).some((part) => part.length >= 12 && looksRandom(part));
}
