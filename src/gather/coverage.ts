import type { HistoryAnalysis } from '../history/judge/analyse-history.ts';
import type { TouchedFile } from '../kube/touched-file.ts';
import { shownAddress } from '../render/graph/remote.ts';
import type { Gap } from '../render/model/gap.ts';
import type { RenderedContext, RenderedRoot, Rendering } from '../render/result/rendering.ts';
import type { Coverage, HistoryCoverage, RenderingCoverage } from '../report/report.ts';
import type { Manifests } from './manifests.ts';
import type { RenderedChange } from './render/rendering.ts';

const unread: Readonly<Partial<Record<string, string>>> = {
  binary: 'binary',
  oversize: 'over the size limit',
  symlink: 'a symbolic link; never followed',
  submodule: 'a submodule; its content is in another repository',
  'lfs-pointer': 'a Git LFS pointer; its content is not in the repository',
};

/** Where a run broke off before it read anything. */
export const nothingRead: Coverage = {
  filesChanged: 0,
  filesRead: 0,
  contextFilesRead: 0,
  readWithoutStructure: [],
  skipped: [],
};

/** Says what was read, and names everything that was not. */
export function coverageOf(
  { touched, filesRead, unread: unreadContext }: Manifests,
  { delivered, rendering }: RenderedChange,
  context: RenderedContext,
  past?: HistoryAnalysis,
): Coverage {
  const skipped = touched.flatMap((file) => skippedSide(file));
  const rendered = delivered === undefined ? undefined : renderingOf(rendering);
  return {
    filesChanged: touched.length,
    filesRead: touched.length - skipped.length,
    contextFilesRead: filesRead,
    readWithoutStructure: touched.flatMap((file) => withoutStructure(file)),
    skipped: [
      ...skipped,
      ...unreadContext.map(({ file, why }) => ({ file, why: `context: ${why}` })),
      ...unrendered(rendering),
      ...unrenderedContext(context),
    ],
    ...(rendered === undefined ? {} : { rendering: rendered }),
    ...(past === undefined ? {} : { history: historyOf(past) }),
  };
}

function historyOf({ changes, why }: HistoryAnalysis): HistoryCoverage {
  return { changes, ...(why === undefined ? {} : { notCompared: why }) };
}

function renderingOf({ roots, found, reused, tools, milliseconds }: Rendering): RenderingCoverage {
  const reached = roots.flatMap((root) => {
    const why = whyUnrendered(root);
    return root.after === undefined && why === undefined ? [] : [{ root: root.id, why }];
  });
  return {
    found,
    reused,
    rendered: reached.filter(({ why }) => why === undefined).length,
    notRendered: reached.flatMap(({ root, why }) => (why === undefined ? [] : [{ root, why }])),
    tools: tools.map(({ name, version }) => `${name} ${version}`),
    milliseconds: Math.round(milliseconds),
  };
}

/** Unchanged roots that may bear on the change and were not rendered. */
function unrenderedContext({ roots, beyond }: RenderedContext): { file: string; why: string }[] {
  const failed = roots.flatMap(({ id, file, after }) =>
    after?.reason === undefined ? [] : [{ file, why: `context: ${id} was not rendered: ${after.reason}` }],
  );
  return [...failed, ...beyond.map(({ id, why }) => ({ file: id, why: `context: not rendered, ${why}` }))];
}

/** What of the roots was not judged: those that were not rendered, and what was taken out of the others. */
function unrendered({ roots }: Rendering): { file: string; why: string }[] {
  return roots.flatMap((root) => {
    const { id, file, after } = root;
    const why = whyUnrendered(root);
    if (why !== undefined) return [{ file, why: `${id} was not rendered: ${why}` }];
    const taken = (after?.gaps ?? []).filter(({ kind }) => kind === 'remote' || kind === 'plugin');
    return taken.map((gap) => ({ file: gap.file, why: `${id}: ${leftOut(gap)}` }));
  });
}

/** Why a root was not rendered: the head's side, or the only side that one has which the change removes. */
function whyUnrendered({ before, after }: RenderedRoot): string | undefined {
  if (after !== undefined) return after.reason;
  return before?.reason === undefined ? undefined : `its base was not rendered: ${before.reason}`;
}

/** What of a root was taken out before it was built. */
function leftOut(gap: Gap): string {
  if (gap.kind === 'remote') return `${shownAddress(gap.name)} was not judged, it is outside this repository`;
  const isDecrypting = /\bksops\b|SopsSecretGenerator/i.test(gap.name);
  return isDecrypting
    ? `the Secrets that ${gap.name} decrypts were not judged`
    : `what ${gap.name} makes was not judged, it is a program`;
}

function skippedSide({ path, before, after }: TouchedFile): { file: string; why: string }[] {
  const why = unread[(after ?? before)?.structure ?? ''];
  return why === undefined ? [] : [{ file: path, why }];
}

function withoutStructure({ path, after }: TouchedFile): { file: string; why: string }[] {
  if (after === undefined) return [];
  if (after.structure === 'template') return [{ file: path, why: 'a Helm template, read line by line' }];
  const [first] = after.unreadable;
  if (first === undefined) return [];
  // What a parser says of prose helps nobody.
  const isNamedSo = /\.(?:ya?ml|json)$/i.test(path);
  return [{ file: path, why: isNamedSo ? `line ${first.line}: ${first.detail}` : 'no YAML, read line by line' }];
}
