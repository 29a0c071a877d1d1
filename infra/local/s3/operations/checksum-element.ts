import type { Checksum } from '../bytes/checksum.ts';
import { element, type XmlElement } from '../xml.ts';

/** An object's checksum in a document, where its name is `ChecksumSHA256` and the like. */
export function checksumElement(checksum: Checksum | undefined): XmlElement | undefined {
  return checksum && element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value);
}
