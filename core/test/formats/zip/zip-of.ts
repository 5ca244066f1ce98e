import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP archive of deflated files, made without the code that is tested. A name that ends in "/" is a folder. */
export function deflated(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const bytes = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(raw), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(raw.length, 18);
    shared.writeUInt16LE(bytes.length, 22);
    const offset = Buffer.alloc(16);
    offset.writeUInt32LE(at, 12);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, bytes, packed]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), shared, offset.subarray(2), bytes]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, central, Buffer.from("PK\x05\x06"), end]);
}
