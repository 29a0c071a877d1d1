/** A request in the gateway. */
export interface GatewayRequest {
  readonly method: string;
  /** As sent, without the query. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  /** Values by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Buffer;
  readonly sourceAddress: string;
}

export interface GatewayResponse {
  readonly status: number;
  /** By lower-case name; several values become several headers. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

/** A response of the API, with details for the log. */
export interface ApiAnswer {
  readonly response: GatewayResponse;
  readonly functionName: string | undefined;
  readonly awsCalls: number;
}

const messages = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Responses of HTTP APIs themselves; their texts cannot be configured. */
export function gatewayMessage(
  status: keyof typeof messages,
  headers: Readonly<Record<string, string>> = {},
): GatewayResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ message: messages[status] }),
  };
}
