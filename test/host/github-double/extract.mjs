// Makes openapi.json and schema.graphql from GitHub's own: node test/host/github-double/extract.mjs OPENAPI GRAPHQL, the folders of
// the unpacked npm packages @octokit/openapi and @octokit/graphql-schema (both MIT). Run by hand when GitHub's API changes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, visit } from 'graphql';

const [openapi, graphql] = process.argv.slice(2);
if (!openapi || !graphql) throw new Error('usage: node extract.mjs OPENAPI GRAPHQL');
const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

// A field of a body may itself be called description: that one is a schema.
const prose = new Set(['description', 'example', 'examples', 'x-github', 'deprecated']);

const routes = [
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/comments'],
  ['post', '/repos/{owner}/{repo}/pulls/{pull_number}/comments'],
  ['post', '/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'],
  ['post', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'],
  ['patch', '/repos/{owner}/{repo}/pulls/comments/{comment_id}'],
  ['delete', '/repos/{owner}/{repo}/pulls/comments/{comment_id}'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ...[
    '',
    '/branches',
    '/branches/{branch}',
    '/branches/{branch}/protection',
    '/rules/branches/{branch}',
    '/rulesets/{ruleset_id}',
    '/codeowners/errors',
    '/keys',
    '/collaborators',
    '/actions/permissions',
    '/actions/permissions/workflow',
    '/actions/permissions/selected-actions',
    '/actions/permissions/fork-pr-contributor-approval',
    '/actions/permissions/fork-pr-workflows-private-repos',
  ].map((path) => ['get', `/repos/{owner}/{repo}${path}`]),
];
const whole = JSON.parse(readFileSync(join(openapi, 'generated/api.github.com.json'), 'utf8'));
const resolve = (value) =>
  value?.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], whole)
    : value;
const operations = routes.map(([method, path]) => {
  const operation = whole.paths[path][method];
  const parameters = (operation.parameters ?? []).map(resolve).map(({ name, in: where, required, schema }) => ({
    name,
    in: where,
    required: required === true,
    schema: bare(resolve(schema)),
  }));
  const body = operation.requestBody?.content['application/json']?.schema;
  return {
    method: method.toUpperCase(),
    path,
    parameters,
    body: body === undefined ? null : bare(resolve(body)),
    statuses: Object.keys(operation.responses),
  };
});

/** A schema without prose and examples. */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  if (value.$ref) return bare(resolve(value));
  const kept = Object.entries(value).filter(
    ([key, field]) => !(prose.has(key) && !(typeof field === 'object' && 'type' in field)),
  );
  return Object.fromEntries(kept.map(([key, field]) => [key, bare(field)]));
}

const origin = `npm @octokit/openapi ${versionOf(openapi)}, generated/api.github.com.json (MIT), cut down by extract.mjs`;
writeFileSync(join(import.meta.dirname, 'openapi.json'), `${JSON.stringify({ origin, operations }, undefined, 2)}\n`);

const kept = new Set([
  ...[
    'Query',
    'Mutation',
    'Node',
    'Actor',
    'Minimizable',
    'User',
    'Bot',
    'Repository',
    'PageInfo',
    'PullRequest',
    'Commit',
  ],
  ...['PullRequestReviewThread', 'PullRequestReviewThreadConnection', 'PullRequestReviewThreadEdge'],
  ...['PullRequestReviewComment', 'PullRequestReviewCommentConnection', 'PullRequestReviewCommentEdge'],
  ...['IssueComment', 'IssueCommentConnection', 'IssueCommentEdge'],
  ...['PullRequestState', 'DiffSide', 'PullRequestReviewThreadSubjectType', 'ReportedContentClassifiers', 'LockReason'],
  ...['resolveReviewThread', 'unresolveReviewThread', 'minimizeComment', 'unminimizeComment'].flatMap((name) => {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    return [`${type}Input`, `${type}Payload`];
  }),
  ...['String', 'Int', 'Float', 'Boolean', 'ID', 'BigInt', 'DateTime', 'URI', 'HTML', 'GitObjectID'],
]);
const named = (type) => (type.kind === 'NamedType' ? type.name.value : named(type.type));
const isKept = ({ type }) => kept.has(named(type));
const document = parse(readFileSync(join(graphql, 'schema.graphql'), 'utf8'));
const pruned = {
  ...document,
  definitions: document.definitions
    .filter((each) => each.kind !== 'DirectiveDefinition' && kept.has(each.name?.value))
    .map(({ description, directives, ...each }) => ({
      ...each,
      ...(each.interfaces ? { interfaces: each.interfaces.filter((type) => kept.has(named(type))) } : {}),
      ...(each.types ? { types: each.types.filter((type) => kept.has(named(type))) } : {}),
      ...(each.fields
        ? {
            fields: each.fields.filter(isKept).map((field) => ({
              ...field,
              ...(field.arguments ? { arguments: field.arguments.filter(isKept) } : {}),
            })),
          }
        : {}),
    })),
};
const silent = visit(pruned, {
  enter: (node) => {
    const { description, directives, ...rest } = node;
    return description === undefined && (directives ?? []).length === 0 ? undefined : rest;
  },
});
const head = `# npm @octokit/graphql-schema ${versionOf(graphql)}, schema.graphql (MIT), cut down by extract.mjs\n`;
writeFileSync(join(import.meta.dirname, 'schema.graphql'), `${head}${print(silent)}\n`);
