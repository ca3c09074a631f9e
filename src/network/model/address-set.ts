/** Addresses from the first to the last, of IPv4 (32 bits) or IPv6 (128). */
export interface AddressRange {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** An IPBlock (networking/v1): a CIDR without its exceptions. Undefined where a CIDR is none. */
export function readBlock(cidr: string, except: readonly string[]): readonly AddressRange[] | undefined {
  const block = readCidr(cidr);
  if (block === undefined) return undefined;
  // An exception that cannot be read excepts nothing: the block is as wide as it may be.
  return subtract(
    [block],
    except.flatMap((each) => readCidr(each) ?? []),
  );
}

/** The addresses of `ranges` that are in none of `others`. */
export function subtract(ranges: readonly AddressRange[], others: readonly AddressRange[]): readonly AddressRange[] {
  let left = ranges;
  for (const other of others) left = left.flatMap((range) => without(range, other));
  return left;
}

function without(range: AddressRange, other: AddressRange): readonly AddressRange[] {
  const { bits, first, last } = range;
  if (other.bits !== bits || other.last < first || other.first > last) return [range];
  return [
    ...(other.first > first ? [{ bits, first, last: other.first - 1n }] : []),
    ...(other.last < last ? [{ bits, first: other.last + 1n, last }] : []),
  ];
}

/** A CIDR as Go's net.ParseCIDR reads it, host bits ignored; undefined where it is none. */
export function readCidr(text: string): AddressRange | undefined {
  const [address = '', length = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 128 ? readV6(address) : readV4(address);
  if (value === undefined || Number(length) > bits) return undefined;
  const size = 1n << BigInt(bits - Number(length));
  const first = (value / size) * size;
  return { bits, first, last: first + size - 1n };
}

function readV4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readV6(text: string): bigint | undefined {
  const [head = '', tail, ...rest] = text.split('::');
  if (rest.length > 0) return undefined;
  const [left, right] = [groupsOf(head), groupsOf(tail ?? '')];
  if (left === undefined || right === undefined) return undefined;
  const gap = 8 - left.length - right.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return undefined;
  return [...left, ...new Array<number>(gap).fill(0), ...right].reduce(
    (sum, group) => sum * 65_536n + BigInt(group),
    0n,
  );
}

/** Groups of sixteen bits; the last two may be written as an IPv4 address. */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const v4 = last.includes('.') ? readV4(last) : undefined;
  const plain = v4 === undefined ? parts : parts.slice(0, -1);
  if (!plain.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part))) return undefined;
  const groups = plain.map((part) => Number.parseInt(part, 16));
  return v4 === undefined ? groups : [...groups, Number(v4 >> 16n), Number(v4 & 0xffffn)];
}
