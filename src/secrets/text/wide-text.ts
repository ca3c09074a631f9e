/**
 * The text of bytes that are UTF-16 or UTF-32, with or without a byte order mark: every second (or all but every fourth)
 * byte is zero. Undefined for anything else.
 */
export function wideText(bytes: Uint8Array): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const width of [4, 2]) {
    for (const at of [0, width - 1]) {
      const units = view.subarray(0, view.length - (view.length % width));
      if (units.length < 4 * width) continue;
      const text = narrow(units, width, at);
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** The ASCII of units whose significant byte is at `at`; undefined where one unit in ten holds anything else. */
function narrow(units: Buffer, width: number, at: number): string | undefined {
  const characters: string[] = [];
  let others = 0;
  for (let unit = 0; unit < units.length; unit += width) {
    const code = units[unit + at] ?? 0;
    let isWide = code === 0 || code > 126;
    for (let byte = 0; byte < width; byte++) if (byte !== at && units[unit + byte] !== 0) isWide = true;
    if (isWide && ++others * 10 * width > units.length) return undefined;
    characters.push(isWide ? '\uFFFD' : String.fromCharCode(code));
  }
  return characters.join('');
}
