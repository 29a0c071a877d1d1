import type { RequestLine } from '../gateway/gateway.ts';
import type { FunctionOutput } from '../lambda/runtime.ts';
import type { KeptMail } from '../mail/outbox.ts';

/** Observer of a running cabinet: the terminal, or none. */
export interface Watcher {
  /** Reports a step of the start, or something that the user should know. */
  say(message: string): void;
  request(line: RequestLine): void;
  output(output: FunctionOutput): void;
  mail(mail: KeptMail): void;
}

const ignore = (): void => undefined;

export const nobody: Watcher = { say: ignore, request: ignore, output: ignore, mail: ignore };
