import type { Endpoints } from './endpoints.ts';

/** Where a running cabinet and its parts can be reached. */
export interface CabinetAddress {
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
  readonly tableName: string;
  /** Names of the buckets, by construct id (`Documents`, for example). */
  readonly buckets: Readonly<Record<string, string>>;
}
