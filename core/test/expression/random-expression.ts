import { compile, type Described, describeView } from "../../src/expression/index.ts";
import type { Random } from "../live/random.ts";
import { randomIndex } from "../live/random-index.ts";

/** A random expression of the formula bar's language, mostly one that fits an array of this shape and dtype. */
export function randomExpression(random: Random, a: Described): string {
  const source = random.oneIn(3) ? randomSource(random) : "a";
  let view = source;
  for (let steps = random.pick([0, 0, 1, 1, 2, 3]); steps > 0; steps--) view += randomStep(random, shapeOf(view, a));
  if (random.oneIn(6)) view = broadcast(random, view, shapeOf(view, a));
  if (random.oneIn(12)) view += randomStep(random, shapeOf(view, a));
  return randomFinal(random, view, shapeOf(view, a));
}

/** The shape of a view; of one that is refused any will do. */
function shapeOf(view: string, a: Described): readonly number[] {
  try {
    return describeView(compile(view), a).shape;
  } catch {
    return [2];
  }
}

function randomSource(random: Random): string {
  const small = () => random.integer(0, 4);
  const shape = random.pick([`${small()}`, `(${small()}, ${small()})`, `[${small()}]`, "()", "a.shape", `(${small()}, -1)`]);
  const fill = random.pick(["7", "-2.5", "True", "np.nan", "'ab'", "1e300", "300"]);
  const dtype = random.pick(["", "", "", ", dtype=int", ", dtype='float32'", ", dtype=np.uint8"]);
  const complex = random.pick([", dtype=complex", ", dtype=np.complex64", ", dtype='c16'"]);
  const text = random.pick(["str", "'<U2'", "np.str_", "bytes", "'S5'", "'U0'"]);
  const date = random.pick(["'datetime64[D]'", "'M8[M]'", "'<M8[25s]'", "np.datetime64", "'datetime64[ns]'", "'M8'"]);
  const duration = random.pick(["'timedelta64[s]'", "'m8[7D]'", "np.timedelta64", "float", "complex", "bool", "'?'"]);
  const step = () => random.pick(["1", "2", "-1", "0.1", "-0.3", "3", "1e-1", "0"]);
  const seed = random.oneIn(4) ? "123456789012345678901234567890" : String(random.integer(0, 50));
  return random.pick([
    `np.arange(${random.integer(-2, 12)}${dtype})`,
    `np.arange(${random.integer(-5, 5)}, ${random.integer(-5, 20)}, ${step()})`,
    `np.arange(${random.integer(-5, 5)}.5, ${random.integer(-5, 9)}, step=${step()}${dtype === ", dtype=int" ? "" : dtype})`,
    `np.arange(${random.integer(0, 300)}, dtype=np.int8)`,
    `np.zeros(${shape}${dtype})`,
    `numpy.ones(shape=${shape}${dtype})`,
    `np.full(${shape}, ${fill})`,
    `np.full(${shape}, ${random.integer(-100, 100)}${dtype === ", dtype=np.uint8" ? "" : dtype})`,
    `np.eye(${small()}, ${random.pick(["None", "2", "5"])}, ${random.integer(-3, 3)}${dtype})`,
    `np.random.default_rng(${seed}).integers(${random.integer(-9, 9)}, ${random.integer(8, 1000)}, size=${random.pick(["5", "(2, 3)", "None", "()", "0", "(2, 3, 2)"])})`,
    `np.random.default_rng(${seed}).integers(${random.pick(["0", "5", "4294967296", "4294967295", "9223372036854775807"])}, endpoint=${random.pick(["True", "False"])})`,
    `np.array([[${small()}, ${small()}.5], [nan, -${small()}]]${random.oneIn(3) ? ", dtype='float16'" : ""})`,
    `np.array([${small()}, [${small()}]])`,
    "array([[True, False], [False, True]])",
    "np.array(['b', 'a', 'ab', ''])",
    `np.${random.pick(["zeros", "ones", "eye"])}(${small()}${complex})`,
    `np.full(${shape}, ${random.integer(-9, 9)}${complex})`,
    `np.array([[${small()}, -2.5], [nan, True]]${complex})`,
    `np.array(['b', ${random.integer(-99, 99)}, 2.0, 1e16, True, ''], dtype=${text})`,
    `np.array(['2024-0${small() + 1}-05', '2023-12', ${random.pick(["'NaT'", "''", "'-0044-03-15'", "'2024-02-30'"])}], dtype=${date})`,
    `np.array([${random.integer(-99, 99)}, ${random.pick(["True", "3.0", "nan", "8"])}], dtype=${date})`,
    `np.array([${random.integer(-99, 99)}, ${random.pick(["'NaT'", "'12'", "7.0", "'x'", "True"])}], dtype=${duration})`,
    `np.array([${Array.from({ length: 12 }, () => random.integer(-99, 99)).join(", ")}])`,
  ]);
}

function randomStep(random: Random, shape: readonly number[]): string {
  const size = shape.reduce((product, length) => product * length, 1);
  const half = size % 2 === 0 ? size / 2 : size;
  const axes = random.shuffled(shape.map((_, k) => (random.oneIn(5) ? k - shape.length : k)));
  return random.pick([
    ".T",
    `[${randomIndex(random, shape)}]`,
    `[${randomIndex(random, shape)}]`,
    `[${randomIndex(random, shape)}]`,
    ".reshape(-1)",
    `.reshape(${half}, -1)`,
    `.reshape((${half}, ${size / half || 0}))`,
    random.oneIn(4) ? ".reshape(7, 5)" : `.reshape([-1, ${half}])`,
    axes.length === 0 ? ".transpose()" : `.transpose(${axes.join(", ")})`,
    random.oneIn(4) ? ".transpose(1, 1)" : `.transpose((${axes.join(", ")}${axes.length === 1 ? "," : ""}))`,
    ".transpose(None)",
  ]);
}

/** Mostly a shape that fits; now and then one that does not. */
function broadcast(random: Random, view: string, shape: readonly number[]): string {
  const longer = shape.map((length) => (length === 1 ? random.integer(0, 3) : length));
  const wrong = random.pick(["()", "(2, -1)", "(2, 3, 7)", "a.shape", "5", "[]"]);
  const added = random.pick([[], [2], [1], [2, 3], [0]]);
  const fits = `(${[...added, ...longer].map((length) => `${length}, `).join("")})`;
  return `np.broadcast_to(${view}, ${random.oneIn(4) ? wrong : fits})`;
}

function randomFinal(random: Random, view: string, shape: readonly number[]): string {
  const name = random.pick(["argmin", "argmax", "nanargmin", "nanargmax", "min", "max", "nanmin", "nanmax"]);
  const axis = random.pick(["None", "0", "-1", String(random.integer(-shape.length, Math.max(shape.length - 1, 0))), "9"]);
  const keepdims = random.pick(["", "", ", keepdims=True", ", keepdims=False"]);
  const byPlace = random.oneIn(3);
  const given = random.oneIn(3) ? keepdims.slice(2) : byPlace ? `${axis}${keepdims}` : `axis=${axis}${keepdims}`;
  const call = `np.${name}(${view}${given === "" ? "" : `, ${given}`})`;
  const isMethod = !name.startsWith("nan");
  const indices = name.includes("arg") ? call : `np.argmin(${view})`;
  return random.pick([
    view,
    call,
    call,
    call,
    isMethod ? `${view}.${name}(${given})` : call,
    `np.unravel_index(${indices}, ${random.oneIn(3) ? "a.shape" : `${view}.shape`})`,
    `np.unravel_index(np.argmax(${view}), (${shape.map((length) => `${length}, `).join("")}))`,
    `np.${name}(axis=${axis}, a=${view}, out=None)`,
    `np.transpose(${view})`,
    `np.reshape(${view}, shape=-1)`,
  ]);
}
