/**
 * A Helm template with every action made a plain word, each in its place and as long as before: what stands around them
 * can then be read as YAML. Equal actions stay equal, so a binding still names the role beside it. Lines of nothing but
 * actions become blank; both branches of a condition stay. An action that only quotes a text is that text.
 */
export function withoutActions(text: string): string {
  return text
    .replace(/\{\{-?\s{0,20}\/\*[\s\S]*?\*\/\s{0,20}-?\}\}/g, blank)
    .replace(/^[^\S\n]*(?:\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}[^\S\n]*)+$/gm, blank)
    .replace(/\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}/g, (action: string, code: string) => {
      const quoted = /^-?\s*["`]([\w*./:-]*)["`]\s*(?:\|\s*quote\s*)?-?$/.exec(code);
      if (quoted?.[1] !== undefined) return `'${quoted[1]}'`.replace(/^'(?!\*)(.*)'$/, '$1').padEnd(action.length);
      return action.replaceAll(/[^\w.$\n]/g, '_').replaceAll('\n', ' ');
    });
}

function blank(lines: string): string {
  return lines.replaceAll(/[^\n]/g, ' ');
}
