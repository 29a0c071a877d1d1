import type { GatewayRequest } from './exchange.ts';

/** Path and query of a request, decoded. */
export interface Address {
  readonly path: string;
  /** Values of the same name are joined by commas. */
  readonly query: Readonly<Record<string, string>>;
}

/** Undefined when the percent-encoding is malformed, or is not UTF-8. */
export function decodeAddress({ path, query }: GatewayRequest): Address | undefined {
  try {
    const values: Record<string, string> = {};
    for (const pair of query.split('&')) {
      if (pair === '') continue;
      const [name = '', value = ''] = splitOnce(pair, '=').map(decodeComponent);
      values[name] = Object.hasOwn(values, name) ? `${values[name] ?? ''},${value}` : value;
    }
    return { path: decodeURIComponent(path), query: values };
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** The sizes that API Gateway limits: the request line and the header values, in bytes. */
export function sizeOfHeaders({ method, path, query, headers }: GatewayRequest): number {
  const values = Object.values(headers).flat();
  return [method, path, query, ...values].reduce((sum, value) => sum + Buffer.byteLength(value), 0);
}

function decodeComponent(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function splitOnce(text: string, separator: string): string[] {
  const index = text.indexOf(separator);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
