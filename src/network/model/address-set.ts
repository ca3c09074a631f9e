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
  return ranges.flatMap(outside(others));
}

/** Says of a range which addresses of it are in none of `others`, which are put in order once. */
export function outside(others: readonly AddressRange[]): (range: AddressRange) => readonly AddressRange[] {
  const known = { 32: joined(others, 32), 128: joined(others, 128) };
  return ({ bits, first, last }) => {
    const own = known[bits];
    const left: AddressRange[] = [];
    let next = first;
    for (let index = firstAfter(own, first); index < own.length && next <= last; index += 1) {
      const other = own[index];
      if (other === undefined || other.first > last) break;
      if (other.first > next) left.push({ bits, first: next, last: other.first - 1n });
      next = other.last + 1n;
    }
    return next > last ? left : [...left, { bits, first: next, last }];
  };
}

/** Ranges of one family in their order, those that overlap as one. */
function joined(ranges: readonly AddressRange[], bits: AddressRange['bits']): readonly AddressRange[] {
  const all: AddressRange[] = [];
  const own = ranges.filter((each) => each.bits === bits);
  for (const range of own.sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0))) {
    const last = all.at(-1);
    if (last === undefined || last.last < range.first) all.push(range);
    else if (last.last < range.last) all[all.length - 1] = { ...last, last: range.last };
  }
  return all;
}

/** The first of ranges in order that ends at an address or after it. */
function firstAfter(ranges: readonly AddressRange[], address: bigint): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.last ?? address) < address) low = middle + 1;
    else high = middle;
  }
  return low;
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
