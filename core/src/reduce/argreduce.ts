import { elementOf } from "../array/element.ts";
import { empty } from "../array/empty.ts";
import { NdArray } from "../array/ndarray.ts";
import { isRowMajor, rowMajorStrides, sizeOf } from "../array/strides.ts";
import { writeScalar } from "../array/write-scalar.ts";
import { ValueError } from "../errors.ts";
import { checkedAxis, checkOrdered, checkOut } from "./check.ts";
import { makePlan, type Plan } from "./plan.ts";
import { reduceByReference } from "./reference.ts";
