/** What a parameter may be, by GitLab's documentation. */
type Kind = 'text' | 'number' | 'flag' | 'position';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, Kind>>;
  readonly body?: Readonly<Record<string, Kind>>;
  readonly required?: readonly string[];
}

/** Lists are given page by page (https://docs.gitlab.com/api/rest/#pagination). */
const pages = { page: 'number', per_page: 'number' } as const;
const request = '/projects/:id/merge_requests/:merge_request_iid';

/**
 * The documented routes a client of merge requests may need, with their documented parameters: doc/api/users.md, merge_requests.md,
 * discussions.md, notes.md and draft_notes.md of GitLab. Drafts and versions name no pages.
 */
const routes: readonly Route[] = [
  { method: 'GET', path: '/user' },
  { method: 'GET', path: request, query: { include_rebase_in_progress: 'flag' } },
  { method: 'GET', path: `${request}/versions` },
  { method: 'GET', path: `${request}/discussions`, query: pages },
  {
    method: 'POST',
    path: `${request}/discussions`,
    body: { body: 'text', commit_id: 'text', created_at: 'text', position: 'position' },
    required: ['body'],
  },
  { method: 'PUT', path: `${request}/discussions/:discussion_id`, query: { resolved: 'flag' }, required: ['resolved'] },
  {
    method: 'POST',
    path: `${request}/discussions/:discussion_id/notes`,
    body: { body: 'text', created_at: 'text' },
    required: ['body'],
  },
  {
    method: 'PUT',
    path: `${request}/discussions/:discussion_id/notes/:note_id`,
    body: { body: 'text', resolved: 'flag' },
  },
  { method: 'DELETE', path: `${request}/discussions/:discussion_id/notes/:note_id` },
  {
    method: 'POST',
    path: `${request}/notes`,
    body: { body: 'text', created_at: 'text', internal: 'flag', merge_request_diff_head_sha: 'text' },
    required: ['body'],
  },
  { method: 'PUT', path: `${request}/notes/:note_id`, body: { body: 'text' }, required: ['body'] },
  { method: 'DELETE', path: `${request}/notes/:note_id` },
  { method: 'GET', path: `${request}/draft_notes` },
  {
    method: 'POST',
    path: `${request}/draft_notes`,
    body: {
      note: 'text',
      commit_id: 'text',
      in_reply_to_discussion_id: 'text',
      resolve_discussion: 'flag',
      position: 'position',
    },
    required: ['note'],
  },
  { method: 'DELETE', path: `${request}/draft_notes/:draft_note_id` },
  { method: 'PUT', path: `${request}/draft_notes/:draft_note_id/publish` },
  { method: 'POST', path: `${request}/draft_notes/bulk_publish`, body: { note: 'text', reviewer_state: 'text' } },
];

const known = routes.map((route) => ({
  ...route,
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
}));

/** A request that GitLab documents. */
export interface KnownRequest {
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const positionKinds = {
  base_sha: 'text',
  start_sha: 'text',
  head_sha: 'text',
  position_type: 'text',
  old_path: 'text',
  new_path: 'text',
  old_line: 'number',
  new_line: 'number',
} as const;

/** The request with its parameters, numbers as such; or what the documentation does not know. */
export function checkRequest(
  method: string,
  pathname: string,
  query: Readonly<Record<string, unknown>>,
  body: Readonly<Record<string, unknown>>,
): KnownRequest | { readonly wrong: string } {
  const found = known.find((route) => route.method === method && route.pattern.test(pathname));
  if (found === undefined) return { wrong: `no such route: ${method} ${pathname}` };
  const parameters: Record<string, unknown> = {};
  for (const [given, kinds, where] of [
    [query, found.query ?? {}, 'query'],
    [body, found.body ?? {}, 'body'],
  ] as const) {
    for (const [name, value] of Object.entries(given)) {
      const kind = (kinds as Readonly<Record<string, Kind>>)[name];
      if (kind === undefined) return { wrong: `${where}: no parameter ${name} is documented` };
      const typed = typedValue(value, kind);
      if (typed === undefined) return { wrong: `${where}: ${name} is not a ${kind}` };
      parameters[name] = typed;
    }
  }
  const missing = (found.required ?? []).filter((name) => parameters[name] === undefined || parameters[name] === '');
  if (missing.length > 0) return { wrong: `${missing.join(', ')} is missing` };
  const path = { ...found.pattern.exec(pathname)?.groups };
  return { route: `${method} ${found.path.replace(request, '…')}`, path, parameters };
}

/** Grape reads numbers and flags from texts too; undefined where it would answer 400. */
function typedValue(value: unknown, kind: Kind): unknown {
  if (kind === 'text') return typeof value === 'string' ? value : undefined;
  if (kind === 'number') return /^\d+$/.test(String(value)) ? Number(value) : undefined;
  if (kind === 'flag') return /^(?:true|false)$/.test(String(value)) ? String(value) === 'true' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const read: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const of = (positionKinds as Readonly<Record<string, Kind>>)[name];
    const typed = name === 'line_range' ? lineRange(inner) : of === undefined ? undefined : typedValue(inner, of);
    if (typed === undefined) return undefined;
    read[name] = typed;
  }
  return ['base_sha', 'start_sha', 'head_sha', 'position_type'].every((name) => read[name]) ? read : undefined;
}

function lineRange(range: unknown): unknown {
  const ends = ['start', 'end'].map((end) => (range as Record<string, Record<string, unknown>> | null)?.[end]);
  const isDocumented = ends.every(
    (end) =>
      /^[0-9a-f]{40}_\d+_\d+$/.test(String(end?.line_code)) &&
      ['new', 'old'].includes(String(end?.type)) &&
      Object.keys(end ?? {}).length === 2,
  );
  return isDocumented && Object.keys(range as object).length === 2 ? range : undefined;
}

/** The fields of a form or a query by their names: `position[line_range][start][type]` is nested. */
export function nested(entries: Iterable<readonly [string, string]>): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const keys = name.split('[').map((key) => key.replace(/\]$/, ''));
    let at = all;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[keys.at(-1) ?? ''] = value;
  }
  return all;
}
