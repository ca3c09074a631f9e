// Public keys that are well formed, and that anybody can sign with: OpenSSL takes them, so they are refused here.

/** Whether these numbers can be an RSA key: with the exponent 1 a padded digest is its own signature. Both without leading zeros. */
export function isRsaKey(modulus: Buffer, exponent: Buffer): boolean {
  const isOdd = (number: Buffer) => ((number.at(-1) ?? 0) & 1) === 1;
  return isOdd(modulus) && isOdd(exponent) && !(exponent.length === 1 && exponent[0] === 1);
}

/** How many bits a modulus without leading zeros has. */
export function modulusBits(modulus: Buffer): number {
  return 32 - Math.clz32(modulus.readUInt8()) + 8 * (modulus.length - 1);
}

/**
 * Whether an Ed25519 or Ed448 point (RFC 8032) has one of the few orders that divide the cofactor: the challenge then drops
 * out, and a signature without any secret fits. Encodings beyond the field's prime are known as well.
 */
export function isSmallOrder(point: Buffer): boolean {
  const y = Buffer.from(point);
  const last = y.length - 1;
  // The last bit is the sign of x.
  y.writeUInt8(y.readUInt8(last) & 0x7f, last);
  return smallOrder.has(y.toString('hex'));
}

/** y of the points, little-endian: 0, 1, -1, and the two of order 8 that Ed25519 has; then 0 and 1 with the prime added. */
const smallOrder: ReadonlySet<string> = new Set([
  `${'00'.repeat(32)}`,
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  `${'00'.repeat(57)}`,
  `01${'00'.repeat(56)}`,
  `fe${'ff'.repeat(27)}fe${'ff'.repeat(27)}00`,
  `${'ff'.repeat(28)}fe${'ff'.repeat(27)}00`,
  `${'00'.repeat(28)}${'ff'.repeat(28)}00`,
]);
