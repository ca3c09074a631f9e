import { clipped } from '../../clipped.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, json, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import type { Collector } from './part.ts';

const fields = ['generators', 'transformers', 'validators'];
const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };
const functionAnnotations = [
  'config.kubernetes.io/function',
  'config.k8s.io/function',
  // Of older versions: an image.
  'config.kubernetes.io/container',
];

/**
 * Reads the generators, transformers and validators of a kustomization. Builtin ones are kept with the files they name;
 * those that start a program or a container (exec, KRM functions, Go plugins) are taken out and named.
 */
export function readPlugins(reading: Collector, kustomization: Mapping): void {
  for (const field of fields) {
    for (const [index, entry] of list(kustomization[field]).entries()) {
      if (typeof entry === 'string') readEntry(reading, entry, [field, index]);
    }
  }
}

function readEntry(reading: Collector, entry: string, at: Path): void {
  const { view, folder } = reading;
  if (entry.includes('\n') || /^\s*\{/.test(entry)) {
    const values = parseYaml(Buffer.from(entry), limits).documents.map(({ value }) => value);
    takeConfigurations(reading, values, 'inline', at);
    return;
  }
  const path = pathBelow(folder, entry);
  if (path !== undefined && view.file(path) !== undefined) {
    const values = view.documents(path).map(({ value }) => value);
    takeConfigurations(reading, values, entry, at);
    // Also where the entry is taken out: what changes in it changes what the root gives.
    reading.take(path, at);
  } else if (path !== undefined && view.isFolder(path)) {
    const own = view.kustomizationOf(path);
    const named = list(mapping(view.documents(own ?? '')[0]?.value).resources);
    const values = named.flatMap((name) =>
      typeof name === 'string' ? view.documents(pathBelow(path, name) ?? '').map(({ value }) => value) : [],
    );
    if (takeConfigurations(reading, values, entry, at, isPlainFolder(view, path, own))) reading.include(path, at);
    else {
      const files = [own, ...named.map((name) => pathBelow(path, text(name) ?? ''))];
      for (const file of files) if (file !== undefined && view.file(file) !== undefined) reading.take(file, at);
    }
  } else reading.gap(entry, path, at);
}

/** Whether a folder gives its files as they are: what a kustomization patches, or takes from elsewhere, is not what is written in them. */
function isPlainFolder(view: Collector['view'], folder: string, own: string | undefined): boolean {
  const { apiVersion: _, kind: __, metadata: ___, resources, ...others } = mapping(view.documents(own ?? '')[0]?.value);
  const files = list(resources).map((each) => pathBelow(folder, text(each) ?? ''));
  return Object.keys(others).length === 0 && files.every((file) => file !== undefined && view.file(file) !== undefined);
}

/** Whether the configurations can be kept; else their entry is taken out. `isPlain` where they are what is written. */
function takeConfigurations(
  reading: Collector,
  values: readonly unknown[],
  entry: string,
  at: Path,
  isPlain = true,
): boolean {
  const plugins = values.filter(isPlugin);
  const plugin = plugins.find((each) => !onlyDecrypts(each)) ?? plugins[0];
  if (plugin !== undefined) {
    const name = pluginName(plugin, entry);
    reading.drop({
      kind: 'plugin',
      name,
      file: reading.file,
      at,
      ...(isPlain && onlyDecrypts(plugin) ? { decrypts: true } : {}),
    });
    return false;
  }
  const charts = values.filter(isChartInflation);
  for (const chart of charts) reading.chart(mapping(chart), at);
  if (charts.length > 0) return false;
  for (const value of values) takeFiles(reading, mapping(value), at);
  return true;
}

/** The files that a builtin generator or transformer names, relative to the kustomization. */
function takeFiles(reading: Collector, value: Mapping, at: Path): void {
  const paths = [value.path, ...list(value.paths), ...list(value.replacements).map((item) => mapping(item).path)];
  for (const path of paths) if (text(path) !== undefined) reading.input(String(path), at);
  if (value.kind === 'ConfigMapGenerator' || value.kind === 'SecretGenerator') {
    for (const field of ['files', 'envs']) {
      for (const entry of list(value[field])) {
        if (typeof entry === 'string') reading.input(entry.slice(entry.indexOf('=') + 1), at);
      }
    }
  }
}

/** Whether a configuration starts a program: everything that is not builtin, and what names a function. */
function isPlugin(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const annotations = mapping(mapping(value.metadata).annotations);
  if (functionAnnotations.some((name) => annotations[name] !== undefined)) return true;
  return value.apiVersion !== 'builtin';
}

/**
 * What a function of a configuration runs: the path of a program, or an image; all that is written where it says more than that, for then something
 * else of it may count (kyaml, fn/runtime/runtimeutil).
 */
function functionOf(value: unknown): string | undefined {
  const { annotations, configFn } = mapping(mapping(value).metadata);
  const written = [...functionAnnotations.map((name) => mapping(annotations)[name]), configFn].filter(
    (each) => each !== undefined,
  );
  if (written.length === 0) return undefined;
  const [only, ...others] = parseYaml(Buffer.from(text(written[0]) ?? ''), limits).documents;
  const program = programOf(only?.value);
  const isClear = written.length === 1 && others.length === 0 && only?.duplicateKeys.length === 0;
  return isClear && program !== undefined ? program : written.map((each) => text(each) ?? json(each)).join(' ');
}

function programOf(written: unknown): string | undefined {
  const { exec, container, ...others } = mapping(written);
  const { path, ...ofExec } = mapping(exec);
  const { image, ...ofContainer } = mapping(container);
  const more = [others, ofExec, ofContainer].flatMap((each) => Object.keys(each));
  const programs = [text(path), text(image)].filter((each) => each !== undefined);
  return more.length === 0 && programs.length === 1 ? programs[0] : undefined;
}

/** Programs that decrypt Secrets, by version and kind, and how the first is run as a function (its README). */
const decrypting: ReadonlySet<string> = new Set(['viaduct.ai/v1 ksops', 'goabout.com/v1beta1 SopsSecretGenerator']);
const decryptingFunction = /^(?:ksops|(?:docker\.io\/)?viaductoss\/ksops(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?)$/;

/** Whether a configuration only has Secrets decrypted, by a program that is known for it. */
function onlyDecrypts(value: unknown): boolean {
  const { apiVersion, kind } = mapping(value);
  const run = functionOf(value);
  return decrypting.has(`${text(apiVersion)} ${text(kind)}`) && (run === undefined || decryptingFunction.test(run));
}

/** Whether a configuration inflates a chart. */
export function isChartInflation(value: unknown): boolean {
  return isMapping(value) && value.apiVersion === 'builtin' && value.kind === 'HelmChartInflationGenerator';
}

function pluginName(value: unknown, entry: string): string {
  const { apiVersion, kind } = mapping(value);
  const run = onlyDecrypts(value) ? undefined : functionOf(value);
  const name = [text(apiVersion), text(kind), run ? clipped(run, 200) : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
  return entry === 'inline' ? name : `${entry} (${name})`;
}
