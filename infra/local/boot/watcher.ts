import type { RequestLine } from '../gateway/gateway.ts';
import type { FunctionOutput } from '../lambda/runtime.ts';
import type { StoredMail } from '../mail/outbox.ts';

/** Observer of a running stack: the terminal, or none. */
export interface Watcher {
  /** Reports a step of the start, or something that the user should know. */
  report(message: string): void;
  request(line: RequestLine): void;
  output(output: FunctionOutput): void;
  mail(mail: StoredMail): void;
}

const ignore = (): void => undefined;

export const noWatcher: Watcher = { report: ignore, request: ignore, output: ignore, mail: ignore };
