import type { Endpoints } from './endpoints.ts';

/** Where a running application and its services can be reached. */
export interface StackAddress {
  /** Origin of the pages and the API: `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly region: string;
  readonly account: string;
  /** Endpoints of the services, as the AWS SDKs take them. */
  readonly endpoints: Endpoints;
  /** Accepted by every service, with administrator's rights. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  /** The template's first table; empty if it has none. */
  readonly tableName: string;
  /** Names of the buckets, by construct id (`Documents`, for example). */
  readonly buckets: Readonly<Record<string, string>>;
}
