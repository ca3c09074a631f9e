/** How often something was so, among the changes where it could be told. */
export interface Rate {
  readonly fired: number;
  readonly of: number;
}
