import { type LogDrop, type LogPipeline, type LogStream, nowhere } from './log-model.ts';
import { isOfSecurity } from './of-security.ts';

/** What a configuration of Fluentd says: `<match audit.**>`, `<filter>`, `<source>`. */
export function pipelineOfFluentd(text: string): LogPipeline {
  const outputs = sectionsOf(text, 'match').flatMap(({ content }) => {
    const kind = typeOf(content);
    const isOutput = !['relabel', 'rewrite_tag_filter', ...nowhere].includes(kind);
    return isOutput ? [{ kind, of: patternsOf(content) }] : [];
  });
  const inputs = inputsOf(text);
  return {
    outputs,
    drops: dropsOf(text),
    rewrites: [],
    inputs,
    streams: [
      ...inputs.filter(({ tag, source }) => isOfSecurity(`${tag} ${source}`)),
      ...outputs.flatMap(({ of }) => (isOfSecurity(of) ? [{ tag: of, source: '', path: [] }] : [])),
    ],
  };
}

/** What filters leave out (`<filter audit.**>`, `@type grep`); without a pattern they are for everything. */
function dropsOf(text: string): readonly LogDrop[] {
  return sectionsOf(text, 'filter').flatMap(({ content, line }) => {
    if (typeOf(content) !== 'grep') return [];
    const of = patternsOf(content) || '**';
    return content
      .split(/^[ \t]*<(?=exclude|regexp)/m)
      .slice(1)
      .map((part) => {
        const kind = part.startsWith('exclude') ? 'exclude' : 'regex';
        return { of, by: `${kind} ${parameter(part, 'key')} ${parameter(part, 'pattern')}`, path: [line] };
      });
  });
}

/** What is read (`<source>`). */
function inputsOf(text: string): readonly LogStream[] {
  return sectionsOf(text, 'source').map(({ content, line }) => ({
    tag: parameter(content, 'tag'),
    source: parameter(content, 'path') || typeOf(content),
    path: [line],
  }));
}

/** Sections of a kind, from what follows their name, each with its line. */
function sectionsOf(text: string, name: 'filter' | 'source' | 'match') {
  const sections: { readonly content: string; readonly line: number }[] = [];
  let line = 0;
  for (const [index, section] of text.split(new RegExp(`^[ \\t]*<${name}\\b`, 'm')).entries()) {
    if (index > 0) sections.push({ content: section.split(`</${name}>`, 1)[0] ?? '', line });
    line += section.split('\n').length - 1;
  }
  return sections;
}

function patternsOf(section: string): string {
  return section.slice(0, Math.max(0, section.indexOf('>'))).trim();
}

function typeOf(section: string): string {
  return /^[ \t]*@?type[ \t]+(\S+)/m.exec(section)?.[1] ?? '';
}

function parameter(section: string, name: string): string {
  return new RegExp(`^[ \\t]*${name}[ \\t]+(\\S.*)$`, 'm').exec(section)?.[1]?.trim() ?? '';
}
