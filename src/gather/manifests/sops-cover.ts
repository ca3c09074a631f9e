import type { Tree } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { groupBy } from '../../groups.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Limits } from '../../policy/policy.ts';
import { type BothConfigs, pathsCoveredLess, type SopsCover } from '../../secrets/compare/sops-config.ts';
import { type PlainRule, ruleOfPlain } from '../../secrets/compare/sops-plain-files.ts';
import { folderOf, isSopsConfig, readSopsConfig, SopsConfigs } from '../../secrets/sops/creation-rules.ts';
import { decodeText } from '../../yaml/decode-text.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { readAvailable } from '../blobs.ts';
import type { Budget } from '../budget.ts';
import type { Trees } from '../trees.ts';

const noConfigs = new SopsConfigs([]);
export const noCover: SopsCover = {
  configs: { before: noConfigs, after: noConfigs },
  amongEncrypted: new Map(),
  neverEncrypted: new Set(),
  unread: new Set(),
};

/** Files that are looked at because no rule covers them any more, or one with other selectors. */
const mostUncovered = 500;
const ciphertext = 'ENC[AES256_GCM';

/** Files that are looked at for one rule. */
const mostLooked = 60;

/** Reads the `.sops.yaml` of both sides, and of new files that are not encrypted whether the others are that their rule covers. */
export async function readSopsCover(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  touched: readonly TouchedFile[],
  limits: Limits,
  budget: Budget,
): Promise<SopsCover> {
  return budget.part(
    'Reading .sops.yaml',
    async () => {
      const configs = await readConfigs(repository, trees, limits, budget);
      const hasAny = configs.before.all.length + configs.after.all.length > 0;
      if (!hasAny) return noCover;
      return {
        configs,
        amongEncrypted: await readNeighbours(repository, trees, touched, configs, limits, budget),
        ...(await readUncovered(repository, trees, touched, configs, limits, budget)),
      };
    },
    () => noCover,
  );
}

async function readConfigs(
  repository: Pick<Repository, 'blobs'>,
  { before, after }: Trees,
  limits: Limits,
  budget: Budget,
): Promise<BothConfigs> {
  const inTree = (tree: Tree) => [...tree].filter(([path]) => isSopsConfig(path));
  const [was, is] = [inTree(before), inTree(after)];
  const ids = [...was, ...is].map(([, { id }]) => id);
  const contents = await readAvailable(repository, new Set(ids), limits.bytes, budget);
  const read = (files: typeof was) =>
    new SopsConfigs(
      files.map(([path, { id }]) => {
        budget.checkTime();
        const bytes = contents.get(id) ?? Buffer.alloc(0);
        const { documents, unreadable } = parseYaml(bytes, limits);
        return readSopsConfig(path, decodeText(bytes).text, documents, contents.has(id) && unreadable.length === 0);
      }),
    );
  return { before: read(was), after: read(is) };
}

/** Of the files that newly no rule covers or one with other selectors, those that hold no ciphertext, and those that were not read. */
async function readUncovered(
  repository: Pick<Repository, 'blobs'>,
  { after }: Trees,
  touched: readonly TouchedFile[],
  configs: BothConfigs,
  limits: Limits,
  budget: Budget,
): Promise<Pick<SopsCover, 'neverEncrypted' | 'unread'>> {
  const isTouched = new Set(touched.map(({ path }) => path));
  const paths = pathsCoveredLess(configs, after, (path) => isTouched.has(path));
  const idOf = (path: string) => after.get(path)?.id ?? '';
  const isSubmodule = (path: string) => after.get(path)?.mode === '160000';
  const ids = new Set(paths.slice(0, mostUncovered).map(idOf));
  const contents = await readAvailable(repository, ids, limits.bytes, budget);
  const isPlain = (path: string) => isSubmodule(path) || contents.get(idOf(path))?.includes(ciphertext) === false;
  return {
    neverEncrypted: new Set(paths.filter(isPlain)),
    unread: new Set(paths.filter((path) => !isSubmodule(path) && !contents.has(idOf(path)))),
  };
}

async function readNeighbours(
  repository: Pick<Repository, 'blobs'>,
  trees: Trees,
  touched: readonly TouchedFile[],
  configs: BothConfigs,
  limits: Limits,
  budget: Budget,
): Promise<ReadonlyMap<string, number>> {
  const plain = touched.flatMap((file) => {
    const found = ruleOfPlain(file, configs);
    return found === undefined ? [] : [{ path: file.path, found }];
  });
  const among = new Map<string, number>();
  const isPlain = new Set(plain.map(({ path }) => path));
  for (const group of groupBy(plain, ({ found }) => found.rule).values()) {
    const [first] = group;
    // A rule of the change has covered nothing yet.
    if (first === undefined || first.found.side === 'after') continue;
    budget.spend(trees[first.found.side].size);
    const ids = neighbours(first.found, trees, configs, isPlain);
    const contents = await readAvailable(repository, ids, limits.bytes, budget);
    const others = [...contents.values()].filter((bytes) => bytes.length > 0);
    if (others.length === 0 || !others.every((bytes) => bytes.includes(ciphertext))) continue;
    for (const { path } of group) among.set(path, others.length);
  }
  return among;
}

/** Blobs of files for which the rule holds as well. */
function neighbours(
  { rule, side }: PlainRule,
  trees: Trees,
  configs: BothConfigs,
  isPlain: ReadonlySet<string>,
): ReadonlySet<string> {
  const folder = folderOf(rule.config.path);
  const ids = new Set<string>();
  for (const [path, { id }] of trees[side]) {
    if (ids.size >= mostLooked) break;
    if (isPlain.has(path) || isSopsConfig(path) || !path.startsWith(folder)) continue;
    if (configs[side].matches(rule, path) !== true) continue;
    const found = configs[side].ruleFor(path);
    if (found.is === 'rule' && found.rule === rule) ids.add(id);
  }
  return ids;
}
