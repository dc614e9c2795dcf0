// Cores made byte by byte, for what the real one does only in distress.

/** @param {number} size below 16384, as LEB128 */
const size_bytes = size => (size < 128 ? [size] : [(size & 127) | 128, size >> 7]);

/** A name as wasm writes it. @param {string} name */
export const text = name => [name.length, ...new TextEncoder().encode(name)];

/** @param {number} id @param {...number} bytes */
export const section = (id, ...bytes) => [id, ...size_bytes(bytes.length), ...bytes];

/** @param {...number[]} sections in the order of their ids */
export const program = (...sections) => new Uint8Array([...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], ...sections.flat()]);
