import { pathBelow } from '../../../kube/kustomization.ts';
import { canonical, isMapping, list, type Mapping, mapping, scalarText, text } from '../../../plain-values.ts';
import { compileGlob } from '../../../policy/glob.ts';
import { isRemote, shownAddress } from '../../graph/remote.ts';
import type { FileView } from '../../model/file-view.ts';
import type { Gap } from '../../model/gap.ts';
import { actionsOf, isOpenText, type TemplateLines, withAny } from '../../model/go-template.ts';
import type { Root, Unbuilt } from '../../model/root.ts';
import { pathPattern } from '../name-pattern.ts';
import type { Environments } from './environments.ts';

/** Fields of a release that change what its chart gives and that are not built. */
const unreadFields = [
  'setTemplate',
  'setStringTemplate',
  'valuesTemplate',
  'strategicMergePatches',
  'jsonPatches',
  'transformers',
  'dependencies',
];

/** What of a release is not built, by its fields. Charts of elsewhere that it adds are left out of what is built. */
export function unreadParts(release: Mapping): Mapping {
  const local = list(release.dependencies).filter((each) => !isElsewhere(text(mapping(each).chart) ?? ''));
  const parts: Mapping = { ...release, dependencies: local.length === 0 ? undefined : local };
  return Object.fromEntries(
    unreadFields.flatMap((field) => (parts[field] === undefined ? [] : [[field, parts[field]]])),
  );
}

/** Whether a chart that a release adds is not a folder of the repository. */
export function isElsewhere(chart: string): boolean {
  return chart !== '' && !/^\.{0,2}\//.test(chart);
}

/** The helmfile that a release is in. */
export interface HelmfileState {
  readonly view: FileView;
  readonly file: string;
  /** Where paths lead from. */
  readonly folder: string;
  readonly environments: Environments;
  readonly templates: Mapping;
  readonly lines: TemplateLines;
  /** Files that it takes in, and those that its templates read. */
  readonly further: readonly string[];
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
    return isRemote(each) || isOpenText(each) ? [] : filesOf(state, each);
  });
  const templates = [file, ...valueFiles.filter(isTemplateFile)];
  const further = [
    ...state.further,
    ...filesNamedOpenly(state, list(release.values)),
    ...templates.flatMap((path) => filesRead(state, path)),
  ];
  for (const { name: missing, field } of leftOut(release)) {
    gaps.push({ kind: 'missing', name: missing, file, at: [...at, field] });
  }
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
    extraFiles: [...new Set([...environments.files, ...further])],
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
  return isPattern ? filesMatching(view, path) : [path];
}

/** The files of a pattern, which Go's filepath.Glob reads; `**` takes folders as well where it is one of others. */
export function filesMatching(view: FileView, pattern: string): readonly string[] {
  return view.paths.filter(pattern.includes('[') ? pathPattern(pattern) : compileGlob(pattern));
}

function isTemplateFile(path: string): boolean {
  return path.endsWith('.gotmpl');
}

/** The files that a name with an action in it may mean: what the action gives is not known, apart from that it is in one folder. */
function filesNamedOpenly({ view, folder }: HelmfileState, names: readonly unknown[]): readonly string[] {
  return names.flatMap((name) => {
    if (typeof name !== 'string' || !isOpenText(name)) return [];
    const path = pathBelow(folder, withAny(name));
    return path !== undefined && /\w/.test(path.replace(/\.\w+$/, '')) ? view.paths.filter(compileGlob(path)) : [];
  });
}

/** The files whose names are texts in the actions of a template: `readFile "x.yaml"`. */
function filesRead({ view, folder }: HelmfileState, template: string): readonly string[] {
  const source = view.bytes(template)?.toString('utf8') ?? '';
  const names = actionsOf(source).flatMap((code) => [...code.matchAll(/"([^"\\\n]+)"|`([^`\n]+)`/g)]);
  return names.flatMap(([, quoted, raw]) => {
    const path = pathBelow(folder, quoted ?? raw ?? '');
    return path === undefined || view.file(path) === undefined ? [] : [path];
  });
}

/** What of a release is not in what is built, and is delivered all the same. */
function leftOut(release: Mapping): readonly { readonly name: string; readonly field: string }[] {
  const charts = list(release.dependencies).map((each) => text(mapping(each).chart) ?? '');
  const program = text(release.postRenderer);
  return [
    ...charts.filter(isElsewhere).map((chart) => ({ name: `chart ${shownAddress(chart)}`, field: 'dependencies' })),
    ...(program === undefined ? [] : [{ name: `postRenderer ${program.split(/\s/, 1)[0]}`, field: 'postRenderer' }]),
  ];
}

function whyUnbuilt(
  { view, file, environments }: HelmfileState,
  release: Mapping,
  valueFiles: readonly string[],
  isOpen: boolean,
): Unbuilt | undefined {
  const stated = canonical([release, environments.stated]);
  const because = (why: string): Unbuilt => ({ why, by: 'a template of helmfile', stated, unread: [] });
  if (isOpen) return because(`its entry in ${file} is a template of helmfile`);
  const template = valueFiles.find((path) => path.endsWith('.gotmpl') && view.bytes(path)?.includes('{{') === true);
  if (template !== undefined) {
    const why = `its values file ${template} is a template of helmfile`;
    // What is no YAML even so is not compared value by value.
    return { ...because(why), unread: view.unreadable(template).length > 0 ? [template] : [] };
  }
  const [field] = Object.keys(unreadParts(release));
  if (field !== undefined) return because(`its field ${field} is not read`);
  const isComputed = list(release.set).some((item) => !isPlainSetting(item));
  return isComputed ? because('a setting of it takes a file or a list, which is not read') : undefined;
}

/** Whether an entry of `set` states its value. */
export function isPlainSetting(item: unknown): boolean {
  const { file, values } = mapping(item);
  return file === undefined && values === undefined;
}
