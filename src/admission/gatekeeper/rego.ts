import { isMapping, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';

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

/**
 * The targets of a ConstraintTemplate with their programs as they count: `rego` and `libs` are read as a `code` of the engine Rego where
 * there is none, and of several engines the order says nothing (open-policy-agent/frameworks, constraint/pkg/apis/templates).
 */
export function plainTargets(targets: unknown): readonly unknown[] {
  return list(targets).map((target) => {
    if (!isMapping(target)) return target;
    const { rego, libs, code, ...others } = target;
    const stated = list(code).map((each) =>
      isMapping(each) && isMapping(each.source) ? { ...each, source: plainSource(each.source) } : each,
    );
    const isStated = list(code).some((each) => mapping(each).engine === 'Rego');
    const source = { ...(rego === undefined ? {} : { rego }), ...(libs === undefined ? {} : { libs }) };
    const own = isStated || rego === undefined ? [] : [{ engine: 'Rego', source: plainSource(source) }];
    // What does not count next to a program of `code` is kept: which of both counts has changed over time.
    const former = isStated ? plainSource(source) : {};
    return { ...others, ...former, code: [...stated, ...own].sort((a, b) => (engineOf(a) < engineOf(b) ? -1 : 1)) };
  });
}

function engineOf(code: unknown): string {
  return scalarText(mapping(code).engine);
}

function plainSource(source: Mapping): Mapping {
  const { rego, libs } = source;
  return {
    ...source,
    ...(typeof rego === 'string' ? { rego: plainRego(rego) } : {}),
    ...(Array.isArray(libs) ? { libs: libs.map((each) => (typeof each === 'string' ? plainRego(each) : each)) } : {}),
  };
}
