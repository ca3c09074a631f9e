/**
 * A Helm template with every action made a plain word, each in its place and as long as before: what stands around them
 * can then be read as YAML. Equal actions stay equal, so a binding still names the role beside it. Lines of nothing but
 * actions become blank; both branches of a condition stay. An action that only quotes a text is that text.
 */
export function withoutActions(text: string): string {
  return withoutComments(text)
    .replace(/^[^\S\n]*(?:\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}[^\S\n]*)+$/gm, blank)
    .replace(/\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}/g, (action: string, code: string) => {
      const quoted = /^-?\s*["`]([\w*./:-]*)["`]\s*(?:\|\s*quote\s*)?-?$/.exec(code);
      if (quoted?.[1] !== undefined) return `'${quoted[1]}'`.replace(/^'(?!\*)(.*)'$/, '$1').padEnd(action.length);
      return action.replaceAll(/[^\w.$\n]/g, '_').replaceAll('\n', ' ');
    });
}

/** A comment ends at its first asterisk and slash: text/template refuses one that does not end its action as well. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let done = 0;
  let end = 0;
  for (const { index, 0: opening } of text.matchAll(/\{\{(?:-\s)?\/\*/g)) {
    if (index < done) continue;
    const start = index + opening.length;
    // Many that stay open share one end: it is looked for once.
    if (end < start) end = text.indexOf('*/', start);
    if (end === -1) break;
    const close = /^(?:\s-)?\}\}/.exec(text.slice(end + 2, end + 6))?.[0];
    if (close === undefined) continue;
    kept.push(text.slice(done, index), blank(text.slice(index, end + 2 + close.length)));
    done = end + 2 + close.length;
  }
  return kept.join('') + text.slice(done);
}

function blank(lines: string): string {
  return lines.replaceAll(/[^\n]/g, ' ');
}
