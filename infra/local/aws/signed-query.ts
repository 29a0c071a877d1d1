/**
 * The parameters of a query, decoded, with all values of each name; undefined when the query cannot be verified:
 * when a component is not valid percent-encoded UTF-8, or when the library leaves a name or its value out of what it
 * signs (`__proto__`, and `x-amz-signature` in any case), other than the signature of a presigned URL itself.
 */
export function readSignedQuery(query: string): Readonly<Record<string, string[]>> | undefined {
  const parameters = new Map<string, string[]>();
  try {
    for (const pair of query.split('&')) {
      if (pair === '') continue;
      const [name = '', ...value] = pair.split('=');
      const decodedName = decode(name);
      if (isNeverSigned(decodedName)) return undefined;
      parameters.set(decodedName, [...(parameters.get(decodedName) ?? []), decode(value.join('='))]);
    }
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  return Object.fromEntries(parameters);
}

function isNeverSigned(name: string): boolean {
  return name === '__proto__' || (name.toLowerCase() === 'x-amz-signature' && name !== 'X-Amz-Signature');
}

/** In a query, `+` is a space. */
function decode(component: string): string {
  return decodeURIComponent(component.replaceAll('+', ' '));
}
