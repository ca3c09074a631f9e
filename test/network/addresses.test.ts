import { describe, expect, test } from '@jest/globals';
import { type AddressRange, outside, readBlock, readCidr, subtract } from '../../src/network/model/address-set.ts';

const range = (first: number, last: number, bits: 32 | 128 = 32): AddressRange => ({
  bits,
  first: BigInt(first),
  last: BigInt(last),
});
const left = (one: AddressRange, ...others: readonly AddressRange[]) =>
  outside(others)(one).map(({ first, last, bits }) => `${first}-${last}${bits === 128 ? ' v6' : ''}`);

/** Go's net.ParseCIDR (net/ip_test.go). */
test.each<[string, bigint | undefined, bigint | undefined]>([
  ['0.0.0.0/0', 0n, 2n ** 32n - 1n],
  ['135.104.0.1/32', 0x87680001n, 0x87680001n],
  ['10.1.2.3/8', 0x0a000000n, 0x0affffffn],
  ['255.255.255.255/31', 0xfffffffen, 0xffffffffn],
  ['0.0.0.1/32', 1n, 1n],
  ['10.0.0.0/33', undefined, undefined],
  ['10.0.0.0', undefined, undefined],
  ['10.0.0.0/', undefined, undefined],
  ['10.0.0.0/8/8', undefined, undefined],
  ['10.0.0.0/x8', undefined, undefined],
  ['10.0.0.0/8x', undefined, undefined],
  ['10.0.0.0/1234', undefined, undefined],
  ['10.0.0/8', undefined, undefined],
  ['10.0.0.0.0/8', undefined, undefined],
  ['10.0.0.256/8', undefined, undefined],
  ['x1.0.0.0/8', undefined, undefined],
  ['1x.0.0.0/8', undefined, undefined],
  ['10.0.0.0001/8', undefined, undefined],
  ['', undefined, undefined],
  ['::/0', 0n, 2n ** 128n - 1n],
  ['::1/128', 1n, 1n],
  ['::/128', 0n, 0n],
  ['1::/128', 2n ** 112n, 2n ** 112n],
  ['1:2:3:4:5:6:7:8/128', 0x00010002000300040005000600070008n, 0x00010002000300040005000600070008n],
  ['1:2:3:4:5:6:7::/128', 0x00010002000300040005000600070000n, 0x00010002000300040005000600070000n],
  ['::2:3:4:5:6:7:8/128', 0x00000002000300040005000600070008n, 0x00000002000300040005000600070008n],
  ['1:2:3:4::5:6:7:8/128', undefined, undefined],
  ['1:2:3:4:5:6:7/128', undefined, undefined],
  ['1:2:3:4:5:6:7:8:9/128', undefined, undefined],
  ['1::2::3/128', undefined, undefined],
  ['ffff::/16', 0xffffn << 112n, 2n ** 128n - 1n],
  ['::/129', undefined, undefined],
  ['g::/16', undefined, undefined],
  ['1:g::/16', undefined, undefined],
  ['::g/16', undefined, undefined],
  ['x1::/16', undefined, undefined],
  ['1x::/16', undefined, undefined],
  ['12345::/16', undefined, undefined],
  ['::ffff:1.2.3.4/128', 0xffff01020304n, 0xffff01020304n],
  ['1:2:3:4:5:6:1.2.3.4/128', 0x00010002000300040005000601020304n, 0x00010002000300040005000601020304n],
  ['::1.2.3/128', undefined, undefined],
])('the network %s', (text, first, last) => {
  expect(readCidr(text)).toEqual(
    first === undefined ? undefined : { bits: text.includes(':') ? 128 : 32, first, last },
  );
});

describe('what is in none of some ranges', () => {
  test.each<[AddressRange, readonly AddressRange[], readonly string[]]>([
    [range(10, 20), [], ['10-20']],
    [range(10, 20), [range(10, 20)], []],
    [range(10, 20), [range(0, 30)], []],
    [range(10, 20), [range(0, 9), range(21, 30)], ['10-20']],
    [range(10, 20), [range(0, 10)], ['11-20']],
    [range(10, 20), [range(20, 30)], ['10-19']],
    [range(10, 20), [range(12, 14), range(16, 18)], ['10-11', '15-15', '19-20']],
    [range(10, 20), [range(16, 18), range(12, 14)], ['10-11', '15-15', '19-20']],
    [range(10, 20), [range(10, 14), range(15, 20)], []],
    [range(10, 20), [range(10, 15), range(12, 20)], []],
    [range(10, 20), [range(12, 18), range(13, 14)], ['10-11', '19-20']],
    [range(10, 20), [range(12, 14), range(12, 18)], ['10-11', '19-20']],
    [range(10, 20), [range(12, 18), range(12, 14)], ['10-11', '19-20']],
    [range(10, 20), [range(12, 14), range(14, 16)], ['10-11', '17-20']],
    [range(10, 20), [range(0, 30, 128)], ['10-20']],
    [range(10, 20, 128), [range(12, 13, 128), range(0, 30)], ['10-11 v6', '14-20 v6']],
    [
      range(50, 60),
      [range(0, 1), range(10, 11), range(20, 21), range(30, 31), range(55, 56), range(70, 71)],
      ['50-54', '57-60'],
    ],
    [range(0, 5), [range(1, 1), range(10, 11), range(20, 21), range(30, 31)], ['0-0', '2-5']],
  ])('%#', (one, others, expected) => {
    expect(left(one, ...others)).toEqual(expected);
  });

  test('is what is left of each', () => {
    expect(subtract([range(0, 5), range(10, 15)], [range(3, 12)])).toEqual([range(0, 2), range(13, 15)]);
  });

  test('is a block without its exceptions', () => {
    expect(readBlock('10.0.0.0/30', ['10.0.0.1/32', 'x'])).toEqual([
      range(0x0a000000, 0x0a000000),
      range(0x0a000002, 0x0a000003),
    ]);
    expect(readBlock('x', [])).toBeUndefined();
  });
});
