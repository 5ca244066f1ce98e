/**
 * The numbers of the ZIP format that are needed on both sides.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, chapter 4.3
 */
export const LOCAL_HEADER = { signature: 0x04034b50, bytes: 30 } as const;
export const CENTRAL_HEADER = { signature: 0x02014b50, bytes: 46 } as const;
export const END = { signature: 0x06054b50, bytes: 22 } as const;
export const END64 = { signature: 0x06064b50, bytes: 56 } as const;
export const END64_LOCATOR = { signature: 0x07064b50, bytes: 20 } as const;

/** The extra field that holds 64-bit sizes. */
export const ZIP64_EXTRA = 0x0001;

/** These values say that the number stands in a Zip64 field. */
export const IN_ZIP64_32 = 0xffff_ffff;
export const IN_ZIP64_16 = 0xffff;

export const STORED = 0;
export const DEFLATED = 8;

export const FLAG_ENCRYPTED = 1;
export const FLAG_UTF8 = 0x800;
