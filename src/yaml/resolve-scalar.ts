/** A scalar that its explicit tag does not admit, or that JSON cannot hold. */
export class ScalarError extends Error {}

const prefix = 'tag:yaml.org,2002:';

const words = new Map<string, boolean | number | null>();
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']) words.set(word, true);
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']) words.set(word, false);
for (const word of ['', '~', 'null', 'Null', 'NULL']) words.set(word, null);
for (const word of ['.nan', '.NaN', '.NAN']) words.set(word, Number.NaN);
for (const word of ['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF']) words.set(word, Number.POSITIVE_INFINITY);
for (const word of ['-.inf', '-.Inf', '-.INF']) words.set(word, Number.NEGATIVE_INFINITY);

const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]([0-7]+)|0[bB]([01]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const dotted = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const timestamp =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]+)?)?$/;

/** An integer's sign, and its digits as JavaScript reads them; undefined where Go's strconv.ParseInt with base 0 would refuse it. */
function integerDigits(text: string): { readonly sign: string | undefined; readonly digits: string } | undefined {
  const match = integer.exec(text);
  if (match === null) return undefined;
  const [, sign, hex, octal = match[5], binary, , plain] = match;
  if (hex !== undefined) return { sign, digits: `0x${hex}` };
  if (octal !== undefined) return { sign, digits: `0o${octal}` };
  return { sign, digits: binary === undefined ? `${plain}` : `0b${binary}` };
}

/** Go's strconv.ParseInt and ParseUint with base 0 and 64 bits; undefined where both refuse. */
function parseInteger(text: string): number | undefined {
  const parts = integerDigits(text);
  if (parts === undefined) return undefined;
  const { sign, digits } = parts;
  if (digits.length < 15) return sign === '-' ? 0 - Number(digits) : Number(digits);
  const magnitude = BigInt(digits);
  const largest = sign === '-' ? 1n << 63n : sign === '+' ? (1n << 63n) - 1n : (1n << 64n) - 1n;
  if (magnitude > largest) return undefined;
  return sign === '-' ? -Number(magnitude) : Number(magnitude);
}

function parseFloat64(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** What a plain scalar means, by go-yaml v2's `resolve`. Timestamps stay strings. */
export function resolvePlain(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 43 || first === 45;
  if (!isNumeric) {
    // Only these first characters can begin a word: . ~ N F O T Y and the small ones; else it is a string.
    const word = text.length < 6 ? words.get(text) : undefined;
    if (word !== undefined) return word;
    return first === 46 && dotted.test(text) ? (parseFloat64(text.replaceAll('_', '')) ?? text) : text;
  }
  if (text.length === 5) {
    const word = words.get(text);
    if (word !== undefined) return word;
  }
  if (text.length > 400 || timestamp.test(text)) return text;
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  return parseInteger(digits) ?? (decimal.test(digits) ? (parseFloat64(digits) ?? text) : text);
}

/** What a scalar with an explicit tag means; throws ScalarError where go-yaml refuses it. */
export function resolveTagged(tag: string, text: string): string | number | boolean | null {
  if (!tag.startsWith(prefix)) return text;
  const name = tag.slice(prefix.length);
  if (name === 'binary') return decodeBinary(text);
  if (name !== 'bool' && name !== 'int' && name !== 'float' && name !== 'null' && name !== 'timestamp') return text;
  const value = resolvePlain(text);
  const fits =
    name === 'bool'
      ? typeof value === 'boolean'
      : name === 'null'
        ? value === null
        : name === 'timestamp'
          ? timestamp.test(text)
          : name === 'int'
            ? typeof value === 'number' && parseInteger(text.replaceAll('_', '')) !== undefined
            : typeof value === 'number';
  if (!fits) throw new ScalarError(`a value is not what its tag !!${name} demands`);
  return value;
}

function decodeBinary(text: string): string {
  const base64 = text.replace(/[\r\n]/g, '');
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw new ScalarError('a !!binary value is not base64');
  }
  return Buffer.from(base64, 'base64').toString('utf8');
}

/** The JSON form of a mapping key, by sigs.k8s.io/yaml; undefined where it refuses the key. `text` is how it is written, where that is known. */
export function keyText(key: unknown, text: string | undefined): string | undefined {
  if (typeof key === 'string') return key;
  if (typeof key === 'boolean') return String(key);
  if (typeof key !== 'number') return undefined;
  const digits = (text ?? String(key)).replaceAll('_', '');
  // What is beyond 64 bits is a number all the same.
  const parts = parseInteger(digits) === undefined ? undefined : integerDigits(digits);
  return parts === undefined ? floatKey(key) : integerKey(parts);
}

function integerKey({ sign, digits }: NonNullable<ReturnType<typeof integerDigits>>): string | undefined {
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
  // Beyond int64 the key would be a uint64, which sigs.k8s.io/yaml refuses.
  return value < 1n << 63n ? value.toString() : undefined;
}

/** Go's strconv.FormatFloat(value, 'g', -1, 32). */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  // Nine digits tell all numbers of 32 bits apart.
  let digits = 0;
  while (Math.fround(Number(single.toExponential(digits))) !== single) digits++;
  const shortest = single.toExponential(digits);
  const [mantissa = '', power = '0'] = shortest.split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return Number(shortest).toString();
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
