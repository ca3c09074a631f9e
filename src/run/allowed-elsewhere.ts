import { placesOf } from '../gate/finding.ts';
import type { Verdict } from '../gate.ts';
import { readAvailable } from '../gather/blobs.ts';
import type { Trees } from '../gather/trees.ts';
import type { Tree } from '../git/object/object.ts';
import type { Repository } from '../git/repository.ts';
import type { Allowances } from '../secrets/allowed/allowances.ts';
import { commentAllows } from '../secrets/allowed/comments.ts';
import { readSecretsBaseline } from '../secrets/allowed/detect-secrets.ts';
import { readGitleaksConfig, readGitleaksIgnore } from '../secrets/allowed/gitleaks.ts';
import { type FoundSecret, matchAllowances } from '../secrets/allowed/match-allowances.ts';
import { parseJson } from '../secrets/allowed/parse-json.ts';
import { TomlError } from '../secrets/allowed/toml-tables.ts';

/** The lists of other scanners, at the top of a repository, and which of them `ignore --import` takes. */
const lists: readonly { readonly path: string; readonly tool: string; readonly read: (text: string) => Allowances }[] =
  [
    { path: '.gitleaksignore', tool: 'gitleaks', read: (text) => readGitleaksIgnore(text, '') },
    { path: '.gitleaks.toml', tool: 'gitleaks', read: readGitleaksConfig },
    { path: '.secrets.baseline', tool: 'detect-secrets', read: (text) => readSecretsBaseline(parseJson(text), '') },
  ];

/** Rules about values that can be read. */
const aboutValues = ['plaintext-secret', 'placeholder-secret', 'secret-protection-lost'];

/** Files whose lines are looked at for comments, and bytes of a file that is read: it is only a note. */
const [mostFiles, mostBytes] = [200, 1024 * 1024];

/**
 * Notes where the base's lists, or comments in the line, let other scanners pass over a secret that was found: the gate follows neither, and
 * `ignore --import` makes entries of them. Nothing where no secret is at such a place.
 */
export async function withAllowedElsewhere(
  repository: Pick<Repository, 'blobs'>,
  { before, after }: Pick<Trees, 'before' | 'after'>,
  verdict: Verdict,
): Promise<Verdict> {
  const secrets = verdict.findings.filter(({ rule }) => aboutValues.includes(rule));
  const places = secrets.flatMap((finding) =>
    placesOf(finding).map((place) => ({ fingerprint: finding.fingerprint, places: [place] })),
  );
  if (places.length === 0) return verdict;
  // An audit has no base: what is there counts.
  const lists = await byLists(repository, before.size > 0 ? before : after, places);
  const comments = byComments(places, await textsOf(repository, after, places));
  return { ...verdict, notes: [...verdict.notes, ...lists, ...comments] };
}

async function byLists(
  repository: Pick<Repository, 'blobs'>,
  base: Tree,
  places: readonly FoundSecret[],
): Promise<readonly string[]> {
  const ids = lists.flatMap(({ path }) => base.get(path)?.id ?? []);
  if (ids.length === 0) return [];
  const contents = await readAvailable(repository, ids, mostBytes);
  return lists.flatMap(({ path, tool, read }) => {
    const bytes = contents.get(base.get(path)?.id ?? '');
    const allowances = bytes === undefined ? undefined : readOrNothing(read, bytes.toString('utf8'));
    const { length } = allowances === undefined ? [] : matchAllowances(allowances, places).allowed;
    if (length === 0) return [];
    return `${path} lets ${tool} pass over ${length} of the places with secrets; the gate does not follow it. Entries to review: gitops-gate ignore --import ${tool} ${path} --reason "…" --until …`;
  });
}

/** Undefined for a list that is broken: nothing is taken from it either way. */
function readOrNothing(read: (text: string) => Allowances, text: string): Allowances | undefined {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TomlError) return undefined;
    throw error;
  }
}

async function textsOf(
  repository: Pick<Repository, 'blobs'>,
  after: Tree,
  places: readonly FoundSecret[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = new Set(places.flatMap((secret) => secret.places.map(({ file }) => file)));
  const chosen = [...files].slice(0, mostFiles).flatMap((file) => {
    const id = after.get(file)?.id;
    return id === undefined ? [] : [{ file, id }];
  });
  const contents = await readAvailable(
    repository,
    chosen.map(({ id }) => id),
    mostBytes,
  );
  return new Map(chosen.map(({ file, id }) => [file, (contents.get(id)?.toString('utf8') ?? '').split('\n')]));
}

function byComments(places: readonly FoundSecret[], texts: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const allowed = places.filter(
    ({ places: [place] }) => place !== undefined && commentAllows(texts.get(place.file), place),
  );
  if (allowed.length === 0) return [];
  return [
    `Comments in the line let other scanners pass over ${allowed.length} of the places with secrets; the gate does not follow them. Accept a finding by its fingerprint: gitops-gate ignore.`,
  ];
}
