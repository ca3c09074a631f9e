import { InputError } from '../../input-error.ts';
import type { PostureRequest } from '../../inputs.ts';
import { hostOf, type Located } from './locate.ts';

/** Variables that may hold a token, each taken out of the environment before any program is started. */
export const tokenVariables = [
  'GITOPS_GATE_TOKEN',
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'GH_ENTERPRISE_TOKEN',
  'GITHUB_ENTERPRISE_TOKEN',
  'GITLAB_TOKEN',
] as const;

export type Tokens = Readonly<Partial<Record<(typeof tokenVariables)[number], string>>>;

/**
 * The token for a forge. One that is meant for github.com or gitlab.com goes to no other host, as with their own command lines: only
 * GITOPS_GATE_TOKEN is for whatever is named. Throws InputError.
 */
export function tokenFor(
  { forge, api }: Located,
  isNamed: boolean,
  tokens: Tokens,
  env: Readonly<Record<string, string | undefined>>,
): PostureRequest['token'] {
  const host = hostOf(api) ?? '';
  const names = forge === 'github' ? githubNames(host, isNamed, env) : gitlabNames(host, isNamed, env);
  const name = names.find((each) => tokens[each] !== undefined);
  const token = name === undefined ? undefined : tokens[name];
  if (name === undefined || token === undefined) throw new InputError([noToken(forge, host, names)]);
  if (/^[\x21-\x7e]+$/.test(token) && !/^\$\{?\w+\}?$/.test(token)) return token;
  const fix = 'Set it to the token alone, in one line and without quotes.';
  throw new InputError([{ what: `${name} holds what no token holds.`, fix }]);
}

type Name = (typeof tokenVariables)[number];

function githubNames(
  host: string,
  isNamed: boolean,
  env: Readonly<Record<string, string | undefined>>,
): readonly Name[] {
  const isCloud = host === 'api.github.com' || (host.startsWith('api.') && host.endsWith('.ghe.com'));
  const own = isCloud || isNamed || host === hostOf(env.GITHUB_API_URL) ? (['GH_TOKEN', 'GITHUB_TOKEN'] as const) : [];
  const enterprise = isCloud ? [] : (['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'] as const);
  return ['GITOPS_GATE_TOKEN', ...enterprise, ...own];
}

function gitlabNames(
  host: string,
  isNamed: boolean,
  env: Readonly<Record<string, string | undefined>>,
): readonly Name[] {
  const known = ['gitlab.com', hostOf(env.CI_SERVER_URL), env.GITLAB_HOST, hostOf(env.GITLAB_HOST)];
  return ['GITOPS_GATE_TOKEN', ...(isNamed || known.includes(host) ? (['GITLAB_TOKEN'] as const) : [])];
}

function noToken(forge: PostureRequest['forge'], host: string, names: readonly Name[]) {
  const example =
    forge === 'github' ? 'GH_TOKEN=$(gh auth token) gitops-gate posture' : 'GITLAB_TOKEN=… gitops-gate posture';
  const usual = forge === 'github' ? names.includes('GH_TOKEN') : names.includes('GITLAB_TOKEN');
  return {
    what: `There is no token to ask ${host} how the repository is set up.`,
    fix: `Set ${names.join(' or ')}${usual ? `, e.g. ${example}` : ''}. The page posture.md says what it must be allowed to read.`,
  };
}
