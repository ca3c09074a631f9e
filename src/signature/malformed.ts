/** A signature, key or header that breaks its format. The message completes "The signature …". */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Well formed, but made with something this program cannot verify. The message completes "The signature …". */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
