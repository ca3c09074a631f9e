import { pathBelow } from '../../../kube/kustomization.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, text } from '../../../plain-values.ts';
import { compileGlob } from '../../../policy/glob.ts';
import { isRemote } from '../../graph/remote.ts';
import type { FileView } from '../../model/file-view.ts';
import type { Gap } from '../../model/gap.ts';
import { isOpenText, type TemplateLines } from '../../model/go-template.ts';
import type { Root, Unbuilt } from '../../model/root.ts';
import type { Environments } from './environments.ts';

/** Fields of a release that change what its chart gives and that are not built. */
export const unreadFields = [
  'setTemplate',
  'setStringTemplate',
  'valuesTemplate',
  'strategicMergePatches',
  'jsonPatches',
  'transformers',
  'postRenderer',
  'dependencies',
];

/** The helmfile that a release is in. */
export interface HelmfileState {
  readonly view: FileView;
  readonly file: string;
  /** Where paths lead from. */
  readonly folder: string;
  readonly environments: Environments;
  readonly templates: Mapping;
  readonly lines: TemplateLines;
}

/** A release of a chart of this repository; undefined where its condition is off in every environment. `isOpen`: a template decides about it. */
export function releaseRoot(
  state: HelmfileState,
  { document, index }: { readonly document: number; readonly index: number },
  release: Mapping,
  chart: string,
  isOpen: boolean,
): Root | undefined {
  const { file, view, environments, lines } = state;
  const at = ['releases', index];
  const name = text(release.name) ?? '';
  const condition = text(release.condition);
  const where = condition === undefined ? environments.names : environments.where(condition);
  if (where.length === 0) return undefined;
  const guards = lines.guards(view.documents(file)[document]?.at(at).line ?? 1);
  const open = [
    ...guards,
    ...(release.installed === undefined || release.installed === true ? [] : [scalarText(release.installed)]),
  ];
  const isAlways = open.length === 0 && condition === undefined;
  const gaps: Gap[] = [];
  const valueFiles = list(release.values).flatMap((each) => {
    if (typeof each !== 'string') return [];
    if (isRemote(each)) gaps.push({ kind: 'remote', name: each, file, at: [...at, 'values'] });
    return isRemote(each) ? [] : filesOf(state, each);
  });
  return {
    id: `release ${name} (${file})`,
    kind: 'helmfile',
    folder: chart,
    declared: { file, document, at: [...at, 'chart'] },
    sources: [
      {
        kind: 'helm',
        chart,
        release: name,
        namespace: text(release.namespace),
        valueFiles,
        values: list(release.values).filter(isMapping),
        parameters: [...parameters(release.set, false), ...parameters(release.setString, true)],
        skipCrds: false,
        options: {},
      },
    ],
    extraFiles: environments.files,
    namespace: text(release.namespace),
    substitution: undefined,
    condition: isAlways
      ? undefined
      : where.map((environment) =>
          JSON.stringify([open, condition ?? '', environment, environments.asked(environment, open)]),
        ),
    gaps,
    unbuilt: whyUnbuilt(state, release, valueFiles, isOpen),
    isByDefaults: false,
  };
}

function parameters(stated: unknown, isText: boolean) {
  return list(stated)
    .filter(isMapping)
    .map(({ name, value }) => ({ name: scalarText(name), value: scalarText(value), isText }));
}

/** The values files of a name or pattern. */
function filesOf({ view, folder }: HelmfileState, name: string): readonly string[] {
  const path = pathBelow(folder, name);
  if (path === undefined) return [];
  const isPattern = view.file(path) === undefined && /[*?[{]/.test(path) && !isOpenText(path);
  return isPattern ? view.paths.filter(compileGlob(path)) : [path];
}

function whyUnbuilt(
  { view, file }: HelmfileState,
  release: Mapping,
  valueFiles: readonly string[],
  isOpen: boolean,
): Unbuilt | undefined {
  const because = (why: string): Unbuilt => ({ why, by: 'a template of helmfile', stated: json(release), unread: [] });
  if (isOpen) return because(`its entry in ${file} is a template of helmfile`);
  const template = valueFiles.find((path) => path.endsWith('.gotmpl') && view.bytes(path)?.includes('{{') === true);
  if (template !== undefined) {
    const why = `its values file ${template} is a template of helmfile`;
    // What is no YAML even so is not compared value by value.
    return { ...because(why), unread: view.unreadable(template).length > 0 ? [template] : [] };
  }
  const field = unreadFields.find((each) => release[each] !== undefined);
  if (field !== undefined) return because(`its field ${field} is not read`);
  const isComputed = list(release.set).some((item) => !isPlainSetting(item));
  return isComputed ? because('a setting of it takes a file or a list, which is not read') : undefined;
}

/** Whether an entry of `set` states its value. */
export function isPlainSetting(item: unknown): boolean {
  const { file, values } = mapping(item);
  return file === undefined && values === undefined;
}
