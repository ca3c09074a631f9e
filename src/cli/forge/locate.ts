import { InputError } from '../../input-error.ts';
import type { PostureRequest } from '../../inputs.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a person says of where the repository is; each may be left out. */
export interface Stated {
  readonly forge: PostureRequest['forge'] | undefined;
  /** `owner/name`, or its address. */
  readonly project: string | undefined;
  readonly api: string | undefined;
}

export type Located = Pick<PostureRequest, 'forge' | 'api' | 'repository'>;

/** Where the settings of a repository are read: by the flags, else by the URL of `origin` and what a job's variables say of its forge. Throws InputError. */
export function locate({ forge, project, api }: Stated, origin: string | undefined, env: Environment): Located {
  if (api !== undefined) requireAddress(api);
  const given = project === undefined ? undefined : parts(project);
  const own = origin === undefined ? undefined : parts(origin);
  const host = given?.host ?? (api === undefined ? own?.host : new URL(api).host);
  const path = given?.path ?? project ?? own?.path;
  if (path === undefined || (host === undefined && api === undefined)) {
    const what =
      origin === undefined
        ? 'The clone has no origin that says where its forge is.'
        : 'The origin of the clone is not on a forge.';
    throw new InputError([
      { what, fix: 'Name the repository by its address: --project https://github.com/OWNER/NAME' },
    ]);
  }
  const is = forge ?? forgeOf(host ?? '', api, env);
  if (is === undefined) {
    const what = `Whether ${host} is GitHub or GitLab is not known.`;
    throw new InputError([
      { what, fix: 'Say it: --forge github (Enterprise Server) or --forge gitlab; other forges are not asked' },
    ]);
  }
  const address = (api ?? apiOf(is, host ?? '', env)).replace(/\/+$/, '');
  return { forge: is, api: address, repository: nameOn(is, path, address) };
}

/** Throws InputError for what is not an address of an API, and where everybody on the way could read the token. */
function requireAddress(text: string): void {
  const refuse = (what: string, fix: string) => new InputError([{ what: `--api-url ${what}`, fix }]);
  const whole = 'write it whole: https://git.example.com/api/v3';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw refuse('is not an address', whole);
  if (/[?#]/.test(text) || url.username !== '' || url.password !== '') {
    throw refuse('holds more than an address: a user, a query or a fragment', whole);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw refuse('is not encrypted: whoever is on the way could read the token', 'write https:// instead of http://');
  }
}

const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);

/** Host and path of an address, also of an scp-like one (`git@host:path`); undefined for a path of this machine or a bare name. */
function parts(address: string): { readonly host: string; readonly path: string } | undefined {
  const whole = /^(https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(:\d+)?\/(.+)$/i.exec(address);
  const [, scheme = '', named = '', port = '', long = ''] = whole ?? [];
  const [, short = '', rest = ''] =
    whole === null ? (/^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)(.+)$/.exec(address) ?? []) : [];
  const host = (named || short).toLowerCase().replace(/^(?:ssh|altssh|www)\./, '');
  if (host === '') return undefined;
  // The port of ssh says nothing of the pages'.
  const at = scheme.toLowerCase() === 'https' ? `${host}${port}` : host;
  return { host: at, path: (long || rest).replace(/^\/+|\/+$/g, '').replace(/\.git$/, '') };
}

function forgeOf(host: string, api: string | undefined, env: Environment): Located['forge'] | undefined {
  if (host === 'github.com' || host.endsWith('.ghe.com') || host === hostOf(env.GITHUB_SERVER_URL)) return 'github';
  if (host === 'gitlab.com' || host === hostOf(env.CI_SERVER_URL)) return 'gitlab';
  if (api !== undefined && /\/api\/v4\/*$/.test(api)) return 'gitlab';
  if (api !== undefined && /^https:\/\/api\.|\/api\/v3\/*$/.test(api)) return 'github';
  if (/(?:^|[.-])gitlab[.-]/.test(host)) return 'gitlab';
  return /(?:^|[.-])github[.-]/.test(host) ? 'github' : undefined;
}

function apiOf(forge: Located['forge'], host: string, env: Environment): string {
  if (forge === 'gitlab') {
    return host === hostOf(env.CI_SERVER_URL) && env.CI_API_V4_URL ? env.CI_API_V4_URL : `https://${host}/api/v4`;
  }
  if (host === hostOf(env.GITHUB_SERVER_URL) && env.GITHUB_API_URL) return env.GITHUB_API_URL;
  if (host === 'github.com' || host.endsWith('.ghe.com')) return `https://api.${host}`;
  return `https://${host}/api/v3`;
}

/** `owner/name`; of GitLab the whole path, without that of an instance that is below one. */
function nameOn(forge: Located['forge'], path: string, api: string): string {
  const below = new URL(api).pathname.replace(/\/api\/v4$/, '').replace(/^\//, '');
  const name = forge === 'gitlab' && below !== '' && path.startsWith(`${below}/`) ? path.slice(below.length + 1) : path;
  const isName = forge === 'github' ? /^[\w.-]+\/[\w.-]+$/.test(name) : /^[\w.-]+(?:\/[\w.-]+)+$/.test(name);
  if (isName) return name;
  const fix = forge === 'github' ? '--project OWNER/NAME' : '--project GROUP/SUBGROUP/NAME';
  throw new InputError([{ what: `${JSON.stringify(name)} does not name a repository.`, fix: `Write ${fix}` }]);
}

/** The host of an address, with its port. */
export function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}
