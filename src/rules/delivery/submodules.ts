import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Observation } from '../rule.ts';

interface Submodule {
  readonly name: string;
  readonly url: string;
  /** 1-based. */
  readonly line: number;
}

/** Submodules that newly come over a connection that nobody verifies: Argo CD fetches them, and Flux where `recurseSubmodules` is set. */
export function plainSubmodules({ path: file, before, after }: TouchedFile): readonly Observation[] {
  // Git reads the one at the top alone (gitmodules(5)).
  if (file !== '.gitmodules' || after === undefined) return [];
  const was = new Map(submodulesOf(before?.text ?? '').map(({ name, url }) => [name, url]));
  return submodulesOf(after.text).flatMap(({ name, url, line }): readonly Observation[] => {
    const former = was.get(name);
    if (!isPlain(url) || (former !== undefined && isPlain(former))) return [];
    return [
      {
        message: `The submodule ${name} newly comes over ${url.slice(0, url.indexOf(':'))}, which nobody verifies.`,
        remedy: 'Fetch it over https or ssh: whoever is between decides what is deployed.',
        references: ['OWASP CICD-SEC-3'],
        severity: former === undefined ? 'medium' : 'high',
        position: { file, line, column: 1 },
        subject: ['submodule', name, url.replace(/\/\/[^/@]*@/, '//')],
      },
    ];
  });
}

const isPlain = (url: string) => /^(?:http|git|ftp):\/\//i.test(url);

/** The submodules of a .gitmodules file (git-config, "Syntax"): the last of several addresses holds. */
function submodulesOf(text: string): readonly Submodule[] {
  const found = new Map<string, Submodule>();
  let name = '';
  for (const { line, number } of joinedLines(text)) {
    const section = /^\s*\[\s*submodule(?:\s+"((?:[^"\\]|\\.)*)"|\.([\w.-]+))\s*\](.*)$/i.exec(line);
    if (section !== null) name = section[2]?.toLowerCase() ?? (section[1] ?? '').replace(/\\(.)/g, '$1');
    else if (/^\s*\[/.test(line)) name = '';
    const url = /^\s*url\s*=\s*(.*)$/i.exec(section?.[3] ?? line)?.[1];
    if (url !== undefined && name !== '') found.set(name, { name, url: url.replaceAll('"', '').trim(), line: number });
  }
  return [...found.values()];
}

/** A value goes on in the next line behind a backslash, which is neither escaped nor in a comment. */
function joinedLines(text: string): readonly { readonly line: string; readonly number: number }[] {
  const found: { readonly line: string; readonly number: number }[] = [];
  let parts: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    parts.push(line);
    if (/^(?:[^#;\\]|\\.)*\\$/.test(line)) parts[parts.length - 1] = line.slice(0, -1);
    else {
      found.push({ line: parts.join(''), number: index + 2 - parts.length });
      parts = [];
    }
  }
  return parts.length === 0 ? found : [...found, { line: parts.join(''), number: text.split('\n').length }];
}
