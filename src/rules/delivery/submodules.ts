import type { TouchedFile } from '../../kube/touched-file.ts';
import type { Observation } from '../rule.ts';

interface Submodule {
  readonly name: string;
  readonly url: string;
  /** 1-based. */
  readonly line: number;
}

/** Submodules that newly come over a connection that nobody verifies: Argo CD fetches them, and Flux where it is told to. */
export function plainSubmodules({ path: file, before, after }: TouchedFile): readonly Observation[] {
  if (!/(?:^|\/)\.gitmodules$/.test(file) || after === undefined) return [];
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
        subject: ['submodule', name],
      },
    ];
  });
}

const isPlain = (url: string) => /^(?:http|git|ftp):\/\//i.test(url);

/** The submodules of a .gitmodules file (git-config, "Syntax"): the last of several addresses holds. */
function submodulesOf(text: string): readonly Submodule[] {
  const found = new Map<string, Submodule>();
  let name = '';
  for (const [index, line] of text
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .entries()) {
    const section = /^\s*\[\s*submodule\s+"((?:[^"\\]|\\.)*)"\s*\](.*)$/i.exec(line);
    if (section !== null) name = (section[1] ?? '').replace(/\\(.)/g, '$1');
    else if (/^\s*\[/.test(line)) name = '';
    const url = /^\s*url\s*=\s*(.*)$/i.exec(section?.[2] ?? line)?.[1];
    if (url !== undefined && name !== '')
      found.set(name, { name, url: url.replaceAll('"', '').trim(), line: index + 1 });
  }
  return [...found.values()];
}
