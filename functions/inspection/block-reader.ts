import type { FileReader } from './types/type-check.ts';

/** Blocks that are read at once, and how many of them are remembered. */
const blockBytes = 1024 * 1024;
const maxBlocks = 8;

/**
 * Reads parts of a file in blocks, of which it remembers the latest ones: formats with a directory are read in many small
 * pieces that are close to each other.
 */
export function createBlockReader(
  size: number,
  readRange: (offset: number, length: number) => Promise<Buffer>,
): FileReader {
  const blocks = new Map<number, Promise<Buffer>>();
  const blockAt = (index: number): Promise<Buffer> => {
    const known = blocks.get(index);
    blocks.delete(index);
    const offset = index * blockBytes;
    const block = known ?? readRange(offset, Math.min(blockBytes, size - offset));
    blocks.set(index, block);
    for (const oldest of blocks.keys()) {
      if (blocks.size <= maxBlocks) break;
      blocks.delete(oldest);
    }
    return block;
  };
  return {
    size,
    read: async (offset, length) => {
      const end = Math.min(offset + length, size);
      const pieces: Buffer[] = [];
      for (let position = offset; position < end;) {
        const index = Math.floor(position / blockBytes);
        const block = await blockAt(index);
        const from = position - index * blockBytes;
        const piece = block.subarray(from, from + end - position);
        if (piece.length === 0) throw new Error('The file is shorter than it was');
        pieces.push(piece);
        position += piece.length;
      }
      return Buffer.concat(pieces);
    },
  };
}
