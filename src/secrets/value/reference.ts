import { hasRandomWord, looksGenerated, looksRandom } from './entropy.ts';

const vals =
  'vault|openbao|awsssm|awssecrets|awskms|s3|gcs|gcpsecrets|gkms|azurekeyvault|azblob|sops|file|envsubst|tfstate|tfstategs|tfstates3|tfstateazurerm|tfstateremote|gitlab|op|onepassword|onepasswordconnect|doppler|pulumistateapi|googlesheets|k8s|conjur|hcpvaultsecrets|httpjson|bw|bitwarden|infisical|keychain|scaleway|secretserver|yclockbox|exec|oci|ejson|awsec2';

/** Values that name a secret kept elsewhere, by the whole grammar of the tool that resolves them: a prefix alone is not a reference. */
const shapes: readonly RegExp[] = [
  // Argo CD Vault Plugin, inline paths: <path:PATH#KEY[#VERSION][ | MODIFIER]>; argocd-lovely and others: <secret:…#…>, <vault:…~KEY>.
  /^<(?:path|secret|vault|awssecret|gcp):[^<>#~\n]{1,300}[#~][^<>#~\s]{1,150}(?:[#~][\w.-]{1,60})?(?:\s{0,3}\|\s{0,3}[\w .{}()$'"-]{1,100}){0,4}>$/,
  // vals and helmfile. ref+echo:// of a literal is none: vals prints what is there.
  new RegExp(`^(?:secretref|ref)\\+(?:${vals})://[^\\s#]{1,300}(?:#[^\\s]{1,200})?$`),
  // helm-secrets names a file.
  /^secrets(?:\+(?:gpg|age)-import(?:-kubernetes)?)?:\/\/[\w./:#?&=@%+~-]{0,300}[./][\w./:#?&=@%+~-]{1,200}$/,
  // 1Password: op://VAULT/ITEM[/SECTION]/FIELD.
  /^op:\/\/[\w .@-]{1,100}\/[\w .@-]{1,200}(?:\/[\w .@-]{1,100}){1,2}(?:\?attribute=\w{1,20})?$/,
  // Cloud stores by their tools' URLs: a store, then a name in it.
  /^(?:akv|gsm|sm|berglas|bws?|infisical|doppler|pass|awssm|awsps|azkv|keyvault|hcv)(?:\+[a-z0-9-]{1,30})?:\/\/[\w.@-]{1,200}(?:\/[\w ./:#?&=@%+~-]{1,300}|#[\w.-]{1,200})$/,
  // Bank-Vaults: vault:PATH#KEY[#VERSION], and its write form.
  /^(?:>>)?vault:(?!v\d{1,6}:)[\w. -]{1,100}\/[\w ./-]{1,300}#(?:[^\s#${}]{1,200}|\$\{\.[\w.-]{1,100}\})(?:#\d{1,6})?$/,
  /^arn:aws[a-z-]{0,10}:(?:secretsmanager:[\w-]{2,30}:\d{12}:secret:|ssm:[\w-]{2,30}:\d{12}:parameter\/|kms:[\w-]{2,30}:\d{12}:(?:key|alias)\/)[\w/+=.@:-]{1,600}$/,
  /^https:\/\/[a-z0-9-]{1,80}\.(?:vault\.azure\.net|vault\.usgovcloudapi\.net|vault\.azure\.cn)(?:\/|\/(?:secrets|keys|certificates)\/[\w-]{1,127}(?:\/[0-9a-f]{32})?\/?)?$/i,
  /^@Microsoft\.KeyVault\((?:SecretUri=https:\/\/[^()\s]{1,300}|VaultName=[^()\s;]{1,100};\s{0,2}SecretName=[^()\s]{1,200})\)$/,
  /^projects\/[\w-]{1,100}\/secrets\/[\w-]{1,255}(?:\/versions\/[\w-]{1,40})?$/,
  /^\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[\w/+=.@:-]{1,400}\}\}$/,
  // Grafana, Loki and friends.
  /^\$__(?:file|env|vault)\{[^{}\n]{1,300}\}$/,
  /^(?:env|os\.environ|ENV)[:./][A-Za-z_]\w{0,200}$/,
  /^(?:!Ref|!GetAtt|!Sub|!vault)\s{1,4}[\w.:/-]{1,300}$/,
];

/** A variable as envsubst and Caddy fill it in, by a name of several words in capitals: `$ecret` is a password. */
const variable =
  /^(?:\$([A-Z]{2,30}\d{0,2}(?:_[A-Z]{2,30}\d{0,2}){1,8})|\{\$([A-Z]{2,30}\d{0,2}(?:_[A-Z]{2,30}\d{0,2}){1,8})\})$/;

/** The name of the variable that a value is; undefined where it is something else. */
export function variableIn(text: string): string | undefined {
  const match = variable.exec(text);
  const name = match?.[1] ?? match?.[2];
  return name === undefined || hasRandomWord(name) ? undefined : name;
}

/** What a plain field may name, but a field that holds nothing but a secret may not: there `$ecret` is a password. */
const namesInPlainFields: readonly RegExp[] = [
  // Argo CD and Dex: $name:key, $key. Shell: $VAR.
  /^\$[A-Za-z_][\w.-]{0,252}(?::[\w.-]{1,252})?$/,
  // An entity of XML.
  /^&[A-Za-z_][\w.-]{0,100};$/,
  // Files of the repository or of a site; a setting's name in another configuration: `hub.db.password`.
  /^(?:[\w-]{1,60}\/){0,8}[\w.-]{1,80}\.(?:md|html?|ya?ml|json|txt|pem|key|crt|cer|env|conf|ini|properties|sh|py|js|ts|go)$/,
  /^[a-z][a-z0-9_-]{0,40}(?:\.[a-z][a-z0-9_-]{0,40}){1,6}\.(?:password|passwd|pass|secret|token|key)$/i,
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
  if (text.length > 700) return false;
  if (context.argoVaultPlugin === true && /^<[^<>\n]{1,300}>$/.test(text)) return !isCloak(text);
  if (variableIn(text) !== undefined) return true;
  if (shapes.some((shape) => shape.test(text))) return !isCloak(text);
  return context.secretOnly !== true && namesInPlainFields.some((shape) => shape.test(text)) && !hidesRandomness(text);
}

/** Tools that fill a reference in, by what their references look like, also in the middle of a text. */
const fillers: readonly (readonly [shape: RegExp, tool: string])[] = [
  [/<(?:path|vault|secret):[^<>#~\n]{1,300}[#~][^<>\s]{1,150}>/, 'the Argo CD Vault Plugin filled in'],
  [/vault:(?!v\d)[\w. -]{1,100}\/[\w ./-]{1,300}#/, 'Bank-Vaults filled in'],
  [/\b(?:secretref|ref)\+[a-z0-9]{1,30}:\/\//, 'vals filled in'],
  [/\bop:\/\//, '1Password filled in'],
  [/\bsecrets(?:\+[a-z-]{1,40})?:\/\//, 'helm-secrets filled in'],
];

/** What fills in the references of a text, to follow `which`; undefined where it has none. */
export function filledInBy(text: string, context: ReferenceContext = {}): string | undefined {
  const value = text.trim();
  if (value.length > 4_000) return undefined;
  const filler = fillers.find(([shape]) => shape.test(value));
  if (filler !== undefined && !isCloak(filler[0].exec(value)?.[0] ?? '')) return filler[1];
  if (variableIn(value) !== undefined || !isReference(value, { ...context, secretOnly: true })) return undefined;
  return context.argoVaultPlugin === true && value.startsWith('<')
    ? 'the Argo CD Vault Plugin filled in'
    : 'named a secret in a store';
}

/** Stores, paths and keys have names; `op://a/b/kJ8s0fQ2xv9LrT` holds what it should name. */
function isCloak(text: string): boolean {
  return text.split(/[^A-Za-z0-9]+/).some(looksGenerated);
}

/** `/run/secrets/db` names a file; `/kJ8s0fQ2xv9LrT` is a password that begins with a slash. */
function hidesRandomness(text: string): boolean {
  return text.split(/[/$:]/).some((part) => part.length >= 12 && looksRandom(part));
}
