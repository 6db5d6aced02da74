/** Bounds on what an archive may unfold to. */
export interface ZipLimits {
  /** Number of entries. */
  entries: number;
  /** Bytes of all parts that are read. */
  total: number;
  /** Bytes of one part. */
  part: number;
  /** Unfolded size to packed size, for parts above 1 MB. */
  ratio: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 2000,
  total: 200 * 2 ** 20,
  part: 100 * 2 ** 20,
  ratio: 200,
};
