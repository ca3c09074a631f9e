import { canonical, isMapping, json, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { type LogDrop, type LogPipeline, type LogRewrite, type LogStream, nowhere } from './log-model.ts';
import { isOfSecurity } from './of-security.ts';

/** A section of a configuration of Fluent Bit; names of fields and kinds are the same in any case of letters. */
interface LogSection {
  readonly kind: 'input' | 'filter' | 'output' | 'other';
  /** The first value of a field; empty where it has none. */
  readonly field: (name: string) => string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What an input or output does with its own entries, in the format in YAML. */
  readonly processors: readonly LogSection[];
  /** Where an input sends entries of some content alone. */
  readonly routes: unknown;
  readonly path: Path;
}

/** What a configuration in Fluent Bit's own format says; its places are lines of the text. */
export function pipelineOfSections(text: string): LogPipeline {
  const sections: { readonly name: string; readonly fields: [string, string][]; readonly path: Path }[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    const name = /^[ \t]*\[(\w+)\][ \t\r]*$/.exec(content)?.[1];
    if (name !== undefined) sections.push({ name, fields: [], path: [line] });
    const [, key, value] = /^[ \t]*([\w.]+)[ \t]+(\S.*)$/.exec(content) ?? [];
    if (key !== undefined && value !== undefined) sections.at(-1)?.fields.push([key, value.trim()]);
  }
  return pipelineOf(sections.map(({ name, fields, path }) => sectionOf(name, fields, path)));
}

/** The same of its format in YAML, where a field may have several values (administration/configuring-fluent-bit/yaml). */
export function pipelineOfYaml(pipeline: Mapping): LogPipeline {
  return pipelineOf(
    ['input', 'filter', 'output'].flatMap((kind) => sectionsIn(pipeline[`${kind}s`], kind, ['pipeline', `${kind}s`])),
  );
}

function sectionsIn(value: unknown, kind: string, at: Path): readonly LogSection[] {
  return list(value).map((each, index) => {
    const { processors, routes, ...own } = mapping(each);
    const fields = Object.entries(own).flatMap(([key, items]) =>
      (Array.isArray(items) ? items : [items]).map((item): [string, string] => [key, scalarText(item)]),
    );
    const path = [...at, index];
    const inner = sectionsIn(mapping(processors).logs, 'filter', [...path, 'processors', 'logs']);
    return { ...sectionOf(kind, fields, path), processors: inner, routes };
  });
}

function sectionOf(name: string, all: readonly (readonly [string, string])[], path: Path): LogSection {
  const kind = name.toLowerCase();
  const fields = all.map(([key, value]) => [key.toLowerCase(), value] as const);
  return {
    kind: kind === 'input' || kind === 'filter' || kind === 'output' ? kind : 'other',
    field: (wanted) => fields.find(([key]) => key === wanted)?.[1] ?? '',
    fields,
    processors: [],
    routes: undefined,
    path,
  };
}

function pipelineOf(sections: readonly LogSection[]): LogPipeline {
  const of = (kind: LogSection['kind']) => sections.filter((each) => each.kind === kind);
  const [inputs, filters, outputs] = [of('input'), of('filter'), of('output')];
  const sent = outputs.flatMap((each) => {
    const kind = each.field('name');
    return nowhere.includes(kind.toLowerCase()) ? [] : [{ output: { kind, of: matchOf(each) }, path: each.path }];
  });
  return {
    outputs: sent.map(({ output }) => output),
    drops: [
      ...filters.flatMap((each) => dropsOf(each, matchOf(each))),
      ...inputs.flatMap((each) => [
        ...each.processors.flatMap((own) => dropsOf(own, tagOf(each))),
        ...leftByInput(each),
      ]),
      ...outputs.flatMap((each) => each.processors.flatMap((own) => dropsOf(own, matchOf(each)))),
    ],
    rewrites: filters.flatMap(rewritesOf),
    inputs: inputs.map(streamOf),
    streams: [
      ...inputs.map(streamOf).filter(({ tag, source }) => isOfSecurity(`${tag} ${source}`)),
      ...sent.flatMap(({ output, path }) => (isOfSecurity(output.of) ? [{ tag: output.of, source: '', path }] : [])),
    ],
  };
}

/** The tags that an output or a filter is for; an expression in slashes. */
function matchOf({ field }: LogSection): string {
  const expression = field('match_regex');
  return field('match') || (expression === '' ? '' : `/${expression}/`);
}

/** Without a tag it is the name of the plugin and a number. */
function tagOf({ field }: LogSection): string {
  return field('tag') || `${field('name')}.*`;
}

function streamOf(input: LogSection): LogStream {
  return { tag: tagOf(input), source: input.field('path') || input.field('name'), path: input.path };
}

/** What an input does not read, or sends only by its content (pipeline/inputs/tail.md; pipeline/router.md, Conditional routing). */
function leftByInput(input: LogSection): readonly LogDrop[] {
  const of = tagOf(input);
  const excluded = input.field('exclude_path');
  const routes = list(mapping(input.routes).logs).map((each) => mapping(each).condition);
  const isSentWhole = routes.some((each) => each === undefined || mapping(each).default === true);
  return [
    ...(excluded === '' ? [] : [{ of, by: `exclude_path ${excluded}`, path: input.path }]),
    ...(routes.length === 0 || isSentWhole
      ? []
      : [{ of, by: `routes ${canonical(routes)}`, said: 'what none of its routes takes', path: input.path }]),
  ];
}

/** What a filter leaves out: `grep` by an expression, `throttle` what comes too fast, programs what they decide (pipeline/filters, pipeline/processors). */
function dropsOf(filter: LogSection, of: string): readonly LogDrop[] {
  const { field, path } = filter;
  const name = field('name').toLowerCase();
  switch (name) {
    case 'throttle':
      return [{ of, by: `throttle to ${field('rate') || '1'}`, path }];
    case 'grep':
      return grepped(filter, of);
    case 'lua':
    case 'wasm': {
      const call = field(name === 'lua' ? 'call' : 'function_name');
      const file = field(name === 'lua' ? 'script' : 'wasm_path');
      const program = { language: name, call, code: field('code') || undefined, file } as const;
      return [{ of, by: `${name} ${call}`, program, path }];
    }
    case 'log_to_metrics':
      return isTrue(field('discard_logs')) ? [{ of, by: 'discard_logs true', path }] : [];
    case 'sql': {
      const condition = /\bwhere\b([\s\S]*)/i.exec(field('query'))?.[1]?.replace(/\s+/g, ' ').trim();
      return condition === undefined ? [] : [{ of, by: `sql where ${condition}`, path }];
    }
    case 'sampling':
      return [{ of, by: `sampling ${json([...filter.fields].sort())}`, said: 'sampling', path }];
    default:
      return [];
  }
}

function grepped({ fields, field, path }: LogSection, of: string): readonly LogDrop[] {
  const logic = field('logical_op').toLowerCase();
  const joined = logic === '' || logic === 'legacy' ? '' : ` (logical_op ${logic})`;
  return fields.flatMap(([key, value]) =>
    key === 'exclude' || key === 'regex' ? [{ of, by: `${key} ${value.replace(/\s+/g, ' ')}${joined}`, path }] : [],
  );
}

/** Rules by which entries go on under another tag and not under their own: `KEY REGEX NEW_TAG KEEP` (pipeline/filters/rewrite-tag.md). */
function rewritesOf(filter: LogSection): readonly LogRewrite[] {
  if (filter.field('name').toLowerCase() !== 'rewrite_tag') return [];
  return filter.fields.flatMap(([key, rule]) => {
    if (key !== 'rule') return [];
    const [tag = '', keep = ''] = rule.trim().split(/\s+/).slice(-2);
    return isTrue(keep) ? [] : [{ of: matchOf(filter), rule: rule.replace(/\s+/g, ' '), tag, path: filter.path }];
  });
}

/** As Fluent Bit reads it (flb_utils_bool). */
function isTrue(value: string): boolean {
  return /^(?:true|on|yes)$/i.test(value);
}

/** Whether a value is a pipeline of Fluent Bit: its parts may be in several files. */
export function isFluentBitPipeline(value: unknown): value is Mapping {
  return (
    isMapping(value) &&
    ['inputs', 'filters', 'outputs'].some((field) =>
      list(value[field]).some((each) => mapping(each).name !== undefined),
    )
  );
}
