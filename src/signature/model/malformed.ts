/** A signature, key or header that breaks its format. The message completes "The signature …". */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Of a form given up because it can be forged. The message completes "The signature was made with …". */
export class Obsolete extends Malformed {}

/** Well formed, but made with something this program cannot verify. The message completes "The signature …". */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
