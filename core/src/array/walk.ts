/** Some dimensions in the order in which they are walked. Strides count elements. */
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** A walk that is being made. */
export interface OpenWalk {
  readonly shape: number[];
  readonly strides: number[];
}

/** Adds a dimension inside those that a walk has: it joins the last one where one stride walks both. */
export function addInside({ shape, strides }: OpenWalk, length: number, stride: number): void {
  if (length === 1) return;
  const last = shape.length - 1;
  if (last >= 0 && strides[last] === length * stride) {
    shape[last] = (shape[last] as number) * length;
    strides[last] = stride;
  } else {
    shape.push(length);
    strides.push(stride);
  }
}

/** Dimensions as a walk, from the outermost in. */
export function joined(dimensions: readonly { readonly length: number; readonly stride: number }[]): Walk {
  const walk: OpenWalk = { shape: [], strides: [] };
  for (const { length, stride } of dimensions) addInside(walk, length, stride);
  return walk;
}
