import { looksGenerated, looksRandom } from './entropy.ts';

/** A value taken apart: the text between the expressions, and the literals that expressions fall back to. */
export interface TemplateParts {
  readonly rest: string;
  readonly literals: readonly string[];
}

// Helm, External Secrets, Vault agent and Ansible write {{ }}; GitHub ${{ }}; Flux ${VAR}; Kubernetes $(VAR); ERB <%= %>; Jsonnet-like %{ }.
const expression =
  /\$?\{\{((?:[^{}]|\{(?!\{)|\}(?!\})){0,2000})\}\}|\$\{([^{}]{0,500})\}|\$\(([^()]{1,300})\)|<%([^%]{0,500})%>|\{%([^%]{0,500})%\}/g;

/** Takes a text with template expressions apart; undefined where it has none. */
export function templateParts(text: string): TemplateParts | undefined {
  if (!/\{\{|\$\{|\$\(|<%|\{%/.test(text)) return undefined;
  const literals: string[] = [];
  let rest = text;
  // Expressions that print expressions (`{{ print "{{X}}" }}`) come apart from the inside.
  for (let pass = 0; pass < 3; pass++) {
    const next = rest.replace(expression, (whole: string, mustache, variable) => {
      // An expression that is one made-up word is a value in braces.
      if (/^[^\w]{1,5}[\w:-]{1,500}[^\w]{1,5}$/.test(whole))
        for (const word of whole.split(/[^A-Za-z0-9]+/)) if (looksGenerated(word)) literals.push(word);
      if (typeof mustache === 'string')
        for (const each of [...literalsOf(mustache), ...(whole.startsWith('$') ? strings(mustache) : [])])
          literals.push(each);
      else if (typeof variable === 'string') for (const each of defaultOf(variable)) literals.push(each);
      return ' ';
    });
    if (next === rest) break;
    rest = next;
  }
  return rest === text ? undefined : { rest, literals };
}

/** The literal that a text falls back to, where it is one expression and nothing else: `${VAR:-x}`, `{{ .y | default "x" }}`. */
export function soleLiteral(text: string): string | undefined {
  const parts = templateParts(text);
  const literals = [...new Set(parts?.literals)];
  return parts?.rest.trim() === '' && literals.length === 1 ? literals[0] : undefined;
}

/** The string constants of a Go template expression that can become the value itself: `default "x"`, `"x" | b64enc`, `"x"`. */
function literalsOf(source: string): string[] {
  const code = source.replace(/^-|-$/g, '').trim();
  const constant = '"((?:[^"\\\\]|\\\\.){0,500})"|`([^`]{0,500})`';
  const found: string[] = [];
  const forms = [
    new RegExp(`\\bdefault\\s{1,5}(?:${constant})`, 'g'),
    new RegExp(
      `^(?:${constant})\\s{0,5}(?:\\|\\s{0,5}(?:b64enc|quote|squote|toString|toYaml|toJson|trim|nindent \\d+|indent \\d+)\\s{0,5})*$`,
      'g',
    ),
    new RegExp(`^(?:b64enc|quote|squote|print|toString)\\s{1,5}(?:${constant})\\s{0,5}(?:\\|[^|]{0,60})*$`, 'g'),
    new RegExp(`\\bcoalesce\\s[^|()"]{0,200}(?:${constant})`, 'g'),
  ];
  for (const form of forms) {
    for (const match of code.matchAll(form)) found.push(match[1] ?? match[2] ?? '');
  }
  return found;
}

/** The strings of a GitHub expression, which have single quotes: `${{ 'x' }}`, `${{ inputs.y || 'x' }}`. */
function strings(source: string): string[] {
  return [...source.matchAll(/(?:^|\|\|)\s{0,9}'([^']{0,500})'/g)].map((match) => match[1] ?? '');
}

/**
 * `${VAR:=literal}`, `${VAR:-literal}` and `${VAR:+literal}` (Flux substitution, shell) carry a value, and so do Spring's
 * `${db.password:literal}` and `${VAR:literal}`; `${VAR}` and Terraform's `${module.a-b.c}` carry none.
 */
function defaultOf(source: string): string[] {
  const match = /^(?:\w{1,200}:?|[A-Za-z_][\w.]{0,200}:)[-=+]([\s\S]*)/.exec(source) ?? springDefault.exec(source);
  return match?.[1] === undefined || match[1] === '' ? [] : [match[1]];
}

/** Names in capitals or with dots; `env:`, `file:` and the like say where a value comes from. */
const springDefault =
  /^(?!(?:env|file|sys|vault|secrets?|aws|ssm|k8s|configmap):)(?:[A-Z][A-Z0-9_]{1,100}|[a-z][\w-]{0,60}(?:\.[\w-]{1,60}){1,8}):(?!\d+(?::|$))([^\s:?/][^\s]{0,400})$/i;

/** Whether the text around the expressions is more than words and punctuation: `abc123Q9z{{ "" }}` is a literal with a tail. */
export function carriesLiteral(rest: string): boolean {
  return rest.split(/[\s"'`,;:/@&?=|()[\]{}<>]+/).some(looksRandom);
}
