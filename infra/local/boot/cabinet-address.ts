import type { Endpoints } from './endpoints.ts';

/** Where a running cabinet and its parts are found. */
export interface CabinetAddress {
  /** Of the pages and the API: `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly region: string;
  readonly account: string;
  /** The services' addresses, as AWS SDKs take them. */
  readonly endpoints: Endpoints;
  /** What every service accepts; administrator's rights. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly tableName: string;
  /** Names of the buckets, by the id of their construct (`Documents`, say). */
  readonly buckets: Readonly<Record<string, string>>;
}
