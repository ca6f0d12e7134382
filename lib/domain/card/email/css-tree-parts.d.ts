/** The parser alone: the whole package brings the grammar of every property along. */
declare module "css-tree/parser" {
  export { parse as default } from "css-tree";
}

declare module "css-tree/tokenizer" {
  export const Function: number;
  export const LeftParenthesis: number;
  export const RightParenthesis: number;
  export const LeftSquareBracket: number;
  export const RightSquareBracket: number;
  export const LeftCurlyBracket: number;
  export const RightCurlyBracket: number;
  export const BadString: number;
  export const BadUrl: number;
}
