import type { Checksum } from '../bytes/checksum.ts';
import { element, type XmlElement } from '../xml.ts';

/** An object's checksum as an XML element named `ChecksumSHA256` or similar. */
export function checksumElement(checksum: Checksum | undefined): XmlElement | undefined {
  return checksum && element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value);
}
