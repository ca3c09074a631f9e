/** SHA-256 over the paths and contents of everything in the `src` folder of `root`: what dist/ was built from. */
export function sourceDigest(root: string): string;
