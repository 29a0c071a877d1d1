import type { Assembly } from '../template/assembly.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';

/** Public keys of a token issuer (RFC 7517). */
export interface JsonWebKeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** One answered request. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Name of the function that answered; undefined for pages and for what the gateway answers itself. */
  readonly functionName: string | undefined;
  /** Requests signed for AWS that the function made. */
  readonly awsCalls: number;
}

/** The one origin: CloudFront's part, in front of the pages and the API. */
export interface EdgeOptions {
  /** Directories of the pages; the first that has a file wins. */
  readonly staticFiles: readonly string[];
  /** What `/config.json` answers, asked for every request. */
  readonly configuration: () => unknown;
  /** Origins of the local endpoints, added to the Content-Security-Policy wherever it names another host. */
  readonly localOrigins?: readonly string[] | undefined;
  /** Header for the viewer's address, when the assembly has no viewer-request function that sets it. */
  readonly viewerAddressHeader?: string | undefined;
}

export interface GatewayOptions {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  /** Keys of the issuer that a JWT authorizer names. */
  readonly jwks: (issuer: string) => Promise<JsonWebKeySet>;
  /** Without it the API answers alone, as on its own endpoint. */
  readonly edge?: EdgeOptions | undefined;
  readonly log?: ((line: RequestLine) => void) | undefined;
}

/** The HTTP API of the assembly, and CloudFront in front of it. */
export interface Gateway {
  /** Listens on 127.0.0.1; port 0 takes a free one. Resolves with the origin, `http://127.0.0.1:<port>`. */
  listen(port: number): Promise<string>;
  /** Stops listening; requests that are being answered are finished first. */
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when the API or the distribution uses what the local stack does not have. */
export declare function createGateway(options: GatewayOptions): Gateway;
