/** How often something was so, among the changes where that is known. */
export interface Rate {
  readonly fired: number;
  readonly of: number;
}
