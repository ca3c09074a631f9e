import type { Delivery, Root } from '../../src/render/model/root.ts';
import { deliveredOf, type Texts } from './delivered.ts';

export const own = 'https://git.example.org/acme/gitops';

/** Folders that declarations deliver. */
const tree: Texts = {
  'plain/a.yaml': 'a: b\n',
  'plain/b.json': '{}\n',
  'plain/c.jsonnet': '{}\n',
  'plain/d.txt': 'x\n',
  'plain/sub/e.yml': 'a: b\n',
  'plain/sub/f.jsonnet': '{}\n',
  'kust/kustomization.yaml': 'resources: [a.yaml]\n',
  'kust/a.yaml': 'a: b\n',
  'kust/p.yaml': 'the patch\n',
  'comp/kustomization.yaml': 'kind: Component\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
  'chart/values.yaml': 'a: b\n',
  'chart/v/dev.yaml': 'a: c\n',
  'chart/v/prod.yaml': 'a: d\n',
};

/** What a file declares: roots with what they are made of, and what comes from elsewhere; fields that say nothing are left out. */
export function declaredBy(text: string, more: Texts = {}, file = 'r.yaml', urls: readonly string[] = [own]) {
  const { roots, deliveries } = deliveredOf({ ...tree, ...more, [file]: text }, urls);
  const declared = [...roots.values()].filter(({ kind }) => kind !== 'kustomization' && kind !== 'chart');
  return [...declared.flatMap(rootText), ...deliveries.flatMap(deliveryText)];
}

function rootText({
  id,
  folder,
  declared,
  sources,
  substitution,
  isByDefaults: _,
  kind: __,
  variantOf,
  ...rest
}: Root) {
  const variables = substitution && { ...Object.fromEntries(substitution.values), isOpen: substitution.isOpen };
  const said = told({ ...rest, variables, variantOf: variantOf?.id });
  const where = [`${folder} at ${declared?.at.join('.')}`, ...(declared?.document === 0 ? [] : [declared?.document])];
  return [
    `${id}: ${where.join(' of ')}`,
    ...sources.map((each) => JSON.stringify(told(each))),
    ...(said === undefined ? [] : [JSON.stringify(said)]),
  ];
}

function deliveryText({ id, file, document, address, version, addressAt, versionAt, what, ...rest }: Delivery) {
  const said = told(rest);
  return [
    `${id} takes ${what} ${address}${version === undefined ? '' : ` @ ${version}`}`,
    `${file}${document === 0 ? '' : ` #${document}`} ${addressAt.join('.')}${versionAt === undefined ? '' : ` @ ${versionAt.join('.')}`}`,
    ...(said === undefined ? [] : [JSON.stringify(said)]),
  ];
}

/** What is said, without empty lists, maps, `false` and what is not there. */
function told(value: object): object | undefined {
  const said = Object.entries(value).filter(
    ([, each]) =>
      each !== undefined && each !== false && (typeof each !== 'object' || Object.keys(each as object).length > 0),
  );
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
