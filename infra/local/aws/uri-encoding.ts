/**
 * Percent-encodes as AWS does (RFC 3986): everything but `A-Z a-z 0-9 - . _ ~`, from UTF-8, in upper case.
 * @throws URIError when the text contains half of a surrogate pair
 */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Decodes one component of a query string, where `+` is a space.
 * @throws URIError when the encoding is not valid UTF-8
 */
export function decodeQueryComponent(component: string): string {
  return decodeURIComponent(component.replaceAll('+', ' '));
}
