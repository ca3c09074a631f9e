type ImageParts = readonly [name: string, tag: string | undefined, digest: string | undefined];

/** The name, tag and digest of an image's reference; a port belongs to the name. Undefined for what is not one line. */
export function imageParts(image: string): ImageParts | undefined {
  const match = /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(image);
  return match === null ? undefined : [match[1] ?? '', match[2], match[3]];
}
