/** Dimensions an array may have: NumPy's NPY_MAXDIMS. */
export const MAX_NDIM = 64;
