/** Whether a Lua callback of Fluent Bit leaves entries out: by a code that is negative (fluent-bit-docs, pipeline/filters/lua.md, Return values). */
export type LuaVerdict = 'drops' | 'may drop' | 'keeps';

/** Longer programs may do anything. */
const longest = 20_000;

/** What the function `call` of a program does with an entry; a program that is not read as far as this may drop it. */
export function judgeLua(code: string, call: string): LuaVerdict {
  if (code.length > longest) return 'may drop';
  const text = code.replace(/--\[\[[\s\S]*?\]\]|--[^\n]*/g, '');
  const body = bodyOf(text, call);
  if (body === undefined) return 'may drop';
  const returned = [...body.matchAll(/\breturn\b[ \t]*([^\s,;]*)/g)].map(([, first = '']) => first);
  const verdicts = returned.map((first) => judgeCode(first, text));
  if (verdicts.includes('drops')) return 'drops';
  return returned.length === 0 || verdicts.includes('may drop') ? 'may drop' : 'keeps';
}

/** The text from a function's head to the next one that begins a line, as callbacks do. */
function bodyOf(text: string, call: string): string | undefined {
  const heads = [...text.matchAll(/^(?:local[ \t]+)?function[ \t]+([\w.:]+)|^([\w.]+)[ \t]*=[ \t]*function\b/gm)];
  const index = heads.findIndex(([, name, other]) => (name ?? other) === call);
  const head = heads[index];
  return head === undefined ? undefined : text.slice(head.index, heads[index + 1]?.index);
}

function judgeCode(written: string, text: string): LuaVerdict {
  if (/^\(?-\d/.test(written)) return 'drops';
  if (['0', '1', '2', '(0)', '(1)', '(2)'].includes(written)) return 'keeps';
  if (!/^[A-Za-z_]\w{0,60}$/.test(written)) return 'may drop';
  const values = [...text.matchAll(new RegExp(`\\b${written}[ \\t]*=(?!=)[ \\t]*([^\\s,;]*)`, 'g'))].map(
    ([, value = '']) => value,
  );
  if (values.some((value) => /^-\d/.test(value))) return 'drops';
  return values.length > 0 && values.every((value) => ['0', '1', '2'].includes(value)) ? 'keeps' : 'may drop';
}
