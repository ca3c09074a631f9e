import { isMapping, list, type Mapping } from '../../plain-values.ts';

/** A string in quotes, a raw one, a comment, the end of a line, blanks, and what is between. A string that is left open ends with its line. */
const tokens = /"(?:[^"\\\n]|\\.)*"?|`[^`]*`?|#[^\n]*|\n|[^\S\n]+|[^"`#\s]+/g;

/** A program in Rego without what changes nothing of it: comments, blanks, empty lines (openpolicyagent.org, policy language: grammar). */
export function plainRego(program: string): string {
  let written = '';
  let between = '';
  for (const [token] of program.matchAll(tokens)) {
    if (token.startsWith('#')) continue;
    if (token === '\n') between = token;
    else if (token.trim() === '') between ||= ' ';
    else {
      written += written === '' ? token : between + token;
      between = '';
    }
  }
  return written;
}

/** The targets of a ConstraintTemplate with their programs as they count (`rego`, `libs`; `code[].source` of newer templates). */
export function plainTargets(targets: unknown): readonly unknown[] {
  return list(targets).map((target) => {
    if (!isMapping(target)) return target;
    const code = list(target.code).map((each) =>
      isMapping(each) && isMapping(each.source) ? { ...each, source: plainSource(each.source) } : each,
    );
    return { ...plainSource(target), ...(target.code === undefined ? {} : { code }) };
  });
}

function plainSource(source: Mapping): Mapping {
  const { rego, libs } = source;
  return {
    ...source,
    ...(typeof rego === 'string' ? { rego: plainRego(rego) } : {}),
    ...(Array.isArray(libs) ? { libs: libs.map((each) => (typeof each === 'string' ? plainRego(each) : each)) } : {}),
  };
}
