export { compile } from "./compile.ts";
export { complete } from "./completion.ts";
export { type Controls, fromControls, toControls } from "./controls.ts";
export { type Evaluated, evaluate } from "./evaluate.ts";
export { ExpressionError } from "./expression-error.ts";
export { inspect } from "./inspect.ts";
export { parseExpression } from "./parse.ts";
export { printExpression } from "./print.ts";
export { type Described, describeView } from "./view.ts";
